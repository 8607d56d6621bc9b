#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal::input {

/// Whether `word` is one of `words`.
template <std::size_t N>
[[nodiscard]] bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, word) != words.end();
}

/// Finds what keeps text with a `style` attribute from being seen: what browsers and Word leave out, make
/// invisible, too small to be read or put off the page. One for each text, as a property that its author made
/// up ("--x") may be used further in. What it takes as hiding is listed in README.md of this folder.
class HiddenStyles {
  public:
    /// The first declaration of `style` that hides ("display: none"), or nothing. One that hides counts even
    /// where another one takes it back.
    [[nodiscard]] std::optional<std::string> hiding(std::string_view style);

  private:
    bool ownProperties_ = false; ///< some style of the text declared a custom property
};

} // namespace sidetal::input
