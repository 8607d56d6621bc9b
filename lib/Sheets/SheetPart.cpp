#include "Sheets/SheetPart.h"

#include "Sheets/Characters.h"
#include "Sheets/FormulaGuard.h"
#include "sidetal/Documents/AccessName.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace sidetal::sheets {

namespace {

/// "2 to 4, 7" of rows, "B, D" of columns; a list that is long ends in "and others".
template <class Name>
[[nodiscard]] std::string listed(std::vector<std::uint32_t> numbers, Name name) {
    constexpr std::size_t kMost = 10;
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::string out;
    std::size_t parts = 0;
    for (std::size_t i = 0; i < numbers.size();) {
        if (++parts > kMost) {
            return out + " and others";
        }
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) {
            ++end;
        }
        out += (out.empty() ? "" : ", ") + name(numbers[i]) +
               (end - i > 1 ? " to " + name(numbers[end - 1]) : "");
        i = end;
    }
    return out;
}

} // namespace

void SheetPart::start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "c") {
        startCell(attributes);
    } else if (name == "v") {
        in_ = In::Value;
        hasValue_ = true;
        value_.clear();
    } else if (name == "t") {
        in_ = beside_ == 0 ? In::Text : In::Nothing;
        hasValue_ = true;
    } else if (name == "rPh") {
        ++beside_;
    } else if (name == "f") {
        hasFormula_ = true;
        in_ = In::Nothing;
    } else if (name == "row") {
        startRow(attributes);
    } else if (name == "col") {
        addColumns(attributes);
    } else if (name == "mergeCell") {
        addMerge(attributes);
    } else if (name == "dimension") {
        const auto range = rangeNamed(attributes["ref"]);
        announcedRow_ = range ? range->lastRow : 0;
    }
}

void SheetPart::end(std::string_view name) {
    if (name == "c") {
        endCell();
    } else if (name == "rPh") {
        --beside_;
    }
    in_ = In::Nothing;
}

void SheetPart::text(std::string_view text) {
    if (in_ == In::Nothing) {
        return;
    }
    if (value_.size() + text.size() > limits_.texts) {
        throw Error("SID-X011", fmt::format("a cell of more than the limit of {} MB", limits_.texts >> 20));
    }
    value_ += text;
}

void SheetPart::startRow(const XmlAttributes& attributes) {
    const std::uint32_t row = attributes.number("r").value_or(row_ + 1);
    if (row == 0 || row > kMostRows) {
        throw Error("SID-X005", fmt::format("sheet {} has a row {}, expected 1 to {}",
                                            inQuoteMarks(sheet_.name), attributes["r"], kMostRows));
    }
    isUnordered_ = isUnordered_ || row <= row_;
    row_ = row;
    lastRow_ = std::max(lastRow_, row);
    column_ = 0;
    rowIsHidden_ = attributes.flag("hidden");
    inCell_ = false;
}

void SheetPart::startCell(const XmlAttributes& attributes) {
    const std::string_view name = attributes["r"];
    const auto cell = name.empty() ? std::optional(CellName{row_, column_ + 1}) : cellNamed(name);
    if (!cell || row_ == 0 || cell->row != row_ || cell->column > kMostColumns) {
        throw Error("SID-X005", fmt::format("sheet {} has a cell {} in row {}", inQuoteMarks(sheet_.name),
                                            inQuoteMarks(name), row_));
    }
    isUnordered_ = isUnordered_ || cell->column <= column_;
    column_ = cell->column;
    type_ = attributes["t"];
    style_ = attributes.number("s").value_or(0);
    hasFormula_ = hasValue_ = false;
    inCell_ = true;
    value_.clear();
}

void SheetPart::addColumns(const XmlAttributes& attributes) {
    const std::uint32_t first = attributes.number("min").value_or(0);
    const std::uint32_t last = std::min(attributes.number("max").value_or(0), kMostColumns);
    // Each column once: a part may say the same of all of them any number of times.
    if (attributes.flag("hidden") && first >= columnIsHidden_.size() && first <= last) {
        columnIsHidden_.resize(first, false);
        columnIsHidden_.resize(last + 1, true);
    }
}

void SheetPart::addMerge(const XmlAttributes& attributes) {
    constexpr std::size_t kMostMerges = 200'000;
    const auto range = rangeNamed(attributes["ref"]);
    if (!range || sheet_.merges.size() >= kMostMerges) {
        throw Error("SID-X005",
                    fmt::format("sheet {} merges {}, expected cells such as A2:A4, at most {} times",
                                inQuoteMarks(sheet_.name), inQuoteMarks(attributes["ref"]), kMostMerges));
    }
    sheet_.merges.push_back(*range);
}

bool SheetPart::isHidden() const {
    return rowIsHidden_ || (column_ < columnIsHidden_.size() && columnIsHidden_[column_]);
}

