#pragma once

#include "Layout/Fragmenter.h"

#include "sidetal/Support/Diagnostic.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sidetal {

/// A step of the flow: blocks flattened, lists with them.
struct FlowItem {
    enum class Kind : std::uint8_t {
        Block,
        Space,     ///< empty height; dropped at the top of a page
        PageBreak, ///< makes no empty page
        Beside,    ///< stands beside the flow, takes no height, is never broken
    };
    Kind kind = Kind::Block;
    bool keepWithNext = false; ///< on the page where the next item begins
    bool endWithNext = false;  ///< its last part on the page where the next item begins, where that can be
    bool heading = false;
    bool leads = false;    ///< two lines of what follows stand under it on its page (keepLeads())
    bool whole = false;    ///< on one page
    bool silent = false;   ///< shows nothing that is read: a rule
    bool landmark = false; ///< where its parts stand is told (Pagination::landmarks)
    SourcePos source;
    std::uint32_t lines = 0; ///< of a text; 0 of anything else
    const Fragmenter* block = nullptr;
    Length x; ///< from the left edge of the flow
    Length spaceBefore;
    Length spaceAfter;
    Length height; ///< of a Space, of what stands beside, and of each line of a text
};
static_assert(sizeof(FlowItem) <= 64, "a long document has some ten a page");

/// Where a page begins: at `at` of item `item`.
struct PageToken {
    std::uint32_t item = 0;
    BreakToken at;
};

/// Where a part of an item stands that asked for it.
struct Landmark {
    std::uint32_t item = 0;
    std::uint32_t page = 0;
    Length top; ///< from the top of the flow
    Length height;
    bool whole = true; ///< all of the item stands there
};

/// An item that finds no room on an empty page; left out.
struct FlowFault {
    std::uint32_t item = 0;
    std::uint32_t page = 0;
    std::string_view reason;
};

/// The pages of a flow; at least one.
struct Pagination {
    std::vector<PageToken> pages;
    std::vector<Landmark> landmarks; ///< in order, by item and page
    std::vector<FlowFault> faults;
};

/// How far a page is filled. The gap between two items is the larger of what either asks for; at the top of a
/// page there is none.
struct Pen {
    Length y;
    Length after;    ///< what the last item asks for below it
    bool top = true; ///< nothing stands on the page yet

    [[nodiscard]] Length next(const FlowItem& item) const {
        return top ? y : y + std::max(after, item.spaceBefore);
    }
    /// Goes past `item`, `height` of which stand at next(item).
    void pass(const FlowItem& item, Length height) {
        if (item.kind != FlowItem::Kind::Beside) {
            stand(item, height);
        }
    }
    /// As pass(), of what stands beside the flow too.
    void stand(const FlowItem& item, Length height) {
        y = next(item) + height;
        after = item.spaceAfter;
        top = false;
    }
};

/// Whether an item does not count as what follows another: empty height, and what stands beside the flow.
[[nodiscard]] constexpr bool isBetween(const FlowItem& item) {
    return item.kind == FlowItem::Kind::Space || item.kind == FlowItem::Kind::Beside;
}

/// Completes the keeps of a flow: what stands between an item and the next one that it is kept with goes with
/// both; and a text of a single line under an item that leads is kept with what follows it, so that two lines
/// stand there, unless the next text is a heading or a rule that is kept with one. What comes after breaks as
/// any text.
void keepLeads(std::span<FlowItem> items);

/// Breaks a flow into pages of `height` (docs/design.md, "Breaking pages"); linear in what it places.
[[nodiscard]] Pagination paginate(std::span<const FlowItem> items, Length height);

/// A region that holds anything.
inline constexpr Length kEndless = Length::points(1'000'000'000);
inline constexpr Region kEndlessRegion{kEndless, kEndless, kEndless};

/// How much height a flow needs that is never broken, what stands beside it included.
[[nodiscard]] Length heightOf(std::span<const FlowItem> items);

/// Calls `visit(item, from, until, y)` for each part that page `page` shows, in reading order; `until` is
/// null where the item ends there; `visit` returns the part's height.
template <typename Visit>
void forEachPart(std::span<const FlowItem> items, std::span<const PageToken> pages, std::uint32_t page,
                 Visit&& visit) {
    static const BreakToken kStart;
    const PageToken& first = pages[page];
    const PageToken* end = page + 1 < pages.size() ? &pages[page + 1] : nullptr;
    Pen pen;
    for (std::uint32_t i = first.item; i < items.size(); ++i) {
        const bool last = end != nullptr && i == end->item;
        if (last && end->at.fresh()) {
            return;
        }
        const FlowItem& item = items[i];
        if (item.kind == FlowItem::Kind::Space) {
            if (!pen.top) {
                pen.pass(item, item.height);
            }
        } else if (item.block != nullptr) {
            const BreakToken& from = i == first.item ? first.at : kStart;
            pen.pass(item, visit(i, from, last ? &end->at : nullptr, pen.next(item)));
        }
        if (last) {
            return;
        }
    }
}

} // namespace sidetal
