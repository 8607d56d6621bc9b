#include "Attendance/ItemIndex.h"

#include "Support/Ascii.h"
#include "Support/Names.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sidetal {

namespace {

constexpr std::size_t kNoParent = static_cast<std::size_t>(-1);
constexpr std::string_view kEndsOfNumbers = " .:;,)";
/// Nothing longer is looked through for the two numbers of a range.
constexpr std::size_t kLongestPart = 200;
/// Among more numbers than these none is looked for by its letters: it would cost their product.
constexpr std::size_t kMostCompared = 2'000;

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(ascii::kSpace);
    return begin == std::string_view::npos
               ? std::string_view()
               : text.substr(begin, text.find_last_not_of(ascii::kSpace) + 1 - begin);
}

std::string_view withoutEnd(std::string_view number) {
    return number.substr(0, number.find_last_not_of(kEndsOfNumbers) + 1);
}

/// A number for a message: without what ends it, where there is more.
std::string asNumber(std::string_view text) {
    const std::string_view number = withoutEnd(text);
    return std::string(number.empty() ? text : number);
}

/// "4" of "punkt 4": what people write before a number.
std::string_view withoutWord(std::string_view text) {
    static constexpr std::array<std::string_view, 10> kWords = {
        "punkterne ", "punkt ", "pkt. ", "pkt ", "sagerne ", "sag ", "nr. ", "items ", "item ", "no. "};
    constexpr std::size_t kLongest = 10;
    const std::string lowered = ascii::lowered(text.substr(0, kLongest));
    for (const std::string_view word : kWords) {
        if (lowered.starts_with(word)) {
            return trimmed(text.substr(word.size()));
        }
    }
    return text;
}

std::optional<std::int64_t> valueOf(std::string_view figures) {
    std::int64_t out = 0;
    const auto [end, fault] = std::from_chars(figures.data(), figures.data() + figures.size(), out);
    const bool whole = fault == std::errc() && end == figures.data() + figures.size();
    return whole ? std::optional(out) : std::nullopt;
}

/// True for "4.2" after "4.1", "b" after "a": what readers take for a number that goes up by one.
bool follows(std::string_view number, std::string_view earlier) {
    constexpr std::string_view kFigures = "0123456789";
    const std::size_t begin = number.find_last_not_of(kFigures) + 1;
    const std::size_t before = earlier.find_last_not_of(kFigures) + 1;
    if (number.empty() || earlier.empty()) {
        return false;
    }
    if (begin == number.size()) {
        return before == earlier.size() && number.size() == earlier.size() &&
               number.substr(0, begin - 1) == earlier.substr(0, before - 1) &&
               ascii::isLetter(number.back()) && number.back() == static_cast<char>(earlier.back() + 1);
    }
    const auto now = valueOf(number.substr(begin));
    const auto then = valueOf(earlier.substr(before));
    return number.substr(0, begin) == earlier.substr(0, before) && now && then && *now - 1 == *then;
}

/// Where the next of what parts the numbers of a list begins, and how long it is.
std::pair<std::size_t, std::size_t> nextSeparator(std::string_view text) {
    static constexpr std::array<std::string_view, 5> kSeparators = {",", ";", "&", " og ", " and "};
    for (std::size_t at = text.find_first_of(",;& "); at != std::string_view::npos;
         at = text.find_first_of(",;& ", at + 1)) {
        for (const std::string_view each : kSeparators) {
            if (text.substr(at).starts_with(each)) {
                return {at, each.size()};
            }
        }
    }
    return {text.size(), 0};
}

} // namespace

ItemIndex::ItemIndex(const MeetingPaper& paper, std::span<const std::string> numbers) {
    places_.reserve(numbers.size());
    add(paper.items, kNoParent, 0, numbers, paper.numbering.suffix);
    for (std::size_t i = 0; i < paper.groups.size(); ++i) {
        add(paper.groups[i].items, kNoParent, i + 1, numbers, paper.numbering.suffix);
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (!number(i).empty() && byNumber_.emplace(number(i), i).second) {
            if (const auto value = valueOf(number(i))) {
                byValue_.emplace_back(*value, i);
            }
        }
    }
    std::ranges::sort(byValue_);
    findRuns();
}

void ItemIndex::add(const std::vector<AgendaItem>& items, std::size_t parent, std::size_t group,
                    std::span<const std::string> numbers, std::string_view suffix) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::size_t own = places_.size();
        Place& place = places_.emplace_back();
        place.item = &items[i];
        std::string_view number = own < numbers.size() ? std::string_view(numbers[own]) : std::string_view();
        if (!suffix.empty() && number.ends_with(suffix)) {
            number.remove_suffix(suffix.size());
        }
        place.number = withoutEnd(number);
        place.parent = parent == kNoParent ? own : parent;
        place.ordinal = i;
        place.group = group;
        place.closed = items[i].access == Access::Closed || (parent != kNoParent && places_[parent].closed);
        add(items[i].items, own, group, numbers, suffix);
        places_[own].end = places_.size();
    }
}

