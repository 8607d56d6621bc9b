#pragma once

#include "Pdf/Buffer.h"

#include <string>
#include <string_view>

namespace sidetal {

/// The longest string that PDF/A allows (ISO 19005-2, 6.1.13), in bytes.
inline constexpr std::size_t kLongestString = 32767;

/// The bytes of a text string (ISO 32000-1, 7.9.2.2): PDFDocEncoding, a byte a character, where that has all
/// of them (it has Danish), else UTF-16BE behind a byte order mark. `text` is well-formed UTF-8. Throws Error
/// SID-P004 where they are more than 32,767; `what` says whose text it is.
[[nodiscard]] std::string textStringBytes(std::string_view text, std::string_view what);

/// The bytes of an address: a URI (12.6.4.7) is ASCII, so those of other characters, of blanks and of
/// controls become %hh (RFC 3987, 3.1). Throws Error SID-P004 where they are more than 32,767.
[[nodiscard]] std::string uriBytes(std::string_view address);

/// Appends a literal string (7.3.4.2): the bytes in parentheses, with only ( ) \ CR and LF escaped.
void appendByteString(Buffer& out, std::string_view bytes);

/// Appends a text string; throws as textStringBytes().
void appendTextString(Buffer& out, std::string_view text, std::string_view what);

/// Appends a name (7.3.5) with its solidus; what may not stand in one becomes #hh. Cut after 127 bytes (ISO
/// 19005-2, 6.1.13).
void appendName(Buffer& out, std::string_view name);

/// Appends two upper case hexadecimal digits.
void appendHexByte(Buffer& out, unsigned byte);

/// Appends `character` as UTF-16BE in hexadecimal digits: "00E6", "D83DDE00".
void appendUtf16Hex(Buffer& out, char32_t character);

/// Appends text with what XML 1.0 forbids in content escaped; characters that XML cannot have at all become
/// U+FFFD.
void appendXmlText(Buffer& out, std::string_view text);

} // namespace sidetal
