#include "unit/Input/ModelEquality.h"

#include <algorithm>

namespace sidetal::input::testing {
namespace {

template <class T>
requires std::equality_comparable<T>
bool same(const T& a, const T& b) {
    return a == b;
}

bool same(const RichText& a, const RichText& b);
bool same(const Person& a, const Person& b);
bool same(const Logo& a, const Logo& b);
bool same(const Organisation& a, const Organisation& b);
bool same(const Fact& a, const Fact& b);
bool same(const Committee& a, const Committee& b);
bool same(const AttendanceEvent& a, const AttendanceEvent& b);
bool same(const Section& a, const Section& b);
bool same(const Vote& a, const Vote& b);
bool same(const Opinion& a, const Opinion& b);
bool same(const Decision& a, const Decision& b);
bool same(const Enclosure& a, const Enclosure& b);
bool same(const AgendaItem& a, const AgendaItem& b);
bool same(const ItemGroup& a, const ItemGroup& b);
bool same(const Signatures& a, const Signatures& b);
bool same(const MatrixColumn& a, const MatrixColumn& b);
bool same(const Indicator& a, const Indicator& b);
bool same(const Initiative& a, const Initiative& b);
bool same(const Goal& a, const Goal& b);
bool same(const Theme& a, const Theme& b);
bool same(const LegendEntry& a, const LegendEntry& b);
bool same(const Period& a, const Period& b);
bool same(const Catalogue& a, const Catalogue& b);

template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const T& x, const T& y) { return same(x, y); });
}

template <class T>
bool same(const std::optional<T>& a, const std::optional<T>& b) {
    return a.has_value() == b.has_value() && (!a || same(*a, *b));
}

bool same(const TextParagraph& a, const TextParagraph& b) {
    const auto& [spans, source] = a;
    return same(spans, b.spans);
}

bool same(const TextList& a, const TextList& b) {
    const auto& [marker, start, items, source] = a;
    return marker == b.marker && start == b.start && same(items, b.items);
}

bool sameBlock(const std::variant<TextParagraph, TextList>& a,
               const std::variant<TextParagraph, TextList>& b) {
    if (a.index() != b.index()) {
        return false;
    }
    return a.index() == 0 ? same(std::get<0>(a), std::get<0>(b)) : same(std::get<1>(a), std::get<1>(b));
}

bool same(const RichText& a, const RichText& b) {
    const auto& [blocks, source] = a;
    return std::equal(blocks.begin(), blocks.end(), b.blocks.begin(), b.blocks.end(), sameBlock);
}

bool same(const Person& a, const Person& b) {
    const auto& [name, role, party, source, nameSource] = a;
    return name == b.name && role == b.role && party == b.party;
}

bool same(const Logo& a, const Logo& b) {
    const auto& [file, alt] = a;
    return file == b.file && alt == b.alt;
}

bool same(const Organisation& a, const Organisation& b) {
    const auto& [name, unit, office, logo, nameSource, unitSource, officeSource] = a;
    return name == b.name && unit == b.unit && office == b.office && same(logo, b.logo);
}

bool same(const Fact& a, const Fact& b) {
    const auto& [label, value, source, labelSource] = a;
    return label == b.label && same(value, b.value);
}

bool same(const Committee& a, const Committee& b) {
    const auto& [name, members] = a;
    return name == b.name && same(members, b.members);
}

bool same(const DocumentHeader& a, const DocumentHeader& b) {
    const auto& [language, title, organisation, date, caseNumber, caseOfficer, status, version, style, facts,
                 sources, keyPlaces, source, languageSource, titleSource, caseNumberSource, caseOfficerSource,
                 styleSource] = a;
    return language == b.language && title == b.title && same(organisation, b.organisation) &&
           date == b.date && caseNumber == b.caseNumber && caseOfficer == b.caseOfficer &&
           status == b.status && version == b.version && style == b.style && same(facts, b.facts);
}

bool same(const AttendanceEvent& a, const AttendanceEvent& b) {
    const auto& [kind, person, time, item, reason, substituteFor, source] = a;
    return kind == b.kind && same(person, b.person) && time == b.time && item == b.item &&
           reason == b.reason && substituteFor == b.substituteFor;
}

bool same(const Meeting& a, const Meeting& b) {
    const auto& [date, start, end, place, kind, chair, secretary, participants, absent, attendance, closed,
                 source, placeSource] = a;
    return date == b.date && start == b.start && end == b.end && place == b.place && kind == b.kind &&
           same(chair, b.chair) && same(secretary, b.secretary) && same(participants, b.participants) &&
           same(absent, b.absent) && same(attendance, b.attendance) && closed == b.closed;
}

bool same(const Section& a, const Section& b) {
    const auto& [key, title, body, access, source] = a;
    return key == b.key && title == b.title && same(body, b.body) && access == b.access;
}

bool same(const Vote& a, const Vote& b) {
    const auto& [option, voters, count, source] = a;
    return option == b.option && voters == b.voters && count == b.count;
}

