#include "Sheets/Characters.h"
#include "Sheets/FormulaGuard.h"
#include "Sheets/MatrixExample.h"
#include "Sheets/MatrixTable.h"
#include "Sheets/ReadBack.h"

#include <utility>

namespace sidetal {

namespace {

using namespace sheets;

[[nodiscard]] std::string csvCell(std::string_view value) {
    const std::string text = guarded(value);
    if (text.find_first_of(";\"\r\n\t,") == std::string::npos) {
        return text;
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + "\"";
}

[[nodiscard]] std::string csvOf(const MatrixTable& table) {
    std::string out = "\xEF\xBB\xBF";
    for (const auto& [label, value] : table.above) {
        out += csvCell(label) + ";" + csvCell(value) + "\r\n";
    }
    out += table.above.empty() ? "" : "\r\n";
    std::string separator;
    for (const Field field : table.columns) {
        out += std::exchange(separator, ";") + csvCell(headingOf(field, table.language));
    }
    out += "\r\n";
    for (const auto& values : table.rows) {
        separator.clear();
        for (const Field field : table.columns) {
            out += std::exchange(separator, ";") + csvCell(values[static_cast<std::size_t>(field)]);
        }
        out += "\r\n";
    }
    return out;
}

} // namespace

std::string writeMatrixCsv(const GoalMatrix& matrix, Diagnostics& diagnostics) {
    const MatrixTable table = tableOf(matrix, diagnostics);
    std::string out = csvOf(table);
    checkReadBack(table, out, readCsv, diagnostics);
    return out;
}

std::string newMatrixCsv(std::string_view language) {
    return csvOf(exampleTable(language));
}

} // namespace sidetal
