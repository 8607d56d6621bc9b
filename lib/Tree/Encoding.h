#pragma once

#include "Tree/OldSpace.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/ReadLimits.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal::input {

/// The text without the byte order mark at its start, or several where tools have each put one there.
[[nodiscard]] std::string_view withoutByteOrderMark(std::string_view bytes);

/// True where `bytes` may be looked at: not empty (SID-I001), within the limit (SID-I002), and neither UTF-16
/// nor UTF-32 by its first four bytes (SID-I003).
[[nodiscard]] bool checkSize(std::string_view bytes, const ReadLimits& limits, Diagnostics& diagnostics);

/// True where `text` is UTF-8 (SID-I003) without NUL (SID-I010).
[[nodiscard]] bool checkUtf8(std::string_view text, Diagnostics& diagnostics);

/// The first character that no document may hold: NUL and the other control characters (but tab, LF, CR),
/// DEL, U+0080 to U+009F, U+FFFE and U+FFFF; nothing where there is none. `text` is well-formed UTF-8.
[[nodiscard]] std::optional<char32_t> forbiddenCharacter(std::string_view text);

/// The offset, from `at` on, up to which `text` is plain: printable ASCII, looked at eight bytes at a time.
/// What follows may still be plain, but fewer than eight bytes of it.
[[nodiscard]] inline std::size_t skipPlain(std::string_view text, std::size_t at) {
    constexpr std::uint64_t kEach = 0x0101010101010101;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        // The top bit of a byte is set if it is 0x80 or more, below 0x20, or 0x7F. A carry into the next byte
        // comes only of one that is not plain itself.
        if (((eight | (eight - 0x20 * kEach) | (eight + kEach)) & 0x80 * kEach) != 0) {
            break;
        }
    }
    return at;
}

/// What is said of a character that no document may hold.
[[nodiscard]] std::string forbiddenMessage(char32_t character);

/// SID-I010, an error, for what forbiddenCharacter() found.
void reportForbidden(char32_t character, SourcePos position, Diagnostics& diagnostics);

/// False, and an error at `position`, where `text` holds what no text of a document may: a character that is
/// forbidden (SID-I010) or more combining marks on end than Unicode's Stream-Safe Text Format (SID-I035).
/// `text` is well-formed UTF-8; of more of a text that was checked, what is new begins at byte `from`.
[[nodiscard]] bool checkCharacters(std::string_view text, SourcePos position, Diagnostics& diagnostics,
                                   std::size_t from = 0);

/// As checkCharacters(), but that old white space in `text` becomes spaces, which `spaces` notes.
[[nodiscard]] bool checkText(std::string& text, SourcePos position, Diagnostics& diagnostics,
                             OldSpaces& spaces);

} // namespace sidetal::input
