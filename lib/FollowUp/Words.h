#pragma once

#include "sidetal/Model/GoalMatrix.h"

#include <string>

namespace sidetal {

/// All that a text says, its blocks parted by blanks: two texts whose words are equal differ in their look
/// alone.
[[nodiscard]] std::string wordsOf(const RichText& text);

/// How a text's words begin, for lists that name what it is of.
[[nodiscard]] std::string beginningOf(const RichText& text);

/// What a goal's copies have in common: its number and its words.
[[nodiscard]] std::string identityOf(const Goal& goal);

} // namespace sidetal
