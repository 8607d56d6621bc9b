#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal::utf8 {

/// The code point that starts at byte `at` of `text`, which must be well-formed UTF-8 there; moves `at` past
/// it.
[[nodiscard]] inline char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        at += 1;
        return lead;
    }
    if (lead < 0xE0) {
        const char32_t c = (lead & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu);
        at += 2;
        return c;
    }
    if (lead < 0xF0) {
        const char32_t c = (lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
        at += 3;
        return c;
    }
    const char32_t c = (lead & 0x07u) << 18 | (byte(at + 1) & 0x3Fu) << 12 | (byte(at + 2) & 0x3Fu) << 6 |
                       (byte(at + 3) & 0x3Fu);
    at += 4;
    return c;
}

/// The byte offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7), or
/// nothing.
[[nodiscard]] std::optional<std::size_t> findInvalid(std::string_view text);

/// As next() of any bytes: nothing where the one at `at` begins no well-formed character; `at` is then moved
/// past it alone.
[[nodiscard]] std::optional<char32_t> nextOrInvalid(std::string_view text, std::size_t& at);

/// True for what makes a line of text look like another or like several: control characters (C0, DEL, C1),
/// line and paragraph separators, and what changes the direction of text (UAX #9, Bidi_Control).
[[nodiscard]] bool upsetsLine(char32_t c);

/// True for what prints nothing and takes no room: Default_Ignorable_Code_Point of Unicode 15 (UAX #44).
[[nodiscard]] bool isDefaultIgnorable(char32_t c);

/// Appends `c`, a Unicode scalar value, as UTF-8.
void append(std::string& out, char32_t c);

/// How many code points well-formed `text` has.
[[nodiscard]] std::size_t length(std::string_view text);

/// Well-formed `text`, or where it has more than `most` characters so many of them and "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

/// "U+00E6": at least four hexadecimal digits.
[[nodiscard]] std::string codePointName(char32_t c);

} // namespace sidetal::utf8
