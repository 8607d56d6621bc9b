#include "Input/AccessPolicy.h"

#include "Input/AccessWords.h"
#include "Input/Values.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kWhy = "where something may be closed nothing is guessed, expected 'access' of an "
                                  "item, a section or an enclosure";

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
    member.diagnostics().error("SID-I024",
                               fmt::format("{} stands in what is not known here; {}", inQuotes(value), kWhy),
                               member.keyPosition(), member.path(), std::move(notes));
}

} // namespace

bool AccessPolicy::accepts(std::string_view name) const {
    return std::ranges::find(accepted_, name) != accepted_.end();
}

bool AccessPolicy::refuses(std::string_view name) const {
    return mayMeanAccess(name) && !accepts(name);
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

void reportAccess(std::string_view key, SourcePos position, std::string path, Diagnostics& diagnostics) {
    diagnostics.error("SID-I024", fmt::format("{} is not known here; {}", inQuotes(key), kWhy), position,
                      std::move(path), {acceptance(key)});
}

void reportHidden(std::string_view markup, SourcePos position, std::string path, Diagnostics& diagnostics) {
    diagnostics.error("SID-I024", fmt::format("{} hides text; {}, or text that is seen", inQuotes(markup), kWhy),
                      position, std::move(path));
}

} // namespace sidetal::input
