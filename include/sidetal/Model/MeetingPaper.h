#pragma once

#include "sidetal/Model/Common.h"
#include "sidetal/Model/Correction.h"

#include <optional>
#include <string>
#include <vector>

namespace sidetal {

/// What happened to somebody's presence (docs/domain.md, "Attendance").
struct AttendanceEvent {
    /// Ankom, forlod, afbud, fraværende, inhabil, stedfortræder.
    enum class Kind : std::uint8_t { Arrived, Left, Excused, Absent, Disqualified, Substitute };
    Kind kind = Kind::Absent;
    Person person;
    std::optional<TimeOfDay> time; ///< of an arrival or a departure
    std::string item;              ///< number of the agenda item it concerns
    std::string reason;            ///< "tjenesterejse"
    std::string substituteFor;     ///< key "for"
    SourcePos source;
};

/// The meeting (Møde; OParl Meeting). Lists are printed when present, even if empty ("Fraværende:").
struct Meeting {
    /// Ordinært, ekstraordinært, fjernmøde.
    enum class Kind : std::uint8_t { Unspecified, Ordinary, Extraordinary, Remote };
    std::optional<Date> date;         ///< Mødedato
    std::optional<TimeOfDay> start;   ///< Mødetidspunkt, as called
    std::optional<TimeOfDay> end;     ///< as planned
    std::optional<std::string> place; ///< Mødested
    Kind kind = Kind::Unspecified;
    std::optional<Person> chair;                     ///< Mødeleder
    std::optional<Person> secretary;                 ///< Referent
    std::optional<std::vector<Person>> participants; ///< Mødedeltagere
    std::optional<std::vector<Person>> absent;       ///< Fraværende
    std::optional<std::vector<Person>> guests;       ///< Gæster, observatører
    std::vector<AttendanceEvent> attendance;         ///< in the order in which it happened
    std::optional<TimeOfDay> closed;                 ///< Mødet sluttede
    SourcePos source;
    SourcePos placeSource{};
};

/// A titled part of an item (Resume, Indstilling …): a key of docs/domain.md, "Sections of an item", or any
/// other with its title.
struct Section {
    std::string key;   ///< "indstilling"
    std::string title; ///< empty: the key's own from the catalogue
    RichText body;
    Access access = Access::Open;
    SourcePos source;
};

/// How many of a party or a group voted one way.
struct GroupVotes {
    std::string name; ///< the party's letter or name
    int count = 0;    ///< 0 to 1,000,000
    SourcePos source;
};

/// How some voted (Popolo: yes, no, abstain, not voting, absent).
struct Vote {
    /// For, imod, undlader, til stede uden at stemme, deltog ikke i afstemningen.
    enum class Option : std::uint8_t { Yes, No, Abstain, NotVoting, Absent };
    Option option = Option::Yes;
    std::vector<std::string> voters; ///< people or parties, as they are printed
    std::vector<GroupVotes> groups;  ///< by party, where the figures are known and not the names
    std::optional<int> count;        ///< of voters; 0 to 1,000,000
    SourcePos source;
};

/// What came of a vote (Popolo: pass, fail): vedtaget, forkastet.
enum class VoteResult : std::uint8_t { Unspecified, Adopted, Rejected };

/// A vote that has a subject of its own (Afstemning om indstillingens pkt. 2; Popolo VoteEvent).
struct VoteEvent {
    std::string title;
    std::vector<Vote> votes;
    VoteResult result = VoteResult::Unspecified;
    SourcePos source;
    SourcePos titleSource{};
};

/// A dissenting opinion (mindretalsudtalelse; Kommunestyrelsesloven § 13, 2).
struct Opinion {
    std::vector<std::string> voters; ///< whose opinion it is
    RichText body;
    SourcePos source;
};

/// A decision (Beslutning), the history of earlier committees included, oldest first.
struct Decision {
    std::string committee;    ///< who decided
    std::optional<Date> date; ///< of the meeting that did
    std::string item;         ///< the item's number in that meeting
    RichText body;
    std::vector<Vote> votes;                     ///< on the decision as a whole
    VoteResult result = VoteResult::Unspecified; ///< of those votes
    std::vector<VoteEvent> voteEvents;           ///< on parts of it
    std::vector<Opinion> dissent;
    std::vector<std::string> absent; ///< who was not there
    Access access = Access::Open;
    SourcePos source;
};

/// An enclosure (Bilag).
struct Enclosure {
    std::string number; ///< "1" of "Bilag 1"
    std::string title;
    Access access = Access::Open;
    std::string journalNumber; ///< Journalnr.
    std::string file;          ///< its name, beside the document's
    std::string address;       ///< where it can be followed to: http, https
    std::string format;        ///< "PDF"
    std::optional<int> pages;  ///< 1 to 1,000,000
    std::optional<Date> added; ///< Tilføjet
    SourcePos source;
};

/// A point of the agenda or the minutes (Dagsordenspunkt; OParl AgendaItem).
struct AgendaItem {
    /// Beslutning, drøftelse, meddelelse, orientering.
    enum class Kind : std::uint8_t { Unspecified, Decision, Discussion, Information, Orientation };
    /// Withdrawn: udgår.
    enum class Status : std::uint8_t { Normal, Withdrawn };
    std::optional<std::string> number; ///< given number; empty text: none is printed
    std::string title;
    std::string publicTitle; ///< what a public edition shows for a closed item
    Access access = Access::Open;
    Kind kind = Kind::Unspecified;
    Status status = Status::Normal;
    std::string caseNumber;  ///< Sagsnr.
    std::string caseOfficer; ///< Sagsbehandler
    std::string competence;  ///< Sagen afgøres i
    std::string presenter;   ///< who presents the case at the meeting
    RichText body;           ///< the item's text as a whole, before its sections
    std::vector<Section> sections;
    std::vector<Decision> decisions;
    std::vector<Enclosure> enclosures;
    std::vector<AgendaItem> items; ///< sub-items
    SourcePos source;
    SourcePos titleSource{};
};

/// A titled part of the paper (A. Til afgørelse; Lukkede punkter).
struct ItemGroup {
    std::string title;
    std::vector<AgendaItem> items;
    SourcePos source;
    SourcePos titleSource{};
};

/// How items are numbered.
struct Numbering {
    /// From 1 at each meeting, on from the last meeting, or each item's own.
    enum class Scheme : std::uint8_t { PerMeeting, Continuous, Given };
    /// Of items within items: 1.1, or 1.a.
    enum class SubItems : std::uint8_t { Figures, Letters };
    int start = 1; ///< 0 to 1,000,000
    Scheme scheme = Scheme::PerMeeting;
    SubItems subItems = SubItems::Figures;
    std::string suffix = "."; ///< after each number
};

/// That somebody has approved the minutes in a case system (Digital godkendelse).
struct Approval {
    Person person;
    std::optional<Date> date;
    SourcePos source;
};

/// Who signs, and how (Underskriftsside; Kommunestyrelsesloven § 13).
struct Signatures {
    /// All who were there (Kommunestyrelsesloven § 13), the two who led the meeting and took its minutes, or
    /// nobody on paper: `approvals` says who approved.
    enum class Mode : std::uint8_t { Members, ChairAndSecretary, Digital };
    Mode mode = Mode::Members;
    std::vector<Person> people; ///< empty: those that the mode names
    std::vector<Approval> approvals;
};

/// Which main agenda a supplement (Tillægsdagsorden) goes on from. Numbers go on after `after`; where that is
/// empty, as those of any agenda.
struct Supplement {
    std::string main;  ///< title or id of the main agenda
    std::string after; ///< the last number of the main agenda, "12", or of the supplement before
    std::string file;  ///< the main agenda's file, beside the document's, from which callers find `after`
    SourcePos source;
};

/// Which parts of which paper an excerpt (Protokoludskrift) has. Its items bear the numbers of the whole.
struct Excerpt {
    std::string of;    ///< title of the whole paper; empty: its kind's own
    std::string items; ///< numbers as they are printed: "4, 7-9"
    SourcePos source;
};

/// The paper of a meeting: its agenda (Dagsorden) or its minutes (Referat), which have the same keys. Either
/// `items` or `groups` holds the points.
struct MeetingPaper {
    /// Dagsorden, Referat.
    enum class Kind : std::uint8_t { Agenda, Minutes };
    Kind kind = Kind::Agenda;
    DocumentHeader header;
    std::optional<Committee> committee;
    Meeting meeting;
    std::optional<Supplement> supplements; ///< Tillægsdagsorden
    std::optional<Correction> corrects;    ///< Rettet udgave
    std::optional<Excerpt> excerpt;        ///< Protokoludskrift
    Numbering numbering;
    std::optional<int> firstPage; ///< number of the first page (Første sidetal); 1 to 1,000,000
    RichText introduction;        ///< what stands before the items (Forsidetekst)
    std::vector<AgendaItem> items;
    std::vector<ItemGroup> groups;
    std::optional<Signatures> signatures;
};

} // namespace sidetal
