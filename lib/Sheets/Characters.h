#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// UTF-8 and names of cells: this library sees of the core what its public headers declare.

namespace sidetal::sheets {

/// Appends a character, at most U+10FFFF, as UTF-8.
void appendUtf8(std::string& out, char32_t character);

/// The character at `at` and how many bytes it has; a length of 0 where it is no UTF-8.
struct Decoded {
    char32_t character = 0;
    std::size_t length = 0;
};
[[nodiscard]] Decoded decodeUtf8(std::string_view text, std::size_t at);

/// The name by which readers compare: small letters and digits alone ("Hvem samarbejdes der med?" is
/// "hvemsamarbejdesdermed").
[[nodiscard]] std::string foldedName(std::string_view text);

/// Without white space at its ends, also U+00A0, and within it single blanks; line breaks stay where
/// `keepLines` says so.
[[nodiscard]] std::string tidy(std::string_view text, bool keepLines = false);

/// The first control character that no text may hold (tabulator and line breaks are none), or a noncharacter.
[[nodiscard]] std::optional<char32_t> findForbidden(std::string_view text);

/// In single quotes, at most 40 characters, line breaks as blanks.
[[nodiscard]] std::string inQuoteMarks(std::string_view text);

/// "C" of 3
[[nodiscard]] std::string columnLetters(std::uint32_t column);

/// How many letters differ (Levenshtein), of short texts; the count of bytes where they are long.
[[nodiscard]] std::size_t lettersApart(std::string_view first, std::string_view second);

} // namespace sidetal::sheets
