#include "SheetFixture.h"

#include "sidetal/Report.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sidetal::test {

std::string cellsOf(const Workbook& workbook) {
    constexpr const char* kKinds[] = {"text", "number", "date", "boolean", "fault"};
    const Sheet& sheet = workbook.sheets.front();
    std::string out;
    for (const SheetCell& cell : sheet.cells()) {
        std::string letters;
        for (std::uint32_t left = cell.column; left != 0; left = (left - 1) / 26) {
            letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
        }
        out += letters + std::to_string(cell.row) + " " + kKinds[static_cast<std::size_t>(cell.kind)] + " " +
               std::string(sheet.text(cell)) + "\n";
    }
    return out;
}

std::vector<std::string> messagesOf(const std::string& bytes, const std::string& name,
                                    const SheetMapping& mapping) {
    Diagnostics diagnostics;
    std::vector<std::string> out;
    try {
        (void)matrixOfSheets(readSheets(bytes, name, diagnostics), mapping, diagnostics);
        for (const Diagnostic& diagnostic : diagnostics.all()) {
            out.push_back(format(diagnostic));
        }
    } catch (const Error& error) {
        for (const Diagnostic& diagnostic : error.diagnostics()) {
            out.push_back(format(diagnostic));
        }
    }
    return out;
}

GoalMatrix matrixOf(const std::string& bytes, const std::string& name, const SheetMapping& mapping) {
    Diagnostics diagnostics;
    GoalMatrix out = matrixOfSheets(readSheets(bytes, name, diagnostics), mapping, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        ADD_FAILURE() << format(diagnostic);
    }
    return out;
}

std::string jsonOf(const std::string& bytes, const std::string& name, const SheetMapping& mapping) {
    return writeJson(Document(matrixOf(bytes, name, mapping)));
}

std::string csvOf(std::string table) {
    std::replace(table.begin(), table.end(), '|', ';');
    return table;
}

} // namespace sidetal::test
