#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sidetal::input {

/// The XML declaration at the start of a text (XML 1.0, 5th edition, productions 23 to 26, 32, 80 and 81).
struct XmlDeclaration {
    std::size_t end = 0;              ///< past its "?>"; 0 where the text has none, or a malformed one
    std::string_view encoding;        ///< as the text has it; empty where none is named
    std::optional<std::size_t> fault; ///< the offset from which on it is none
};

/// True where a text begins that is meant as an XML declaration: no processing instruction of a name that
/// goes on after "xml".
[[nodiscard]] bool beginsXmlDeclaration(std::string_view text);

/// Reads the declaration at the start of `text`, which may be any bytes. An encoding that stands before a
/// fault is told all the same.
[[nodiscard]] XmlDeclaration readXmlDeclaration(std::string_view text);

/// True for the names of UTF-8 and of its subset US-ASCII, in letters of any case; "utf8" is a name of no
/// registry, but what is meant.
[[nodiscard]] bool isUtf8Name(std::string_view encoding);

} // namespace sidetal::input
