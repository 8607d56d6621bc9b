#pragma once

#include "Pictures/Exif.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sidetal::pictures {

/// What the segments of a JPEG file say (ITU-T T.81, B), without anything being decoded.
struct JpegParts {
    PixelSize size; ///< as it lies in the file
    unsigned process =
        0; ///< the frame's: 0 baseline, 1 extended, 2 progressive, 9 and 10 the same in arithmetic coding
    unsigned components = 0;
    std::array<std::uint8_t, 4> ids{}; ///< of the components
    bool saysTransform = false;        ///< whether there is Adobe's segment
    unsigned transform = 0;            ///< what it says: 0 none, 1 YCbCr, 2 YCCK
    bool saysJfif = false;
    Orientation orientation = 1;
    Density density;
    PictureTells tells;
    std::string profile; ///< ICC; empty for none
    /// The file without segments of applications, comments, what stands between segments and after the end.
    std::string bare;

    /// Whether the components are called R, G and B, by which some readers go.
    [[nodiscard]] bool isNamedRgb() const { return ids[0] == 'R' && ids[1] == 'G' && ids[2] == 'B'; }
    /// Whether readers of PDF take it for what it is without Adobe's and JFIF's segments: baseline or
    /// progressive, gray or YCbCr.
    [[nodiscard]] bool canStayBare() const;
};

/// Whether a file begins as JPEG files do.
[[nodiscard]] bool isJpeg(std::string_view bytes);

/// Walks over the segments. Throws PictureFault where one is cut off, the end is missing, the picture is
/// larger than the limits or of a kind that cannot be read. With `withBare` false JpegParts::bare stays
/// empty.
[[nodiscard]] JpegParts readJpegParts(std::string_view bytes, bool withBare);

} // namespace sidetal::pictures
