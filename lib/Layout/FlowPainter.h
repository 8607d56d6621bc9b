#pragma once

#include "Blocks/Block.h"
#include "Layout/Flow.h"

#include <span>

namespace sidetal {

class Canvas;

/// The items of a flow that stand in a panel.
struct PanelStretch {
    std::uint32_t first = 0;
    std::uint32_t end = 0;      ///< one past the last
    std::uint32_t farthest = 0; ///< the largest `end` of the panels up to this one
    const PanelFormat* format = nullptr;
    Length x; ///< of the measure, from the left edge of the flow
    Length width;
};

/// A flow, its panels and where its pages begin. Panels lie within one another or apart, in the order of
/// their first items, the outer before the inner.
struct PagedFlow {
    std::span<const FlowItem> items;
    std::span<const PanelStretch> panels;
    std::span<const PageToken> pages;
};

/// Paints what page `page` of a flow shows, the flow's left top corner at (x, y).
void paintFlow(const PagedFlow& flow, std::uint32_t page, Length x, Length y, Canvas& canvas);

} // namespace sidetal
