#include "layout/LayoutDsl.h"
#include "layout/Random.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sidetal::test {

namespace {

using Fault = std::optional<std::string>;

constexpr std::int64_t kPage = 300;
constexpr std::uint32_t kNotText = 0;

/// A flow and the number of lines of each of its paragraphs.
struct Case {
    MockFlow flow;
    std::vector<std::uint32_t> lines;
    std::vector<std::uint32_t> tableRows; ///< of each item; 0 for what is no table
};

void fillRandomly(Case& c, std::uint64_t seed) {
    Dice dice(seed);
    for (std::uint32_t i = dice.between(1, 40); i > 0; --i) {
        std::uint32_t lines = kNotText;
        std::uint32_t rows = 0;
        switch (dice.between(0, 9)) {
        case 0:
            c.flow.space(dice.between(0, 60));
            break;
        case 1:
            dice.once(4) ? c.flow.pageBreak() : c.flow.beside("b", dice.between(0, 100));
            break;
        case 2:
            rows = dice.between(1, 30);
            c.flow.table("t", 10, std::vector<std::uint32_t>(rows, dice.between(1, 28)));
            if (dice.once(2)) {
                c.flow.endWithNext();
            }
            break;
        case 3:
            c.flow.solid("s", dice.once(8) ? kPage : dice.between(0, 100));
            break;
        default:
            lines = dice.once(10) ? dice.between(1, 100) : dice.between(1, 8);
            c.flow.lines("p", lines);
        }
        c.lines.push_back(lines);
        c.tableRows.push_back(rows);
        c.flow.gap(dice.between(0, 20), dice.between(0, 20));
        if (c.flow.items().back().kind != FlowItem::Kind::PageBreak && dice.once(4)) {
            c.flow.keepWithNext();
        }
        if (dice.once(10)) {
            c.flow.whole();
        }
    }
}

/// What a page shows of an item.
struct Part {
    std::uint32_t item = 0;
    std::uint32_t page = 0;
    BreakToken from;
    BreakToken until;
    bool ends = true;
};

/// All parts, page by page; tells a part that passes the page's foot.
Fault collect(const Case& c, const Pagination& pagination, std::vector<Part>& parts) {
    Fault fault;
    const auto& items = c.flow.items();
    for (std::uint32_t page = 0; page < pagination.pages.size(); ++page) {
        forEachPart(
            std::span<const FlowItem>(items), pagination.pages, page,
            [&](std::uint32_t i, const BreakToken& from, const BreakToken* until, Length y) {
                const Length used = c.flow.heightOf(i, from, until);
                if (y + used > tenths(kPage)) {
                    fault = fmt::format("item {} passes the foot of page {}", i, page + 1);
                }
                parts.push_back({i, page, from, until != nullptr ? *until : BreakToken(), until == nullptr});
                return used;
            });
    }
    return fault;
}

/// Every block once and in order, each part where the last one ended, and no part of fewer than two lines.
Fault checkOrder(const Case& c, const std::vector<Part>& parts) {
    std::uint32_t next = 0;
    BreakToken at;
    for (const Part& part : parts) {
        while (next < part.item && c.flow.items()[next].block == nullptr) {
            ++next;
        }
        if (part.item != next || part.from != at) {
            return fmt::format("item {} stands where item {} was to go on", part.item, next);
        }
        const std::uint32_t lines = c.lines[part.item];
        const std::uint32_t end = part.ends ? lines : part.until.at;
        if (lines > 1 && end - part.from.at < 2) {
            return fmt::format("item {} shows a line alone", part.item);
        }
        at = part.ends ? BreakToken() : part.until;
        next += part.ends ? 1 : 0;
    }
    const auto rest = c.flow.items().begin() + next;
    const bool left =
        std::any_of(rest, c.flow.items().end(), [](const FlowItem& i) { return i.block != nullptr; });
    return left ? Fault("blocks are missing at the end") : std::nullopt;
}

/// Are items [from, to] one chain?
bool keptOver(const std::vector<FlowItem>& items, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i) {
        if (!items[i].keepWithNext || items[i + 1].kind == FlowItem::Kind::PageBreak) {
            return false;
        }
    }
    return true;
}

/// Where an item and the next one that it is kept with stand on two pages, all that stands above it belongs
/// to the same chain: only a chain that an empty page does not hold is let go.
Fault checkKeeps(const Case& c, const std::vector<Part>& parts) {
    const auto& items = c.flow.items();
    for (std::size_t p = 0; p + 1 < parts.size(); ++p) {
        const Part& part = parts[p];
        if (!part.ends || parts[p + 1].page == part.page || !keptOver(items, part.item, parts[p + 1].item)) {
            continue;
        }
        for (std::size_t above = p; above-- > 0 && parts[above].page == part.page;) {
            const FlowItem& item = items[parts[above].item];
            if (!item.keepWithNext && item.kind != FlowItem::Kind::Beside) {
                return fmt::format("item {} is parted from what it is kept with", part.item);
            }
        }
    }
    return std::nullopt;
}

/// A table that is to end with the next item ends on an earlier page than that begins only with the one row
/// that stands there.
Fault checkEnds(const Case& c, const std::vector<Part>& parts) {
    const auto& items = c.flow.items();
    for (std::size_t p = 0; p + 1 < parts.size(); ++p) {
        const Part& part = parts[p];
        const FlowItem& item = items[part.item];
        const bool parted = part.ends && parts[p + 1].page != part.page && parts[p + 1].item == part.item + 1;
        // Rows are 10 high a line, under a header of 10; a part of two rows or more can be cut between them.
        const auto* table = item.endWithNext && !item.whole ? &item : nullptr;
        if (parted && table != nullptr && c.tableRows[part.item] > part.from.at + 1 && !part.from.fresh()) {
            return fmt::format("table {} leaves what it is to end with alone", part.item);
        }
    }
    return std::nullopt;
}

Fault check(std::uint64_t seed) {
    Case c;
    fillRandomly(c, seed);
    const Pagination pagination = paginate(c.flow.items(), tenths(kPage));
    if (!pagination.faults.empty()) {
        return "a block finds no room though all fit an empty page";
    }
    std::vector<Part> parts;
    Fault fault = collect(c, pagination, parts);
    fault = fault ? fault : checkOrder(c, parts);
    fault = fault ? fault : checkKeeps(c, parts);
    return fault ? fault : checkEnds(c, parts);
}

} // namespace

TEST(FlowProperty, randomFlowsStandInOrderWithTheirKeeps) {
    forRandomCases(0, 1, 20'000, check);
}

} // namespace sidetal::test
