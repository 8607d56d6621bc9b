#include "layout/Invariants.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace sidetal::test {

namespace {

using Fault = std::optional<std::string>;

/// The height of lines [from, to) of a cell of one stretch or of none.
Length sumOfLines(const TableGrid& grid, const GridCell& cell, std::uint32_t from, std::uint32_t to) {
    Length sum;
    Length lastBottom;
    for (const Stretch& stretch : grid.stretches(cell)) {
        for (std::uint32_t i = 0; i < stretch.count; ++i) {
            const std::uint32_t line = stretch.first + i;
            if (line < from || line >= to) {
                continue;
            }
            const Length top = stretch.top + stretch.lineHeight * i;
            sum += stretch.lineHeight + (line > from ? top - lastBottom : Length());
            lastBottom = top + stretch.lineHeight;
        }
    }
    return sum;
}

Length frameOf(const GridCell& cell, bool label) {
    return cell.padTop + cell.padBottom + (label ? cell.labelHeight : Length());
}

/// Follows each cell over its pages.
class CellHistory {
  public:
    explicit CellHistory(const PaginatedTable& table)
        : table_(table)
        , lines_(table.grid.cells().size())
        , endRow_(table.grid.cells().size())
        , begun_(table.grid.cells().size()) {}

    Fault add(const PagePart& page, const CellPiece& piece) {
        const GridCell& cell = table_.grid.cell(piece.cell);
        const std::uint32_t from = lines_[piece.cell];
        const bool again = begun_[piece.cell];
        if (piece.from != from || piece.to < from) {
            return fmt::format("cell {} shows lines [{},{}) after {}", piece.cell, piece.from, piece.to,
                               from);
        }
        if (piece.continues != again) {
            return fmt::format("cell {}: label {} though it {}", piece.cell, piece.continues,
                               again ? "continues" : "begins");
        }
        const std::uint32_t rowsSoFar = again ? endRow_[piece.cell] : cell.row;
        const bool sameRow = again && page.from.inside && piece.firstRow + 1 == rowsSoFar;
        if (piece.firstRow != rowsSoFar && !sameRow) {
            return fmt::format("cell {} goes on at row {} after row {}", piece.cell, piece.firstRow,
                               rowsSoFar);
        }
        lines_[piece.cell] = piece.to;
        endRow_[piece.cell] = piece.endRow;
        begun_[piece.cell] = true;
        return checkText(piece, cell);
    }

    Fault finish() const {
        const auto cells = table_.grid.cells();
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            if (lines_[i] != cells[i].lines) {
                return fmt::format("cell {} shows {} of {} lines", i, lines_[i], cells[i].lines);
            }
            if (endRow_[i] != cells[i].endRow()) {
                return fmt::format("cell {} ends at row {}, not {}", i, endRow_[i], cells[i].endRow());
            }
        }
        return std::nullopt;
    }

  private:
    Fault checkText(const CellPiece& piece, const GridCell& cell) const {
        const Length frame = frameOf(cell, piece.continues);
        const Length height = piece.bottom - piece.top;
        if (frame + sumOfLines(table_.grid, cell, piece.from, piece.to) > height) {
            return fmt::format("cell {} holds more than its piece is high", piece.cell);
        }
        const std::uint32_t left = cell.lines - piece.to;
        if (left == 0) {
            return std::nullopt;
        }
        if (frame + sumOfLines(table_.grid, cell, piece.from, cell.lines) <= height) {
            return fmt::format("cell {} goes on though its piece holds it all", piece.cell);
        }
        const Length least = table_.header + cell.padTop + cell.labelHeight + cell.padBottom +
                             table_.grid.highestLine(cell) * 4;
        const std::uint32_t given = piece.to - piece.from;
        if (least <= table_.page && (given == 1 || left == 1)) {
            return fmt::format("cell {} is broken {} + {}", piece.cell, given, left);
        }
        return std::nullopt;
    }

    const PaginatedTable& table_;
    std::vector<std::uint32_t> lines_;
    std::vector<std::uint32_t> endRow_;
    std::vector<bool> begun_;
};

Fault checkEdges(const PaginatedTable& table, const PagePart& page, const PagePart* before) {
    const TablePart& part = page.part;
    if (part.edges.front() != table.header) {
        return "the header does not stand above the rows";
    }
    if (part.endRow <= part.firstRow || part.edges.size() != part.endRow - part.firstRow + 1) {
        return "a page without a row";
    }
    if (!std::is_sorted(part.edges.begin(), part.edges.end())) {
        return "edges are out of order";
    }
    if (part.edges.back() > table.page || part.edges.back() != page.planned) {
        return fmt::format("the part is {} high, planned {}, page {}", inTenths(part.edges.back()),
                           inTenths(page.planned), inTenths(table.page));
    }
    const std::uint32_t expected =
        before == nullptr ? 0 : before->part.endRow - (before->next.inside ? 1u : 0u);
    if (part.firstRow != expected) {
        return fmt::format("begins in row {}, not {}", part.firstRow, expected);
    }
    return std::nullopt;
}

