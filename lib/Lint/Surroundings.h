#pragma once

#include "Support/Ascii.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

/// What stands around something in a text.

namespace sidetal::lint {

/// Whether the byte at `at` belongs to a word: ASCII letters and figures, and letters beyond; the spaces,
/// dashes and quotes of U+00A0 to U+00BF and U+2000 to U+206F are none.
[[nodiscard]] bool isWordByte(std::string_view text, std::size_t at);

/// Length of the one space that `text` begins with: U+0020, U+00A0, U+2009, U+202F; 0 where it begins with
/// none.
[[nodiscard]] std::size_t blankLength(std::string_view text);

/// What the words before a number say of it.
enum class Said : unsigned char { Nothing, For, Against };

/// Which of the words stands nearest before `at`, within 40 bytes and in small letters: one of `for_`, one of
/// `against`, or none. Each is looked for where a word begins, as "tlf" or "reg.".
[[nodiscard]] Said saidBefore(std::string_view text, std::size_t at,
                              std::initializer_list<std::string_view> for_,
                              std::initializer_list<std::string_view> against);

/// Whether `text` goes on at `at`, one space passed over, with one of the words, in small letters.
[[nodiscard]] bool goesOnWith(std::string_view text, std::size_t at,
                              std::initializer_list<std::string_view> words);

/// Small letters, those of Latin 1 too (Æ, Ø, Å); a space for each run of white space, also U+00A0.
[[nodiscard]] std::string folded(std::string_view text);

/// Without what belongs to no word on either side.
[[nodiscard]] std::string_view trimmedToWords(std::string_view text);

/// Where folded `words` stand in the folded `text` as whole words from `from` on; npos where they do not.
[[nodiscard]] std::size_t findWords(std::string_view text, std::string_view words, std::size_t from = 0);

} // namespace sidetal::lint
