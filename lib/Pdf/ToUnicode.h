#pragma once

#include "Pdf/Buffer.h"

#include <array>
#include <optional>
#include <string_view>

namespace sidetal {

/// What the codes of a font stand for, by code; nothing where the code is not used. A used code may stand for
/// no characters of its own.
using CodeTexts = std::array<std::optional<std::string_view>, 256>;

/// Appends the ToUnicode CMap of one-byte codes (ISO 32000-1, 9.10.3): ranges for printable Latin-1, in which
/// a code that is not used counts as its own character, and each other code by itself, in blocks of at most
/// 100. No code is named twice.
void appendToUnicode(Buffer& out, const CodeTexts& texts);

/// The encoding of all fonts of a file: one-byte codes are character identifiers (9.7.5.4).
[[nodiscard]] std::string_view oneByteCMap();
/// Its compressed form, made once.
[[nodiscard]] std::string_view packedOneByteCMap();
/// The entries of its stream's dictionary.
[[nodiscard]] std::string_view oneByteCMapEntries();

} // namespace sidetal
