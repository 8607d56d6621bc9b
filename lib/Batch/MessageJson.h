#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <string_view>

namespace sidetal::batch {

/// A message as formatJson() wrote it, read back; of anything else what can be read.
[[nodiscard]] Diagnostic readMessage(std::string_view json);

} // namespace sidetal::batch
