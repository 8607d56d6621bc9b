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

/// Which of the columns under a cell are made wider for it: shares, else fitted ones, and of automatic widths
/// else any.
Indices widenedBy(std::span<const ColumnWidth> covered, bool automatic) {
    Indices which = indicesOf(covered, ColumnWidth::Kind::Share);
    if (which.empty()) {
        which = indicesOf(covered, ColumnWidth::Kind::Content);
    }
    if (which.empty() && automatic) {
        which.resize(covered.size());
        std::iota(which.begin(), which.end(), std::size_t{0});
    }
    return which;
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

/// Widths between `low` and `high` that are together `room`, as far as they go: the widest are made narrower
/// first, down to one width, so that as few columns as can be give way.
void squeeze(const std::vector<Length>& low, const std::vector<Length>& high, Length room,
             std::vector<Length>& widths) {
    const auto widthAt = [&](std::size_t i, Length most) { return std::clamp(most, low[i], high[i]); };
    const auto sumAt = [&](Length most) {
        Length sum;
        for (std::size_t i = 0; i < low.size(); ++i) {
            sum += widthAt(i, most);
        }
        return sum;
    };
    Length fits; // of the widths that none is over where all fit, the greatest
    Length fails = *std::ranges::max_element(high) + Length::milli(1);
    while (fits + Length::milli(1) < fails) {
        const Length middle = fits + (fails - fits) / 2;
        (sumAt(middle) <= room ? fits : fails) = middle;
    }
    Length left = room - sumAt(fits);
    for (std::size_t i = 0; i < low.size(); ++i) {
        widths[i] = widthAt(i, fits);
        if (left > Length() && widths[i] < widthAt(i, fails)) {
            widths[i] += Length::milli(1);
            left -= Length::milli(1);
        }
    }
}

/// Gives columns that ask for no more than a `fair` part of the table all that they ask for, from `spare`,
/// the narrowest first: beside a long text, two short words would else be parted for a gain that nobody sees.
void spareNarrow(Indices which, Length spare, Length fair, std::vector<WidthRange>& asked) {
    std::ranges::stable_sort(which, {}, [&](std::size_t i) { return asked[i].widest; });
    for (const std::size_t i : which) {
        const Length more = asked[i].widest - asked[i].least;
        if (asked[i].widest > fair || more > spare) {
            return;
        }
        asked[i].least = asked[i].widest;
        spare -= more;
    }
}

/// Widths of one kind of all columns, with what they are together.
struct Widths {
    std::vector<Length> each;
    Length sum;

    void add(Length width) {
        each.push_back(width);
        sum += width;
    }
};

} // namespace

std::vector<WidthRange> columnNeeds(std::span<const ColumnWidth> columns, std::vector<CellNeed> cells,
                                    bool automatic) {
    std::vector<WidthRange> out;
    for (const ColumnWidth column : columns) {
        const Length fixed = automatic ? Length() : column.length();
        out.push_back({fixed, column.length(), fixed});
    }
    std::erase_if(cells, [&](const CellNeed& cell) {
        return cell.column >= columns.size() || cell.colSpan == 0 ||
               cell.colSpan > columns.size() - cell.column;
    });
    std::ranges::stable_sort(cells, {}, &CellNeed::colSpan); // what cells of one column need is known first
    for (const CellNeed& cell : cells) {
        const Indices which = widenedBy(columns.subspan(cell.column, cell.colSpan), automatic);
        widen(out, cell, which, &WidthRange::least);
        widen(out, cell, which, &WidthRange::widest);
        widen(out, cell, which, &WidthRange::broken);
    }
    for (WidthRange& column : out) {
        column.broken = std::min(column.broken, column.least);
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

std::optional<ColumnShortage> resolveAutomatic(std::span<const ColumnWidth> columns,
                                               std::span<const WidthRange> needs, Length measure,
                                               std::vector<Length>& widths) {
    Widths broken;
    Widths least;
    Widths wished;
    std::vector<WidthRange> asked(needs.begin(), needs.end());
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const auto wish = columns[i].wishedOf(measure);
        if (wish) {
            asked[i].least = asked[i].widest = std::max(needs[i].least, *wish);
        }
        broken.add(needs[i].broken);
        least.add(needs[i].least);
        wished.add(asked[i].least);
    }
    widths.assign(needs.size(), Length());
    if (broken.sum > measure) {
        const auto widest = std::ranges::max_element(broken.each) - broken.each.begin();
        return ColumnShortage{static_cast<std::uint32_t>(widest),
                              broken.each[static_cast<std::size_t>(widest)], broken.sum - measure};
    }
    if (least.sum > measure) {
        squeeze(broken.each, least.each, measure, widths);
    } else if (wished.sum > measure) {
        squeeze(least.each, wished.each, measure, widths);
    } else {
        const Indices shares = indicesOf(columns, ColumnWidth::Kind::Share);
        Indices others(columns.size());
        std::iota(others.begin(), others.end(), std::size_t{0});
        std::erase_if(others, [&](std::size_t i) { return columns[i].kind() == ColumnWidth::Kind::Share; });
        const Length ofShares =
            Length::milli(total(shares, [&](std::size_t i) { return asked[i].least.milli(); }));
        spareNarrow(others, measure - wished.sum, measure / static_cast<std::int64_t>(columns.size()), asked);
        const Length used = fit(others, asked, measure - ofShares, false, widths);
        share(shares, columns, asked, measure - used, widths);
    }
    return std::nullopt;
}

} // namespace sidetal
