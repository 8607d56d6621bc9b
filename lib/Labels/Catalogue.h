#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace sidetal {

/// The words of one language by what they stand for, in the order of the enumeration.
template <class Word, std::size_t Count>
using Catalogue = std::array<std::pair<Word, std::string_view>, Count>;

/// True where every word is in its place and none is empty: for a static_assert.
template <class Word, std::size_t Count>
[[nodiscard]] constexpr bool isComplete(const Catalogue<Word, Count>& words) {
    for (std::size_t i = 0; i < Count; ++i) {
        if (static_cast<std::size_t>(words[i].first) != i || words[i].second.empty()) {
            return false;
        }
    }
    return true;
}

} // namespace sidetal
