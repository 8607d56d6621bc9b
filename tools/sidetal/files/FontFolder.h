#pragma once

#include "sidetal/Text/OwnFonts.h"

#include <string>

namespace sidetal::cli {

/// The fonts of a folder: its files called .ttf, .otf, .ttc or .otc, of which the library refuses the last
/// two; no folder below it is looked into. None for "". Throws Error: SID-R010 or SID-R011 where there is no
/// such folder or it cannot be read, SID-T025 where it has no font or too many, what readInput() throws for a
/// file, and what OwnFonts says of them all.
[[nodiscard]] OwnFonts openFontFolder(const std::string& folder);

} // namespace sidetal::cli
