#include "Model/ItemNumbers.h"

#include <charconv>

namespace sidetal {

namespace {

constexpr std::string_view kFigures = "0123456789";
constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
constexpr std::string_view kBrackets = "([{<\"'";

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::int64_t kLetterCount = 26;

/// "a" of 1, "z" of 26, "aa" of 27.
std::string lettersOf(std::int64_t number) {
    std::string out;
    for (; number > 0; number = (number - 1) / kLetterCount) {
        out.insert(out.begin(), kLetters[static_cast<std::size_t>((number - 1) % kLetterCount)]);
    }
    return out.empty() ? "0" : out;
}

/// 3 of "c"; nothing where there are none or too many to be numbers.
std::optional<std::int64_t> numberOf(std::string_view letters) {
    constexpr std::size_t kMost = 4;
    if (letters.empty() || letters.size() > kMost) {
        return std::nullopt;
    }
    std::int64_t out = 0;
    for (const char c : letters) {
        out = out * kLetterCount + static_cast<std::int64_t>(kLetters.find(c)) + 1;
    }
    return out;
}

} // namespace

std::string_view bareNumber(std::string_view printed) {
    return printed.substr(0, printed.find_last_not_of(kPunctuation) + 1);
}

ItemNumbers::ItemNumbers(const Numbering& numbering, std::string_view after)
    : suffix_(numbering.suffix)
    , topSuffix_(numbering.suffix)
    , count_(numbering.start)
    , counts_(numbering.scheme != Numbering::Scheme::Given)
    , lettersBelow_(numbering.subItems == Numbering::SubItems::Letters) {
    const std::string_view bare = bareNumber(after);
    letters_ = !bare.empty() && kLetters.find(bare.back()) != std::string_view::npos;
    goOnFrom(after);
}

ItemNumbers ItemNumbers::below(const ItemNumber& parent) const {
    ItemNumbers out = *this;
    out.count_ = 1;
    out.parentPrefix_ = parent.bare.empty() ? std::string() : parent.bare + ".";
    out.prefix_ = out.parentPrefix_;
    out.suffix_ = parent.bare.empty() ? topSuffix_ : std::string();
    out.letters_ = lettersBelow_ && !parent.bare.empty();
    out.lettersBelow_ = lettersBelow_ && parent.bare.empty();
    return out;
}

ItemNumber ItemNumbers::next(const std::optional<std::string>& given) {
    if (!given) {
        return counts_ ? numbered(prefix_ + count()) : ItemNumber{};
    }
    if (given->empty()) {
        return {};
    }
    goOnFrom(*given);
    const std::string_view bare = bareNumber(*given);
    return bare.size() == given->size() ? numbered(*given) : ItemNumber{*given, std::string(bare)};
}

/// Sets what comes after `given`, where a figure ends it.
void ItemNumbers::goOnFrom(std::string_view given) {
    constexpr std::int64_t kHighest = 999'999'999'999; // all items there could be do not make it overflow
    const std::string_view bare = bareNumber(given);
    if (letters_) {
        const std::size_t begin = bare.find_last_not_of(kLetters) + 1;
        if (const auto number = numberOf(bare.substr(begin))) {
            prefix_ = begin == 0 ? parentPrefix_ : std::string(bare.substr(0, begin));
            count_ = *number + 1;
            return;
        }
    }
    const std::size_t begin = bare.find_last_not_of(kFigures) + 1; // 0 where all are figures
    std::int64_t figure = 0;
    const auto [end, fault] = std::from_chars(bare.data() + begin, bare.data() + bare.size(), figure);
    if (fault != std::errc() || figure > kHighest) {
        return;
    }
    const std::string_view before = bare.substr(0, begin);
    const bool goesOn = !before.empty() && before.find_first_of(kBrackets) == std::string_view::npos;
    prefix_ = goesOn ? std::string(before) : parentPrefix_;
    count_ = figure + 1;
}

/// The count in this level's characters, which it then goes on from.
std::string ItemNumbers::count() {
    const std::int64_t number = count_++;
    return letters_ ? lettersOf(number) : std::to_string(number);
}

ItemNumber ItemNumbers::numbered(std::string bare) const {
    if (!suffix_.empty() && bare.ends_with(suffix_)) {
        bare.resize(bare.size() - suffix_.size());
    }
    return {bare + suffix_, bare};
}

namespace {

void numberItems(const std::vector<AgendaItem>& items, ItemNumbers& numbers, std::vector<std::string>& out) {
    for (const AgendaItem& item : items) {
        const ItemNumber number = numbers.next(item.number);
        out.push_back(number.printed);
        if (!item.items.empty()) {
            ItemNumbers inner = numbers.below(number);
            numberItems(item.items, inner, out);
        }
    }
}

} // namespace

std::vector<std::string> printedNumbers(const MeetingPaper& paper) {
    std::vector<std::string> out;
    ItemNumbers numbers(paper.numbering, paper.supplements ? paper.supplements->after : std::string_view());
    numberItems(paper.items, numbers, out);
    for (const ItemGroup& group : paper.groups) {
        numberItems(group.items, numbers, out);
    }
    return out;
}

} // namespace sidetal
