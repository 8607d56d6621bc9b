#pragma once

#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <optional>

namespace sidetal::input {

/// Reads a text as a list of blocks (docs/agenda.md, "Texts as blocks"), the form that needs no markup: each
/// is a string, which is a paragraph, or an object with what it is as its first key: paragraph, heading,
/// list, definitions, quote, rule, preformatted, table or picture. `headers` are those of tables that mark
/// none.
[[nodiscard]] std::optional<RichText> readTextBlocks(const Node& list, TableHeaders headers);

} // namespace sidetal::input
