#pragma once

#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <string_view>

namespace sidetal::input {

/// Reads a text whose lines count, as shapeTypedLines() takes it: blank lines part paragraphs, other line
/// ends are forced line breaks, runs of blanks that part columns are no-break spaces, other runs are one
/// blank. `place` is where it stands.
[[nodiscard]] RichText readTypedLines(std::string_view text, const Node& place);

/// Makes gaps of what stayed text single blanks, and where `alsoLines` says so its line ends.
void closeGaps(RichText& text, bool alsoLines);

} // namespace sidetal::input
