#pragma once

#include "sidetal/Model/MeetingPaper.h"

#include <span>
#include <string>

namespace sidetal {

/// Gives an item and its sub-items the numbers that they are printed with, so that they keep them in whatever
/// paper they stand; takes these from the front of `numbers`.
void giveNumbers(AgendaItem& item, std::span<const std::string>& numbers);

/// The same of all items of a paper.
void giveNumbers(MeetingPaper& paper, std::span<const std::string> numbers);

} // namespace sidetal
