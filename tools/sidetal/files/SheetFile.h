#pragma once

#include "sidetal/Model/Document.h"
#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::cli {

/// What the command line says of spreadsheets.
struct SheetOptions {
    std::string mapping; ///< a mapping file; empty: none
    std::string sheet;   ///< the sheet that is read; empty: the mapping's, else the first with headings
    std::vector<std::string> ignored; ///< headings that say nothing of who sees what, beside the mapping's
};

/// Whether an input is a spreadsheet, by its first bytes or, of what has none of its own, its name's ending.
[[nodiscard]] bool isSheetInput(std::string_view bytes, const std::string& name);

/// The goal matrix of a spreadsheet. Throws Error: its faults, those of the mapping file, SID-X030 where the
/// program was built without spreadsheets.
[[nodiscard]] Document readSheetInput(std::string_view bytes, const std::string& name,
                                      const SheetOptions& options, Diagnostics& diagnostics);

/// A goal matrix as a spreadsheet, CSV or else XLSX. Throws Error SID-X030, and SID-X031 of another kind of
/// document.
[[nodiscard]] std::string writeSheet(const Document& document, bool isCsv, Diagnostics& diagnostics);

/// A sheet to begin with, CSV or else XLSX. Throws Error SID-X030.
[[nodiscard]] std::string newSheet(bool isCsv, const std::string& language);

/// The schema of mapping files. Throws Error SID-X030.
[[nodiscard]] std::string sheetMappingSchemaText();

} // namespace sidetal::cli
