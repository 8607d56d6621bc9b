#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sidetal {

/// A word, or part of one, that the patterns break wrongly.
struct HyphenException {
    std::u32string letters;          ///< lower case
    std::vector<std::size_t> breaks; ///< before which letters it may be broken
};

/// Our list, made once; the longest first last, so that a longer part decides over a shorter one inside it.
[[nodiscard]] std::span<const HyphenException> hyphenExceptions();

} // namespace sidetal
