#pragma once

#include "sidetal/Export.h"
#include "sidetal/Text/OwnFonts.h"

#include <string>

namespace sidetal {

/// A hash of all that fonts give to documents: their families, styles and files' bytes, wherever they were
/// read from; empty for none.
[[nodiscard]] SIDETAL_API std::string hashOf(const OwnFonts& fonts);

} // namespace sidetal
