#include "Pages/Pages.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

namespace sidetal {

namespace {

constexpr std::size_t kLayers = static_cast<std::size_t>(Layer::Link) + 1;
constexpr std::size_t kReadingLayer = static_cast<std::size_t>(Layer::Text); ///< of all that is read

std::size_t layerOf(const Op& op) {
    return std::visit([](const auto& o) { return static_cast<std::size_t>(o.layer); }, op);
}

const Content* contentOf(const Op& op) {
    return std::visit(
        [](const auto& o) -> const Content* {
            if constexpr (requires { o.content; }) {
                return &o.content;
            } else {
                return nullptr;
            }
        },
        op);
}

/// The layer that an op is painted with: what belongs to a leaf is painted in reading order, whatever its
/// own, but for the background.
std::size_t paintedWith(const Op& op) {
    const std::size_t layer = layerOf(op);
    if (layer == static_cast<std::size_t>(Layer::Background) || layer >= kReadingLayer) {
        return layer;
    }
    const bool isRead = layer == static_cast<std::size_t>(Layer::Figure) || !contentOf(op)->isArtifact();
    return isRead ? kReadingLayer : layer;
}

} // namespace

void Page::clear() {
    ops.clear();
    pieces.clear();
    segments.clear();
}

void Page::sortForPainting() {
    std::array<std::size_t, kLayers + 1> begins{};
    std::size_t highest = 0;
    bool sorted = true;
    for (const Op& op : ops) {
        const std::size_t layer = paintedWith(op);
        sorted = sorted && layer >= highest;
        highest = std::max(highest, layer);
        ++begins[layer + 1];
    }
    for (std::size_t layer = 1; layer <= kLayers; ++layer) {
        begins[layer] += begins[layer - 1];
    }
    const std::size_t begin = begins[kReadingLayer];
    const std::size_t end = begins[kReadingLayer + 1];
    if (!sorted) {
        sorted_.resize(ops.size());
        for (const Op& op : ops) {
            sorted_[begins[paintedWith(op)]++] = op;
        }
        ops.swap(sorted_);
    }
    sortByReading(begin, end);
}

/// Brings the ops from `begin` to `end`, those that are read and what furniture shows among them, into
/// reading order.
void Page::sortByReading(std::size_t begin, std::size_t end) {
    ranks_.clear();
    std::uint64_t leaf = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const Content content = *contentOf(ops[i]);
        leaf = content.isArtifact() ? leaf : index(content.leaf());
        ranks_.push_back({leaf * kLayers + layerOf(ops[i]), static_cast<std::uint32_t>(i)});
    }
    if (std::is_sorted(ranks_.begin(), ranks_.end())) {
        return;
    }
    std::stable_sort(ranks_.begin(), ranks_.end());
    sorted_.clear();
    for (const Rank& rank : ranks_) {
        sorted_.push_back(ops[rank.op]);
    }
    std::copy(sorted_.begin(), sorted_.end(), ops.begin() + static_cast<std::ptrdiff_t>(begin));
}

std::string Pages::contentsOf(const Link& link) const {
    constexpr std::string_view kPage = "{page}";
    std::string words = link.contents;
    const std::size_t at = link.numbered ? words.rfind(kPage) : std::string::npos;
    if (at != std::string::npos && link.target != TargetId::None) {
        words.replace(at, kPage.size(), std::to_string(target(link.target).number));
    }
    return words;
}

void PageSizes::add(std::uint32_t firstPage, Size size) {
    assert(stretches_.empty() ? firstPage == 0 : firstPage > stretches_.back().firstPage);
    if (stretches_.empty() || stretches_.back().size != size) {
        stretches_.push_back({firstPage, size});
    }
}

std::uint32_t PageSizes::stretchOf(std::uint32_t page) const {
    const auto after = std::upper_bound(stretches_.begin(), stretches_.end(), page,
                                        [](std::uint32_t p, const Stretch& s) { return p < s.firstPage; });
    assert(after != stretches_.begin());
    return static_cast<std::uint32_t>(after - stretches_.begin()) - 1;
}

} // namespace sidetal
