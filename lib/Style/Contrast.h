#pragma once

#include "sidetal/Support/Geometry.h"

namespace sidetal {

/// What a text must have against its ground at least (WCAG 2.1, 1.4.3, level AA).
inline constexpr double kMinimumContrast = 4.5;

/// The contrast ratio of two colours, 1 to 21 (WCAG 2.1, definition of contrast ratio).
[[nodiscard]] double contrastRatio(Colour a, Colour b);

} // namespace sidetal
