#include "Pages/Pages.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace sidetal {

namespace {

constexpr std::size_t kLayers = static_cast<std::size_t>(Layer::Link) + 1;

std::size_t layerOf(const Op& op) {
    return std::visit([](const auto& o) { return static_cast<std::size_t>(o.layer); }, op);
}

} // namespace

void Page::clear() {
    ops.clear();
    pieces.clear();
    segments.clear();
}

void Page::sortByLayer() {
    std::array<std::size_t, kLayers + 1> begins{};
    std::size_t highest = 0;
    bool sorted = true;
    for (const Op& op : ops) {
        const std::size_t layer = layerOf(op);
        sorted = sorted && layer >= highest;
        highest = std::max(highest, layer);
        ++begins[layer + 1];
    }
    if (sorted) {
        return;
    }
    for (std::size_t layer = 1; layer <= kLayers; ++layer) {
        begins[layer] += begins[layer - 1];
    }
    sorted_.resize(ops.size());
    for (const Op& op : ops) {
        sorted_[begins[layerOf(op)]++] = op;
    }
    ops.swap(sorted_);
}

void PageSizes::add(std::uint32_t firstPage, Size size) {
    assert(stretches_.empty() ? firstPage == 0 : firstPage > stretches_.back().firstPage);
    if (stretches_.empty() || stretches_.back().size != size) {
        stretches_.push_back({firstPage, size});
    }
}

Size PageSizes::operator[](std::uint32_t page) const {
    const auto after = std::upper_bound(stretches_.begin(), stretches_.end(), page,
                                        [](std::uint32_t p, const Stretch& s) { return p < s.firstPage; });
    assert(after != stretches_.begin());
    return (after - 1)->size;
}

} // namespace sidetal
