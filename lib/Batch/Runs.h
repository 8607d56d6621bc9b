#pragma once

#include "Batch/Earlier.h"
#include "Batch/InputReading.h"
#include "sidetal/Batch/Batch.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sidetal::batch {

// What the runs of a plan have in common, whether its documents become files or are joined to one.

/// How the inputs of a plan are read.
[[nodiscard]] InputRules rulesOf(const BatchPlan& plan, const BatchOptions& options);

/// Whether no further task is to be begun, after so many failures.
[[nodiscard]] bool asksToStop(const BatchOptions& options, std::uint64_t failures);

[[nodiscard]] bool isError(const Diagnostic& diagnostic);

/// Adds `more` to `all`: as errors where warnings are, and with the name of the input where they have none.
void addMessages(std::vector<Diagnostic>& all, std::vector<Diagnostic> more, const std::string& name,
                 const BatchOptions& options);

/// Sets in `options`, those of the task's settings, what each task has of its own.
void takeTask(RenderOptions& options, const BatchTask& task, const BatchPlan& plan, const Document& document,
              Earlier earlier, const BatchHost& host);

} // namespace sidetal::batch
