#pragma once

#include <string>
#include <string_view>

namespace sidetal {

/// `name`, which stands in the file `from`, as seen from the folder that `from` is named from: "." and ".."
/// resolved as far as names alone tell. What begins at the root stays.
[[nodiscard]] std::string resolvedName(std::string_view from, std::string_view name);

} // namespace sidetal
