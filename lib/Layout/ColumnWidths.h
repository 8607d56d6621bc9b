#pragma once

#include "Layout/Measure.h"

#include "sidetal/Support/ColumnWidth.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sidetal {

/// Which columns a cell covers and how wide it can be, paddings included.
struct CellNeed {
    std::uint32_t column = 0;
    std::uint32_t colSpan = 1;
    WidthRange width;
};

/// A table that does not fit its measure.
struct ColumnShortage {
    std::uint32_t column = 0; ///< of those that may be made narrower, the one that can be least
    Length least;             ///< its least width, of automatic widths with words broken
    Length lacking;           ///< what the table is too wide by
};

/// The widths that columns need for their cells: fixed ones have theirs, the others what their own cells
/// take, and what cells of several columns lack in all: in equal parts by the shares among their columns,
/// else by the fitted ones (CSS 2.2, 17.5.2.2; CSS Grid Layout, 11.5). Of `automatic` widths a length is what
/// a column asks for, and not what it has: it takes what its cells need. Cells outside the columns are passed
/// over.
[[nodiscard]] std::vector<WidthRange> columnNeeds(std::span<const ColumnWidth> columns,
                                                  std::vector<CellNeed> cells, bool automatic = false);

/// Replaces `widths` by the columns' widths, which add up to `measure` where one of the columns is no length:
/// - fixed columns have theirs, and no other is narrower than its least width;
/// - fitted columns share what is more than all the least widths, each in the measure of what it still asks
///   for, and none gets more than its widest width, unless nothing but lengths stands beside them: then they
///   are widened in proportion to that;
/// - shares divide what is left, but none is narrower than its least width for another's sake.
/// Where there is too little room that is returned, and `widths` is of no use.
[[nodiscard]] std::optional<ColumnShortage> resolveColumns(std::span<const ColumnWidth> columns,
                                                           std::span<const WidthRange> needs, Length measure,
                                                           std::vector<Length>& widths);

/// Replaces `widths` by the columns' automatic widths, which add up to `measure` at most, and to it where one
/// is a share:
/// - lengths and parts of the measure have what they ask for, or what their words need;
/// - fitted columns that ask for no more than an equal part of the measure have it where that can be; the
/// others
///   share what is more than all these, as with resolveColumns(), and none gets more than its widest width;
///   shares divide what is left;
/// - where there is too little room, lengths and parts give way down to what their words need, the widest
///   first; where that is too little, words are broken in the columns whose words are widest.
/// Where even that does not fit, what is lacking is returned, and `widths` is of no use.
[[nodiscard]] std::optional<ColumnShortage> resolveAutomatic(std::span<const ColumnWidth> columns,
                                                             std::span<const WidthRange> needs,
                                                             Length measure, std::vector<Length>& widths);

} // namespace sidetal
