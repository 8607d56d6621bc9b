#include "Attendance/People.h"

#include "Support/Ascii.h"
#include "Support/Names.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

namespace {

constexpr std::size_t kMostAsked = 50;
constexpr std::size_t kMostNames = 20'000;

std::string exactKey(const NameAndParty& person) {
    return person.name + '\n' + person.party; // names are collapsed: no line feed is in them
}

/// True of "formand": parties begin with a capital letter or a figure.
bool beginsSmall(std::string_view text) {
    return !text.empty() && ascii::isLetter(text.front()) && ascii::lower(text.front()) == text.front();
}

} // namespace

NameAndParty nameAndParty(std::string_view name, std::string_view party) {
    NameAndParty out{collapse(name), collapse(party)};
    const std::size_t open = out.name.rfind(" (");
    if (open == std::string::npos || open == 0 || !out.name.ends_with(')')) {
        return out;
    }
    const std::string inside = out.name.substr(open + 2, out.name.size() - open - 3);
    const std::size_t comma = inside.find(", ");
    std::string first = inside.substr(0, comma);
    std::string rest = comma == std::string::npos ? std::string() : inside.substr(comma + 2);
    if (beginsSmall(first) && rest.empty()) {
        std::swap(first, rest);
    }
    const bool isParty = out.party.empty() || first.empty() || out.party == first;
    if (inside.empty() || !isParty || (!rest.empty() && !beginsSmall(rest))) {
        return out; // of the name
    }
    out.party = out.party.empty() ? first : out.party;
    out.role = std::move(rest);
    out.name.resize(open);
    return out;
}

void PeopleIndex::add(const NameAndParty& person, Who who) {
    if (byName_.emplace(person.name, who).second) {
        names_.push_back(person.name);
    }
    byNameAndParty_.emplace(exactKey(person), who);
}

std::optional<Who> PeopleIndex::findExactly(const NameAndParty& person) const {
    const auto found = byNameAndParty_.find(exactKey(person));
    return found == byNameAndParty_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Who> PeopleIndex::find(const NameAndParty& person) const {
    if (const auto exact = findExactly(person)) {
        return exact;
    }
    const auto found = byName_.find(person.name);
    return found == byName_.end() ? std::nullopt : std::optional(found->second);
}

std::string PeopleIndex::nearest(std::string_view name) const {
    const std::vector<std::string_view> names(
        names_.begin(), names_.begin() + static_cast<std::ptrdiff_t>(std::min(names_.size(), kMostNames)));
    return std::string(nearestName(name, names).value_or(std::string_view()));
}

std::vector<std::string> NearNames::notes(std::string_view name) {
    if (++asked_ > kMostAsked) {
        return {};
    }
    const std::string near = people_.nearest(name);
    return near.empty() ? std::vector<std::string>()
                        : std::vector{fmt::format("nearest name: {}", inQuotes(near))};
}

} // namespace sidetal
