#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// The words of a key, folded so that keys which look alike are equal: what parts them are capital letters
/// within ("isOpen"), digits and whatever is no letter; letters are folded by Unicode (NFKC_Casefold: case,
/// width, ligatures, and characters that print nothing are gone), come without their marks ("å" is "a", as
/// systems write that have no "å"), "æ" as "ae", "ø" as "o", and Greek and Cyrillic letters that look like
/// Latin ones as those. A long key's first 256 letters alone. `key` is well-formed UTF-8.
[[nodiscard]] std::vector<std::string> foldedWords(std::string_view key);

/// A folded word in the coarser form in which stems are compared, any letter only once on end: "aabent" and
/// "åbent", "lukket" and "luket" are equal.
[[nodiscard]] std::string coarseForm(std::string_view folded);

} // namespace sidetal::input
