#pragma once

#include "sidetal/Style/StyleSheet.h"

#include <string>
#include <vector>

namespace sidetal {

/// What a text must have against its ground at least (WCAG 2.1, 1.4.3, level AA).
inline constexpr double kMinimumContrast = 4.5;

/// The contrast ratio of two colours, 1 to 21 (WCAG 2.1, definition of contrast ratio).
[[nodiscard]] double contrastRatio(Colour a, Colour b);

/// A text colour of a sheet with a colour that it stands on.
struct TextOnGround {
    std::string key; ///< where the text's style stands in a style file: "header.text"
    Colour text;
    Colour ground;
};

/// Every text of a sheet on every ground that Compose gives it.
[[nodiscard]] std::vector<TextOnGround> textsOnGrounds(const StyleSheet& sheet);

} // namespace sidetal
