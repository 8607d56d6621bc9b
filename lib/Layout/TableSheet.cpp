#include "Layout/TableSheet.h"

#include <algorithm>

namespace sidetal {

Length TableSheet::bottomOfNext() const {
    // A cell gives height to the last row that it covers, by what its rows before do not hold: an own cell
    // all of it.
    const std::uint32_t row = end();
    Length bottom = edges_.back();
    grid_.forEachInRow(row, [&](const GridCell& cell, std::uint32_t) {
        if (cell.endRow() == row + 1) {
            bottom = std::max(bottom, pieceBottom(cell, cell.lines));
        }
    });
    return bottom;
}

std::optional<Cut> TableSheet::closeBefore(std::uint32_t row, Length limit, Give give) const {
    if (row == grid_.rows()) {
        return std::nullopt;
    }
    Cut cut{{row, false, std::vector<std::uint32_t>(grid_.columns())}, top(row)};
    const auto forEachCut = [&](auto&& visit) {
        grid_.forEachInRow(row, [&](const GridCell& cell, std::uint32_t) {
            if (cell.row < row) {
                visit(cell);
            }
        });
    };
    forEachCut([&](const GridCell& cell) { cut.bottom = std::max(cut.bottom, leastBottom(cell, give)); });
    if (cut.bottom > limit) {
        return std::nullopt;
    }
    forEachCut(
        [&](const GridCell& cell) { cut.next.done[cell.column] = linesUpTo(cell, cut.bottom, false); });
    return cut;
}

std::optional<Cut> TableSheet::closeInside(std::uint32_t row, Length limit, Give give) const {
    Cut cut{{row, true, std::vector<std::uint32_t>(grid_.columns())}, top(row)};
    const bool force = give == Give::Any;
    bool possible = true;
    bool progress = false;
    grid_.forEachInRow(row, [&](const GridCell& cell, std::uint32_t) {
        if (cell.endRow() > row + 1) {
            cut.bottom = std::max(cut.bottom, leastBottom(cell, give));
            return;
        }
        const std::uint32_t to = linesUpTo(cell, limit, force);
        possible = possible && (force || to > done(cell) || to == cell.lines) && mayGoOn(cell, to, give);
        progress = progress || to > done(cell);
        cut.next.done[cell.column] = to;
        cut.bottom = std::max(cut.bottom, pieceBottom(cell, to));
    });
    if (!possible || !progress || cut.bottom > limit) {
        return std::nullopt;
    }
    grid_.forEachInRow(row, [&](const GridCell& cell, std::uint32_t) {
        if (cell.endRow() > row + 1) {
            cut.next.done[cell.column] = linesUpTo(cell, cut.bottom, false);
        }
    });
    return cut;
}

Length TableSheet::closedBottom(const BreakToken* until) const {
    Length bottom = edges_.back();
    if (until != nullptr) {
        grid_.forEachInRow(until->at, [&](const GridCell& cell, std::uint32_t) {
            if (cell.row < until->at || until->inside) {
                bottom = std::max(bottom, pieceBottom(cell, until->done[cell.column]));
            }
        });
    }
    return bottom;
}

TablePart TableSheet::part(const BreakToken* until) const {
    TablePart part{first(), end(), edges_, {}};
    const Length bottom = closedBottom(until);
    if (until != nullptr && until->inside) {
        part.edges.push_back(bottom);
        ++part.endRow;
    } else {
        part.edges.back() = bottom;
    }
    for (std::uint32_t row = part.firstRow; row < part.endRow; ++row) {
        grid_.forEachInRow(row, [&](const GridCell& cell, std::uint32_t index) {
            if (startRow(cell) != row) {
                return;
            }
            const std::uint32_t end = std::min(cell.endRow(), part.endRow);
            const PieceStart start = startOf(cell, until);
            part.pieces.push_back({index, row, end, start.top, part.edges[end - part.firstRow], start.from,
                                   start.to, start.continues});
        });
    }
    return part;
}

} // namespace sidetal
