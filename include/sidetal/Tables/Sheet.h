#pragma once

#include "sidetal/Export.h"
#include "sidetal/Support/Diagnostic.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// What stands in a cell.
enum class CellKind : std::uint8_t {
    Text,    ///< words
    Number,  ///< a number, its text with "." before decimals and no other marks but "-", "%" and an exponent
    Date,    ///< a day, its text ISO 8601 ("2021-10-26"), where a time is shown too "2021-10-26 14:30"
    Boolean, ///< "true" or "false"
    Fault,   ///< what a spreadsheet shows where it could not calculate: "#REF!"
};

/// A cell that holds something; its text is kept by its sheet.
struct SheetCell {
    std::uint32_t row = 0;    ///< counted from 1
    std::uint32_t column = 0; ///< counted from 1; 3 is C
    std::uint32_t line = 0;   ///< where it begins in a file of lines; 0 in a workbook, whose cells are places
    std::uint32_t lineColumn = 0;
    std::uint32_t textBegin = 0;
    std::uint32_t textLength = 0;
    CellKind kind = CellKind::Text;
};

/// Cells from one corner to the other, counted from 1.
struct SheetRange {
    std::uint32_t firstRow = 0;
    std::uint32_t firstColumn = 0;
    std::uint32_t lastRow = 0;
    std::uint32_t lastColumn = 0;
};

/// A table as a spreadsheet keeps it, whatever file it came from.
class SIDETAL_API Sheet {
  public:
    /// Adds a cell behind all others in reading order; a text of no character is no cell. Throws
    /// std::length_error where all texts together are larger than 4 GB.
    void add(SheetCell cell, std::string_view text);

    [[nodiscard]] const std::vector<SheetCell>& cells() const { return cells_; }
    [[nodiscard]] std::string_view text(const SheetCell& cell) const {
        return std::string_view(texts_).substr(cell.textBegin, cell.textLength);
    }
    /// The cell's place in messages.
    [[nodiscard]] SourcePos place(const SheetCell& cell) const {
        return cell.line != 0 ? SourcePos{cell.line, cell.lineColumn, source}
                              : SourcePos{cell.row, cell.column, source};
    }
    /// How many bytes the texts have.
    [[nodiscard]] std::size_t textBytes() const { return texts_.size(); }

    std::string name;               ///< empty in a file of lines
    std::uint32_t source = 0;       ///< its index in the workbook's sources
    bool hidden = false;            ///< users of the file do not see it
    std::vector<SheetRange> merges; ///< cells that are shown as one, which holds what the first holds

  private:
    std::vector<SheetCell> cells_;
    std::string texts_;
};

/// The sheets of a file, at least one. Hidden rows and columns are not among their cells.
struct Workbook {
    std::vector<Sheet> sheets;
    SourceNames sources; ///< what places in it count in
};

/// What may be read at most; everything past it is an error (SID-X003, SID-X011).
struct SheetLimits {
    std::size_t bytes = std::size_t{64} << 20;     ///< of the file
    std::size_t unpacked = std::size_t{512} << 20; ///< of all parts of a workbook that are read, unpacked
    std::size_t ratio = 200;       ///< of a part's unpacked size to its packed one, where it is above 1 MB
    std::size_t parts = 10'000;    ///< files in a workbook
    std::size_t cells = 4'000'000; ///< that hold something
    std::size_t texts = std::size_t{256} << 20; ///< bytes of texts
};

/// The text of a cell without the apostrophe that guards it: spreadsheets take a cell of a CSV file that
/// begins with "=", "+", "-" or "@" for a formula, and calculate it, but with an apostrophe before it ("CSV
/// Injection", OWASP), which stays with it where they save the file as a workbook. readCsv() takes it off
/// itself.
[[nodiscard]] SIDETAL_API std::string_view unguardedCell(std::string_view cell);

/// Whether a spreadsheet would calculate a text that stands in a cell of a CSV file, with or without
/// apostrophes before it.
[[nodiscard]] SIDETAL_API bool isFormulaToSpreadsheets(std::string_view text);

/// Reads a file of lines (RFC 4180, and what spreadsheets make of it): cells are parted by ";", "," or
/// tabulators, which of them the data says; UTF-8, UTF-16 or Windows-1252. Places are lines and columns.
/// `name` stands in messages. Throws Error with all that was found.
[[nodiscard]] SIDETAL_API Workbook readCsv(std::string_view bytes, const std::string& name,
                                           Diagnostics& diagnostics, const SheetLimits& limits = {});

} // namespace sidetal
