#pragma once

#include "Style/StyleCheck.h"

#include <vector>

namespace sidetal {

/// What is kept free between a title of the contents and its page.
inline constexpr Length kLeaderRoom = Length::points(12);
/// Columns of figures that votes have at least: for, imod, undlader.
inline constexpr int kVoteColumns = 3;

/// Checks that the parts of a meeting's paper (items, contents, votes, running lines …) fit beside each other
/// into `room`, the width of its lines, and into the margins of `page`.
void checkParts(const AgendaStyle& look, Length room, const PageStyle& page, std::vector<StyleFault>& faults);

/// SID-S013 where what stands side by side needs more than there is.
void checkWidth(std::vector<StyleFault>& faults, std::string key, std::string_view what, Length needed,
                Length room);

/// SID-S012 and SID-S017 where a line of type of `size` does not fit into a margin of the page: the one above
/// for the key "head", else the one below.
void checkRunningLine(std::vector<StyleFault>& faults, std::string_view key, Length baseline, Length size,
                      Length margin);

} // namespace sidetal