bool same(const Opinion& a, const Opinion& b) {
    const auto& [voters, body, source] = a;
    return voters == b.voters && same(body, b.body);
}

bool same(const Decision& a, const Decision& b) {
    const auto& [committee, date, item, body, votes, dissent, absent, source] = a;
    return committee == b.committee && date == b.date && item == b.item && same(body, b.body) &&
           same(votes, b.votes) && same(dissent, b.dissent) && absent == b.absent;
}

bool same(const Enclosure& a, const Enclosure& b) {
    const auto& [number, title, access, journalNumber, file, added, source] = a;
    return number == b.number && title == b.title && access == b.access && journalNumber == b.journalNumber &&
           file == b.file && added == b.added;
}

bool same(const AgendaItem& a, const AgendaItem& b) {
    const auto& [number, title, publicTitle, access, kind, status, caseNumber, caseOfficer, competence,
                 presenter, body, sections, decisions, enclosures, items, source, titleSource] = a;
    return number == b.number && title == b.title && publicTitle == b.publicTitle && access == b.access &&
           kind == b.kind && status == b.status && caseNumber == b.caseNumber &&
           caseOfficer == b.caseOfficer && competence == b.competence && presenter == b.presenter &&
           same(body, b.body) && same(sections, b.sections) && same(decisions, b.decisions) &&
           same(enclosures, b.enclosures) && same(items, b.items);
}

bool same(const ItemGroup& a, const ItemGroup& b) {
    const auto& [title, items, source, titleSource] = a;
    return title == b.title && same(items, b.items);
}

bool same(const Numbering& a, const Numbering& b) {
    const auto& [start, scheme, suffix] = a;
    return start == b.start && scheme == b.scheme && suffix == b.suffix;
}

bool same(const Signatures& a, const Signatures& b) {
    const auto& [mode, people] = a;
    return mode == b.mode && same(people, b.people);
}

bool same(const Agenda& a, const Agenda& b) {
    const auto& [header, committee, meeting, supplements, numbering, items, groups, signatures] = a;
    return same(header, b.header) && same(committee, b.committee) && same(meeting, b.meeting) &&
           supplements == b.supplements && same(numbering, b.numbering) && same(items, b.items) &&
           same(groups, b.groups) && same(signatures, b.signatures);
}

bool same(const MatrixColumn& a, const MatrixColumn& b) {
    const auto& [key, title, width, source, titleSource] = a;
    return key == b.key && title == b.title && width == b.width;
}

bool same(const Indicator& a, const Indicator& b) {
    const auto& [name, unit, baseline, target, actual, date, source, better, series, position] = a;
    return name == b.name && unit == b.unit && baseline == b.baseline && target == b.target &&
           actual == b.actual && date == b.date && source == b.source && better == b.better &&
           series == b.series;
}

bool same(const Initiative& a, const Initiative& b) {
    const auto& [title, description, partners, status, owner, deadline, followUp, source, titleSource] = a;
    return title == b.title && same(description, b.description) && same(partners, b.partners) &&
           status == b.status && owner == b.owner && deadline == b.deadline && same(followUp, b.followUp);
}

bool same(const Goal& a, const Goal& b) {
    const auto& [number, text, prioritised, committees, status, trend, indicators, initiatives, source,
                 numberSource] = a;
    return number == b.number && same(text, b.text) && prioritised == b.prioritised &&
           committees == b.committees && status == b.status && trend == b.trend &&
           same(indicators, b.indicators) && same(initiatives, b.initiatives);
}

bool same(const Theme& a, const Theme& b) {
    const auto& [title, vision, goals, source, titleSource] = a;
    return title == b.title && same(vision, b.vision) && same(goals, b.goals);
}

bool same(const LegendEntry& a, const LegendEntry& b) {
    const auto& [mark, text, source, textSource] = a;
    return mark == b.mark && text == b.text;
}

bool same(const Period& a, const Period& b) {
    const auto& [label, from, to] = a;
    return label == b.label && from == b.from && to == b.to;
}

bool same(const Catalogue& a, const Catalogue& b) {
    const auto& [name, version] = a;
    return name == b.name && version == b.version;
}

bool same(const GoalMatrix& a, const GoalMatrix& b) {
    const auto& [header, committee, period, catalogue, columns, legend, themes] = a;
    return same(header, b.header) && same(committee, b.committee) && same(period, b.period) &&
           same(catalogue, b.catalogue) && same(columns, b.columns) && same(legend, b.legend) &&
           same(themes, b.themes);
}

} // namespace

bool equal(const Document& a, const Document& b) {
    if (kindOf(a) != kindOf(b)) {
        return false;
    }
    return kindOf(a) == DocumentKind::Agenda ? same(std::get<Agenda>(a), std::get<Agenda>(b))
                                             : same(std::get<GoalMatrix>(a), std::get<GoalMatrix>(b));
}

} // namespace sidetal::input::testing
