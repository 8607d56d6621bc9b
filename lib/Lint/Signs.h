#pragma once

#include <cstddef>
#include <string_view>

namespace sidetal::lint {

/// What one pass over a text's bytes tells of what can be in it.
struct Signs {
    std::size_t figures = 0; ///< how many of 0 to 9
    bool at = false;         ///< "@"
    bool backslash = false;
    bool colon = false;
    bool dot = false;

    [[nodiscard]] bool none() const { return figures < 8 && !at && !backslash && !colon && !dot; }
};

[[nodiscard]] Signs signsOf(std::string_view text);

} // namespace sidetal::lint
