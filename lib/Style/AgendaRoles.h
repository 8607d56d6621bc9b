#pragma once

#include "Style/TextRole.h"

#include "sidetal/Style/StyleSheet.h"

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
    {AgendaRole::Body, "", "body", "texts"},
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
