#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sidetal::marks {

/// How many combining marks may stand on end: the Stream-Safe Text Format (UAX #15, definition D4). Without
/// a limit, bringing them into canonical order takes a time that grows with the square of their number.
inline constexpr unsigned kMostOnEnd = 30;

/// Where well-formed UTF-8 leaves the Stream-Safe Text Format: the offset of the first mark of the first
/// sequence that has more than kMostOnEnd non-starters once the text is in NFKD (so those that "ǘ" is made
/// of count, too); nothing where there is none. Unicode 15.
[[nodiscard]] std::optional<std::size_t> findTooMany(std::string_view text);

/// "more than 30 combining marks on end, from U+0301 on": what is said of a text in which findTooMany() found
/// `at`.
[[nodiscard]] std::string tooManyMessage(std::string_view text, std::size_t at);

/// For the test that holds the table to ICU. Ranges of characters, in order, whose NFKD is non-starters
/// alone or ends in some: the first (21 bits), how many more there are (7 bits), 1 if it is non-starters
/// alone (1 bit), how many non-starters (3 bits).
[[nodiscard]] std::span<const std::uint32_t> table();

} // namespace sidetal::marks
