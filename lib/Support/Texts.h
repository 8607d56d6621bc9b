#pragma once

#include "Support/Ascii.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sidetal {

/// How many characters of a text or a key stand in a message.
inline constexpr std::size_t kMostShownInMessages = 40;

/// The length of the white space at `at`: ASCII's, and the line and paragraph separators U+2028 and U+2029; 0
/// where there is none.
[[nodiscard]] inline std::size_t spaceLength(std::string_view text, std::size_t at) {
    if (text[at] != '\xE2') {
        return ascii::isSpace(text[at]) ? 1 : 0;
    }
    const std::string_view rest = text.substr(at, 3);
    return rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" ? 3 : 0;
}

/// True for nearly all bytes that no white space has in it: decides most cases at once.
[[nodiscard]] inline bool isPlainInk(char c) {
    return static_cast<unsigned char>(c) > ' ' && c != '\xE2';
}

/// White space collapsed to single spaces and trimmed; line breaks (U+2028 and U+2029 too) are spaces, U+00A0
/// is kept.
[[nodiscard]] std::string collapse(std::string_view text);

/// True where nothing that could be seen is in it: white space of any kind (U+00A0 included) and characters
/// that print nothing (utf8::isDefaultIgnorable()) alone.
[[nodiscard]] bool isBlank(std::string_view text);

/// Parts joined by `separator`, empty ones left out.
[[nodiscard]] std::string joined(std::span<const std::string> parts, std::string_view separator);

/// A text for a message: in single quotes, shortened to 40 characters, line breaks as spaces.
[[nodiscard]] std::string inQuotes(std::string_view text);

} // namespace sidetal
