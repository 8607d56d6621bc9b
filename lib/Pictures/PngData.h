#pragma once

#include "Pictures/Pixels.h"

#include <string>

namespace sidetal::pictures {

/// Packs pixels as the data of a PNG file (ImageData::Coding::Png), and their alpha as a mask of the same
/// kind. Throws std::bad_alloc.
[[nodiscard]] ImageData toPackedImage(Pixels pixels);

} // namespace sidetal::pictures
