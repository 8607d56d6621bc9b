#pragma once

#include "Compose/Context.h"

#include "sidetal/Model/GoalMatrix.h"

namespace sidetal {

/// Appends a goal matrix's blocks and nodes: title, one table over all pages, legend. The body's width is set
/// in the document already.
void composeMatrix(Context& context, const GoalMatrix& matrix, const GoalMatrixStyle& look,
                   Diagnostics& diagnostics);

} // namespace sidetal
