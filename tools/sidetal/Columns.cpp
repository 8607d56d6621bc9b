#include "Columns.h"

#include <algorithm>
#include <string_view>

namespace sidetal::cli {

namespace {

/// How many characters of well-formed UTF-8 there are: each is taken to be as wide as a Latin letter.
std::size_t widthOf(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; }));
}

} // namespace

std::string alignColumns(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], widthOf(row[i]));
        }
    }
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += row[i];
            const bool isLast = i + 1 == row.size();
            out += isLast ? "\n" : std::string(widths[i] - widthOf(row[i]) + 2, ' ');
        }
    }
    return out;
}

} // namespace sidetal::cli
