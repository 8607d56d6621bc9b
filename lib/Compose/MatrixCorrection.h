#pragma once

#include "Compose/Context.h"

#include "sidetal/Model/GoalMatrix.h"

namespace sidetal {

/// Appends what a corrected version of a matrix says of itself: which version it replaces, and what differs,
/// a line a change. The matrix corrects one.
void addMatrixCorrection(Context& context, const GoalMatrix& matrix, const GoalMatrixStyle& look);

} // namespace sidetal
