#include "Sheets/Headings.h"

#include "Sheets/Characters.h"

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
    std::set<std::uint32_t> filled;
    for (const SheetCell& cell : sheet.cells()) {
        if (cell.row > headings.row) {
            filled.insert(cell.column);
        }
    }
    for (const SheetCell* cell : headings.unknown) {
        if (!filled.contains(cell->column)) {
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
