#pragma once

#include "Blocks/Block.h"
#include "Layout/Flow.h"

#include "Pages/Pages.h"

#include <span>
#include <utility>
#include <vector>

namespace sidetal {

/// Something that is to be found on its page once pages are known: a heading's entry in the outline, a
/// target, or the box of a table or figure.
struct Mark {
    std::uint32_t item = 0; ///< of the flow
    Spot spot;              ///< within the item
    const Heading* heading = nullptr;
    TargetId target = TargetId::None;
    NodeId boxed = NodeId::None;
    Length x; ///< of the box, from the item's left edge
    Length width;
    Spot bottom;   ///< of a box in a cell: there is one only where it stands on the page of the top
    Length height; ///< 0: the item's own, where all of it stands on one page
};

/// Knows which targets are to be found.
class TargetFinder {
  public:
    /// `tree` must outlive this; no target is bound afterwards.
    explicit TargetFinder(const StructTree& tree);

    /// Appends the targets that `leaf`, or a node that it lies in, was bound to and that were not told
    /// before: what is laid out first of a node is where it begins.
    void take(NodeId leaf, std::vector<TargetId>& found);

  private:
    struct Wanted {
        NodeId node = NodeId::None;
        TargetId target = TargetId::None;
    };
    const StructTree& tree_;
    std::vector<Wanted> wanted_; ///< by node
    std::vector<bool> open_;     ///< by the number of the node: its targets were not told yet
};

/// The marks of a run found on its pages: what they are about goes to `pages`. `marks` in the order of their
/// items; `body` is where the flow stands; pages count from `firstPage`.
struct MarkedFlow {
    std::span<const FlowItem> items;
    const Pagination& pagination;
    std::span<const Mark> marks;
};
void placeMarks(const MarkedFlow& flow, const Rect& body, std::uint32_t firstPage, Pages& pages);

} // namespace sidetal
