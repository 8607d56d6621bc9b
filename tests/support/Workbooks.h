#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sidetal::test {

/// Parts of an archive, in their order: name and content.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive, its parts packed as they are. Throws std::runtime_error.
[[nodiscard]] std::string zipped(const Parts& parts);

/// The parts of a workbook with one sheet, "Ark1": `rows` is what stands in its sheetData, `after` behind
/// that, `texts` its shared texts, `formats` codes of number formats: cell style n + 1 has the nth.
struct WorkbookText {
    std::string rows;
    std::string after{};
    std::string before{};
    std::vector<std::string> texts{};
    std::vector<std::string> formats{};
    bool from1904 = false;
    bool strict = false;
};
[[nodiscard]] Parts partsOf(const WorkbookText& workbook);

/// A workbook of texts in lines, their cells parted by "|", as inline texts; "" is no cell.
[[nodiscard]] std::string rowsOf(std::string_view table);

} // namespace sidetal::test
