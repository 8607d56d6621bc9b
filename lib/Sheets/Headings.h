#pragma once

#include "Sheets/MatrixFields.h"
#include "sidetal/Sheets/MatrixSheet.h"

#include <array>
#include <string>
#include <vector>

namespace sidetal::sheets {

/// The columns of a sheet by what stands in them.
struct Headings {
    std::uint32_t row = 0;                        ///< where they stand; 0: the sheet has none
    std::array<std::uint32_t, kFields> columns{}; ///< 0 where a field has no column
    std::array<std::string, kFields> names;       ///< as the sheet writes them
    std::size_t count = 0;                        ///< fields that have a column
    std::vector<const SheetCell*> unknown;        ///< headings that are none of ours
    std::vector<std::pair<const SheetCell*, const SheetCell*>> twice; ///< of one field: the first, the other

    [[nodiscard]] std::uint32_t columnOf(Field field) const {
        return columns[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] const std::string& nameOf(Field field) const {
        return names[static_cast<std::size_t>(field)];
    }
};

/// The row among a sheet's first ones that has the most known headings, at least two.
[[nodiscard]] Headings findHeadings(const Sheet& sheet, const SheetMapping& mapping);

/// Tells what is wrong with them: a field that must be there, two columns of one (errors), columns that are
/// left out (a warning, where anything stands below; an error where they may say who sees what).
void checkHeadings(const Headings& headings, const Sheet& sheet, Diagnostics& diagnostics);

} // namespace sidetal::sheets
