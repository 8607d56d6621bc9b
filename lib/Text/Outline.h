#pragma once

#include <cstdint>
#include <vector>

namespace sidetal {

class Face;

/// A step of a glyph's outline, in font units (Face::unitsPerEm()), y upwards from the baseline.
struct OutlineStep {
    enum class Kind : std::uint8_t {
        Move,  ///< begins a contour at (x, y)
        Line,  ///< straight to (x, y)
        Curve, ///< a cubic Bézier curve to (x, y)
        Close  ///< straight back to where the contour began
    };
    Kind kind = Kind::Move;
    int x = 0;
    int y = 0;
    int x1 = 0; ///< control points of a Curve
    int y1 = 0;
    int x2 = 0;
    int y2 = 0;
};

/// The outline of a glyph, to be filled by the nonzero rule; empty where it shows nothing.
[[nodiscard]] std::vector<OutlineStep> outlineOf(const Face& face, std::uint16_t glyph);

} // namespace sidetal
