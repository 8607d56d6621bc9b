#include "Layout/ColumnWidths.h"

#include <algorithm>
#include <numeric>

namespace sidetal {

namespace {

using Indices = std::vector<std::size_t>;

/// Divides an amount into parts of given weights, one part after the other: each is exact to a thousandth of
/// a point, and together they are the amount.
class Divider {
  public:
    Divider(Length amount, std::int64_t weights)
        : amount_(amount.milli())
        , weights_(weights) {}

    [[nodiscard]] Length next(std::int64_t weight) {
        passed_ += weight;
        const auto end = static_cast<std::int64_t>(static_cast<Wide>(amount_) * passed_ / weights_);
        const Length part = Length::milli(end - given_);
        given_ = end;
        return part;
    }

  private:
    __extension__ using Wide = __int128; // both may be as large as lengths can be

    std::int64_t amount_;
    std::int64_t weights_;
    std::int64_t passed_ = 0;
    std::int64_t given_ = 0;
};

Indices indicesOf(std::span<const ColumnWidth> columns, ColumnWidth::Kind kind) {
    Indices out;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].kind() == kind) {
            out.push_back(i);
        }
    }
    return out;
}

/// Widens the columns `which` in equal parts, so that `covered` columns are together `needed` wide.
void widen(std::vector<WidthRange>& columns, const CellNeed& cell, const Indices& which,
           Length WidthRange::*member) {
    Length have;
    for (std::uint32_t i = cell.column; i < cell.column + cell.colSpan; ++i) {
        have += columns[i].*member;
    }
    const Length lacking = cell.width.*member - have;
    if (lacking <= Length() || which.empty()) {
        return;
    }
    Divider divider(lacking, static_cast<std::int64_t>(which.size()));
    for (const std::size_t i : which) {
        columns[cell.column + i].*member += divider.next(1);
    }
}

template <typename Weight>
std::int64_t total(const Indices& of, Weight&& weight) {
    return std::accumulate(of.begin(), of.end(), std::int64_t{0},
                           [&](std::int64_t sum, std::size_t i) { return sum + weight(i); });
}

/// Gives the columns `which` what is left of `room` beside their least widths: so much more that none is
/// wider than its widest, or, if `all`, all of it. Returns what they have together.
Length fit(const Indices& which, std::span<const WidthRange> needs, Length room, bool all,
           std::vector<Length>& widths) {
    const auto flexible = [&](std::size_t i) { return (needs[i].widest - needs[i].least).milli(); };
    const Length least = Length::milli(total(which, [&](std::size_t i) { return needs[i].least.milli(); }));
    const Length asked = Length::milli(total(which, flexible));
    const Length more = std::min(room - least, asked);
    Divider towardsWidest(more, std::max<std::int64_t>(asked.milli(), 1));
    for (const std::size_t i : which) {
        widths[i] = needs[i].least + towardsWidest.next(flexible(i));
    }
    if (!all || which.empty()) {
        return least + more;
    }
    // Columns that ask for nothing are equal.
    const bool equal = (least + more) == Length();
    const auto weight = [&](std::size_t i) { return equal ? 1 : widths[i].milli(); };
    Divider beyond(room - least - more, total(which, weight));
    for (const std::size_t i : which) {
        widths[i] += beyond.next(weight(i));
    }
    return room;
}

/// Divides `room` among shares, which have their least widths in it.
void share(Indices which, std::span<const ColumnWidth> columns, std::span<const WidthRange> needs,
           Length room, std::vector<Length>& widths) {
    const auto weight = [&](std::size_t i) { return std::max<std::int64_t>(columns[i].thousandths(), 1); };
    // A share that is less than its least width is no share: the others divide the rest.
    for (bool again = true; again;) {
        const std::int64_t all = total(which, weight);
        const Length before = room;
        const auto tooNarrow = [&](std::size_t i) {
            return needs[i].least.milli() * all > before.milli() * weight(i);
        };
        for (const std::size_t i : which) {
            if (tooNarrow(i)) {
                widths[i] = needs[i].least;
                room -= widths[i];
            }
        }
        again = std::erase_if(which, tooNarrow) > 0;
    }
    Divider divider(room, std::max<std::int64_t>(total(which, weight), 1));
    for (const std::size_t i : which) {
        widths[i] = divider.next(weight(i));
    }
}

} // namespace

std::vector<WidthRange> columnNeeds(std::span<const ColumnWidth> columns, std::vector<CellNeed> cells) {
    std::vector<WidthRange> out;
    for (const ColumnWidth column : columns) {
        out.push_back({column.length(), column.length()});
    }
    std::erase_if(cells, [&](const CellNeed& cell) {
        return cell.column >= columns.size() || cell.colSpan == 0 ||
               cell.colSpan > columns.size() - cell.column;
    });
    std::ranges::stable_sort(cells, {}, &CellNeed::colSpan); // what cells of one column need is known first
    for (const CellNeed& cell : cells) {
        const auto covered = columns.subspan(cell.column, cell.colSpan);
        Indices which = indicesOf(covered, ColumnWidth::Kind::Share);
        if (which.empty()) {
            which = indicesOf(covered, ColumnWidth::Kind::Content);
        }
        widen(out, cell, which, &WidthRange::least);
        widen(out, cell, which, &WidthRange::widest);
    }
    for (WidthRange& column : out) {
        column.widest = std::max(column.widest, column.least);
    }
    return out;
}

std::optional<ColumnShortage> resolveColumns(std::span<const ColumnWidth> columns,
                                             std::span<const WidthRange> needs, Length measure,
                                             std::vector<Length>& widths) {
    const Indices fitted = indicesOf(columns, ColumnWidth::Kind::Content);
    const Indices shares = indicesOf(columns, ColumnWidth::Kind::Share);
    widths.clear();
    Length room = measure;
    for (const ColumnWidth column : columns) {
        widths.push_back(column.length());
        room -= column.length();
    }
    if (fitted.empty() && shares.empty()) {
        return std::nullopt;
    }
    const auto least = [&](std::size_t i) { return needs[i].least.milli(); };
    const Length ofShares = Length::milli(total(shares, least));
    const Length needed = Length::milli(total(fitted, least)) + ofShares;
    if (needed > room) {
        Indices both = fitted;
        both.insert(both.end(), shares.begin(), shares.end());
        std::ranges::sort(both);
        const std::size_t widest = *std::ranges::max_element(both, {}, least);
        return ColumnShortage{static_cast<std::uint32_t>(widest), needs[widest].least, needed - room};
    }
    room -= fit(fitted, needs, room - ofShares, shares.empty(), widths);
    share(shares, columns, needs, room, widths);
    return std::nullopt;
}

} // namespace sidetal
