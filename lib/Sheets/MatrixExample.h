#pragma once

#include "Sheets/MatrixTable.h"

namespace sidetal::sheets {

/// /// A new sheet: all columns, and as examples a goal with an indicator and a goal without, an initiative
/// each.
[[nodiscard]] MatrixTable exampleTable();

} // namespace sidetal::sheets
