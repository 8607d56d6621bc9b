#include "Compose/ItemNumbers.h"

#include <charconv>

namespace sidetal {

namespace {

/// The figure that a number ends with: 12 in "4.12", 3 in "3."; nothing in "A".
std::optional<std::int64_t> lastFigure(std::string_view number) {
    const std::size_t end = number.find_last_of("0123456789");
    if (end == std::string_view::npos || number.find_first_not_of('.', end + 1) != std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t before = number.find_last_not_of("0123456789", end);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::int64_t value = 0;
    const auto [rest, fault] = std::from_chars(number.data() + begin, number.data() + end + 1, value);
    return fault == std::errc() ? std::optional(value) : std::nullopt;
}

} // namespace

ItemNumbers::ItemNumbers(const Numbering& numbering)
    : suffix_(numbering.suffix)
    , topSuffix_(numbering.suffix)
    , count_(numbering.start)
    , counts_(numbering.scheme != Numbering::Scheme::Given) {}

ItemNumbers ItemNumbers::below(const ItemNumber& parent) const {
    ItemNumbers out = *this;
    out.count_ = 1;
    out.prefix_ = parent.bare.empty() ? std::string() : parent.bare + ".";
    out.suffix_ = parent.bare.empty() ? topSuffix_ : std::string();
    return out;
}

ItemNumber ItemNumbers::next(const std::optional<std::string>& given) {
    if (!given) {
        return counts_ ? numbered(prefix_ + std::to_string(count_++)) : ItemNumber{};
    }
    if (given->empty()) {
        return {};
    }
    if (const auto figure = lastFigure(*given)) {
        count_ = *figure + 1;
    }
    return numbered(*given);
}

ItemNumber ItemNumbers::numbered(std::string bare) const {
    if (!suffix_.empty() && bare.ends_with(suffix_)) {
        bare.resize(bare.size() - suffix_.size());
    }
    return {bare + suffix_, bare};
}

} // namespace sidetal
