#include "sidetal/Sheets/MatrixSheet.h"

#include "Sheets/Characters.h"
#include "Sheets/Headings.h"
#include "Sheets/MatrixBuilder.h"
#include "Sheets/MatrixFacts.h"
#include "Sheets/SheetRows.h"
#include "sidetal/Documents/AccessName.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

namespace {

using namespace sheets;

/// What the lines above the headings say of the whole document: "Udvalg", then in the next cell, or after a
/// colon, which.
class LinesAbove {
  public:
    LinesAbove(const Sheet& sheet, std::uint32_t headings, Diagnostics& diagnostics, GoalMatrix& matrix)
        : sheet_(sheet)
        , headings_(headings)
        , diagnostics_(diagnostics)
        , matrix_(matrix) {}

    void read() {
        const auto& cells = sheet_.cells();
        for (std::size_t begin = 0; begin < cells.size() && cells[begin].row < headings_;) {
            std::size_t end = begin;
            while (end < cells.size() && cells[end].row == cells[begin].row) {
                ++end;
            }
            takeLine(begin, end);
            begin = end;
        }
    }

    /// Whether a line says which columns are shown.
    [[nodiscard]] bool saysColumns() const { return saysColumns_; }

  private:
    void takeLine(std::size_t begin, std::size_t end) {
        const SheetCell& first = sheet_.cells()[begin];
        std::string label = tidy(sheet_.text(first));
        std::string value;
        const SourcePos place = sheet_.place(first);
        SourcePos valuePlace = place;
        if (end - begin == 2) {
            value = tidy(sheet_.text(sheet_.cells()[begin + 1]));
            valuePlace = sheet_.place(sheet_.cells()[begin + 1]);
        } else if (const std::size_t colon = label.find(':');
                   end - begin == 1 && colon != std::string::npos) {
            value = tidy(std::string_view(label).substr(colon + 1));
            label.resize(colon);
        }
        if (!value.empty() && takeFact(foldedName(label), value, valuePlace)) {
            return;
        }
        const bool mayBeClosed =
            maySayClosed(label) || (!value.empty() && (mayNameAccess(label) || maySayClosed(value)));
        if (mayBeClosed) {
            diagnostics_.error(
                "SID-X035",
                "the line above the headings may say who sees what, which no goal matrix does; where "
                "something may be closed nothing is guessed",
                place, {}, {"take out what is closed, and the line with it"});
            return;
        }
        if (end - begin == 1 && matrix_.header.title.empty()) {
            matrix_.header.title = tidy(sheet_.text(first));
            matrix_.header.titleSource = place;
            return;
        }
        diagnostics_.warning(
            "SID-X028",
            fmt::format("the line {} above the headings is left out: nothing known begins so",
                        inQuoteMarks(tidy(sheet_.text(first)))),
            place);
    }

    [[nodiscard]] bool takeFact(const std::string& label, const std::string& value, SourcePos place) {
        const MatrixFact* fact = factOf(label);
        if (fact == nullptr) {
            return false;
        }
        saysColumns_ = saysColumns_ || fact->label == kColumnsLabel;
        if (!fact->set(matrix_, value, place)) {
            diagnostics_.error(fact->code,
                               fmt::format("{} is not known of {}, expected {}", inQuoteMarks(value),
                                           inQuoteMarks(fact->label), fact->expected),
                               place);
        }
        return true;
    }

    const Sheet& sheet_;
    std::uint32_t headings_;
    Diagnostics& diagnostics_;
    GoalMatrix& matrix_;
    bool saysColumns_ = false;
};

/// A sheet and its headings.
struct Chosen {
    const Sheet* sheet = nullptr;
    Headings headings;
};

void tellNoHeadings(const Workbook& workbook, Diagnostics& diagnostics) {
    const bool isFile = workbook.sheets.front().name.empty();
    diagnostics.error(
        "SID-X015",
        fmt::format("no row of headings {}, expected one with 'Tema', 'Nr.', 'Målsætning' and others",
                    isFile ? "is in the file" : "is in any sheet that is not hidden"),
        SourcePos{0, 0, workbook.sheets.front().source}, {},
        {"a mapping file says what other headings mean"});
}

[[nodiscard]] Chosen chooseNamed(const Workbook& workbook, const SheetMapping& mapping,
                                 Diagnostics& diagnostics) {
    std::string names;
    for (const Sheet& sheet : workbook.sheets) {
        if (foldedName(sheet.name) == foldedName(mapping.sheet)) {
            return {&sheet, findHeadings(sheet, mapping)};
        }
        names += (names.empty() ? "" : ", ") + inQuoteMarks(sheet.name);
    }
    diagnostics.error("SID-X025", fmt::format("there is no sheet {}, expected one of {}",
                                              inQuoteMarks(mapping.sheet), names));
    return {};
}

/// The sheet that the mapping names, else the first visible one with headings; others that hold something are
/// told.
[[nodiscard]] Chosen choose(const Workbook& workbook, const SheetMapping& mapping, Diagnostics& diagnostics) {
    if (!mapping.sheet.empty()) {
        return chooseNamed(workbook, mapping, diagnostics);
    }
    Chosen out;
    for (const Sheet& sheet : workbook.sheets) {
        if (sheet.hidden || sheet.cells().empty()) {
            continue;
        }
        Headings headings = findHeadings(sheet, mapping);
        if (out.sheet == nullptr && headings.row != 0) {
            out = {&sheet, std::move(headings)};
        } else if (headings.row != 0) {
            diagnostics.warning("SID-X027",
                                fmt::format("this sheet is left out: {} comes before it, and one is read",
                                            inQuoteMarks(out.sheet->name)),
                                SourcePos{0, 0, sheet.source}, {}, {"--sheet names another"});
        }
    }
    return out;
}

} // namespace

GoalMatrix matrixOfSheets(const Workbook& workbook, const SheetMapping& mapping, Diagnostics& diagnostics) {
    GoalMatrix out;
    out.header.sources = workbook.sources;
    const Chosen chosen = choose(workbook, mapping, diagnostics);
    diagnostics.throwIfErrors();
    if (chosen.sheet == nullptr || chosen.headings.row == 0) {
        tellNoHeadings(workbook, diagnostics);
        diagnostics.throwIfErrors();
    }
    const Sheet& sheet = *chosen.sheet;
    checkHeadings(chosen.headings, sheet, diagnostics);
    diagnostics.throwIfErrors();
    out.header.source = {chosen.headings.row, 1, sheet.source};
    LinesAbove above(sheet, chosen.headings.row, diagnostics, out);
    above.read();
    SheetRows rows(sheet, chosen.headings, diagnostics);
    MatrixBuilder builder(chosen.headings, mapping, sheet.source, diagnostics, out);
    for (SheetRow row; rows.next(row);) {
        builder.take(row);
    }
    diagnostics.throwIfErrors();
    if (!above.saysColumns()) {
        showContent(out);
    }
    return out;
}

} // namespace sidetal
