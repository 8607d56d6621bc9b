#pragma once

#include "sidetal/Model/RichText.h"

#include <string>
#include <string_view>

namespace sidetal::sheets {

/// The text of a cell: its lines are lines, blank ones part paragraphs, those that begin with a bullet (or,
/// two of them, with a dash) are the items of a list.
[[nodiscard]] RichText cellText(std::string_view text, SourcePos place);

/// The same the other way round. `lossless` becomes false where the text holds more than a cell can:
/// emphasis, links, headings, tables, pictures.
[[nodiscard]] std::string textForCell(const RichText& text, bool& lossless);

} // namespace sidetal::sheets
