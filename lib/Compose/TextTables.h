#pragma once

#include "Compose/TextBlocks.h"

#include <vector>

namespace sidetal {

/// Appends a table of a text to `out`, its nodes to `parent`: Table with Caption, THead, TBody and TFoot
/// (TableForm, TableHeaders). Its columns are as wide as their cells ask for, its rows of one length, its
/// cells texts as fillCell() sets them, those of headers in bold.
void addTextTable(Context& context, const TextTable& table, NodeId parent, const TextLook& look,
                  std::vector<Block>& out);

} // namespace sidetal
