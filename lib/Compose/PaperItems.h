#pragma once

#include "Compose/Paper.h"

namespace sidetal {

/// Appends the items with all their parts, in groups where the paper has them; binds the targets of
/// Paper::items, and notes what pages are named after.
void addItems(const Paper& paper);

} // namespace sidetal
