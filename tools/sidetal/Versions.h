#pragma once

#include "Common.h"

#include <functional>
#include <string>
#include <string_view>

namespace sidetal::cli {

/// Takes the bytes of a file that was read besides what was asked for.
using AlsoRead = std::function<void(std::string_view)>;

/// As goOnFromMain() of Commands.h; warnings go to `diagnostics`, and `alsoRead` (null: nobody) gets the main
/// agendas' bytes.
void goOnFromMain(Document& document, const std::string& input, const DocumentOptions& options,
                  Diagnostics& diagnostics, const AlsoRead& alsoRead = {});

} // namespace sidetal::cli
