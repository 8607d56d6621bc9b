#pragma once

#include "sidetal/Batch/BatchReport.h"

#include <string>

namespace sidetal::cli {

/// Writes what came of each file, failures first, to the file `name`: as a PDF where it is called .pdf, else
/// as JSON. `output`, the batch's folder, is as the command line has it.
void writeReport(const std::string& name, const std::string& output, const Renderer& renderer,
                 const BatchPlan& plan, const BatchFolder& folder, BatchReportFacts facts);

} // namespace sidetal::cli
