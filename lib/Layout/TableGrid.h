#pragma once

#include "sidetal/Support/Geometry.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sidetal {

class Fragmenter;

/// The lines of one paragraph in a cell, all of one height; or any other block, as one line, or as several
/// stretches of a line (Fragmenter::lines()).
struct Stretch {
    std::uint32_t first = 0; ///< number of its first line, counted through the cell
    std::uint32_t count = 0;
    Length top; ///< of its first line, under the top of the cell's first line
    Length lineHeight;
    Length x; ///< from the cell's inner left edge
    const Fragmenter* block = nullptr; ///< its lines are counted by BreakToken::at; null in tests: not painted
    std::uint32_t at = 0;              ///< BreakToken::at of the first line
};

/// Lines of a cell that are kept together, as a heading and the first two lines under it; a break may stand
/// before and after them.
struct KeptLines {
    std::uint32_t first = 0;
    std::uint32_t end = 0; ///< one past the last
};

/// Rows that are kept on one page where that can be.
struct KeptRows {
    std::uint32_t first = 0;
    std::uint32_t end = 0; ///< one past the last
};

/// A cell as pagination sees it: measures and a number of lines.
struct GridCell {
    std::uint32_t row = 0; ///< where it starts
    std::uint32_t column = 0;
    std::uint32_t rowSpan = 1;
    std::uint32_t colSpan = 1;
    Length padLeft;
    Length padTop;
    Length padBottom;
    Length labelHeight;                ///< of its continuation label; 0: it has none
    const Fragmenter* label = nullptr; ///< null: it has none
    std::uint32_t firstStretch = 0; ///< of TableGrid's stretches
    std::uint32_t stretchCount = 0;
    std::uint32_t firstKept = 0; ///< of TableGrid's kept lines
    std::uint32_t keptCount = 0;
    std::uint32_t lines = 0;
    std::uint16_t keptRows = 0;  ///< from its first row on; 0: none
    std::uint8_t wholeLines = 0; ///< that stand where it begins, where that can be
    std::optional<Colour> fill;

    /// One past the last row it covers.
    [[nodiscard]] std::uint32_t endRow() const { return row + rowSpan; }
};

/// The cells of a table and who covers which slot: made once for all pages, so that no page can forget a
/// span.
class TableGrid {
  public:
    TableGrid() = default;
    /// Columns by their widths.
    explicit TableGrid(const std::vector<Length>& columns);

    /// Appends a row for the cells that follow.
    void addRow() { ++rows_; }
    /// Adds a cell that starts in the last row; `stretches` with tops and line counts, numbered from 0; `kept`
    /// in order, sharing no line.
    void addCell(GridCell cell, std::span<const Stretch> stretches, std::span<const KeptLines> kept = {});
    /// Finds who covers which slot; tells the first slot that is covered twice or not at all, or a span past
    /// the end; nothing where the table is regular. To be called once, before anything below.
    [[nodiscard]] std::optional<std::string> finish();

    [[nodiscard]] std::uint32_t rows() const { return rows_; }
    [[nodiscard]] std::uint32_t columns() const { return static_cast<std::uint32_t>(edges_.size() - 1); }
    [[nodiscard]] Length left(std::uint32_t column) const { return edges_[column]; }
    [[nodiscard]] Length width() const { return edges_.back(); }
    [[nodiscard]] std::span<const GridCell> cells() const { return cells_; }
    [[nodiscard]] const GridCell& cell(std::uint32_t index) const { return cells_[index]; }

    /// The cell that covers a slot.
    [[nodiscard]] std::uint32_t at(std::uint32_t row, std::uint32_t column) const {
        return occupancy_[std::size_t{row} * columns() + column];
    }
    /// Calls `visit(cell, index)` for each cell that covers `row`, by column.
    template <typename Visit>
    void forEachInRow(std::uint32_t row, Visit&& visit) const {
        for (std::uint32_t column = 0; column < columns();) {
            const std::uint32_t index = at(row, column);
            visit(cells_[index], index);
            column = cells_[index].column + cells_[index].colSpan;
        }
    }

    /// Calls `visit(kept)` for all rows that are kept with `row`, the outermost first, until it returns true.
    template <typename Visit>
    void findKept(std::uint32_t row, Visit&& visit) const {
        for (std::uint32_t i = firstKeptRows_.empty() ? 0 : firstKeptRows_[row];
             i < keptRows_.size() && keptRows_[i].first <= row; ++i) {
            if (keptRows_[i].end > row && visit(keptRows_[i])) {
                return;
            }
        }
    }
    /// Whether any cell has wholeLines.
    [[nodiscard]] bool hasWholeLines() const { return hasWholeLines_; }

    /// The stretches of a cell.
    [[nodiscard]] std::span<const Stretch> stretches(const GridCell& cell) const {
        return std::span(stretches_).subspan(cell.firstStretch, cell.stretchCount);
    }
    /// The height of lines [from, to) of a cell, from the top of the first to the bottom of the last.
    [[nodiscard]] Length textHeight(const GridCell& cell, std::uint32_t from, std::uint32_t to) const;
    /// The top of line `line` of a cell, under the top of line `from`; 0 where a cell has no such line.
    [[nodiscard]] Length lineTop(const GridCell& cell, std::uint32_t from, std::uint32_t line) const;
    /// How many lines from `from` on stand in `room`.
    [[nodiscard]] std::uint32_t fit(const GridCell& cell, std::uint32_t from, Length room) const;
    /// One past the last line of a cell's part that begins with line `from` and has room for `fit` lines: as
    /// splitLines(), and nothing that is kept together is parted; `from` where that cannot be.
    [[nodiscard]] std::uint32_t lastBreak(const GridCell& cell, std::uint32_t from, std::uint32_t fit) const;
    /// One past the last line that a cell shows at least where it begins; if `whole`, its wholeLines too.
    [[nodiscard]] std::uint32_t firstBreak(const GridCell& cell, bool whole) const;
    /// The height of the highest line of a cell.
    [[nodiscard]] Length highestLine(const GridCell& cell) const;

  private:
    [[nodiscard]] const Stretch& stretchOf(const GridCell& cell, std::uint32_t line) const;
    /// The lines that a break before `line` would part, or null.
    [[nodiscard]] const KeptLines* partedAt(const GridCell& cell, std::uint32_t line) const;

    void indexKeptRows();

    static constexpr std::uint32_t kFree = 0xFFFFFFFF;

    std::vector<Length> edges_{Length()}; ///< left edges of the columns, and the right edge of the last
    std::uint32_t rows_ = 0;
    std::vector<GridCell> cells_; ///< by row, then column
    std::vector<Stretch> stretches_;
    std::vector<KeptLines> kept_;
    std::vector<KeptRows> keptRows_;           ///< by their first row
    std::vector<std::uint32_t> firstKeptRows_; ///< by row, the first of keptRows_ that may hold it
    bool hasWholeLines_ = false;
    std::vector<std::uint32_t> occupancy_; ///< row by row, the covering cell of each slot
};

} // namespace sidetal
