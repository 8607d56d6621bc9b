#include "Sheets/Headings.h"

#include "Sheets/Characters.h"
#include "sidetal/Documents/AccessName.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace sidetal::sheets {

namespace {

/// How many rows of cells are looked at for headings: above them stand titles.
constexpr std::size_t kRowsSearched = 50;

/// Fields by folded headings: the user's own come first.
class HeadingNames {
  public:
    explicit HeadingNames(const SheetMapping& mapping) {
        for (const auto& [key, headings] : mapping.columns) {
            for (const std::string& heading : headings) {
                if (const auto field = fieldOfKey(key)) {
                    own_.emplace(foldedName(heading), *field);
                }
            }
        }
        for (const std::string& heading : mapping.ignored) {
            ignored_.insert(foldedName(heading));
        }
    }
    [[nodiscard]] std::optional<Field> fieldOf(const std::string& folded) const {
        const auto found = own_.find(folded);
        return found != own_.end() ? std::optional(found->second)
               : isIgnored(folded) ? std::nullopt
                                   : fieldOfHeading(folded);
    }
    [[nodiscard]] bool isIgnored(const std::string& folded) const { return ignored_.contains(folded); }

  private:
    std::map<std::string, Field> own_;
    std::set<std::string> ignored_;
};

[[nodiscard]] Headings headingsOf(const Sheet& sheet, std::size_t begin, std::size_t end,
                                  const HeadingNames& names) {
    Headings out;
    std::array<const SheetCell*, kFields> first{};
    out.row = sheet.cells()[begin].row;
    for (std::size_t i = begin; i < end; ++i) {
        const SheetCell& cell = sheet.cells()[i];
        const std::string folded = foldedName(sheet.text(cell));
        const auto field = names.fieldOf(folded);
        if (!field) {
            if (!folded.empty() && !names.isIgnored(folded)) {
                out.unknown.push_back(&cell);
            }
            continue;
        }
        const auto index = static_cast<std::size_t>(*field);
        if (out.columns[index] != 0) {
            out.twice.emplace_back(first[index], &cell);
            continue;
        }
        first[index] = &cell;
        out.columns[index] = cell.column;
        out.names[index] = tidy(sheet.text(cell));
        ++out.count;
    }
    return out;
}

/// The heading in a sheet of our own that one most likely means; empty where none is near.
[[nodiscard]] std::string_view nearestHeading(std::string_view heading) {
    const std::string folded = foldedName(heading);
    std::string_view best;
    std::size_t least = std::max<std::size_t>(folded.size() / 3, 1) + 1;
    for (const FieldNames& names : fieldNames()) {
        for (const std::string_view known : names.folded) {
            const std::size_t apart = lettersApart(known, folded);
            if (apart < least) {
                least = apart;
                best = names.heading;
            }
        }
    }
    return best;
}

constexpr const char* kNothingIsGuessed = "where something may be closed nothing is guessed";

[[nodiscard]] std::vector<std::string> acceptance(std::string_view heading) {
    return {fmt::format(
        "take out what is closed; where it says nothing of the kind, name {} in 'ignored' of a mapping "
        "file",
        inQuoteMarks(heading))};
}

/// Tells of columns that are left out whether they may say who sees what: by their headings, or by what
/// stands in them.
class ClosedColumns {
  public:
    ClosedColumns(const Headings& headings, const Sheet& sheet, Diagnostics& diagnostics)
        : sheet_(sheet)
        , diagnostics_(diagnostics) {
        for (const SheetCell* cell : headings.unknown) {
            left_.emplace(cell->column, cell);
        }
    }

    /// Tells it of a heading; false where that says nothing of the kind.
    [[nodiscard]] bool tellHeading(const SheetCell& heading) {
        if (!mayNameAccess(sheet_.text(heading))) {
            return false;
        }
        left_.erase(heading.column);
        diagnostics_.error("SID-X035",
                           fmt::format("no column of a goal matrix is called {}; {}",
                                       inQuoteMarks(sheet_.text(heading)), kNothingIsGuessed),
                           sheet_.place(heading), {}, acceptance(sheet_.text(heading)));
        return true;
    }

