#pragma once

#include "Pictures/Pictures.h"

namespace sidetal::pictures {

/// The longest side that is read, in pixels: what a JPEG file can have, and ImageData.
inline constexpr std::uint32_t kLongestSide = 65'535;

/// Throws PictureFault where a picture has no pixels (SID-G005) or more than are read (SID-G004).
void checkPixels(PixelSize size);

/// The fault of a file that ends too early.
[[nodiscard]] PictureFault cutOff();

} // namespace sidetal::pictures
