#pragma once

#include "Model/Stages.h"
#include "sidetal/Model/GoalSelection.h"
#include "sidetal/Support/Diagnostic.h"

namespace sidetal {

/// The matrix with what the selection shows of it, in its order, which the result says of itself
/// (NumberedDocument::selected()); where nothing is asked for it is the one that was given. Of one committee,
/// it is that one's matrix. Names that the matrix does not have are errors, a selection that shows nothing is
/// a warning (SID-F codes, the component's README).
[[nodiscard]] NumberedDocument selectGoals(NumberedDocument document, const GoalSelection& selection,
                                           Diagnostics& diagnostics);

} // namespace sidetal
