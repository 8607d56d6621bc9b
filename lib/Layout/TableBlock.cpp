#include "Layout/TableBlock.h"

#include "Layout/Canvas.h"

#include <algorithm>

namespace sidetal {

namespace {

/// The header laid out, once for all pages.
TablePart headerOf(const TableGrid& grid) {
    return TablePaginator(grid, TableHeader(), false).part({}, nullptr);
}

/// Paints the longest possible segments of a line along `count` steps: visible(i) says whether step i belongs
/// to it.
template <typename Visible, typename Paint>
void paintSegments(std::uint32_t count, Visible&& visible, Paint&& paint) {
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t begin = i;
        while (i < count && visible(i)) {
            ++i;
        }
        if (i > begin) {
            paint(begin, i);
        }
    }
}

} // namespace

TableBlock::TableBlock(const Table& table, TableGrid header, TableGrid body, Length highestRepeated)
    : table_(table)
    , header_(std::move(header))
    , body_(std::move(body))
    , headerPart_(headerOf(header_))
    , headerHeight_{headerPart_.edges.back(), headerPart_.edges.back() <= highestRepeated}
    , paginator_(body_, headerHeight_, table.splitRows) {}

Plan TableBlock::plan(const BreakToken& token, const Region& region) const {
    return paginator_.plan(token, region);
}

Length TableBlock::paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                         Canvas& canvas) const {
    if (token.fresh() || headerHeight_.repeated) {
        paintPart(header_, headerPart_, x, y, !token.fresh(), canvas);
    }
    const TablePart part = paginator_.part(token, until);
    paintPart(body_, part, x, y, false, canvas);
    return part.edges.back();
}

void TableBlock::paintPart(const TableGrid& grid, const TablePart& part, Length x, Length y, bool repeated,
                           Canvas& canvas) const {
    for (const CellPiece& piece : part.pieces) {
        const GridCell& cell = grid.cell(piece.cell);
        if (cell.fill) {
            const Length left = grid.left(cell.column);
            canvas.fill({x + left, y + piece.top, grid.left(cell.column + cell.colSpan) - left,
                         piece.bottom - piece.top},
                        *cell.fill);
        }
    }
    if (table_.ruleWidth > Length()) {
        paintRules(grid, part, x, y, canvas);
    }
    for (const CellPiece& piece : part.pieces) {
        const GridCell& cell = grid.cell(piece.cell);
        paintText(grid, piece, x + grid.left(cell.column) + cell.padLeft, y + piece.top + cell.padTop,
                  repeated, canvas);
    }
}

void TableBlock::paintText(const TableGrid& grid, const CellPiece& piece, Length x, Length y, bool repeated,
                           Canvas& canvas) const {
    const GridCell& cell = grid.cell(piece.cell);
    const Canvas::Furniture around = canvas.furnish({});
    if (piece.continues && cell.label != nullptr) {
        canvas.furnish({ArtifactKind::Continuation, true});
        cell.label->paint({}, nullptr, x, y, canvas);
        y += cell.labelHeight;
    }
    // A table in a cell of a header that is repeated is part of that.
    canvas.furnish(around.always
                       ? around
                       : Canvas::Furniture{repeated ? ArtifactKind::Header : ArtifactKind::Layout, repeated});
    const std::span<const Stretch> stretches = grid.stretches(cell);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Stretch& first = stretches[i];
        const std::uint32_t from = std::max(piece.from, first.first);
        if (from >= std::min(piece.to, first.first + first.count)) {
            continue;
        }
        const auto goesOn = [&] { return i + 1 < stretches.size() && stretches[i + 1].block == first.block; };
        while (goesOn() && stretches[i + 1].first < piece.to) {
            ++i;
        }
        const Stretch& last = stretches[i];
        const bool whole = piece.to >= last.first + last.count;
        const BreakToken begin{first.at + from - first.first, false, {}};
        const BreakToken until{!whole     ? last.at + piece.to - last.first
                               : goesOn() ? stretches[i + 1].at
                                          : 0,
                               false,
                               {}};
        first.block->paint(begin, !whole || goesOn() ? &until : nullptr, x + first.x,
                           y + grid.lineTop(cell, piece.from, from), canvas);
    }
    canvas.furnish(around);
}

