#pragma once

#include "sidetal/Model/RichText.h"

#include <string>

namespace sidetal::input::testing {

/// A text in a form for comparing: paragraphs by " / ", spans as *bold*, ~italic~, _underlined_, "\n" as "|",
/// lists as "[1 item; item]".
std::string shown(const RichText& text);

} // namespace sidetal::input::testing
