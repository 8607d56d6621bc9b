#pragma once

#include <string>

namespace sidetal {

/// The JSON Schema (2020-12) of style files, written from the keys of StyleKeys.h.
[[nodiscard]] std::string styleSchema();

} // namespace sidetal
