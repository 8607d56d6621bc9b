#pragma once

#include "Compose/Paper.h"

namespace sidetal {

/// Appends what a corrected version says of itself: which version it replaces, and what differs, a line a
/// change. Nothing where the paper corrects none.
void addCorrection(const Paper& paper);

} // namespace sidetal
