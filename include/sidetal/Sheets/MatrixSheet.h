#pragma once

#include "sidetal/Export.h"
#include "sidetal/Model/GoalMatrix.h"
#include "sidetal/Sheets/Sheet.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// What a user's own sheets call things (docs/spreadsheets.md, "Own headings").
struct SheetMapping {
    std::string sheet; ///< the sheet that is read; empty: the first one that has headings
    /// Headings by what stands below them ("goal"); they count beside the known ones and before them.
    std::map<std::string, std::vector<std::string>, std::less<>> columns;
    std::vector<std::string> ignored; ///< headings of columns that are passed over without a word
    /// A status ("reached") by a word of the user's own for it.
    std::map<std::string, std::string, std::less<>> statusWords;
    std::map<std::string, std::string, std::less<>> trendWords; ///< the same of developments ("up")
};

/// Reads a mapping file (JSON). Throws Error SID-X025 with all its faults.
[[nodiscard]] SIDETAL_API SheetMapping readSheetMapping(std::string_view bytes, const std::string& name);

/// The JSON Schema (2020-12) of mapping files.
[[nodiscard]] SIDETAL_API std::string sheetMappingSchema();

/// Makes a goal matrix of a sheet, a row an initiative or a goal (docs/spreadsheets.md). Places of the matrix
/// are those of its cells. Throws Error with all faults.
[[nodiscard]] SIDETAL_API GoalMatrix matrixOfSheets(const Workbook& workbook, const SheetMapping& mapping,
                                                    Diagnostics& diagnostics);

/// A goal matrix as a sheet that matrixOfSheets() reads back, for others to fill in, in English where that is
/// its language, else in Danish: columns that hold something, and those of a follow-up. What a sheet cannot
/// hold is told (SID-X029), as is what would be read from it as something else (SID-X033). CSV as Danish
/// spreadsheets have it: UTF-8 with its mark, cells parted by ";", with an apostrophe before texts that they
/// would calculate, which reading takes off.
[[nodiscard]] SIDETAL_API std::string writeMatrixCsv(const GoalMatrix& matrix, Diagnostics& diagnostics);

/// The same as a workbook, with lists of the words for status, development and yes. Same matrix, same bytes.
[[nodiscard]] SIDETAL_API std::string writeMatrixXlsx(const GoalMatrix& matrix, Diagnostics& diagnostics);

/// /// A sheet to begin with, as CSV and as a workbook: the headings of all columns and two rows of examples,
/// which matrixOfSheets() reads; in English where `language` is "en", else in Danish.
[[nodiscard]] SIDETAL_API std::string newMatrixCsv(std::string_view language = "da");
[[nodiscard]] SIDETAL_API std::string newMatrixXlsx(std::string_view language = "da");

} // namespace sidetal
