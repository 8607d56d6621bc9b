#pragma once

#include "Compose/Context.h"
#include "Compose/LabelledLine.h"
#include "Compose/MatrixLinks.h"

#include "sidetal/Model/GoalMatrix.h"

#include <optional>
#include <vector>

namespace sidetal {

/// Appends what stands under the title before a matrix that has goals: how many of them have which status,
/// as sentences, those that are prioritised, a table with a bar a theme, and which deadlines passed by `day`.
/// Names lead to their rows by `links`.
void addOverview(Context& context, const GoalMatrix& matrix, const GoalMatrixStyle& look, MatrixLinks& links,
                 std::optional<Date> day);

/// Appends a heading under the title's, which begins a part of the overview or what follows it.
void addPartHeading(Context& context, const GoalMatrixStyle& look, const std::vector<LinePart>& words,
                    SourcePos source);

/// Begins further pages that look as those before did; `running` are their lines.
void beginMatrixRun(Context& context, std::vector<RunningLine> running);

} // namespace sidetal
