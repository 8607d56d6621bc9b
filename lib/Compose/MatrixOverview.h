#pragma once

#include "Compose/Context.h"
#include "Compose/LabelledLine.h"
#include "Compose/MatrixChanges.h"
#include "Compose/MatrixLinks.h"

#include "sidetal/Model/GoalMatrix.h"

#include <optional>
#include <vector>

namespace sidetal {

/// What an overview is to say besides the goals' counts.
struct OverviewRequest {
    MatrixLinks& links;
    std::optional<Date> day{};        ///< by which deadlines passed; nothing: they are not told
    MatrixChanges* changes = nullptr; ///< since the last period; null: not compared
    bool repeat = false;              ///< goals stand under each of several committees
};

/// Appends what stands under the title before a matrix that has goals: how many of them have which status,
/// as sentences, what changed since the last period, prioritised goals, a table with a bar a theme, and which
/// deadlines passed. Names lead to their rows.
void addOverview(Context& context, const GoalMatrix& matrix, const GoalMatrixStyle& look,
                 const OverviewRequest& request);

/// Appends a heading under the title's, which begins a part of the overview or what follows it, as `target`
/// where that is one.
void addPartHeading(Context& context, const GoalMatrixStyle& look, const std::vector<LinePart>& words,
                    SourcePos source, TargetId target = TargetId::None);

/// Begins further pages that look as those before did; `running` are their lines.
void beginMatrixRun(Context& context, std::vector<RunningLine> running);

} // namespace sidetal
