#include "Layout/TableGrid.h"

#include "Layout/Fragmenter.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

TableGrid::TableGrid(const std::vector<Length>& columns) {
    for (const Length width : columns) {
        edges_.push_back(edges_.back() + width);
    }
}

void TableGrid::addCell(GridCell cell, std::span<const Stretch> stretches,
                        std::span<const KeptLines> kept) {
    cell.row = rows_ - 1;
    cell.firstStretch = static_cast<std::uint32_t>(stretches_.size());
    cell.stretchCount = static_cast<std::uint32_t>(stretches.size());
    cell.lines = stretches.empty() ? 0 : stretches.back().first + stretches.back().count;
    stretches_.insert(stretches_.end(), stretches.begin(), stretches.end());
    cell.firstKept = static_cast<std::uint32_t>(kept_.size());
    cell.keptCount = static_cast<std::uint32_t>(kept.size());
    kept_.insert(kept_.end(), kept.begin(), kept.end());
    if (cell.keptRows > 0) {
        keptRows_.push_back({cell.row, cell.row + cell.keptRows});
    }
    hasWholeLines_ = hasWholeLines_ || cell.wholeLines > 0;
    cells_.push_back(cell);
}

std::optional<std::string> TableGrid::finish() {
    occupancy_.assign(std::size_t{rows_} * columns(), kFree);
    for (std::uint32_t index = 0; index < cells_.size(); ++index) {
        const GridCell& cell = cells_[index];
        if (cell.rowSpan == 0 || cell.colSpan == 0 || cell.rowSpan > rows_ - cell.row ||
            cell.column >= columns() || cell.colSpan > columns() - cell.column) {
            return fmt::format("the cell in row {}, column {} spans past the end of the table", cell.row + 1,
                               cell.column + 1);
        }
        for (std::uint32_t row = cell.row; row < cell.endRow(); ++row) {
            for (std::uint32_t column = cell.column; column < cell.column + cell.colSpan; ++column) {
                std::uint32_t& slot = occupancy_[std::size_t{row} * columns() + column];
                if (slot != kFree) {
                    return fmt::format("row {}, column {} is covered by two cells", row + 1, column + 1);
                }
                slot = index;
            }
        }
    }
    const auto hole = std::find(occupancy_.begin(), occupancy_.end(), kFree);
    if (hole != occupancy_.end()) {
        const auto slot = static_cast<std::size_t>(hole - occupancy_.begin());
        return fmt::format("row {}, column {} is covered by no cell", slot / columns() + 1,
                           slot % columns() + 1);
    }
    indexKeptRows();
    return std::nullopt;
}

void TableGrid::indexKeptRows() {
    if (keptRows_.empty()) {
        return;
    }
    firstKeptRows_.assign(rows_, static_cast<std::uint32_t>(keptRows_.size()));
    std::uint32_t indexed = 0; // rows before it have theirs: of two that hold a row the outer one comes first
    for (std::uint32_t i = 0; i < keptRows_.size(); ++i) {
        keptRows_[i].end = std::min(keptRows_[i].end, rows_);
        for (std::uint32_t row = std::max(indexed, keptRows_[i].first); row < keptRows_[i].end; ++row) {
            firstKeptRows_[row] = i;
        }
        indexed = std::max(indexed, keptRows_[i].end);
    }
}

const Stretch& TableGrid::stretchOf(const GridCell& cell, std::uint32_t line) const {
    const auto all = stretches(cell);
    if (all.size() == 1) {
        return all.front(); // most cells are of lines of one height
    }
    const auto after = std::upper_bound(all.begin(), all.end(), line,
                                        [](std::uint32_t n, const Stretch& s) { return n < s.first; });
    return *(after - 1);
}

Length TableGrid::textHeight(const GridCell& cell, std::uint32_t from, std::uint32_t to) const {
    if (from >= to) {
        return {};
    }
    const Stretch& first = stretchOf(cell, from);
    const Stretch& last = stretchOf(cell, to - 1);
    return last.top + last.lineHeight * (to - last.first) - first.top -
           first.lineHeight * (from - first.first);
}

Length TableGrid::lineTop(const GridCell& cell, std::uint32_t from, std::uint32_t line) const {
    return line < cell.lines ? textHeight(cell, from, line + 1) - stretchOf(cell, line).lineHeight : Length();
}

std::uint32_t TableGrid::fit(const GridCell& cell, std::uint32_t from, Length room) const {
    if (from >= cell.lines) {
        return 0;
    }
    const auto all = stretches(cell);
    const Stretch& first = stretchOf(cell, from);
    // The room's lower edge, as a height under the cell's first line.
    const Length edge = room + first.top + first.lineHeight * (from - first.first);
    const auto after = std::upper_bound(all.begin(), all.end(), edge, [](Length height, const Stretch& s) {
        return height < s.top + s.lineHeight;
    });
    if (after == all.begin()) {
        return 0;
    }
    const Stretch& last = *(after - 1);
    const auto whole = static_cast<std::uint32_t>(
        std::min<std::int64_t>((edge - last.top).milli() / last.lineHeight.milli(), last.count));
    const std::uint32_t to = last.first + whole;
    return to > from ? to - from : 0;
}

const KeptLines* TableGrid::partedAt(const GridCell& cell, std::uint32_t line) const {
    const auto all = std::span(kept_).subspan(cell.firstKept, cell.keptCount);
    const auto found = std::find_if(all.begin(), all.end(), [line](const KeptLines& kept) {
        return kept.first < line && line < kept.end;
    });
    return found != all.end() ? &*found : nullptr;
}

std::uint32_t TableGrid::lastBreak(const GridCell& cell, std::uint32_t from, std::uint32_t fit) const {
    const std::uint32_t to = from + splitLines(cell.lines - from, fit, false);
    const KeptLines* parted = to < cell.lines ? partedAt(cell, to) : nullptr;
    if (parted == nullptr) {
        return to;
    }
    return parted->first >= from + 2 ? parted->first : from;
}

std::uint32_t TableGrid::firstBreak(const GridCell& cell, bool whole) const {
    std::uint32_t to = leastLines(cell.lines);
    if (whole && cell.wholeLines > to) {
        to = cell.wholeLines + 2u <= cell.lines ? cell.wholeLines : cell.lines;
    }
    const KeptLines* parted = partedAt(cell, to);
    if (parted == nullptr) {
        return to;
    }
    return parted->end + 2 <= cell.lines ? parted->end : cell.lines;
}

Length TableGrid::highestLine(const GridCell& cell) const {
    Length highest;
    for (const Stretch& stretch : stretches(cell)) {
        highest = std::max(highest, stretch.lineHeight);
    }
    return highest;
}

} // namespace sidetal
