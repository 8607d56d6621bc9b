#pragma once

#include "Pictures/Pixels.h"
#include "Pictures/PngParts.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::pictures {

/// What was decoded.
struct ReadPng {
    Pixels pixels;
    bool hasOdds = false; ///< something in the file was passed over
};

/// Decodes a PNG file by libpng: gray stays gray, palettes become RGB, 16 bits a component become 8. `parts`
/// is what readPngParts() says of it. Adds to `warnings` what its colours are not. Throws PictureFault
/// SID-G005 where anything in it is damaged; std::bad_alloc.
[[nodiscard]] ReadPng readPng(std::string_view bytes, const PngParts& parts,
                              std::vector<std::string>& warnings);

} // namespace sidetal::pictures
