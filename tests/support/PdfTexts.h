#pragma once

#include <functional>
#include <string_view>

namespace sidetal::test {

/// Calls `visit` with everything that can be read in a PDF: its bytes outside of streams, each stream
/// unpacked, and of both the strings and names as they are meant, whatever escapes they are written with
/// (ISO 32000-1, 7.3.4 and 7.3.5); what pages print, by the fonts' tables of characters (9.10.3). Font files
/// are passed over. Nothing is parted by objects, so that nothing hides in one that is never used, and what
/// is no PDF at all can be read as well.
void eachPdfText(std::string_view file, const std::function<void(std::string_view)>& visit);

} // namespace sidetal::test
