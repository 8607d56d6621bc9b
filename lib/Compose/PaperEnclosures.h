#pragma once

#include "Compose/Paper.h"

namespace sidetal {

/// Appends an item's enclosures (Bilag) under a heading of `level`: a list whose labels are their numbers.
void addEnclosures(const Paper& paper, const PaperItem& item, int level);

/// True where an item has any.
[[nodiscard]] bool hasEnclosures(const Paper& paper);

/// Appends the enclosures of all items as one list under a heading of its own, which `target` is bound to.
void addAllEnclosures(const Paper& paper, TargetId target);

} // namespace sidetal
