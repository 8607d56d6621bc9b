#pragma once

#include "sidetal/Model/RichText.h"

#include <string>

namespace sidetal::input::testing {

/// A text in a form for comparing: blocks by " / ", spans as *bold*, ~italic~, _underlined_, -struck-,
/// ^raised^, ,lowered,, °small°, {words -> link}, "\n" as "|", lists as "[1 item; item]", headings as "##
/// words", tables as
/// "{caption | H:!head, !head | cell, cell(2x1)}", quotations as "<<words>>", definitions as "(term =
/// words)", pictures as "<file 'alt'>".
std::string shown(const RichText& text);

} // namespace sidetal::input::testing
