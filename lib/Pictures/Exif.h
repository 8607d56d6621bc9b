#pragma once

#include "Pictures/Pictures.h"
#include "Pictures/Pixels.h"

#include <string_view>

namespace sidetal::pictures {

/// How many pixels stand on a metre across and down; 0 where that is not known.
struct Density {
    std::uint32_t across = 0;
    std::uint32_t down = 0;

    [[nodiscard]] bool known() const { return across != 0 && down != 0; }
};

/// So many pixels an inch or a centimetre.
[[nodiscard]] Density perInch(std::uint32_t across, std::uint32_t down);
[[nodiscard]] Density perCentimetre(std::uint32_t across, std::uint32_t down);

/// What is asked of EXIF data.
struct Exif {
    Orientation orientation = 1;
    Density density;
    PictureTells tells;
};

/// Adds what a packet of XMP tells (ISO 16684-1), by the names in it.
void addXmp(std::string_view packet, PictureTells& tells);

/// Reads EXIF data, which begin with the header of a TIFF file; what is malformed is as if it were not there.
[[nodiscard]] Exif readExif(std::string_view tiff);

} // namespace sidetal::pictures
