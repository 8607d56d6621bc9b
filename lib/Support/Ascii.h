#pragma once

#include <string>
#include <string_view>

/// Classes and cases of ASCII alone, whatever the locale is; other bytes are none of them.
namespace sidetal::ascii {

/// The white space of JSON (RFC 8259, 2) and XML (1.0, production 3).
inline constexpr std::string_view kSpace = " \t\r\n";

/// Whether kSpace has it.
[[nodiscard]] constexpr bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

[[nodiscard]] constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

[[nodiscard]] constexpr bool isLetter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

[[nodiscard]] constexpr bool isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
}

/// The text with its capital letters as small ones.
[[nodiscard]] inline std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = lower(c);
    }
    return out;
}

} // namespace sidetal::ascii
