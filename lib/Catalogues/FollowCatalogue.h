#pragma once

#include "sidetal/Model/Document.h"
#include "sidetal/Model/GoalCatalogue.h"
#include "sidetal/Support/Diagnostic.h"

namespace sidetal {

/// The matrix with what its version of the catalogue says of its goals: words, priority, committees and
/// visions where it has none of its own. A matrix that names no version follows the last. What the version
/// does not have is an error that names the one which does, words that differ are a warning (SID-F081 to
/// F085). The catalogue was read with the matrix's sources before its own.
[[nodiscard]] GoalMatrix followCatalogue(GoalMatrix matrix, const GoalCatalogue& catalogue,
                                         Diagnostics& diagnostics);

/// SID-F080 for each goal that has no words of its own.
void expectWords(const Document& document, Diagnostics& diagnostics);

} // namespace sidetal
