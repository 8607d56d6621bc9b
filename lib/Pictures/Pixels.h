#pragma once

#include "Pictures/Pictures.h"

#include <cstdint>
#include <string>

namespace sidetal::pictures {

/// How a picture is to be turned to stand upright (EXIF 2.3, tag 274): 1 not at all, 2 mirrored, 3 by half a
/// turn, 4 upside down, 5 mirrored and turned, 6 by a quarter clockwise, 7 mirrored and turned, 8 by a
/// quarter the other way.
using Orientation = std::uint8_t;

/// Whether width and height change places.
[[nodiscard]] constexpr bool liesOnItsSide(Orientation orientation) {
    return orientation >= 5;
}

/// A decoded picture: rows from the top, without bits between them but at a row's end.
struct Pixels {
    PixelSize size;
    std::uint8_t components = 3; ///< 1 gray, 3 red, green and blue
    std::uint8_t bits = 8;       ///< a component; 1, 2 and 4 of gray alone
    std::string colour;
    std::string alpha; ///< a byte a pixel, 0 nothing; empty: all is seen

    [[nodiscard]] std::size_t rowBytes() const {
        return (std::size_t{size.width} * components * bits + 7) / 8;
    }
};

/// The same with eight bits a component.
[[nodiscard]] Pixels withEightBits(Pixels pixels);

/// The same, upright.
[[nodiscard]] Pixels upright(Pixels pixels, Orientation orientation);

/// The same in `size`, neither side of which may be longer: each pixel is the mean of what it covers, of the
/// light and not of the numbers that stand for it (IEC 61966-2-1), and of what can be seen alone. In whole
/// numbers: the same on every machine.
[[nodiscard]] Pixels downsampled(Pixels pixels, PixelSize size);

/// As an image; a mask that hides nothing is left out.
[[nodiscard]] ImageData toImage(Pixels pixels);

} // namespace sidetal::pictures
