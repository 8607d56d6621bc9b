#pragma once

#include "Compose/Paper.h"

namespace sidetal {

/// Appends what stands behind the items: when the meeting closed, and where people sign.
void addEnd(const Paper& paper);

} // namespace sidetal
