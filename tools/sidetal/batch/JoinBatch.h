#pragma once

#include "batch/BatchOptions.h"
#include "batch/Progress.h"

#include "sidetal/Batch/BatchPlan.h"

namespace sidetal::cli {

/// Makes one file of a batch, or parts of one, as the command line asks for. Throws Error: SID-B042 where a
/// document failed and so nothing was written, and those of JoinTarget.
void joinPlanned(const BatchCommand& command, const BatchPlan& plan, const BatchHost& host,
                 const OwnFonts& fonts, BatchOptions options, Progress& progress, Messages& messages);

} // namespace sidetal::cli
