#pragma once

#include <string>
#include <string_view>

namespace sidetal {

/// The colour space sRGB (IEC 61966-2-1) as an ICC profile, version 4.2: a matrix and one parametric curve,
/// about 520 bytes. Made here, as those that are packaged are ten times that or not free of conditions.
[[nodiscard]] std::string makeSrgbProfile();
/// Its compressed form, made once.
[[nodiscard]] std::string_view packedSrgbProfile();

} // namespace sidetal
