#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <string_view>

namespace sidetal::tables {

/// The file as UTF-8 without a byte order mark: of UTF-8, UTF-16 (by its mark, or by the zero bytes that
/// letters have there) or, where it is neither, Windows-1252. Faults are SID-X007. `changed` holds the text
/// where it had to be changed.
[[nodiscard]] std::string_view decodeCsv(std::string_view bytes, std::string& changed,
                                         Diagnostics& diagnostics);

} // namespace sidetal::tables
