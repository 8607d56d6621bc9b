#pragma once

#include <string>
#include <vector>

namespace sidetal::cli {

/// Rows of cells as lines of text, cells of a column one under the other, two blanks between columns.
[[nodiscard]] std::string alignColumns(const std::vector<std::vector<std::string>>& rows);

} // namespace sidetal::cli
