#include "Documents/AccessPolicy.h"

#include "Documents/AccessWords.h"
#include "Markup/HiddenMarkup.h"
#include "Support/Utf8.h"
#include "Tree/Values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;

std::string acceptance(std::string_view key) {
    return fmt::format("where it says nothing of the kind, give '--accept-unknown-key {}'",
                       utf8::shortened(collapse(key), 40));
}

/// Members that say what another one is about: `<field name="access">2</field>`.
bool isNamingKey(std::string_view key) {
    constexpr std::array kKeys = {"name"sv, "Name"sv, "key"sv, "Key"sv, "navn"sv, "Navn"sv, "namn"sv, "field"sv,
                                  "felt"sv, "property"sv, "attribute"sv, "criteria"sv, "term"sv};
    return std::ranges::find(kKeys, key) != kKeys.end();
}

/// The text of a member, trimmed; of an element the first that stands in it.
std::string_view ownText(const Node& member) {
    const TreeData& data = member.tree().data();
    if (data.kind == TreeKind::String || data.kind == TreeKind::Attribute) {
        return trim(data.text);
    }
    for (const auto& [key, child] : member.tree()) {
        if (child.data().kind == TreeKind::Text && !isBlank(child.data().text)) {
            return trim(child.data().text);
        }
    }
    return {};
}

/// Whether a value tells that something is closed, or names a member by a word for who may see it.
bool valueTells(std::string_view key, std::string_view value) {
    constexpr std::size_t kLongestName = 60;
    const bool isName = isNamingKey(key) && value.size() <= kLongestName &&
                        value.find(' ') == std::string_view::npos;
    return (isName && mayMeanAccess(value)) || saysClosed(value);
}

void reportValue(const Node& member, std::string_view value) {
    const std::string_view key = member.key();
    std::vector<std::string> notes;
    if (!key.empty()) {
        notes.push_back(acceptance(key));
    }
    member.diagnostics().error(
        "SID-I024",
        fmt::format("{} stands in what is not known here; {}", inQuotes(value), kNothingIsGuessed),
        member.keyPosition(), member.path(), std::move(notes));
}

/// `key` means nothing where it stands, but something may have been meant to be closed.
void reportAccess(std::string_view key, SourcePos position, std::string path, Diagnostics& diagnostics) {
    diagnostics.error("SID-I024", fmt::format("{} is not known here; {}", inQuotes(key), kNothingIsGuessed),
                      position, std::move(path), {acceptance(key)});
}

} // namespace

bool AccessPolicy::accepts(std::string_view name) const {
    return std::ranges::find(accepted_, name) != accepted_.end();
}

void AccessPolicy::reportName(std::string_view name, SourcePos position, const Node& place) const {
    if (mayMeanAccess(name) && !accepts(name)) {
        reportAccess(name, position, place.path(), place.diagnostics());
    }
}

/// Recursive, the tree's depth being limited; ends early where there are more errors than are told.
bool AccessPolicy::report(const Node& member) const {
    Diagnostics& diagnostics = member.diagnostics();
    if (accepts(member.key()) || diagnostics.errorCount() > Diagnostics::kMostErrors) {
        return false;
    }
    if (mayMeanAccess(member.key())) {
        reportAccess(member.key(), member.keyPosition(), member.path(), diagnostics);
        return true;
    }
    const std::string_view value = ownText(member);
    const bool tells = valueTells(member.key(), value);
    if (tells) {
        reportValue(member, value);
    }
    member.eachChild([&](const Node& child) { (void)report(child); });
    return tells;
}

} // namespace sidetal::input
