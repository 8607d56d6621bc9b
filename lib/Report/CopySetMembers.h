#pragma once

#include "Pdf/Copies.h"
#include "Report/CopyFoot.h"
#include "sidetal/Report/CopySet.h"

namespace sidetal {

/// What copies are made from.
struct CopySet::Members {
    CopyWriter writer;
    CopyFoot foot;
    LineBreaker& breaker;
    RenderResult result; ///< of each copy, without the warnings
    Diagnostics found;   ///< of the document itself
};

} // namespace sidetal
