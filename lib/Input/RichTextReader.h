#pragma once

#include "Input/Node.h"
#include "sidetal/Model/RichText.h"

#include <optional>
#include <string_view>

namespace sidetal::input {

/// Reads a text (model.md, Common): a string; or {"html": "…"}, in XML also the elements themselves. SID-I013
/// for anything else.
[[nodiscard]] std::optional<RichText> readRichText(const Node& node);

/// Reads a text without markup: blank lines part paragraphs, other line breaks are spaces, lines that begin
/// with "•" are the items of a list (an item goes on until the next such line or a blank one).
[[nodiscard]] RichText readPlainText(std::string_view text, SourcePos source);

} // namespace sidetal::input
