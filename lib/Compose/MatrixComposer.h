#pragma once

#include "Compose/Context.h"
#include "Compose/FollowUpRequest.h"

#include "sidetal/Model/GoalSelection.h"

#include <optional>

namespace sidetal {

/// Appends a goal matrix's blocks and nodes: title, overview where the style has one, one table over all
/// pages, legend. The page is set in the document already. `selected` says what the matrix is of a larger
/// one.
void composeMatrix(Context& context, const GoalMatrix& matrix, const std::optional<SelectedGoals>& selected,
                   const GoalMatrixStyle& look, const FollowUpRequest& request, Diagnostics& diagnostics);

} // namespace sidetal
