#pragma once

#include "sidetal/Model/GoalMatrix.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace sidetal::test {

/// Two versions of a goal matrix. Each theme, goal and initiative keeps the line of its place, which no other
/// has, in both; numbers, and titles of themes and initiatives, occur once. The same for the same seed.
[[nodiscard]] std::pair<GoalMatrix, GoalMatrix> randomMatrixVersions(std::uint64_t seed);

/// What differs between them, found in the plainest way: "added goal 3", "removed theme Tema 1", "changed
/// initiative Indsats 4: owner, status", "matrix: period". Where themes, goals of a theme or initiatives of a
/// goal stand in another order, "order of goals".
[[nodiscard]] std::set<std::string> plainMatrixChanges(const GoalMatrix& before, const GoalMatrix& after);

} // namespace sidetal::test
