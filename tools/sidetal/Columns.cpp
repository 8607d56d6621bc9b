#include "Columns.h"

#include <algorithm>

namespace sidetal::cli {

std::string alignColumns(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], row[i].size());
        }
    }
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += row[i];
            const bool isLast = i + 1 == row.size();
            out += isLast ? "\n" : std::string(widths[i] - row[i].size() + 2, ' ');
        }
    }
    return out;
}

} // namespace sidetal::cli
