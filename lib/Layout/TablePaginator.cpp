#include "Layout/TablePaginator.h"

#include "Layout/TableSheet.h"

namespace sidetal {

namespace {

/// Where a page ends: before a row or inside it.
class Closing {
  public:
    Closing(const TableGrid& grid, const TableHeader& header, bool splitRows, const Region& region,
            const TableSheet& sheet)
        : grid_(grid)
        , header_(header)
        , splitRows_(splitRows)
        , region_(region)
        , sheet_(sheet) {}

    /// The best end of the page before the end of row `row`, which does not fit; nothing where the table is
    /// to begin on the next page.
    [[nodiscard]] std::optional<Cut> choose(std::uint32_t row) {
        if (auto cut = keeping(row)) {
            return cut;
        }
        if (movable()) {
            return std::nullopt;
        }
        // No page offers more: rows that were to stay whole are split, unless what stands above can be let go
        // instead ...
        if (auto cut = row == sheet_.first() ? sheet_.closeInside(row, region_.left, give_) : std::nullopt) {
            return cut;
        }
        if (sheet_.from().fresh() && !region_.empty()) {
            return std::nullopt;
        }
        // ... and so are the lines that were to stand where their cell begins ...
        if (grid_.hasWholeLines() && give_ == Give::Nothing) {
            give_ = Give::WholeLines;
            return choose(row);
        }
        // ... and where all that does not help, lines stand alone.
        return row == sheet_.first() ? sheet_.closeInside(row, region_.left, Give::Any)
                                     : sheet_.closeBefore(sheet_.first() + 1, region_.left, Give::Any);
    }

  private:
    /// The lowest end that parts nothing that is to be kept.
    [[nodiscard]] std::optional<Cut> keeping(std::uint32_t row) const {
        const std::optional<std::uint32_t> kept = keptFrom(row);
        if (!kept && maySplit(row)) {
            if (auto cut = sheet_.closeInside(row, region_.left, give_)) {
                return cut;
            }
        }
        for (std::uint32_t b = kept.value_or(row); b > sheet_.first(); --b) {
            if (auto cut = sheet_.closeBefore(b, region_.left, give_)) {
                return cut;
            }
        }
        return std::nullopt;
    }

    /// The table has not begun, and another page has more room.
    [[nodiscard]] bool movable() const { return sheet_.from().fresh() && !region_.best(); }

    /// The first of the outermost rows that are kept with `row` and fit an empty page.
    [[nodiscard]] std::optional<std::uint32_t> keptFrom(std::uint32_t row) const {
        std::optional<std::uint32_t> first;
        grid_.findKept(row, [&](const KeptRows& kept) {
            const bool below = kept.first > sheet_.first() || (kept.first == sheet_.first() && movable());
            if (below && fitsPage(kept.first, kept.end)) {
                first = kept.first;
            }
            return first.has_value();
        });
        return first;
    }

    /// Would rows [row, end) fit an empty page if this one were closed before `row`?
    [[nodiscard]] bool fitsPage(std::uint32_t row, std::uint32_t end) const {
        BreakToken token = sheet_.from();
        if (row > sheet_.first()) {
            auto cut = sheet_.closeBefore(row, region_.left, give_);
            if (!cut) {
                return false;
            }
            token = std::move(cut->next);
        }
        TableSheet next(grid_, token, header_.above(token));
        while (next.end() < end && next.place(region_.page)) {
        }
        return next.end() >= end;
    }

    /// The first row stays whole, so that what is kept with the table has a row under it.
    [[nodiscard]] bool maySplit(std::uint32_t row) const {
        return (splitRows_ && !(row == 0 && movable())) || !fitsPage(row, row + 1);
    }

    const TableGrid& grid_;
    TableHeader header_;
    bool splitRows_;
    const Region& region_;
    const TableSheet& sheet_;
    Give give_ = Give::Nothing;
};

} // namespace

std::optional<std::uint32_t> TablePaginator::tooHigh(Length page) const {
    const auto cells = grid_.cells();
    for (std::uint32_t index = 0; index < cells.size(); ++index) {
        const GridCell& cell = cells[index];
        const Length header = cell.row == 0 || header_.repeated ? header_.height : Length();
        if (header + cell.padTop + cell.labelHeight + grid_.highestLine(cell) + cell.padBottom > page) {
            return index;
        }
    }
    return std::nullopt;
}

Plan TablePaginator::plan(const BreakToken& from, const Region& region) const {
    TableSheet sheet(grid_, from, header_.above(from));
    while (sheet.end() < grid_.rows()) {
        if (!sheet.place(region.left)) {
            auto cut = Closing(grid_, header_, splitRows_, region, sheet).choose(sheet.end());
            return cut ? Plan::partial(cut->bottom, std::move(cut->next))
                       : Plan::wrap("the table's header and first row do not fit");
        }
    }
    return grid_.rows() == 0 ? Plan() : Plan::full(sheet.bottom());
}

TablePart TablePaginator::part(const BreakToken& from, const BreakToken* until) const {
    TableSheet sheet(grid_, from, header_.above(from));
    const std::uint32_t whole = until != nullptr ? until->at : grid_.rows();
    while (sheet.end() < whole) {
        sheet.placeNext();
    }
    return sheet.part(until);
}

std::optional<PieceStart> TablePaginator::start(const GridCell& cell, const BreakToken& from,
                                                const BreakToken* until) const {
    const bool after = until != nullptr && cell.row >= until->at + (until->inside ? 1 : 0);
    if (cell.endRow() <= from.at || after) {
        return std::nullopt;
    }
    TableSheet sheet(grid_, from, header_.above(from));
    while (sheet.end() < cell.row) {
        sheet.placeNext();
    }
    return sheet.startOf(cell, until);
}

} // namespace sidetal
