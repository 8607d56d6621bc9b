#pragma once

#include "Sheets/MatrixFields.h"
#include "sidetal/Sheets/MatrixSheet.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace sidetal::sheets {

/// A goal matrix as rows of cells.
struct MatrixTable {
    SheetLanguage language = SheetLanguage::Danish;
    std::vector<std::pair<std::string, std::string>> above; ///< label and value, a line each
    std::vector<Field> columns;
    std::vector<std::array<std::string, kFields>> rows; ///< by field; dates ISO 8601
};

/// The row in which a sheet that is written has its headings: a line is left empty below those above them.
[[nodiscard]] inline std::size_t headingRow(const MatrixTable& table) {
    return table.above.empty() ? 1 : table.above.size() + 2;
}

/// Which columns a table has.
enum class TableColumns : std::uint8_t {
    Filled, ///< those in which something stands, and those of a follow-up
    All,
};

/// Tells what no sheet holds (SID-X029).
[[nodiscard]] MatrixTable tableOf(const GoalMatrix& matrix, Diagnostics& diagnostics,
                                  TableColumns columns = TableColumns::Filled);

} // namespace sidetal::sheets
