#include "Compose/TableForm.h"

#include <algorithm>
#include <limits>

namespace sidetal {

namespace {

constexpr std::uint32_t kMostSpan = std::numeric_limits<decltype(StructNode::rowSpan)>::max();

/// The section's place in a table.
int rankOf(Role role) {
    return role == Role::THead ? 0 : role == Role::TFoot ? 2 : 1;
}

} // namespace

TableForm::TableForm(std::span<const GivenSection> sections) {
    for (int rank = 0; rank < 3; ++rank) {
        for (std::uint32_t i = 0; i < sections.size(); ++i) {
            if (rankOf(sections[i].role) == rank) {
                place(sections[i], i);
            }
        }
    }
    chooseBody();
    fillUp();
    setSlots();
}

std::uint32_t TableForm::headRows() const {
    return sections_.empty() || sections_.front().role != Role::THead ? 0 : sections_.front().endRow;
}

void TableForm::place(const GivenSection& section, std::uint32_t given) {
    const std::uint32_t first = rows();
    for (std::uint32_t i = 0; i < section.rows.size(); ++i) {
        placeRow(section.rows[i], i, static_cast<std::uint32_t>(section.rows.size()) - i);
    }
    for (std::size_t i = rowBegins_[first]; i < cells_.size(); ++i) {
        cells_[i].header = cells_[i].header || section.role == Role::THead;
    }
    if (rows() > first) {
        sections_.push_back({section.role, given, first, rows()});
    }
}

void TableForm::placeRow(const std::vector<GivenCell>& row, std::uint32_t givenRow, std::uint32_t rowsLeft) {
    const std::uint32_t at = rows();
    const auto covered = [&](std::uint32_t column) {
        return column < above_.size() && coveredTo(column) > at;
    };
    std::uint32_t column = 0;
    for (std::uint32_t i = 0; i < row.size(); ++i) {
        while (covered(column)) {
            ++column;
        }
        const GivenCell& given = row[i];
        PlacedCell& cell = cells_.emplace_back();
        cell.row = at;
        cell.column = column;
        cell.givenRow = givenRow;
        cell.givenCell = i;
        cell.header = given.header;
        cell.scope = given.scope;
        cell.empty = given.empty;
        cell.rowSpan = std::min({given.rowSpan == 0 ? rowsLeft : given.rowSpan, rowsLeft, kMostSpan});
        cell.colSpan = 1;
        const std::uint32_t asked = std::min(std::max(given.colSpan, 1u), kMostSpan);
        while (cell.colSpan < asked && !covered(column + cell.colSpan)) {
            ++cell.colSpan;
        }
        cut_ = cut_ || given.rowSpan > cell.rowSpan || given.colSpan > cell.colSpan;
        column += cell.colSpan;
        above_.resize(std::max<std::size_t>(above_.size(), column), PlacedCell::kFiller);
        std::fill(above_.begin() + cell.column, above_.begin() + column,
                  static_cast<std::uint32_t>(cells_.size() - 1));
    }
    columns_ = static_cast<std::uint32_t>(above_.size());
    if (cells_.size() > rowBegins_.back()) {
        rowBegins_.push_back(static_cast<std::uint32_t>(cells_.size()));
        return;
    }
    // Nothing begins here: what would cover the row is one row shorter.
    for (column = 0; column < columns_;) {
        const bool covers = covered(column);
        PlacedCell* cell = above_[column] == PlacedCell::kFiller ? nullptr : &cells_[above_[column]];
        if (covers) {
            --cell->rowSpan;
        }
        column = covers ? cell->endColumn() : column + 1;
    }
}

/// THead and TFoot want a TBody beside them (ISO 14289-1, 7.2).
void TableForm::chooseBody() {
    const auto isBody = [](const Section& section) { return section.role == Role::TBody; };
    if (!sections_.empty() && std::ranges::none_of(sections_, isBody)) {
        sections_.back().role = Role::TBody;
    }
}

/// Puts an empty cell into each slot that no cell covers.
void TableForm::fillUp() {
    std::vector<PlacedCell> all;
    std::vector<std::uint32_t> begins{0};
    all.reserve(cells_.size());
    std::vector<std::uint32_t> coveredTo(columns_);
    for (const Section& section : sections_) {
        for (std::uint32_t row = section.firstRow; row < section.endRow; ++row) {
            std::uint32_t next = rowBegins_[row];
            for (std::uint32_t column = 0; column < columns_;) {
                if (coveredTo[column] > row) {
                    ++column;
                    continue;
                }
                if (next < rowBegins_[row + 1] && cells_[next].column == column) {
                    all.push_back(cells_[next++]);
                } else {
                    PlacedCell& filler = all.emplace_back();
                    filler.row = row;
                    filler.column = column;
                    filler.header = row < headRows();
                }
                for (const std::uint32_t end = all.back().endColumn(); column < end; ++column) {
                    coveredTo[column] = all.back().endRow();
                }
            }
            begins.push_back(static_cast<std::uint32_t>(all.size()));
        }
    }
    cells_ = std::move(all);
    rowBegins_ = std::move(begins);
}

void TableForm::setSlots() {
    slots_.assign(std::size_t{rows()} * columns_, 0);
    for (std::uint32_t i = 0; i < cells_.size(); ++i) {
        const PlacedCell& cell = cells_[i];
        for (std::uint32_t row = cell.row; row < cell.endRow(); ++row) {
            std::fill_n(slots_.begin() +
                            static_cast<std::ptrdiff_t>(std::size_t{row} * columns_ + cell.column),
                        cell.colSpan, i);
        }
    }
}

} // namespace sidetal
