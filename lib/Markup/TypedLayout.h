#pragma once

#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

namespace sidetal::input {

/// Makes lists and tables of what was typed as lines, as far as `hints` ask for it: at least two lines on end
/// that begin with "-", "–" or "*", or count on with "1.", "1)", "a." or "a)"; at least two whose parts
/// stand apart by three blanks or more, the last part with a digit. Lines that begin with "•" are always
/// items. All other lines stay as they are, in their order. What was guessed is told once a document
/// (SID-I067). `place` is where the text stands.
void shapeTypedLines(RichText& text, const TextHints& hints, const Node& place);

} // namespace sidetal::input
