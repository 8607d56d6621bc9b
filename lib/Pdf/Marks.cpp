#include "Pdf/Marks.h"

#include <algorithm>
#include <cassert>

namespace sidetal {

std::uint32_t Marks::add(NodeId leaf) {
    const auto mark = static_cast<std::uint32_t>(owners_.size());
    owners_.push_back(leaf);
    std::uint32_t& first = first_[index(leaf)];
    first = std::min(first, mark);
    return mark - pageStarts_.back();
}

void Marks::finish() {
    next_.assign(owners_.size(), kNone);
    std::fill(first_.begin(), first_.end(), kNone);
    for (std::size_t i = owners_.size(); i-- > 0;) {
        std::uint32_t& first = first_[index(owners_[i])];
        next_[i] = first;
        first = static_cast<std::uint32_t>(i);
    }
}

std::span<const NodeId> Marks::ofPage(std::uint32_t page) const {
    const std::size_t begin = pageStarts_[page];
    const std::size_t end = page + 1 < pageStarts_.size() ? pageStarts_[page + 1] : owners_.size();
    return std::span(owners_).subspan(begin, end - begin);
}

Marks::Mark Marks::mark(std::uint32_t mark) const {
    const auto after = std::upper_bound(pageStarts_.begin(), pageStarts_.end(), mark);
    const auto page = static_cast<std::uint32_t>(after - pageStarts_.begin() - 1);
    return {page, mark - pageStarts_[page]};
}

} // namespace sidetal
