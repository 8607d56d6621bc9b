#pragma once

#include "sidetal/Support/Geometry.h"

#include <cstdint>

namespace sidetal {

/// A step of a path (ISO 32000-1, 8.5.2); a path begins with a Move.
struct PathSegment {
    enum class Kind : std::uint8_t {
        Move,  ///< begins a new part at `to`
        Line,  ///< straight to `to`
        Curve, ///< a cubic Bézier curve to `to`
        Close  ///< straight back to where the part began
    };
    Kind kind = Kind::Move;
    Point to;
    Point control1; ///< of a Curve
    Point control2;
    bool operator==(const PathSegment&) const = default;
};

/// What lies inside a path that crosses itself or has several parts (ISO 32000-1, 8.5.3.3).
enum class FillRule : std::uint8_t { NonZero, EvenOdd };

/// Dashes along a stroked path: `on` drawn, `off` left out, in turn; without dashes where `on` is 0.
struct Dash {
    Length on;
    Length off;
    bool operator==(const Dash&) const = default;
};

} // namespace sidetal
