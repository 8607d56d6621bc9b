#pragma once

#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <optional>
#include <string_view>

namespace sidetal::input {

/// Reads a text (docs/agenda.md, "Texts"): a string; or {"html": "…"}, in XML also the elements themselves,
/// but not both (SID-I025). SID-I013 for anything else.
[[nodiscard]] std::optional<RichText> readRichText(const Node& node);

/// Reads a text without markup: blank lines part paragraphs, other line breaks are spaces, lines that begin
/// with "•" are the items of a list (an item goes on until the next such line or a blank one). `place` is
/// where it stands.
[[nodiscard]] RichText readPlainText(std::string_view text, const Node& place);

} // namespace sidetal::input
