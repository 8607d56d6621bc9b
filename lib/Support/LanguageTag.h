#pragma once

#include <string>
#include <string_view>

namespace sidetal {

/// The tag as RFC 5646, 2.1.1 recommends to write it: small letters, but for regions ("en-GB") and scripts
/// ("sr-Latn"). Tags are the same whatever the case of their letters is; what is compared or written into a
/// file has this one.
[[nodiscard]] std::string canonicalLanguage(std::string_view tag);

} // namespace sidetal