void SheetPart::endCell() {
    if (!std::exchange(inCell_, false)) {
        return; // of one that holds another, which no workbook has
    }
    if (!hasValue_ || value_.empty()) {
        if (hasFormula_ && !hasValue_ && !isHidden()) {
            diagnostics_.error("SID-X012",
                               "the formula's value was not saved with it, expected one: open the file in a "
                               "spreadsheet program and save it there",
                               place());
        }
        return;
    }
    if (isHidden()) {
        checkHidden();
        (rowIsHidden_ ? hiddenRowsFilled_ : hiddenColumnsFilled_).push_back(rowIsHidden_ ? row_ : column_);
        return;
    }
    if (type_ == "s") {
        addCell(CellKind::Text, unguardedCell(sharedText()));
    } else if (type_ == "inlineStr" || type_ == "str") {
        addCell(CellKind::Text, unguardedCell(unescaped(value_)));
    } else if (type_ == "b") {
        addCell(CellKind::Boolean, value_ == "1" || value_ == "true" ? "true" : "false");
    } else if (type_ == "e") {
        addCell(CellKind::Fault, value_);
    } else if (type_ == "d") { // ISO 8601, in strict workbooks
        addCell(CellKind::Date, std::string_view(value_).substr(0, 10));
    } else {
        const NumberFormat format =
            style_ < tables_.formats.size() ? tables_.formats[style_] : NumberFormat{};
        const ShownNumber number = shown(value_, format, tables_.from1904);
        addCell(number.kind, number.text);
    }
}

/// What a hidden column says of rows that are shown.
void SheetPart::checkHidden() {
    constexpr std::size_t kLongest = 100;
    const bool isText = type_ == "s" || type_ == "inlineStr" || type_ == "str";
    if (rowIsHidden_ || !isText) {
        return;
    }
    const std::string text = type_ == "s" ? std::string(sharedText()) : unescaped(value_);
    if (text.size() <= kLongest && maySayClosed(text)) {
        diagnostics_.error(
            "SID-X035",
            fmt::format("{} stands in a hidden column, and its row is shown; where something may be closed "
                        "nothing is guessed",
                        inQuoteMarks(text)),
            place(), {}, {"take out what is closed, and the column with it"});
    }
}

std::string_view SheetPart::sharedText() const {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), index);
    if (error != std::errc() || end != value_.data() + value_.size() || index >= tables_.texts.size()) {
        throw Error("SID-X005",
                    fmt::format("sheet {} has text {} in {}{}, of {} texts", inQuoteMarks(sheet_.name),
                                inQuoteMarks(value_), columnLetters(column_), row_, tables_.texts.size()));
    }
    return tables_.texts[index];
}

void SheetPart::addCell(CellKind kind, std::string_view text) {
    if (const auto forbidden = findForbidden(text)) {
        diagnostics_.error("SID-X010",
                           fmt::format("control character U+{:04X}, which no text can hold",
                                       static_cast<std::uint32_t>(*forbidden)),
                           place());
        return;
    }
    if (sheet_.cells().size() >= limits_.cells || sheet_.textBytes() + text.size() > limits_.texts) {
        diagnostics_.error("SID-X011",
                           fmt::format("more than the limit of {} cells or {} MB of text", limits_.cells,
                                       limits_.texts >> 20),
                           place());
        diagnostics_.throwIfErrors();
    }
    sheet_.add({.row = row_, .column = column_, .kind = kind}, text);
}

void SheetPart::tellHidden() {
    const auto tell = [&](const std::vector<std::uint32_t>& numbers, const char* what, auto name) {
        if (!numbers.empty()) {
            diagnostics_.warning("SID-X013",
                                 fmt::format("hidden {} left out: {}", what, listed(numbers, name)),
                                 SourcePos{0, 0, sheet_.source}, {},
                                 {"a filter hides rows too; show them in the spreadsheet to have them read"});
        }
    };
    tell(hiddenRowsFilled_, "rows are", [](std::uint32_t row) { return std::to_string(row); });
    tell(hiddenColumnsFilled_, "columns are", columnLetters);
}

void SheetPart::finish() {
    if (isUnordered_) {
        throw Error("SID-X005", fmt::format("sheet {} has rows or cells twice or out of their order",
                                            inQuoteMarks(sheet_.name)));
    }
    if (sheet_.hidden) {
        return;
    }
    tellHidden();
    if (announcedRow_ > lastRow_ && lastRow_ != 0 && announcedRow_ != kMostRows) {
        diagnostics_.warning("SID-X014",
                             fmt::format("the sheet announces {} rows and ends at row {}: is it whole?",
                                         announcedRow_, lastRow_),
                             SourcePos{0, 0, sheet_.source});
    }
}

} // namespace sidetal::sheets
