#pragma once

#include "Support/Texts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal::input {

/// The text without white space (space, tab, CR, LF) at its ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// True for "-12.50": what both a JSON number without exponent and an xs:decimal may be.
[[nodiscard]] bool isDecimal(std::string_view text);

/// The whole number that is written, as JSON writes numbers: "1.0" and "1e2" are some too. Nothing where it
/// has a fraction, or more than 18 digits.
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);

/// "12.5" and "1.2500e1" are 12500; nothing where that is not exact, or has more than 18 digits.
[[nodiscard]] std::optional<std::int64_t> parseThousandths(std::string_view text);

/// True for four, two and two digits with hyphens: meant as a date, whether such a day exists or not.
[[nodiscard]] bool looksLikeDate(std::string_view text);

} // namespace sidetal::input
