#include "fuzz/Targets.h"

#include "Sheets/SheetPart.h"
#include "sidetal/Report.h"
#include "sidetal/Sheets/MatrixSheet.h"

#include "support/Workbooks.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace sidetal::fuzz {

namespace {

constexpr SheetLimits kSmallLimits{.bytes = 1u << 20, .cells = 10'000, .texts = 1u << 20};

void expectOfSheet(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Cells stand in reading order, and hold something.
void expectTable(const Sheet& sheet) {
    const SheetCell* last = nullptr;
    for (const SheetCell& cell : sheet.cells()) {
        expectOfSheet(!sheet.text(cell).empty() && cell.row != 0 && cell.column != 0);
        expectOfSheet(last == nullptr || last->row < cell.row ||
                      (last->row == cell.row && last->column < cell.column));
        last = &cell;
    }
}

/// What a sheet said it says again where it is written, unless that is told.
void expectComesBack(const GoalMatrix& matrix, const std::string& json) {
    for (const bool isCsv : {true, false}) {
        Diagnostics said;
        const std::string bytes = isCsv ? writeMatrixCsv(matrix, said) : writeMatrixXlsx(matrix, said);
        if (said.all().empty()) {
            expectOfSheet(writeJson(Document(matrixOfSheets(
                              readSheets(bytes, isCsv ? "a.csv" : "a.xlsx", said), {}, said))) == json);
        }
    }
}

/// A matrix that is read is a document as any other.
void makeMatrix(const Workbook& workbook, Diagnostics& diagnostics) {
    const GoalMatrix matrix = matrixOfSheets(workbook, {}, diagnostics);
    expectOfSheet(!diagnostics.hasErrors());
    const std::string json = writeJson(Document(matrix));
    Diagnostics again;
    expectOfSheet(writeJson(readDocument(json, "again", again)) == json);
    expectComesBack(matrix, json);
}

template <class Read>
void readSheet(Read read) {
    Diagnostics diagnostics;
    try {
        Workbook workbook = read(diagnostics);
        expectTable(workbook.sheets.front());
        makeMatrix(workbook, diagnostics);
    } catch (const Error& error) {
        expectOfSheet(!error.diagnostics().empty());
        for (const Diagnostic& diagnostic : error.diagnostics()) {
            expectOfSheet(!diagnostic.code.empty() && diagnostic.message.size() < 2'000);
        }
    }
}

} // namespace

int fuzzCsv(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readSheet(
        [&](Diagnostics& diagnostics) { return readCsv(bytes, "fuzz.csv", diagnostics, kSmallLimits); });
    return 0;
}

int fuzzSheetXml(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readSheet([&](Diagnostics& diagnostics) {
        sheets::WorkbookTables tables;
        tables.texts.add("Tema");
        tables.texts.add("M\xC3\xA5l");
        tables.formats = {{}, sheets::formatOf("yyyy-mm-dd"), sheets::formatOf("0.0 %")};
        Workbook out;
        out.sources = {{"fuzz.xlsx", "Ark1"}};
        diagnostics.setSources(out.sources);
        out.sheets.resize(1);
        out.sheets[0].name = "Ark1";
        sheets::SheetPart part(tables, kSmallLimits, diagnostics, out.sheets[0]);
        sheets::readPartText(bytes, "sheet1.xml", part);
        part.finish();
        diagnostics.throwIfErrors();
        return out;
    });
    return 0;
}

/// A workbook in words: "--- name" in a line of its own begins a part.
int fuzzWorkbook(const std::uint8_t* data, std::size_t size) {
    constexpr std::string_view kBegin = "--- ";
    std::string_view text(reinterpret_cast<const char*>(data), size);
    test::Parts parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with(kBegin)) {
            const std::string name(line.substr(kBegin.size()));
            const bool isName = !name.empty() && name.find('\0') == std::string::npos;
            const auto same = [&](const auto& part) { return part.first == name; };
            if (isName && std::none_of(parts.begin(), parts.end(), same)) {
                parts.emplace_back(name, std::string());
            }
        } else if (!parts.empty()) {
            parts.back().second.append(line).append("\n");
        }
    }
    if (parts.empty()) {
        return 0; // no archive
    }
    std::string bytes;
    try {
        bytes = test::zipped(parts);
    } catch (const std::runtime_error&) {
        return 0; // names that no archive can have
    }
    readSheet(
        [&](Diagnostics& diagnostics) { return readXlsx(bytes, "fuzz.xlsx", diagnostics, kSmallLimits); });
    return 0;
}

} // namespace sidetal::fuzz