/// Each slot of the page belongs to one piece, which is as high as its rows.
Fault checkPieces(const PaginatedTable& table, const TablePart& part) {
    const std::uint32_t columns = table.grid.columns();
    std::vector<std::uint32_t> covered((part.endRow - part.firstRow) * columns);
    for (const CellPiece& piece : part.pieces) {
        const GridCell& cell = table.grid.cell(piece.cell);
        if (piece.top != part.edges[piece.firstRow - part.firstRow] ||
            piece.bottom != part.edges[piece.endRow - part.firstRow]) {
            return fmt::format("the piece of cell {} is not as high as its rows", piece.cell);
        }
        for (std::uint32_t row = piece.firstRow; row < piece.endRow; ++row) {
            for (std::uint32_t c = cell.column; c < cell.column + cell.colSpan; ++c) {
                ++covered[(row - part.firstRow) * columns + c];
            }
        }
    }
    const bool once = std::all_of(covered.begin(), covered.end(), [](std::uint32_t n) { return n == 1; });
    return once ? std::nullopt : Fault("a slot is covered by no piece or by two");
}

/// Lines that are to stand where their cell begins do, unless an empty page does not hold them.
Fault checkWholeLines(const PaginatedTable& table, const PagePart& page) {
    for (const CellPiece& piece : page.part.pieces) {
        const GridCell& cell = table.grid.cell(piece.cell);
        if (cell.wholeLines == 0 || piece.continues ||
            piece.to >= std::min<std::uint32_t>(cell.wholeLines, cell.lines)) {
            continue;
        }
        // What may stand beside them: other cells' labels and two lines, which are no higher than the
        // highest.
        Length rows = frameOf(cell, false) +
                      sumOfLines(table.grid, cell, 0, std::min(cell.wholeLines + 1u, cell.lines));
        Length beside;
        table.grid.forEachInRow(piece.firstRow, [&](const GridCell& other, std::uint32_t) {
            beside = std::max(beside, frameOf(other, true) + sumOfLines(table.grid, other, 0, other.lines));
        });
        if (table.header + rows + beside <= table.page) {
            return fmt::format("cell {} begins with {} lines", piece.cell, piece.to);
        }
    }
    return std::nullopt;
}

/// Goals that are kept stand on one page, or are higher than one with all that their rows hold.
Fault checkKeeps(const PaginatedTable& table, const PagePart& page) {
    if (table.keepUpTo == 0 || !page.closed) {
        return std::nullopt;
    }
    for (const CellPiece& piece : page.part.pieces) {
        const GridCell& cell = table.grid.cell(piece.cell);
        const bool cut = cell.endRow() > page.next.at && (cell.row < page.next.at || page.next.inside);
        if (cell.column != 1 || cell.keptRows == 0 || !cut || piece.continues ||
            piece.firstRow == page.part.firstRow) {
            continue;
        }
        Length rows;
        table.grid.forEachInRow(cell.row, [&](const GridCell& above, std::uint32_t) {
            rows = std::max(rows, frameOf(above, true)); // a theme's label may need room of its own
        });
        for (std::uint32_t row = cell.row; row < cell.endRow(); ++row) {
            const GridCell& own = table.grid.cell(table.grid.at(row, 2));
            rows += frameOf(own, false) + sumOfLines(table.grid, own, 0, own.lines);
        }
        rows = std::max(rows, frameOf(cell, false) + sumOfLines(table.grid, cell, 0, cell.lines));
        if (table.header + rows <= table.page) {
            return fmt::format("cell {} was to be kept and fits a page", piece.cell);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> brokenInvariant(const PaginatedTable& table) {
    CellHistory history(table);
    const PagePart* before = nullptr;
    for (const PagePart& page : table.parts) {
        Fault fault = checkEdges(table, page, before);
        fault = fault ? fault : checkPieces(table, page.part);
        fault = fault ? fault : checkKeeps(table, page);
        fault = fault ? fault : checkWholeLines(table, page);
        for (const CellPiece& piece : page.part.pieces) {
            fault = fault ? fault : history.add(page, piece);
        }
        if (fault) {
            return fmt::format("page {}: {}", &page - table.parts.data() + 1, *fault);
        }
        before = &page;
    }
    if (before->part.endRow != table.grid.rows()) {
        return "rows are missing at the end";
    }
    return history.finish();
}

} // namespace sidetal::test
