#pragma once

#include "sidetal/Batch/BatchHost.h"
#include "sidetal/Jobs/BatchJob.h"

#include <string>
#include <vector>

namespace sidetal::batch {

/// `name`, which a job names, as it is opened: from the job's folder.
[[nodiscard]] std::string besideJob(const std::string& job, const std::string& name);

/// The files that a job reads, each once, in the order of the job's entries and of their names. What an entry
/// does not lead to is an error (SID-B010).
[[nodiscard]] std::vector<BatchInputFile> findInputs(const BatchJob& job, Diagnostics& diagnostics);

} // namespace sidetal::batch
