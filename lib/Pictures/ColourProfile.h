#pragma once

#include <string_view>

namespace sidetal::pictures {

/// Whether an ICC profile (ICC.1:2010) means by red, green and blue what sRGB means, or by gray a scale that
/// rises as sRGB's does; near enough that nobody sees the difference. False for what is none.
[[nodiscard]] bool isNearSrgb(std::string_view profile);

} // namespace sidetal::pictures
