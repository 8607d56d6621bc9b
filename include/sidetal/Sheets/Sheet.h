#pragma once

#include "sidetal/Export.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Tables/Sheet.h"

#include <string>
#include <string_view>

namespace sidetal {

/// Reads a workbook (Office Open XML, ISO/IEC 29500, both its namespaces): what cells show, formulas by the
/// values that were saved with them. As readCsv(); places are cells.
[[nodiscard]] SIDETAL_API Workbook readXlsx(std::string_view bytes, const std::string& name,
                                            Diagnostics& diagnostics, const SheetLimits& limits = {});

/// Reads either, which by its first bytes; a file of another spreadsheet program is an error that says how it
/// is saved (SID-X001).
[[nodiscard]] SIDETAL_API Workbook readSheets(std::string_view bytes, const std::string& name,
                                              Diagnostics& diagnostics, const SheetLimits& limits = {});

/// Whether a file is one for readSheets(): its first bytes are those of a workbook, of any program, or its
/// name ends in ".csv" or ".tsv".
[[nodiscard]] SIDETAL_API bool isSheetFile(std::string_view bytes, std::string_view name);

} // namespace sidetal
