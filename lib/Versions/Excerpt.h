#pragma once

#include "Model/Stages.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Versions/ExcerptRequest.h"

namespace sidetal {

/// The excerpt of an agenda or of minutes that is asked for: those items with the numbers that they have,
/// sub-items under the heading of what they stand in; what is said of the attendance at them; the signatures.
/// Without a request what was given. Errors: SID-E050 to E053.
[[nodiscard]] NumberedDocument takeExcerpt(NumberedDocument document, const ExcerptRequest& request,
                                           Diagnostics& diagnostics);

} // namespace sidetal
