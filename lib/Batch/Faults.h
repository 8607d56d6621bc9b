#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <string_view>

namespace sidetal::batch {

/// The words of an errno value, as in "no such file or directory", in English whatever the locale.
[[nodiscard]] std::string systemWords(int error);

/// An error about a file or a folder.
[[nodiscard]] Error faultOf(std::string_view code, const std::string& file, std::string message);

} // namespace sidetal::batch
