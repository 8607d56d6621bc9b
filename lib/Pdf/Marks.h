#pragma once

#include "Pages/Pages.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sidetal {

/// Which leaf each marked content of each page belongs to: what the content streams were given, and so, by
/// construction, both what the parent tree says and what the leaves' K say. Eight bytes a mark.
class Marks {
  public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    /// A piece of marked content.
    struct Mark {
        std::uint32_t page = 0;
        std::uint32_t mcid = 0;
    };

    explicit Marks(const StructTree& tree)
        : first_(tree.size(), kNone) {}

    void beginPage() { pageStarts_.push_back(static_cast<std::uint32_t>(owners_.size())); }
    /// Gives `leaf` the next MCID of the page.
    std::uint32_t add(NodeId leaf);

    /// To be called after the last page: makes the way from leaves to marks.
    void finish();

    /// The leaves of a page's marks, by MCID.
    [[nodiscard]] std::span<const NodeId> ofPage(std::uint32_t page) const;
    [[nodiscard]] std::size_t size() const { return owners_.size(); }

    /// The first mark of a leaf, in reading order, and the one after a mark; kNone where there is none. After
    /// finish().
    [[nodiscard]] std::uint32_t firstOf(NodeId leaf) const { return first_[index(leaf)]; }
    [[nodiscard]] std::uint32_t nextOf(std::uint32_t mark) const { return next_[mark]; }
    [[nodiscard]] Mark mark(std::uint32_t mark) const;
    /// Whether `leaf` has been given a mark; during painting too.
    [[nodiscard]] bool isMarked(NodeId leaf) const { return first_[index(leaf)] != kNone; }

  private:
    std::vector<NodeId> owners_;
    std::vector<std::uint32_t> pageStarts_;
    std::vector<std::uint32_t> first_; ///< by node
    std::vector<std::uint32_t> next_;  ///< by mark
};

} // namespace sidetal
