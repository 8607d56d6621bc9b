#include "Layout/FlowPainter.h"

#include "Layout/Canvas.h"

#include <algorithm>
#include <vector>

namespace sidetal {

namespace {

/// Paints grounds and bars of panels. They lie under what stands in them, so they are begun before it, and
/// get their height once that is known.
class PanelPainter {
  public:
    PanelPainter(std::span<const PanelStretch> panels, Length x, Canvas& canvas)
        : rest_(panels)
        , x_(x)
        , canvas_(canvas) {}

    /// To be told of each item that the page shows before it is painted, at `top`.
    void begin(std::uint32_t item, Length top) {
        std::erase_if(open_, [&](const Open& o) { return o.panel->end <= item; });
        for (; !rest_.empty() && rest_.front().first <= item; rest_ = rest_.subspan(1)) {
            if (rest_.front().end > item) {
                open(rest_.front(), top);
            }
        }
    }
    /// And afterwards.
    void end(Length bottom) {
        for (Open& o : open_) {
            const PanelFormat& format = *o.panel->format;
            const Length height = bottom + format.padBottom - o.top;
            if (o.hasFill) {
                canvas_.setHeight(o.fill, height);
            }
            if (format.barWidth > Length()) {
                canvas_.setHeight(o.bar, height);
            }
        }
    }

  private:
    /// A panel that has a part on the page.
    struct Open {
        const PanelStretch* panel = nullptr;
        Length top;
        std::size_t fill = 0;
        std::size_t bar = 0;
        bool hasFill = false;
    };

    void open(const PanelStretch& panel, Length top) {
        const PanelFormat& format = *panel.format;
        Open& o = open_.emplace_back();
        o.panel = &panel;
        o.top = top - format.padTop;
        const Length left = x_ + panel.x;
        if (format.fill) {
            o.hasFill = true;
            const Length width = panel.width + format.padLeft + format.padRight;
            o.fill = canvas_.fill({left - format.padLeft, o.top, width, {}}, *format.fill);
        }
        if (format.barWidth > Length()) {
            o.bar = canvas_.fill({left - format.barGap - format.barWidth, o.top, format.barWidth, {}},
                                 format.barColour);
        }
    }

    std::span<const PanelStretch> rest_; ///< not open yet
    std::vector<Open> open_;
    Length x_;
    Canvas& canvas_;
};

/// The panels from the first one on that goes on past item `item`.
std::span<const PanelStretch> panelsPast(std::span<const PanelStretch> panels, std::uint32_t item) {
    const auto begin = std::ranges::upper_bound(panels, item, {}, &PanelStretch::farthest);
    return panels.subspan(static_cast<std::size_t>(begin - panels.begin()));
}

} // namespace

void paintFlow(const PagedFlow& flow, std::uint32_t page, Length x, Length y, Canvas& canvas) {
    PanelPainter panels(panelsPast(flow.panels, flow.pages[page].item), x, canvas);
    forEachPart(flow.items, flow.pages, page,
                [&](std::uint32_t i, const BreakToken& from, const BreakToken* until, Length top) {
                    const FlowItem& item = flow.items[i];
                    panels.begin(i, y + top);
                    const Length height = item.block->paint(from, until, x + item.x, y + top, canvas);
                    panels.end(y + top + height);
                    return height;
                });
}

} // namespace sidetal
