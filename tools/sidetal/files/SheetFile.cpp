#include "files/SheetFile.h"

#include "files/InputFile.h"

#ifdef SIDETAL_WITH_SHEETS
#include "sidetal/Sheets/MatrixSheet.h"
#include "sidetal/Sheets/Sheet.h"
#endif

namespace sidetal::cli {

#ifdef SIDETAL_WITH_SHEETS

bool isSheetInput(std::string_view bytes, const std::string& name) {
    return isSheetFile(bytes, name);
}

Document readSheetInput(std::string_view bytes, const std::string& name, const SheetOptions& options,
                        Diagnostics& diagnostics) {
    SheetMapping mapping;
    if (!options.mapping.empty()) {
        mapping = readSheetMapping(readInput(options.mapping), options.mapping);
    }
    if (!options.sheet.empty()) {
        mapping.sheet = options.sheet;
    }
    mapping.ignored.insert(mapping.ignored.end(), options.ignored.begin(), options.ignored.end());
    return matrixOfSheets(readSheets(bytes, name, diagnostics), mapping, diagnostics);
}

std::string writeSheet(const Document& document, bool isCsv, Diagnostics& diagnostics) {
    const auto* matrix = std::get_if<GoalMatrix>(&document);
    if (matrix == nullptr) {
        throw Error("SID-X031", "only goal matrices are written as spreadsheets");
    }
    return isCsv ? writeMatrixCsv(*matrix, diagnostics) : writeMatrixXlsx(*matrix, diagnostics);
}

std::string newSheet(bool isCsv, const std::string& language) {
    return isCsv ? newMatrixCsv(language) : newMatrixXlsx(language);
}

std::string sheetMappingSchemaText() {
    return sheetMappingSchema();
}

#else

namespace {
[[nodiscard]] Error withoutSheets() {
    return {"SID-X030", "this program was built without spreadsheets (SIDETAL_LIBRARIES)"};
}
} // namespace

bool isSheetInput(std::string_view bytes, const std::string& name) {
    return bytes.starts_with("PK\x03\x04") || name.ends_with(".csv") || name.ends_with(".tsv");
}

Document readSheetInput(std::string_view /*bytes*/, const std::string& /*name*/,
                        const SheetOptions& /*options*/, Diagnostics& /*diagnostics*/) {
    throw withoutSheets();
}

std::string writeSheet(const Document& /*document*/, bool /*isCsv*/, Diagnostics& /*diagnostics*/) {
    throw withoutSheets();
}

std::string newSheet(bool /*isCsv*/, const std::string& /*language*/) {
    throw withoutSheets();
}

std::string sheetMappingSchemaText() {
    throw withoutSheets();
}

#endif

} // namespace sidetal::cli
