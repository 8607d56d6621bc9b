#pragma once

#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <cstddef>
#include <string_view>

namespace sidetal::input {

/// What parts the columns of a line that is read so: at least three blanks.
inline constexpr std::size_t kLeastGap = 3;
inline constexpr std::string_view kNoBreakSpace = "\u00a0";

/// Reads a text whose lines count, as shapeTypedLines() takes it: blank lines part paragraphs, other line
/// ends are forced line breaks, runs of blanks that part columns are no-break spaces, other runs are one
/// blank. `place` is where it stands.
[[nodiscard]] RichText readTypedLines(std::string_view text, const Node& place);

/// Makes gaps of what stayed text single blanks, and where `alsoLines` says so its line ends.
void closeGaps(RichText& text, bool alsoLines);

} // namespace sidetal::input
