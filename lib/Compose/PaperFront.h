#pragma once

#include "Compose/Paper.h"

namespace sidetal {

/// Appends all that stands before the items: the title, or the cover with it, the facts, the sender block,
/// the introduction, the list of contents and who was there. Binds no target: contents lead to those of
/// Paper::items.
void addFront(const Paper& paper);

} // namespace sidetal
