#pragma once

#include "Pictures/Exif.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sidetal::pictures {

/// What the chunks of a PNG file say (ISO/IEC 15948), without anything being decompressed.
struct PngParts {
    PixelSize size;
    std::uint8_t bits = 0;       ///< a component
    std::uint8_t colourType = 0; ///< 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha
    Orientation orientation = 1;
    Density density;
    PictureTells tells;
    bool hasProfile = false;
    bool hasKey = false; ///< colours that are not seen
    bool interlaced = false;
    std::vector<std::string_view> data; ///< the parts of the compressed pixels

    /// Whether a PDF shows the pixels of the file's data as they are.
    [[nodiscard]] bool isPlain() const {
        return (colourType == 0 || colourType == 2) && bits <= 8 && !hasKey && !interlaced;
    }

    /// How many numbers a pixel has in the file.
    [[nodiscard]] unsigned channels() const {
        return colourType == 2 ? 3 : colourType == 4 ? 2 : colourType == 6 ? 4 : 1;
    }
};

/// Whether a file begins as PNG files do.
[[nodiscard]] bool isPng(std::string_view bytes);

/// Walks over the chunks. Throws PictureFault where one is cut off, none is the last, or the picture is
/// larger than the limits or than its data could make.
[[nodiscard]] PngParts readPngParts(std::string_view bytes);

} // namespace sidetal::pictures
