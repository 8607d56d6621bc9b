#pragma once

#include "Sheets/MatrixTable.h"

namespace sidetal::sheets {

/// /// A new sheet: all columns, and as examples a goal with an indicator and a goal without, an initiative
/// each; in English where `language` is "en", else in Danish.
[[nodiscard]] MatrixTable exampleTable(std::string_view language);

} // namespace sidetal::sheets
