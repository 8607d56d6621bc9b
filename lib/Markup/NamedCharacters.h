#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sidetal::input {

/// The longest name of a character, its semicolon included.
inline constexpr std::size_t kLongestCharacterName = 32;

/// What the named character of HTML stands for, one or two characters ("aelig;" is "æ"); empty where there is
/// no such name. Most names end in ";"; the older ones are known without it as well (HTML Living
/// Standard, 13.5).
[[nodiscard]] std::string namedCharacter(std::string_view name);

} // namespace sidetal::input