    /// Tells it of a cell below the headings, once a column.
    void look(const SheetCell& cell) {
        const auto column = left_.find(cell.column);
        if (column == left_.end() || cell.textLength > kLongest || !says(sheet_.text(cell))) {
            return;
        }
        const std::string_view heading = sheet_.text(*column->second);
        diagnostics_.error("SID-X035",
                           fmt::format("{} stands in the column {}, which is left out; {}",
                                       inQuoteMarks(sheet_.text(cell)), inQuoteMarks(heading),
                                       kNothingIsGuessed),
                           sheet_.place(cell), {}, acceptance(heading));
        left_.erase(column);
    }

  private:
    static constexpr std::size_t kLongest =
        100; ///< bytes of what says in a few words that something is closed

    /// maySayClosed(), asked once of what stands in many cells.
    [[nodiscard]] bool says(std::string_view value) {
        constexpr std::size_t kMostKept = 1'000;
        if (open_.contains(value)) {
            return false;
        }
        const bool isClosed = maySayClosed(value);
        if (!isClosed && open_.size() < kMostKept) {
            open_.emplace(value);
        }
        return isClosed;
    }

    const Sheet& sheet_;
    Diagnostics& diagnostics_;
    std::map<std::uint32_t, const SheetCell*> left_; ///< headings by column
    std::set<std::string, std::less<>> open_;
};

} // namespace

Headings findHeadings(const Sheet& sheet, const SheetMapping& mapping) {
    const HeadingNames names(mapping);
    Headings best;
    const auto& cells = sheet.cells();
    std::size_t rows = 0;
    for (std::size_t begin = 0; begin < cells.size() && rows < kRowsSearched; ++rows) {
        std::size_t end = begin;
        while (end < cells.size() && cells[end].row == cells[begin].row) {
            ++end;
        }
        Headings found = headingsOf(sheet, begin, end, names);
        if (found.count >= 2 && found.count > best.count) {
            best = std::move(found);
        }
        begin = end;
    }
    return best;
}

void checkHeadings(const Headings& headings, const Sheet& sheet, Diagnostics& diagnostics) {
    for (const Field field : {Field::Theme, Field::Goal}) {
        if (headings.columnOf(field) == 0) {
            const FieldNames& names = fieldNames()[static_cast<std::size_t>(field)];
            diagnostics.error("SID-X015",
                              fmt::format("no column is headed {}, which every goal matrix has",
                                          inQuoteMarks(names.heading)),
                              {headings.row, 1, sheet.source}, {},
                              {fmt::format("a mapping file can say which one it is, as '{}'", names.key)});
        }
    }
    for (const auto& [first, second] : headings.twice) {
        diagnostics.error("SID-X016",
                          fmt::format("two columns are headed {} and {}, which mean the same, expected one",
                                      inQuoteMarks(sheet.text(*first)), inQuoteMarks(sheet.text(*second))),
                          sheet.place(*second));
    }
    ClosedColumns closed(headings, sheet, diagnostics);
    std::set<std::uint32_t> filled;
    for (const SheetCell& cell : sheet.cells()) {
        if (cell.row > headings.row) {
            filled.insert(cell.column);
            closed.look(cell);
        }
    }
    for (const SheetCell* cell : headings.unknown) {
        if (!filled.contains(cell->column) || closed.tellHeading(*cell)) {
            continue;
        }
        std::vector<std::string> notes;
        if (const auto nearest = nearestHeading(sheet.text(*cell)); !nearest.empty()) {
            notes.push_back(fmt::format("nearest known heading: {}", inQuoteMarks(nearest)));
        }
        diagnostics.warning(
            "SID-X017",
            fmt::format("the column {} is left out: no known heading", inQuoteMarks(sheet.text(*cell))),
            sheet.place(*cell), {}, std::move(notes));
    }
}

} // namespace sidetal::sheets
