#pragma once

#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/ReadLimits.h"

#include <optional>
#include <string_view>

namespace sidetal::input {

/// The text without a byte order mark at its start.
[[nodiscard]] std::string_view withoutByteOrderMark(std::string_view bytes);

/// True where `bytes` can be read at all: not empty (SID-I001), within the limit (SID-I002), UTF-8
/// (SID-I003).
[[nodiscard]] bool checkBytes(std::string_view bytes, const ReadLimits& limits, Diagnostics& diagnostics);

/// The first character that no document may hold: NUL and the other control characters (but tab, LF, CR),
/// DEL, U+0080 to U+009F, U+FFFE and U+FFFF; nothing where there is none. `text` is well-formed UTF-8.
[[nodiscard]] std::optional<char32_t> forbiddenCharacter(std::string_view text);

/// SID-I010, an error, for what forbiddenCharacter() found.
void reportForbidden(char32_t character, SourcePos position, Diagnostics& diagnostics);

} // namespace sidetal::input
