#include "Sheets/SheetRows.h"

#include "Sheets/Characters.h"
#include "Sheets/Words.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::sheets {

namespace {

/// A number as Danish texts have it; goals' numbers are names, and stay.
[[nodiscard]] std::string shownNumber(std::string_view number, Field field) {
    std::string out(number);
    if (field != Field::Number && out.find_first_of("eE") == std::string::npos) {
        std::replace(out.begin(), out.end(), '.', ',');
    }
    return out;
}

} // namespace

SheetRows::SheetRows(const Sheet& sheet, const Headings& headings, Diagnostics& diagnostics)
    : sheet_(sheet)
    , headings_(headings)
    , diagnostics_(diagnostics)
    , merges_(sheet.merges)
    , fieldOfColumn_(*std::max_element(headings.columns.begin(), headings.columns.end()) + 1, -1) {
    for (std::size_t i = 0; i < kFields; ++i) {
        if (headings.columns[i] != 0) {
            fieldOfColumn_[headings.columns[i]] = static_cast<int>(i);
        }
    }
    std::sort(merges_.begin(), merges_.end(),
              [](const SheetRange& a, const SheetRange& b) { return a.firstRow < b.firstRow; });
    const auto& cells = sheet.cells();
    while (nextCell_ < cells.size() && cells[nextCell_].row <= headings.row) {
        ++nextCell_;
    }
}

RowValue SheetRows::valueOf(const SheetCell& cell, Field field) {
    RowValue out;
    out.place = sheet_.place(cell);
    out.kind = cell.kind;
    if (cell.kind == CellKind::Fault) {
        diagnostics_.error(
            "SID-X018",
            fmt::format("the cell shows {}: its formula could not be calculated, expected a value",
                        inQuoteMarks(sheet_.text(cell))),
            out.place);
        return out;
    }
    out.text = tidy(sheet_.text(cell), true);
    if (cell.kind == CellKind::Number) {
        out.text = shownNumber(out.text, field);
    }
    return out;
}

/// Opens the merged cells that begin in this row, or in one that was passed over, below the headings.
void SheetRows::takeMerges(std::uint32_t row) {
    for (; nextMerge_ < merges_.size() && merges_[nextMerge_].firstRow <= row; ++nextMerge_) {
        const SheetRange& range = merges_[nextMerge_];
        const bool isColumn = range.firstColumn < fieldOfColumn_.size();
        const int field = isColumn ? fieldOfColumn_[range.firstColumn] : -1;
        if (field >= 0 && range.firstRow > headings_.row && range.lastRow > range.firstRow) {
            open_[static_cast<std::size_t>(field)] = {range, {}};
        }
    }
}

/// Fills in what merged cells and marks repeat.
void SheetRows::resolve(SheetRow& row) {
    for (std::size_t i = 0; i < kFields; ++i) {
        RowValue& value = row.values[i];
        Merge& merge = open_[i];
        if (merge.range.lastRow >= row.row && merge.range.firstRow != 0) {
            if (row.row == merge.range.firstRow) {
                merge.value = value;
            } else {
                value = merge.value;
                value.repeated = true;
            }
            value.mergedFrom = merge.range.firstRow;
        } else if (value.isOwn() && isDitto(value.text)) {
            const SourcePos place = value.place;
            value = above_[i];
            value.place = place;
            value.repeated = true;
            value.mergedFrom = 0;
        }
        if (!value.empty()) {
            above_[i] = value;
        }
    }
}

bool SheetRows::next(SheetRow& row) {
    const auto& cells = sheet_.cells();
    while (nextCell_ < cells.size()) {
        row = SheetRow{};
        row.row = cells[nextCell_].row;
        row.place = sheet_.place(cells[nextCell_]);
        bool isFilled = false;
        for (; nextCell_ < cells.size() && cells[nextCell_].row == row.row; ++nextCell_) {
            const SheetCell& cell = cells[nextCell_];
            const int field = cell.column < fieldOfColumn_.size() ? fieldOfColumn_[cell.column] : -1;
            if (field >= 0) {
                RowValue& value = row.values[static_cast<std::size_t>(field)];
                value = valueOf(cell, static_cast<Field>(field));
                isFilled = isFilled || !value.empty();
            }
        }
        if (isFilled) {
            takeMerges(row.row);
            resolve(row);
            return true;
        }
    }
    return false;
}

} // namespace sidetal::sheets
