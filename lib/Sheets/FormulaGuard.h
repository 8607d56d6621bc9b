#pragma once

#include <string>
#include <string_view>

/// Spreadsheets take a cell of a CSV file that begins with "=", "+", "-" or "@" for a formula, whatever its
/// quotes, and calculate it. An apostrophe before it makes it a text to them (OWASP, "CSV Injection"),
/// which stays with it where they save the file as a workbook: it is taken off there as well
/// (unguardedCell()).

namespace sidetal::sheets {

/// A text as it may stand in a file: with an apostrophe before it where a spreadsheet would calculate it, or
/// where reading would take one off. Numbers stay as they are.
[[nodiscard]] std::string guarded(std::string_view text);

} // namespace sidetal::sheets
