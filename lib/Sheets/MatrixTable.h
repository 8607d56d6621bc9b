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
    std::vector<std::pair<std::string, std::string>> above; ///< label and value, a line each
    std::vector<Field> columns;
    std::vector<std::array<std::string, kFields>> rows; ///< by field; dates ISO 8601
};

/// Tells what no sheet holds (SID-X029).
[[nodiscard]] MatrixTable tableOf(const GoalMatrix& matrix, Diagnostics& diagnostics);

} // namespace sidetal::sheets
