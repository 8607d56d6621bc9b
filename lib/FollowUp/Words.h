#pragma once

#include "sidetal/Model/RichText.h"

#include <string>

namespace sidetal {

/// All that a text says, its blocks parted by blanks: two texts whose words are equal differ in their look
/// alone.
[[nodiscard]] std::string wordsOf(const RichText& text);

} // namespace sidetal
