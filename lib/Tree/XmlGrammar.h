#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal::input {

/// What is wrong at a place of an XML text, with the message's code.
struct XmlError {
    std::size_t offset = 0;
    std::string_view code;
    std::string message;
};

/// Walks over a text that a parser found not to be well formed (XML 1.0, 5th edition, without DOCTYPE) and
/// says where and why it is not; nothing where this finds no fault: attributes that stand twice are not
/// looked for.
[[nodiscard]] std::optional<XmlError> findXmlError(std::string_view text);

} // namespace sidetal::input
