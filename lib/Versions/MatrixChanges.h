#pragma once

#include "sidetal/Model/GoalMatrix.h"

namespace sidetal {

/// What differs between two versions of a goal matrix: of the matrix as a whole, then theme by theme and goal
/// by goal in the order of the later version, a goal's initiatives under it, what was removed at the end of
/// what it stood in. Goals and initiatives are the same as where periods are compared (FollowUp), else by
/// words that no other has; themes by their title, else by their goals. Which version a matrix is, its date
/// and how it looks count for nothing.
[[nodiscard]] MatrixCorrection correctionOf(const GoalMatrix& before, const GoalMatrix& after);

/// What is to be told of `whole` where a matrix shows a part: what is of a theme, a goal or an initiative
/// that `shown` has, or `before`, the same part of the earlier version; null: that has none of it.
[[nodiscard]] MatrixCorrection narrowed(const MatrixCorrection& whole, const GoalMatrix& shown,
                                        const GoalMatrix* before);

} // namespace sidetal
