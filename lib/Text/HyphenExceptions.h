#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sidetal {

/// A word, or part of one, that the patterns break wrongly.
struct HyphenException {
    std::u32string letters;          ///< lower case
    std::vector<std::size_t> breaks; ///< before which letters it may be broken; 0: in front of it, too
};

/// Our list, made once; the longest last, so that it decides over a shorter one inside it.
[[nodiscard]] std::span<const HyphenException> hyphenExceptions();

} // namespace sidetal
