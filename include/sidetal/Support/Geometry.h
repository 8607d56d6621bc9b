#pragma once

#include "sidetal/Support/Length.h"

#include <cstdint>

namespace sidetal {

/// Width and height.
struct Size {
    Length width;
    Length height;
    bool operator==(const Size&) const = default;
};

/// A place on a page; the origin is the page's top left corner, y grows downwards.
struct Point {
    Length x;
    Length y;
    bool operator==(const Point&) const = default;
};

/// A rectangle on a page; the origin is the page's top left corner, y grows downwards.
struct Rect {
    Length x;
    Length y;
    Length width;
    Length height;
    [[nodiscard]] constexpr Length right() const { return x + width; }
    [[nodiscard]] constexpr Length bottom() const { return y + height; }
    bool operator==(const Rect&) const = default;
};

/// A colour in sRGB (IEC 61966-2-1), eight bits a channel; the default is black.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

} // namespace sidetal
