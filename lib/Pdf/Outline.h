#pragma once

#include "Pdf/FileWriter.h"
#include "Pdf/PageTree.h"

#include "Pages/Pages.h"

#include <string_view>

namespace sidetal {

/// Whose text a title of the outline is, for messages.
inline constexpr std::string_view kHeadingInOutline = "a heading in the outline";

/// Writes the outline, its root under `root` (ISO 32000-1, 12.3.3): an entry lies below the nearest one
/// before it of a lower level, all are open, and each leads to the top of what it names at the reader's own
/// zoom. There must be entries. Throws Error SID-P004 where a title is longer than a string may be.
void writeOutline(FileWriter& file, const Pages& pages, const PageObjects& objects, ObjectNumber root);

} // namespace sidetal
