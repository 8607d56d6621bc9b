#pragma once

#include "sidetal/Export.h"

#include <string_view>

namespace sidetal {

/// Whether a name that no reader knows, of a key or a column, may say who sees what ("Lukket", "erÅben",
/// "fortroligt"), in Danish, English, Norwegian, Swedish or German, also misspelt. In doubt it may: what such
/// a name stands for must not be published because its author called it otherwise than sidetal does
/// (SID-I024).
[[nodiscard]] SIDETAL_API bool mayNameAccess(std::string_view name);

/// Whether a value of a few words says that something is closed ("Lukket", "ikke offentlig").
[[nodiscard]] SIDETAL_API bool maySayClosed(std::string_view value);

} // namespace sidetal
