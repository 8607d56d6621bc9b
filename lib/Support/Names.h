#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sidetal {

/// How many insertions, deletions, replacements and swaps of neighbours turn one word into the other
/// (Damerau-Levenshtein, optimal string alignment), counted in bytes.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

/// The name that was most likely meant by `word`: the one at the least distance, at most a third of the
/// word's length (at least 1; capital letters count as small ones); nothing where none is that near. The
/// first of equals.
[[nodiscard]] std::optional<std::string_view> nearestName(std::string_view word,
                                                          std::span<const std::string_view> names);

/// "'a', 'b' or 'c'"
[[nodiscard]] std::string quotedList(std::span<const std::string_view> names);

} // namespace sidetal
