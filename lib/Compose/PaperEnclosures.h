#pragma once

#include "Compose/Paper.h"

namespace sidetal {

/// Appends an item's enclosures (Bilag) under a heading of `level`: a list whose labels are their numbers.
void addEnclosures(const Paper& paper, const PaperItem& item, int level);

} // namespace sidetal
