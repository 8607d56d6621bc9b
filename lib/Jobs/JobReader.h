#pragma once

#include <string>

namespace sidetal::jobs {

/// The JSON Schema (2020-12) of job files.
[[nodiscard]] std::string jobSchema();

} // namespace sidetal::jobs
