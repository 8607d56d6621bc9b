#pragma once

#include "Blocks/Block.h"
#include "Pages/Pages.h"

#include "sidetal/Support/Diagnostic.h"

namespace sidetal {

/// Breaks a document into lines and pages (docs/design.md, "Breaking pages"). The blocks move into the
/// result; what their runs refer to must outlive it. Layout faults (SID-L…) and text that cannot be printed
/// (SID-T…) go to `diagnostics` with the source position of the model object; if there is an error among them
/// the result has no pages.
[[nodiscard]] Pages layOut(BlockDocument document, LineBreaker& breaker, Diagnostics& diagnostics);

} // namespace sidetal
