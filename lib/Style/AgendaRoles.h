#pragma once

#include "Style/TextRole.h"

#include "sidetal/Style/AgendaStyle.h"

#include <array>
#include <string_view>

namespace sidetal {

/// A role in style files.
struct AgendaRoleRow {
    AgendaRole role;
    std::string_view
        block; ///< the object that holds it; empty: it is an object of its own, with spaces around
    std::string_view key;
    std::string_view doc;
    TextDefaults defaults{};
    Grounds (*grounds)(const AgendaStyle& style) = nullptr; ///< null: it stands on the paper
};

inline constexpr TextDefaults kHeading{100, true, false};
inline constexpr TextDefaults kSmall{85, false, false};

/// Texts stand on the paper and, of decisions, on their ground.
inline Grounds onPaperAndDecision(const AgendaStyle& style) {
    const auto& fill = style.sections.decision.fill;
    return fill ? Grounds(kPaper, *fill) : Grounds();
}

/// Every role of an agenda. A new one is a row here and a member of AgendaRole: reader, schema and checks
/// follow.
inline constexpr std::array<AgendaRoleRow, kAgendaRoleCount> kAgendaRoles = {{
    {AgendaRole::Title, "", "title", "the document's title", {150, true, false}},
    {AgendaRole::FactLabel, "facts", "label", "type of the labels", {100, false, false}},
    {AgendaRole::FactValue, "facts", "value", "type of the values"},
    {AgendaRole::Sender, "sender", "text", "the type"},
    {AgendaRole::Group, "", "group", "titles of groups of items", {120, true, false}},
    {AgendaRole::Item, "", "item", "headings of items", {100, true, false}},
    {AgendaRole::SubItem, "", "subItem", "headings of items within items", {100, true, false}},
    {AgendaRole::Body, "", "body", "texts", {}, onPaperAndDecision},
    {AgendaRole::CaseLine, "", "caseLine", "case number, officer and kind, under an item's title", kSmall},
    {AgendaRole::Section, "", "sectionHeading", "headings of an item's sections", kHeading},
    {AgendaRole::Earlier, "", "earlierDecision", "who decided what came before", kHeading},
    {AgendaRole::Decision, "", "decisionHeading", "heading of the meeting's own decision", kHeading,
     [](const AgendaStyle& style) { return Grounds(style.sections.decision.fill); }},
    {AgendaRole::Part,
     "",
     "partHeading",
     "headings of contents, participants and signatures",
     {120, true, false}},
    {AgendaRole::Notice, "", "notice", "who came, left or took no part in an item"},
    {AgendaRole::CoverSender, "cover", "sender", "the municipality", kHeading},
    {AgendaRole::CoverCommittee, "cover", "committee", "the committee", {150, true, false}},
    {AgendaRole::CoverDay, "cover", "day", "weekday, date and time", {110, false, false}},
    {AgendaRole::ContentsGroup, "contents", "group", "groups of items", kHeading},
    {AgendaRole::ContentsItem, "contents", "item", "titles and numbers", {100, false, false}},
    {AgendaRole::AttendanceHeading, "attendance", "heading", "Til stede, Afbud, Fraværende", kHeading},
    {AgendaRole::AttendanceName, "attendance", "name", "the names", {100, false, false}},
    {AgendaRole::VoteCaption, "votes", "caption", "what was voted on", kHeading},
    {AgendaRole::VoteHead, "votes", "head", "the columns' titles, and the sum", kHeading},
    {AgendaRole::VoteCell, "votes", "cell", "parties and figures", {100, false, false}},
    {AgendaRole::Enclosure, "enclosures", "text", "the type"},
    {AgendaRole::SignatureName, "signatures", "name", "the names", {100, false, false}},
    {AgendaRole::SignatureNote, "signatures", "note", "party and role", kSmall},
    {AgendaRole::Head, "head", "text", "the type", kSmall},
    {AgendaRole::Foot, "foot", "text", "the type", kSmall},
}};

/// Each role has its row, in the order of the enumeration.
consteval bool rolesAreInOrder() {
    for (std::size_t i = 0; i < kAgendaRoleCount; ++i) {
        if (kAgendaRoles[i].role != static_cast<AgendaRole>(i)) {
            return false;
        }
    }
    return true;
}
static_assert(rolesAreInOrder());

} // namespace sidetal
