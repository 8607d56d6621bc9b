#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal::input {

/// The text without white space (space, tab, CR, LF) at its ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// The text with the capital letters of ASCII as small ones.
[[nodiscard]] std::string lowered(std::string_view text);

/// True for "-12.50": what both a JSON number without exponent and an xs:decimal may be.
[[nodiscard]] bool isDecimal(std::string_view text);

/// The whole number that is written, or nothing: with a fraction, an exponent, or past 18 digits.
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);

/// "12.5" is 12500; nothing with more than three decimals, an exponent, or past 15 digits before the point.
[[nodiscard]] std::optional<std::int64_t> parseThousandths(std::string_view text);

/// 12500 is "12.5".
[[nodiscard]] std::string formatThousandths(std::int64_t value);

/// True for four, two and two digits with hyphens: meant as a date, whether such a day exists or not.
[[nodiscard]] bool looksLikeDate(std::string_view text);

} // namespace sidetal::input
