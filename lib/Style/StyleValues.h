#pragma once

#include "Style/Percent.h"
#include "sidetal/Support/ColumnWidth.h"
#include "sidetal/Support/Geometry.h"

#include <optional>
#include <string>
#include <string_view>

namespace sidetal {

/// Reads a length as style files write it: a decimal number and its unit, "12.0 cm", "9 pt", "-3 mm",
/// "0.5in". Exact decimal arithmetic, rounded to the nearest thousandth of a point (halves away from zero); 1
/// in = 72 pt = 2.54 cm. At most five digits before and six after the point. Nothing where it is malformed.
[[nodiscard]] std::optional<Length> parseLength(std::string_view text);

/// "9 pt", "28.346 pt": reads back as the same length.
[[nodiscard]] std::string formatLength(Length length);

/// Reads a column's width: a length, "111 pt"; shares, "2 fr", "0.5fr", at most five digits before and three
/// after the point; or "auto", fitted to content; where `em`, the size of a font, is not 0, so much of it
/// too: "22.2 em". Nothing where it is malformed.
[[nodiscard]] std::optional<ColumnWidth> parseColumnWidth(std::string_view text, Length em = {});

/// "111 pt", "2.5 fr", "auto": reads back as the same width.
[[nodiscard]] std::string formatColumnWidth(ColumnWidth width);

/// Reads a percentage: "133 %", "87.5%", at most five digits before and three after the point. Nothing where
/// it is malformed.
[[nodiscard]] std::optional<Percent> parsePercent(std::string_view text);

/// "133 %", "87.5 %": reads back as the same percentage.
[[nodiscard]] std::string formatPercent(Percent percent);

/// Reads a colour, "#1f3a4d" or "#FFF"; nothing where it is malformed.
[[nodiscard]] std::optional<Colour> parseColour(std::string_view text);

/// "#1f3a4d"
[[nodiscard]] std::string formatColour(Colour colour);

} // namespace sidetal
