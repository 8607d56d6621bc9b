#pragma once

#include "Model/Fields/CommonFields.h"
#include "Model/Fields/CorrectionFields.h"
#include "sidetal/Model/MeetingPaper.h"

#include <array>
#include <tuple>

/// The tables of agendas and minutes.

namespace sidetal::model {

/// The keys of sections that have a heading of their own (docs/domain.md, "Sections of an item"); any other
/// needs its title.
inline constexpr std::array<std::string_view, 19> kSectionKeys = {
    "resume",     "theme",       "recommendation", "decision",      "presentation",
    "background", "involvement", "alternatives",   "timeframe",     "economy",
    "legal",      "effect",      "staff",          "climate",       "communication",
    "competence", "absent",      "enclosures",     "supplementary",
};

template <>
struct Words<Meeting::Kind> {
    static constexpr std::array values = {
        Named<Meeting::Kind>{"ordinary", Meeting::Kind::Ordinary, "Ordinært møde.", ValueShown::Unsaid},
        Named<Meeting::Kind>{"extraordinary", Meeting::Kind::Extraordinary, "Ekstraordinært møde."},
        Named<Meeting::Kind>{"remote", Meeting::Kind::Remote, "Fjernmøde."},
    };
};

template <>
struct Words<AttendanceEvent::Kind> {
    using Kind = AttendanceEvent::Kind;
    static constexpr std::array values = {
        Named<Kind>{"arrived", Kind::Arrived, "Ankom."},
        Named<Kind>{"left", Kind::Left, "Forlod mødet."},
        Named<Kind>{"excused", Kind::Excused, "Afbud."},
        Named<Kind>{"absent", Kind::Absent, "Fraværende uden afbud."},
        Named<Kind>{"disqualified", Kind::Disqualified, "Inhabil."},
        Named<Kind>{"substitute", Kind::Substitute, "Stedfortræder."},
    };
};

template <>
struct Words<Vote::Option> {
    static constexpr std::array values = {
        Named<Vote::Option>{"yes", Vote::Option::Yes, "For."},
        Named<Vote::Option>{"no", Vote::Option::No, "Imod."},
        Named<Vote::Option>{"abstain", Vote::Option::Abstain, "Undlader."},
        Named<Vote::Option>{"not-voting", Vote::Option::NotVoting, "Til stede uden at stemme."},
        Named<Vote::Option>{"absent", Vote::Option::Absent, "Deltog ikke i afstemningen."},
    };
};

template <>
struct Words<VoteResult> {
    static constexpr std::array values = {
        Named<VoteResult>{"adopted", VoteResult::Adopted, "Vedtaget."},
        Named<VoteResult>{"rejected", VoteResult::Rejected, "Forkastet."},
    };
};

template <>
struct Words<AgendaItem::Kind> {
    using Kind = AgendaItem::Kind;
    static constexpr std::array values = {
        Named<Kind>{"decision", Kind::Decision, "Beslutningssag."},
        Named<Kind>{"discussion", Kind::Discussion, "Drøftelsessag."},
        Named<Kind>{"information", Kind::Information, "Meddelelse."},
        Named<Kind>{"orientation", Kind::Orientation, "Orienteringssag."},
    };
};

template <>
struct Words<AgendaItem::Status> {
    static constexpr std::array values = {
        Named<AgendaItem::Status>{"withdrawn", AgendaItem::Status::Withdrawn,
                                  "Udgår: the item keeps its number."},
    };
};

template <>
struct Words<Numbering::Scheme> {
    using Scheme = Numbering::Scheme;
    static constexpr std::array values = {
        Named<Scheme>{"per-meeting", Scheme::PerMeeting,
                      "Numre pr. møde: each meeting begins with \"start\"."},
        Named<Scheme>{"continuous", Scheme::Continuous, "Fortløbende numre: across meetings."},
        Named<Scheme>{"given", Scheme::Given, "Angivne numre: an item without one prints none."},
    };
};

template <>
struct Words<Numbering::SubItems> {
    using SubItems = Numbering::SubItems;
    static constexpr std::array values = {
        Named<SubItems>{"figures", SubItems::Figures, "1.1, 1.2."},
        Named<SubItems>{"letters", SubItems::Letters, "1.a, 1.b."},
    };
};

template <>
struct Words<Signatures::Mode> {
    using Mode = Signatures::Mode;
    static constexpr std::array values = {
        Named<Mode>{"members", Mode::Members, "Alle deltagende medlemmer."},
        Named<Mode>{"chair-secretary", Mode::ChairAndSecretary, "Formand og sekretær."},
        Named<Mode>{"digital", Mode::Digital, "Digital godkendelse: \"approvals\" says whose."},
    };
};

template <>
struct Table<AttendanceEvent> {
    static constexpr std::string_view name = "attendanceEvent";
    static constexpr std::string_view description = "Fremmøde: what happened to somebody's presence.";
    static constexpr std::tuple fields = {
        field<&AttendanceEvent::person>("person", "Person: with or without the party behind the name.")
            .required(),
        field<&AttendanceEvent::kind>("event", "Hændelse.").required(),
        field<&AttendanceEvent::time>("time", "Klokkeslæt, such as \"16:30\"."),
        field<&AttendanceEvent::item>("item", "Punkt: number of the agenda item."),
        field<&AttendanceEvent::reason>("reason", "Årsag, such as \"tjenesterejse\"."),
        field<&AttendanceEvent::substituteFor>("for", "Stedfortræder for: whose place is taken."),
    };
};

template <>
struct Table<Meeting> {
    static constexpr std::string_view name = "meeting";
    static constexpr std::string_view description =
        "Møde (OParl Meeting). A line of the fact block is printed when its key is present, even if empty.";
    static constexpr std::tuple fields = {
        field<&Meeting::date>(
            "date",
            "Mødedato, such as \"2021-10-26\": a line of the fact block, and part of the file's title."),
        field<&Meeting::start>(
            "start", "Mødetidspunkt: begin, such as \"15:00\"; one line of the fact block with the end."),
        field<&Meeting::end>("end", "Mødetidspunkt: end, such as \"17:00\"."),
        field<&Meeting::place>("place", "Mødested: a line of the fact block.")
            .placed<&Meeting::placeSource>(),
        field<&Meeting::kind>("kind", "Mødetype."),
        field<&Meeting::chair>("chair", "Mødeleder: a line of the fact block."),
        field<&Meeting::secretary>("secretary", "Referent: a line of the fact block."),
        field<&Meeting::participants>("participants", "Mødedeltagere: in the fact block, a line each.")
            .of("person"),
        field<&Meeting::absent>("absent", "Fraværende: in the fact block, a line each.").of("person"),
        field<&Meeting::guests>("guests", "Gæster.").of("person"),
        field<&Meeting::attendance>("attendance", "Fremmøde under mødet.").of("event"),
        field<&Meeting::closed>("closed", "Mødet sluttede, such as \"21:15\"."),
    };
};

template <>
struct Table<Section> {
    static constexpr std::string_view name = "section";
    static constexpr std::string_view description = "Afsnit: a titled part of an item.";
    static constexpr std::tuple fields = {
        field<&Section::key>(
            "key",
            "Nøgle: resume, theme, recommendation, decision, presentation, background, involvement, "
            "alternatives, timeframe, economy, legal, effect, staff, climate, communication, competence, "
            "absent, enclosures or supplementary have headings of their own; any other needs its title."),
        field<&Section::title>("title", "Overskrift: replaces the key's own."),
        field<&Section::body>("body", "Tekst."),
        field<&Section::access>("access", "Adgang: a closed section is not in the public edition.")
            .meaning(AccessKind::Access),
    };
};

template <>
struct Table<GroupVotes> {
    static constexpr std::string_view name = "groupVotes";
    static constexpr std::string_view description = "Partiets stemmer: how many of a party voted one way.";
    static constexpr std::tuple fields = {
        field<&GroupVotes::name>("name", "Parti: its letter or name.").required(),
        field<&GroupVotes::count>("count", "Antal stemmer.").range(0, 1'000'000).required(),
    };
};

template <>
struct Table<Vote> {
    static constexpr std::string_view name = "vote";
    static constexpr std::string_view description = "Stemmer: who voted one way (Popolo).";
    static constexpr std::tuple fields = {
        field<&Vote::option>("option", "Stemme.").required(),
        field<&Vote::voters>("voters", "Hvem: persons or groups.").of("person"),
        field<&Vote::groups>("groups", "Stemmer pr. parti.").of("group"),
        field<&Vote::count>("count", "Antal stemmer.").range(0, 1'000'000),
    };
};

template <>
struct Table<VoteEvent> {
    static constexpr std::string_view name = "voteEvent";
    static constexpr std::string_view description = "Afstemning: a vote on a part of the decision (Popolo).";
    static constexpr std::tuple fields = {
        field<&VoteEvent::title>("title", "Emne, such as \"Afstemning om indstillingens pkt. 2\".")
            .placed<&VoteEvent::titleSource>(),
        field<&VoteEvent::votes>("votes", "Stemmer.").of("vote"),
        field<&VoteEvent::result>("result", "Resultat."),
    };
};

template <>
struct Table<Opinion> {
    static constexpr std::string_view name = "opinion";
    static constexpr std::string_view description =
        "Mindretalsudtalelse: a dissenting opinion (kommunestyrelsesloven § 13, 2).";
    static constexpr std::tuple fields = {
        field<&Opinion::voters>("voters", "Hvem.").of("person"),
        field<&Opinion::body>("body", "Tekst.").required(),
    };
};

template <>
struct Table<Decision> {
    static constexpr std::string_view name = "decision";
    static constexpr std::string_view description =
        "Beslutning: of this or of an earlier committee, oldest first.";
    static constexpr std::tuple fields = {
        field<&Decision::committee>("committee", "Udvalg."),
        field<&Decision::date>("date", "Mødedato."),
        field<&Decision::item>("item", "Punkt: the item's number in that meeting."),
        field<&Decision::body>("body", "Beslutningens tekst."),
        field<&Decision::votes>("votes", "Afstemning: on the decision as a whole.").of("vote"),
        field<&Decision::result>("result", "Resultat: of those votes."),
        field<&Decision::voteEvents>("voteEvents", "Afstemninger: on parts of the decision.").of("event"),
        field<&Decision::dissent>("dissent", "Mindretalsudtalelser.").of("opinion"),
        field<&Decision::absent>("absent", "Fraværende ved punktet.").of("person"),
        field<&Decision::access>("access", "Adgang: of a closed decision the public edition shows the votes.")
            .meaning(AccessKind::Access),
    };
};

template <>
struct Table<Enclosure> {
    static constexpr std::string_view name = "enclosure";
    static constexpr std::string_view description = "Bilag.";
    static constexpr std::tuple fields = {
        field<&Enclosure::number>("number", "Bilagsnr., as text."),
        field<&Enclosure::title>("title", "Titel.").required(),
        field<&Enclosure::access>("access",
                                  "Adgang: of a closed enclosure the public edition shows the number.")
            .meaning(AccessKind::Access),
        field<&Enclosure::journalNumber>("journalNumber", "Journalnr."),
        field<&Enclosure::file, form::FileName>("file", "Fil."),
        field<&Enclosure::address, form::Address>("address",
                                                  "Adresse: where readers can follow it to, http or https."),
        field<&Enclosure::format>("format", "Format, such as \"PDF\"."),
        field<&Enclosure::pages>("pages", "Antal sider.").range(1, 1'000'000),
        field<&Enclosure::added>("added", "Tilføjet: the day it was added."),
    };
};

template <>
struct Table<AgendaItem> {
    static constexpr std::string_view name = "item";
    static constexpr std::string_view description = "Dagsordenspunkt (OParl AgendaItem).";
    static constexpr std::tuple fields = {
        field<&AgendaItem::number>(
            "number",
            "Punktnummer, as text: overrides the count, which goes on from it; empty: none is printed."),
        field<&AgendaItem::title>("title", "Overskrift: printed after the number.")
            .required()
            .placed<&AgendaItem::titleSource>(),
        field<&AgendaItem::publicTitle>("publicTitle",
                                        "Offentlig overskrift: for a closed item in a public edition.")
            .notShown()
            .meaning(AccessKind::StandIn),
        field<&AgendaItem::access>(
            "access", "Adgang: a closed item is marked after its title; the public edition shows of it "
                      "what the law asks for.")
            .meaning(AccessKind::Access),
        field<&AgendaItem::kind>("kind", "Sagstype."),
        field<&AgendaItem::status>(
            "status", "Status: a withdrawn item keeps its number and is marked after its title."),
        field<&AgendaItem::caseNumber>("caseNumber", "Sagsnr."),
        field<&AgendaItem::caseOfficer>("caseOfficer", "Sagsbehandler."),
        field<&AgendaItem::competence>("competence", "Sagen afgøres i."),
        field<&AgendaItem::presenter>("presenter", "Oplægsholder."),
        field<&AgendaItem::body>("body", "Tekst: printed under the title."),
        field<&AgendaItem::sections>("sections", "Afsnit: printed in this order where the style has none.")
            .of("section"),
        field<&AgendaItem::decisions>(
            "decisions", "Beslutninger, oldest first: those of the meeting itself are set apart.")
            .of("decision"),
        field<&AgendaItem::enclosures>("enclosures", "Bilag.").of("enclosure"),
        field<&AgendaItem::items>("items", "Underpunkter: numbered 1.1, 1.2 below item 1.").of("item"),
    };
};

template <>
struct Table<ItemGroup> {
    static constexpr std::string_view name = "group";
    static constexpr std::string_view description =
        "Del af dagsordenen, such as \"A. Til afgørelse\" or \"Lukkede punkter\".";
    static constexpr std::tuple fields = {
        field<&ItemGroup::title>("title", "Overskrift: a heading above the items.")
            .required()
            .placed<&ItemGroup::titleSource>(),
        field<&ItemGroup::items>("items", "Dagsordenspunkter.").of("item"),
    };
};

template <>
struct Table<Numbering> {
    static constexpr std::string_view name = "numbering";
    static constexpr std::string_view description = "Punktnummerering: how items are numbered.";
    static constexpr std::tuple fields = {
        field<&Numbering::start>("start", "Første nummer, 1 where it is missing.").range(0, 1'000'000),
        field<&Numbering::scheme>("scheme", "Nummereringsform, \"per-meeting\" where it is missing."),
        field<&Numbering::subItems>("subItems", "Underpunkters numre, \"figures\" where it is missing."),
        field<&Numbering::suffix>("suffix", "Tegn efter nummeret, \".\" where it is missing."),
    };
};

template <>
struct Table<Approval> {
    static constexpr std::string_view name = "approval";
    static constexpr std::string_view description =
        "Digital godkendelse: who approved the minutes, and when.";
    static constexpr std::tuple fields = {
        field<&Approval::person>("person", "Person.").required(),
        field<&Approval::date>("date", "Dato."),
    };
};

template <>
struct Table<Signatures> {
    static constexpr std::string_view name = "signatures";
    static constexpr std::string_view description = "Underskrifter (kommunestyrelsesloven § 13).";
    static constexpr std::tuple fields = {
        field<&Signatures::mode>("mode", "Hvem der underskriver, \"members\" where it is missing."),
        field<&Signatures::people>("people", "Personer.").of("person"),
        field<&Signatures::approvals>("approvals", "Digitale godkendelser.").of("approval"),
    };
};

template <>
struct Table<Supplement> {
    static constexpr std::string_view name = "supplement";
    static constexpr std::string_view description =
        "Tillæg: the main agenda that this one goes on from; plain text is its title or id alone.";
    static constexpr auto brief = &Supplement::main;
    static constexpr std::tuple fields = {
        field<&Supplement::main>("title", "Hoveddagsorden: its title or id, a line of the fact block.")
            .required(),
        field<&Supplement::after, form::NumberText>(
            "after", "Efter punkt: the last number of the main agenda, or of the supplement before, after "
                     "which the numbers go on."),
        field<&Supplement::file, form::FileName>(
            "file", "Fil: the main agenda's file, beside the document's, which says after which number."),
    };
};

template <>
struct Table<Excerpt> {
    static constexpr std::string_view name = "excerpt";
    static constexpr std::string_view description =
        "Udskrift: of which paper this is an excerpt, as \"sidetal render --items\" makes it.";
    static constexpr std::tuple fields = {
        field<&Excerpt::of>("of", "Title of the whole paper, where it has one of its own."),
        field<&Excerpt::items>("items", "Punkter: the numbers of its items, such as \"4, 7-9\".").required(),
    };
};

template <>
struct Table<MeetingPaper> {
    static constexpr auto fields = std::tuple_cat(
        headerFields<MeetingPaper>(true),
        std::tuple{
            field<&MeetingPaper::committee>("committee",
                                            "Udvalg: who meets; a fact, or a line of the cover."),
            field<&MeetingPaper::meeting>("meeting", "Møde: what the fact block says of it."),
            field<&MeetingPaper::supplements>("supplements", "Tillægsdagsorden til: the main agenda."),
            field<&MeetingPaper::corrects>("corrects",
                                           "Rettet udgave af: the version that this one corrects."),
            field<&MeetingPaper::excerpt>("excerpt", "Udskrift af: what this is an excerpt of."),
            field<&MeetingPaper::numbering>("numbering", "Punktnummerering."),
            field<&MeetingPaper::firstPage>("firstPage", "Første sidetal, 1 where it is missing.")
                .range(1, 1'000'000),
            field<&MeetingPaper::introduction>("introduction", "Forsidetekst: what stands before the items."),
            field<&MeetingPaper::items>("items", "Dagsordenspunkter, where the agenda has no parts.")
                .of("item"),
            field<&MeetingPaper::groups>("groups", "Dele: instead of \"items\", where the agenda has parts.")
                .of("group"),
            field<&MeetingPaper::signatures>("signatures",
                                             "Underskrifter: lines to sign on, behind the items."),
        });
};

} // namespace sidetal::model