void ItemIndex::findRuns() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        Place& place = places_[i];
        if (place.runPlace == 0) { // no item before goes on with this one
            place.run = runs_.size();
            runs_.emplace_back();
        }
        runs_[place.run].push_back(i);
        if (place.end < places_.size()) {
            Place& next = places_[place.end];
            const bool top = place.parent == i;
            const bool siblings = top ? next.parent == place.end : next.parent == place.parent;
            if (siblings && follows(next.number, place.number)) {
                next.run = place.run;
                next.runPlace = place.runPlace + 1;
            }
        }
    }
}

std::string ItemIndex::path(std::size_t index) const {
    const Place& place = places_[index];
    if (place.parent != index) {
        return fmt::format("{}.items[{}]", path(place.parent), place.ordinal);
    }
    return place.group == 0 ? fmt::format("items[{}]", place.ordinal)
                            : fmt::format("groups[{}].items[{}]", place.group - 1, place.ordinal);
}

std::optional<std::size_t> ItemIndex::find(std::string_view number) const {
    const auto found = byNumber_.find(withoutEnd(number));
    return found == byNumber_.end() ? std::nullopt : std::optional(found->second);
}

NamedItems ItemIndex::parse(std::string_view text) const {
    NamedItems out;
    if (isBlank(text)) {
        return out;
    }
    std::string_view rest = withoutWord(trimmed(text));
    if (const auto whole = find(rest)) { // a number may hold anything, commas too
        out.ranges.push_back({*whole, end(*whole)});
        out.last = whole;
        return out;
    }
    while (!rest.empty()) {
        const auto [at, length] = nextSeparator(rest);
        const std::string_view part = trimmed(rest.substr(0, at));
        if (!part.empty()) {
            parsePart(part, out);
        }
        rest.remove_prefix(at + length);
    }
    if (out.ranges.empty() && out.unknown.empty() && out.backwards.empty()) {
        out.unknown.emplace_back(trimmed(text));
    }
    return out;
}

/// Splits at the sign whose two sides are numbers of items; else at the first, where there is one.
std::optional<std::pair<std::string_view, std::string_view>> ItemIndex::ends(std::string_view part) const {
    static constexpr std::array<std::string_view, 5> kSigns = {"-", "–", "—", " til ", " to "};
    std::optional<std::pair<std::string_view, std::string_view>> out;
    for (const std::string_view sign : kSigns) {
        for (std::size_t at = part.find(sign); at != std::string_view::npos; at = part.find(sign, at + 1)) {
            const std::string_view first = trimmed(part.substr(0, at));
            const std::string_view last = trimmed(part.substr(at + sign.size()));
            if (first.empty() || last.empty()) {
                continue;
            }
            if (find(first) && find(last)) {
                return std::pair(first, last);
            }
            if (!out) {
                out.emplace(first, last);
            }
        }
    }
    return out;
}

void ItemIndex::parsePart(std::string_view part, NamedItems& out) const {
    if (const auto found = find(part)) {
        out.ranges.push_back({*found, end(*found)});
        out.last = found;
        return;
    }
    const auto range = part.size() > kLongestPart ? std::nullopt : ends(part);
    if (!range) {
        out.unknown.push_back(asNumber(part));
        return;
    }
    const auto first = find(range->first);
    const auto last = find(range->second);
    if (!first) {
        out.unknown.push_back(asNumber(range->first));
    }
    if (!last) {
        out.unknown.push_back(asNumber(range->second));
    }
    if (first && last) {
        if (*first > *last) {
            out.backwards.emplace_back(part);
        } else {
            out.ranges.push_back({*first, std::max(end(*first), end(*last))});
            out.last = last;
        }
    }
}

std::string ItemIndex::nearest(std::string_view number) const {
    const auto value = valueOf(number);
    if (value && !byValue_.empty()) {
        auto above = std::ranges::lower_bound(byValue_, std::pair(*value, std::size_t{0}));
        const bool last = above == byValue_.end();
        if (above != byValue_.begin() && (last || *value - (above - 1)->first <= above->first - *value)) {
            --above;
        }
        return places_[above->second].number;
    }
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < std::min(places_.size(), kMostCompared); ++i) {
        names.push_back(places_[i].number);
    }
    return std::string(nearestName(number, names).value_or(std::string_view()));
}

std::vector<std::pair<std::string_view, std::string_view>> ItemIndex::named(ItemRange range,
                                                                            std::size_t most) const {
    std::vector<std::pair<std::string_view, std::string_view>> out;
    for (std::size_t i = range.from; i < range.to && out.size() < most;) {
        const Place& place = places_[i];
        if (place.end > range.to || place.number.empty()) { // not all of it, or it cannot be named
            ++i;
            continue;
        }
        const std::vector<std::size_t>& run = runs_[place.run];
        const auto begin = run.begin() + static_cast<std::ptrdiff_t>(place.runPlace);
        const auto past = std::partition_point(
            begin, run.end(), [&](std::size_t each) { return places_[each].end <= range.to; });
        const std::size_t last = *(past - 1);
        if (past - begin > 2) {
            out.emplace_back(place.number, places_[last].number);
        } else {
            for (auto each = begin; each != past; ++each) {
                out.emplace_back(places_[*each].number, std::string_view());
            }
        }
        i = places_[last].end;
    }
    return out;
}

std::string_view ItemIndex::lastNumber(ItemRange range) const {
    for (std::size_t i = range.to; i-- > range.from;) {
        if (!places_[i].number.empty()) {
            return places_[i].number;
        }
    }
    return {};
}

} // namespace sidetal
