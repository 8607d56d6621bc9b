#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace sidetal::selection {

/// A name as names are compared: white space collapsed, capital letters of Latin 1 as small ones.
[[nodiscard]] std::string folded(std::string_view name);

/// The order of goals' numbers: figures count by their value, "1.2" before "1.10"; whatever else stands there
/// by its bytes; no number is after all.
[[nodiscard]] std::strong_ordering compareNumbers(std::string_view a, std::string_view b);

} // namespace sidetal::selection
