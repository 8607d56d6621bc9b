#pragma once

#include <cstddef>

namespace sidetal {

/// What may be read at most (docs/design.md, "Trees and readers"): everything past it is an error with its
/// place.
struct ReadLimits {
    std::size_t bytes = 64u << 20;     ///< size of the input
    std::size_t depth = 200;           ///< nesting
    std::size_t nodes = 4'000'000;     ///< values
    std::size_t textParts = 1'000'000; ///< paragraphs and list items of all texts together
};

} // namespace sidetal