/// Rows, the first with the header; those that a cell covers together are one line.
void TableBlock::lines(std::vector<BlockLine>& out) const {
    const TablePart whole = paginator_.part({}, nullptr);
    Length top;
    for (std::uint32_t row = 0; row < body_.rows();) {
        std::uint32_t end = row + 1;
        for (std::uint32_t covered = row; covered < end; ++covered) {
            body_.forEachInRow(
                covered, [&](const GridCell& cell, std::uint32_t) { end = std::max(end, cell.endRow()); });
        }
        out.push_back({row, whole.edges[end] - top});
        top = whole.edges[end];
        row = end;
    }
}

std::optional<Length> TableBlock::topOf(const Spot& spot, const BreakToken& token,
                                        const BreakToken* until) const {
    if (spot.cell == Spot::kNoCell) {
        return Fragmenter::topOf(spot, token, until);
    }
    const GridCell& cell = body_.cell(spot.cell);
    const std::optional<PieceStart> piece = paginator_.start(cell, token, until);
    if (!piece || spot.line < piece->from || (spot.line >= piece->to && piece->to != cell.lines)) {
        return std::nullopt;
    }
    const Length label = piece->continues ? cell.labelHeight : Length();
    return piece->top + cell.padTop + label + body_.lineTop(cell, piece->from, spot.line) + spot.below;
}

/// A cell of the part's first row, which does not begin elsewhere.
bool TableBlock::beginsWith(const Spot& spot, const BreakToken& token) const {
    if (spot.cell == Spot::kNoCell) {
        return Fragmenter::beginsWith(spot, token);
    }
    return !token.inside && body_.cell(spot.cell).row == token.at && spot.line == 0 && spot.below == Length();
}

void TableBlock::paintHeadAndFootRule(const TableGrid& grid, const TablePart& part, Length x, Length y,
                                      Canvas& canvas) const {
    const std::uint32_t rows = part.endRow - part.firstRow;
    const bool isHeader = &grid != &body_;
    if (!isHeader && (part.endRow != grid.rows() || rows == 0)) {
        return; // its last row stands on another page
    }
    const Length at = y + part.edges[isHeader ? rows : rows - 1];
    canvas.line(x, at, x + grid.left(grid.columns()), at, table_.ruleWidth, table_.ruleColour);
}

void TableBlock::paintRules(const TableGrid& grid, const TablePart& part, Length x, Length y,
                            Canvas& canvas) const {
    if (table_.rules == Table::Rules::HeadAndFoot) {
        paintHeadAndFootRule(grid, part, x, y, canvas);
        return;
    }
    // A cell's edge on the page: where the slots on both sides belong to different cells, and around the
    // part.
    const std::uint32_t rows = part.endRow - part.firstRow;
    const std::uint32_t columns = grid.columns();
    const auto at = [&](std::uint32_t row, std::uint32_t column) {
        return grid.at(part.firstRow + row, column);
    };
    // Horizontal lines go on to the far side of the outermost vertical ones, so that corners are square.
    const auto end = [&](std::uint32_t column) {
        const Length beyond = column == 0         ? -table_.ruleWidth
                              : column == columns ? table_.ruleWidth
                                                  : Length();
        return x + grid.left(column) + beyond / 2;
    };
    // The top edge of a body under a header is the header's bottom edge.
    for (std::uint32_t row = &grid == &body_ && part.edges.front() > Length() ? 1 : 0; row <= rows; ++row) {
        paintSegments(
            columns, [&](std::uint32_t c) { return row == 0 || row == rows || at(row - 1, c) != at(row, c); },
            [&](std::uint32_t from, std::uint32_t to) {
                canvas.line(end(from), y + part.edges[row], end(to), y + part.edges[row], table_.ruleWidth,
                            table_.ruleColour);
            });
    }
    for (std::uint32_t column = 0; column <= columns; ++column) {
        paintSegments(
            rows,
            [&](std::uint32_t r) {
                return column == 0 || column == columns || at(r, column - 1) != at(r, column);
            },
            [&](std::uint32_t from, std::uint32_t to) {
                canvas.line(x + grid.left(column), y + part.edges[from], x + grid.left(column),
                            y + part.edges[to], table_.ruleWidth, table_.ruleColour);
            });
    }
}

} // namespace sidetal
