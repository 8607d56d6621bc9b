#pragma once

#include "Pdf/Buffer.h"
#include "Pdf/FileWriter.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace sidetal {

/// What the codes of a font stand for, by code; nothing where the code is not used. A used code may stand for
/// no characters of its own.
using CodeTexts = std::array<std::optional<std::string_view>, 256>;

/// Appends the ToUnicode CMap of one-byte codes (ISO 32000-1, 9.10.3): ranges for printable Latin-1, in which
/// a code that is not used counts as its own character, and each other code by itself, in blocks of at most
/// 100. No code is named twice.
void appendToUnicode(Buffer& out, const CodeTexts& texts);

/// Writes the encoding of all TrueType fonts of a file: one-byte codes are character identifiers (9.7.5.4).
/// Its compressed form is made once.
void writeOneByteCMap(FileWriter& file, ObjectNumber number);

/// A one-byte code, and the character identifier that it stands for.
struct CodedIdentifier {
    unsigned code = 0;
    unsigned cid = 0;
};

/// Writes an encoding of one-byte codes that has identifiers of its own, codes in ascending order; no other
/// of the file has that name.
void writeCodeCMap(FileWriter& file, ObjectNumber number, std::string_view name,
                   std::span<const CodedIdentifier> codes);

} // namespace sidetal
