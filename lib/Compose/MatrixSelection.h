#pragma once

#include "Compose/LabelledLine.h"

#include "sidetal/Model/GoalSelection.h"

#include <vector>

namespace sidetal {

/// What a matrix says of the part that it shows, in whole sentences: by what it was selected and sorted, and
/// how much is left out.
[[nodiscard]] std::vector<LinePart> selectionWords(const Labels& labels, const SelectedGoals& selected);

} // namespace sidetal
