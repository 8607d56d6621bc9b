#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <cstddef>
#include <string_view>

/// What is refused of XML before it is parsed.

namespace sidetal::input {

/// The words of SID-I008, wherever a DOCTYPE stands.
inline constexpr std::string_view kDoctypeMessage =
    "DOCTYPE is not allowed: a document declares no entities and names no other files";

/// True where a DOCTYPE begins at `at`, in letters of any case.
[[nodiscard]] bool isDoctype(std::string_view text, std::size_t at);

/// SID-I008, an error, for the DOCTYPE at `at`.
void reportDoctype(std::string_view text, std::size_t at, Diagnostics& diagnostics);

/// True where `text`, which may be any bytes, says of itself no other encoding than UTF-8 (SID-I003).
[[nodiscard]] bool checkXmlEncoding(std::string_view text, Diagnostics& diagnostics);

/// True where nothing before the document's element has to be refused: a malformed XML declaration or a
/// second one (SID-I007), a DOCTYPE (SID-I008: entities are the only use it could have, and they can be bombs
/// or name other files), nothing but a declaration (SID-I007).
[[nodiscard]] bool checkXmlProlog(std::string_view text, Diagnostics& diagnostics);

/// True where no element has more than 1,000 attributes (SID-I005): libxml2 compares each with each, so a
/// small file could keep it busy for hours.
[[nodiscard]] bool checkAttributeCounts(std::string_view text, Diagnostics& diagnostics);

} // namespace sidetal::input
