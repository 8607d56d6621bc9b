#pragma once

#include "sidetal/Model/Common.h"

#include <optional>
#include <string>
#include <vector>

namespace sidetal {

/// What happened to somebody's presence (domain.md B.3: ankom, forlod, afbud, fraværende, inhabil,
/// stedfortræder).
struct AttendanceEvent {
    enum class Kind : std::uint8_t { Arrived, Left, Excused, Absent, Disqualified, Substitute };
    Kind kind = Kind::Absent;
    Person person;
    std::optional<TimeOfDay> time;
    std::string item;          ///< number of the agenda item it concerns
    std::string reason;        ///< "tjenesterejse"
    std::string substituteFor; ///< key "for"
    SourcePos source;
};

/// The meeting (Møde; OParl Meeting). Lists are printed when present, even if empty ("Fraværende:").
struct Meeting {
    enum class Kind : std::uint8_t { Unspecified, Ordinary, Extraordinary, Remote };
    std::optional<Date> date;
    std::optional<TimeOfDay> start;
    std::optional<TimeOfDay> end;
    std::optional<std::string> place;
    Kind kind = Kind::Unspecified;
    std::optional<Person> chair;                     ///< Mødeleder
    std::optional<Person> secretary;                 ///< Referent
    std::optional<std::vector<Person>> participants; ///< Mødedeltagere
    std::optional<std::vector<Person>> absent;       ///< Fraværende
    std::vector<AttendanceEvent> attendance;
    std::optional<TimeOfDay> closed; ///< Mødet sluttede
    SourcePos source;
    SourcePos placeSource{};
};

/// A titled part of an item (Resume, Indstilling …): a key of domain.md B.2, or any other with its title.
struct Section {
    std::string key;
    std::string title; ///< empty: the key's own from the catalogue
    RichText body;
    Access access = Access::Open;
    SourcePos source;
};

/// How some voted (Popolo: yes, no, abstain).
struct Vote {
    enum class Option : std::uint8_t { Yes, No, Abstain };
    Option option = Option::Yes;
    std::vector<std::string> voters;
    std::optional<int> count;
    SourcePos source;
};

/// A dissenting opinion (mindretalsudtalelse; Kommunestyrelsesloven § 13, 2).
struct Opinion {
    std::vector<std::string> voters;
    RichText body;
    SourcePos source;
};

/// A decision (Beslutning), the history of earlier committees included, oldest first.
struct Decision {
    std::string committee;
    std::optional<Date> date;
    std::string item; ///< the item's number in that meeting
    RichText body;
    std::vector<Vote> votes;
    std::vector<Opinion> dissent;
    std::vector<std::string> absent;
    SourcePos source;
};

/// An enclosure (Bilag).
struct Enclosure {
    std::string number;
    std::string title;
    Access access = Access::Open;
    std::string journalNumber; ///< Journalnr.
    std::string file;
    std::optional<Date> added; ///< Tilføjet
    SourcePos source;
};

/// A point of the agenda (Dagsordenspunkt; OParl AgendaItem).
struct AgendaItem {
    enum class Kind : std::uint8_t { Unspecified, Decision, Discussion, Information, Orientation };
    enum class Status : std::uint8_t { Normal, Withdrawn };
    std::optional<std::string> number; ///< given number; empty text: none is printed
    std::string title;
    std::string publicTitle; ///< what a public edition shows for a closed item
    Access access = Access::Open;
    Kind kind = Kind::Unspecified;
    Status status = Status::Normal; ///< withdrawn: udgår
    std::string caseNumber;
    std::string caseOfficer;
    std::string competence; ///< Sagen afgøres i
    std::string presenter;
    RichText body;
    std::vector<Section> sections;
    std::vector<Decision> decisions;
    std::vector<Enclosure> enclosures;
    std::vector<AgendaItem> items; ///< sub-items
    SourcePos source;
    SourcePos titleSource{};
};

/// A titled part of the agenda (A. Til afgørelse; Lukkede punkter).
struct ItemGroup {
    std::string title;
    std::vector<AgendaItem> items;
    SourcePos source;
    SourcePos titleSource{};
};

/// How items are numbered.
struct Numbering {
    enum class Scheme : std::uint8_t { PerMeeting, Continuous, Given };
    int start = 1; ///< 0 to 1,000,000
    Scheme scheme = Scheme::PerMeeting;
    std::string suffix = ".";
};

/// Who signs, and how (Underskriftsside; Kommunestyrelsesloven § 13).
struct Signatures {
    enum class Mode : std::uint8_t { Members, ChairAndSecretary };
    Mode mode = Mode::Members;
    std::vector<Person> people;
};

/// An agenda (Dagsorden). Either `items` or `groups` holds the points.
struct Agenda {
    DocumentHeader header;
    std::optional<Committee> committee;
    Meeting meeting;
    std::string supplements; ///< id of the main agenda (Tillægsdagsorden)
    Numbering numbering;
    std::vector<AgendaItem> items;
    std::vector<ItemGroup> groups;
    std::optional<Signatures> signatures;
};

} // namespace sidetal
