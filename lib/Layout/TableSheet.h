#pragma once

#include "Layout/Fragmenter.h"
#include "Layout/TableGrid.h"
#include "Layout/TablePaginator.h"

#include <optional>
#include <vector>

namespace sidetal {

/// The end of a table's part on a page.
struct Cut {
    BreakToken next;
    Length bottom; ///< of the part, under its top
};

/// What of its wishes a page may give up.
enum class Give : std::uint8_t {
    Nothing,
    WholeLines, ///< of cells that begin: two lines stand all the same (GridCell::wholeLines)
    Any,        ///< lines may stand alone, and cells go on that have shown none
};

/// The rows of a table on one page, placed one after the other under the header. `piece` means a cell's part
/// on this page.
class TableSheet {
  public:
    /// A page that begins at `from`, which must outlive the sheet.
    TableSheet(const TableGrid& grid, const BreakToken& from, Length header)
        : grid_(grid)
        , from_(from)
        , edges_{header} {}

    [[nodiscard]] const BreakToken& from() const { return from_; }
    [[nodiscard]] std::uint32_t first() const { return from_.at; }
    /// One past the last row placed.
    [[nodiscard]] std::uint32_t end() const {
        return first() + static_cast<std::uint32_t>(edges_.size()) - 1;
    }
    [[nodiscard]] Length bottom() const { return edges_.back(); }

    /// Places the next row if its bottom is not below `limit`.
    bool place(Length limit) {
        const Length bottom = bottomOfNext();
        if (bottom > limit) {
            return false;
        }
        edges_.push_back(bottom);
        return true;
    }
    void placeNext() { edges_.push_back(bottomOfNext()); }

    /// Ends the page before `row`, first() < row <= end(). Cells that go on take the lines that their pieces
    /// hold; the last row grows where a piece is lower than its label and padding, or than the least lines of
    /// a text that begins there (as far as `give` lets it). Nothing where that passes `limit`.
    [[nodiscard]] std::optional<Cut> closeBefore(std::uint32_t row, Length limit, Give give) const;

    /// Ends the page inside row end(): each cell that ends in it gives lines and keeps lines, two at least
    /// (any number if `give` is Any). Nothing where a cell cannot, or no line would be given.
    [[nodiscard]] std::optional<Cut> closeInside(std::uint32_t row, Length limit, Give give) const;

    /// What the page shows if the next one begins at `until` (null: the table ends); all rows before `until`
    /// must be placed.
    [[nodiscard]] TablePart part(const BreakToken* until) const;

    /// Where a cell that the page shows begins on it, if the next one begins at `until`; all rows before its
    /// first one must be placed.
    [[nodiscard]] PieceStart startOf(const GridCell& cell, const BreakToken* until) const {
        const bool goesOn =
            until != nullptr && cell.endRow() > until->at && (cell.row < until->at || until->inside);
        return {pieceTop(cell), done(cell), goesOn ? until->done[cell.column] : cell.lines, continues(cell)};
    }

  private:
    /// The piece began on an earlier page.
    [[nodiscard]] bool continues(const GridCell& cell) const {
        return cell.row < first() || (cell.row == first() && from_.inside);
    }
    /// Lines of the cell that stand on earlier pages.
    [[nodiscard]] std::uint32_t done(const GridCell& cell) const {
        return continues(cell) ? from_.done[cell.column] : 0;
    }
    [[nodiscard]] std::uint32_t startRow(const GridCell& cell) const {
        return cell.row > first() ? cell.row : first();
    }
    [[nodiscard]] Length top(std::uint32_t row) const { return edges_[row - first()]; }
    [[nodiscard]] Length pieceTop(const GridCell& cell) const { return top(startRow(cell)); }
    /// What a piece has besides its lines.
    [[nodiscard]] Length frame(const GridCell& cell) const {
        return cell.padTop + cell.padBottom + (continues(cell) ? cell.labelHeight : Length());
    }
    /// The bottom of a piece that shows lines up to `to`.
    [[nodiscard]] Length pieceBottom(const GridCell& cell, std::uint32_t to) const {
        return pieceTop(cell) + frame(cell) + grid_.textHeight(cell, done(cell), to);
    }
    /// The least bottom of a piece that goes on over the page.
    [[nodiscard]] Length leastBottom(const GridCell& cell, Give give) const {
        return pieceBottom(cell, give == Give::Any || continues(cell)
                                     ? done(cell)
                                     : grid_.firstBreak(cell, give == Give::Nothing));
    }
    /// A cell that begins may go on after line `to`.
    [[nodiscard]] bool mayGoOn(const GridCell& cell, std::uint32_t to, Give give) const {
        return give != Give::Nothing || cell.wholeLines == 0 || continues(cell) ||
               to >= grid_.firstBreak(cell, true);
    }
    /// One past the last line of a piece that ends at `bottom`, its cell going on.
    [[nodiscard]] std::uint32_t linesUpTo(const GridCell& cell, Length bottom, bool force) const {
        const std::uint32_t begun = done(cell);
        const std::uint32_t fit = grid_.fit(cell, begun, bottom - pieceTop(cell) - frame(cell));
        return force ? begun + splitLines(cell.lines - begun, fit, true) : grid_.lastBreak(cell, begun, fit);
    }
    [[nodiscard]] Length bottomOfNext() const;
    [[nodiscard]] Length closedBottom(const BreakToken* until) const;

    const TableGrid& grid_;
    const BreakToken& from_;
    std::vector<Length> edges_; ///< tops of the rows placed and the bottom of the last
};

} // namespace sidetal
