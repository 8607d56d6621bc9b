#pragma once

#include "sidetal/Batch/BatchPlan.h"

#include <vector>

namespace sidetal::batch {

/// A job's outputs with the styles, policies and rules that they name; faults go to `diagnostics`.
[[nodiscard]] std::vector<BatchSettings> readSettings(const BatchJob& job, const BatchHost& host,
                                                      const OwnFonts& fonts, Diagnostics& diagnostics);

} // namespace sidetal::batch
