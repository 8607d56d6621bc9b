#pragma once

#include "Structure/StructTree.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sidetal {

/// A cell as a text gives it: which slots it covers follows from the cells before it.
struct GivenCell {
    std::uint32_t rowSpan = 1; ///< 0: to the end of its section
    std::uint32_t colSpan = 1;
    bool header = false;
    bool empty = false;        ///< shows nothing
    Scope scope = Scope::None; ///< of a header; None: as HTML finds it
};

/// Rows that stand together; no cell reaches out of them.
struct GivenSection {
    Role role = Role::TBody; ///< or THead, TFoot
    std::vector<std::vector<GivenCell>> rows;
};

/// A cell in its place.
struct PlacedCell {
    static constexpr std::uint32_t kFiller = 0xFFFFFFFF;

    std::uint32_t row = 0; ///< of the table, all sections counted
    std::uint32_t column = 0;
    std::uint32_t rowSpan = 1;
    std::uint32_t colSpan = 1;
    std::uint32_t givenRow = 0;        ///< of its section
    std::uint32_t givenCell = kFiller; ///< of that row; kFiller: an empty cell where a row was too short
    bool header = false;
    bool empty = true;
    Scope scope = Scope::None; ///< of every header, once headersOf() has been asked
    NodeId node = NodeId::None;

    [[nodiscard]] bool filler() const { return givenCell == kFiller; }
    [[nodiscard]] std::uint32_t endRow() const { return row + rowSpan; }
    [[nodiscard]] std::uint32_t endColumn() const { return column + colSpan; }
};

/// Makes a regular table of rows of cells, as HTML forms one (4.9.12.1): every slot is covered by one cell. A
/// span that reaches out of its section or into another cell is cut, short rows end with empty cells, and a
/// row in which no cell begins is left out, as there is nothing that it could show. All cells of a head are
/// headers. Where there is no body the foot is it, else the head.
class TableForm {
  public:
    /// A section in its place.
    struct Section {
        Role role = Role::TBody;
        std::uint32_t given = 0; ///< of the sections that the table was made of
        std::uint32_t firstRow = 0;
        std::uint32_t endRow = 0;
    };

    /// At most one of the sections is a head, and one a foot.
    explicit TableForm(std::span<const GivenSection> sections);

    [[nodiscard]] std::uint32_t columns() const { return columns_; }
    [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(rowBegins_.size() - 1); }
    /// The head first, then bodies, then the foot; those without rows are left out.
    [[nodiscard]] std::span<const Section> sections() const { return sections_; }
    /// How many rows the head has.
    [[nodiscard]] std::uint32_t headRows() const;
    [[nodiscard]] std::span<PlacedCell> cells() { return cells_; }
    [[nodiscard]] std::span<const PlacedCell> cells() const { return cells_; }
    /// The cells that begin in a row, by column.
    [[nodiscard]] std::span<PlacedCell> row(std::uint32_t row) {
        return std::span(cells_).subspan(rowBegins_[row], rowBegins_[row + 1] - rowBegins_[row]);
    }
    /// The index in cells() of the cell that covers a slot.
    [[nodiscard]] std::uint32_t at(std::uint32_t row, std::uint32_t column) const {
        return slots_[std::size_t{row} * columns_ + column];
    }
    /// Whether a span was cut.
    [[nodiscard]] bool cut() const { return cut_; }

  private:
    void place(const GivenSection& section, std::uint32_t given);
    void placeRow(const std::vector<GivenCell>& row, std::uint32_t givenRow, std::uint32_t rowsLeft);
    void chooseBody();
    void fillUp();
    void setSlots();

    std::uint32_t columns_ = 0;
    std::vector<Section> sections_;
    std::vector<PlacedCell> cells_;
    std::vector<std::uint32_t> rowBegins_{0}; ///< by row, its first cell; and the number of cells
    std::vector<std::uint32_t> slots_;
    bool cut_ = false;

    /// While cells are placed: by column, the last cell in it, or kFiller.
    std::vector<std::uint32_t> above_;
    /// One past the last row that is covered from above.
    [[nodiscard]] std::uint32_t coveredTo(std::uint32_t column) const {
        return above_[column] == PlacedCell::kFiller ? 0 : cells_[above_[column]].endRow();
    }
};

} // namespace sidetal
