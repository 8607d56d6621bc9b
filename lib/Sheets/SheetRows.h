#pragma once

#include "Sheets/Headings.h"

#include <array>
#include <string>

namespace sidetal::sheets {

/// What stands under a heading in a row.
struct RowValue {
    std::string text; ///< tidy, its line breaks kept; empty: nothing
    SourcePos place;
    CellKind kind = CellKind::Text;
    /// The same as above, which `text` is: by a merged cell, or by a mark that says so.
    bool repeated = false;
    std::uint32_t mergedFrom = 0; ///< the row in which the merged cell begins; 0: not merged

    [[nodiscard]] bool empty() const { return text.empty(); }
    /// Said in this row itself.
    [[nodiscard]] bool isOwn() const { return !text.empty() && !repeated; }
};

/// A row below the headings.
struct SheetRow {
    std::uint32_t row = 0;
    SourcePos place; ///< of its first cell
    std::array<RowValue, kFields> values;
    [[nodiscard]] const RowValue& operator[](Field field) const {
        return values[static_cast<std::size_t>(field)];
    }
};

/// Goes through the rows below the headings that hold something of the known columns, merged cells and marks
/// for "the same as above" resolved. Cells that show an error are told (SID-X018) and count as empty.
class SheetRows {
  public:
    SheetRows(const Sheet& sheet, const Headings& headings, Diagnostics& diagnostics);

    /// The next row; false where there is none.
    [[nodiscard]] bool next(SheetRow& row);

  private:
    struct Merge {
        SheetRange range;
        RowValue value;
    };

    [[nodiscard]] RowValue valueOf(const SheetCell& cell, Field field);
    void takeMerges(std::uint32_t row);
    void resolve(SheetRow& row);

    const Sheet& sheet_;
    const Headings& headings_;
    Diagnostics& diagnostics_;
    std::vector<SheetRange> merges_; ///< by their first row
    std::size_t nextMerge_ = 0;
    std::size_t nextCell_ = 0;
    std::vector<int> fieldOfColumn_; ///< by column; -1: none
    std::array<Merge, kFields> open_{};
    std::array<RowValue, kFields> above_{};
};

} // namespace sidetal::sheets
