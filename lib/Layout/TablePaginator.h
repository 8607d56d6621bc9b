#pragma once

#include "Layout/Fragmenter.h"
#include "Layout/TableGrid.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sidetal {

/// What a page shows of a cell.
struct CellPiece {
    std::uint32_t cell = 0;     ///< of the grid
    std::uint32_t firstRow = 0; ///< rows covered on the page
    std::uint32_t endRow = 0;
    Length top; ///< under the top of the part
    Length bottom;
    std::uint32_t from = 0; ///< lines
    std::uint32_t to = 0;
    bool continues = false; ///< it began on an earlier page: its label stands on top
};

/// Where a page begins to show a cell, and which of its lines.
struct PieceStart {
    Length top; ///< under the top of the part
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    bool continues = false; ///< as of a CellPiece
};

/// What a page shows of a table's body.
struct TablePart {
    std::uint32_t firstRow = 0;
    std::uint32_t endRow = 0;  ///< one past the last row shown, whole or in part
    std::vector<Length> edges; ///< tops of the rows and the bottom of the last, under the top of the part;
                               ///< the header comes first
    std::vector<CellPiece> pieces; ///< in reading order: by the row and column where they begin on the page
};

/// The height over a table's rows.
struct TableHeader {
    Length height;
    bool repeated; ///< on every page, and not on the first alone

    TableHeader(Length heightOf = {}, bool isRepeated = true)
        : height(heightOf)
        , repeated(isRepeated) {}
    [[nodiscard]] Length above(const BreakToken& from) const {
        return repeated || from.fresh() ? height : Length();
    }
};

/// Breaks the body of a table into pages (docs/design.md, "Breaking pages"): whole numbers over line heights,
/// no fonts, no state.
///
/// All that is known of a page is the token it begins with and the edges of the rows placed on it. Where a
/// cell's piece begins, how many of its lines stand on earlier pages and whether it needs its label follow
/// from these two.
class TablePaginator {
  public:
    /// `splitRows`: rows may be split where every cell can give and keep two lines. The grid must outlive
    /// this.
    TablePaginator(const TableGrid& grid, TableHeader header, bool splitRows)
        : grid_(grid)
        , header_(header)
        , splitRows_(splitRows) {}

    /// A cell that makes pages impossible: header, label, padding and one line of it are higher than `page`.
    /// With none, every plan() on an empty page makes progress.
    [[nodiscard]] std::optional<std::uint32_t> tooHigh(Length page) const;

    [[nodiscard]] Plan plan(const BreakToken& from, const Region& region) const;

    /// The part from `from` to `until` (null: the end), as plan() decided it.
    [[nodiscard]] TablePart part(const BreakToken& from, const BreakToken* until) const;

    /// Where that part begins to show a cell, without a look at the others; nothing where it does not.
    [[nodiscard]] std::optional<PieceStart> start(const GridCell& cell, const BreakToken& from,
                                                  const BreakToken* until) const;

  private:
    const TableGrid& grid_;
    TableHeader header_;
    bool splitRows_;
};

} // namespace sidetal
