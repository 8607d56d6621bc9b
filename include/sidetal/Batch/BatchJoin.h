#pragma once

#include "sidetal/Batch/Batch.h"
#include "sidetal/Export.h"
#include "sidetal/Report/JoinedFile.h"

#include <cstdint>
#include <functional>

namespace sidetal {

/// How a batch's documents become one file.
struct BatchJoinOptions {
    JoinOptions join;            ///< its `documents` is what the plan has
    bool leaveOutFailed = false; ///< else nothing is joined where a document fails, but all are checked
};

/// What came of it.
struct BatchJoinOutcome {
    BatchOutcome batch;
    JoinResult joined;
    bool isWhole = false; ///< all parts were written: what was given to the sinks is worth keeping
};

/// Puts the copies of each recipient together, in the order in which they come first, after what is nobody's
/// copy: as paper is handed out. Such a plan is for joinBatch() alone.
SIDETAL_API void groupByRecipient(BatchPlan& plan);

/// Makes what is planned into one PDF, or parts of one, in the order of the plan; `open` as of
/// Renderer::joinedFile(). Nothing is kept of a run before. Of `options`, `threads` counts for nothing.
/// Documents that fail are told; what a sink throws ends all and is thrown.
[[nodiscard]] SIDETAL_API BatchJoinOutcome joinBatch(const BatchPlan& plan, const Renderer& renderer,
                                                     const BatchHost& host,
                                                     const std::function<ByteSink(std::uint32_t part)>& open,
                                                     const BatchJoinOptions& joinOptions,
                                                     const BatchOptions& options);

} // namespace sidetal
