#pragma once

#include "Compose/Paper.h"

#include <cstddef>
#include <vector>

namespace sidetal {

/// Appends an item's decisions, oldest first: those of earlier meetings plain, this meeting's apart, with its
/// votes, dissent and who was away. `index` is the item's in reading order, `level` that of their headings.
void addDecisions(const Paper& paper, const PaperItem& item, std::size_t index, int level);

/// Appends who came, left or took no part in the item, in sentences; where it was `decided`, also who else
/// was not there.
void addNotices(const Paper& paper, std::size_t index, bool decided);

/// Appends blocks in the column of an item's texts, on the panel's ground where `stands` and it has any.
void addPanel(const Paper& paper, const PanelStyle& style, bool stands, std::vector<Block> blocks);

} // namespace sidetal
