#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// What the grammar allows at a place of a JSON text (RFC 8259).
enum class JsonExpected : std::uint8_t {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrBracket,
    CommaOrBrace,
    End
};

/// What is wrong at a place of a JSON text.
struct JsonFault {
    std::size_t offset = 0; ///< of the byte where it shows
    std::string message;
    std::vector<std::string> notes;
};

/// The offset of the first byte at or after `at` that is neither white space nor in a comment; of a malformed
/// comment its "/".
[[nodiscard]] std::size_t skipJsonSpace(std::string_view text, std::size_t at);

/// Says why the token at `at`, which a JSON parser stumbled over, is none, or is none where `expected` should
/// stand.
[[nodiscard]] JsonFault explainJsonFault(std::string_view text, std::size_t at, JsonExpected expected);

/// True for a number of RFC 8259 section 6.
[[nodiscard]] bool isJsonNumber(std::string_view text);

/// The length of the run of characters at `at` that numbers and words are made of.
[[nodiscard]] std::size_t jsonWordLength(std::string_view text, std::size_t at);

} // namespace sidetal::input
