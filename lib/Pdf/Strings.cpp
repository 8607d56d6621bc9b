#include "Pdf/Strings.h"

#include "Support/Utf8.h"
#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace sidetal {

namespace {

constexpr std::size_t kLongestName = 127;

/// What PDFDocEncoding has from 0x80 on in place of Latin-1's control characters (ISO 32000-1, D.2).
constexpr std::u32string_view kDocEncodingFrom80 = U"•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";

/// The byte of PDFDocEncoding that stands for `c`, where one does.
std::optional<char> docEncoded(char32_t c) {
    if ((c >= 0x20 && c <= 0x7E) || (c >= 0xA1 && c <= 0xFF && c != 0xAD)) {
        return static_cast<char>(c);
    }
    if (c == U'€') {
        return '\xA0';
    }
    const std::size_t place = c > 0xFF ? kDocEncodingFrom80.find(c) : std::u32string_view::npos;
    return place == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<char>(0x80 + place));
}

/// The bytes of `text` in PDFDocEncoding; nothing where it lacks a character, or where a reader would take
/// the first two for a byte order mark.
std::optional<std::string> docEncoded(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x7E) {
            ++at; // the same byte in both
        }
        bytes += text.substr(begin, at - begin);
        if (at == text.size()) {
            break;
        }
        const std::optional<char> byte = docEncoded(utf8::next(text, at));
        if (!byte) {
            return std::nullopt;
        }
        bytes += *byte;
    }
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xEF\xBB\xBF")) {
        return std::nullopt;
    }
    return bytes;
}

/// Calls `unit` for each UTF-16 code unit of `character`.
template <typename Unit>
void eachUtf16Unit(char32_t character, Unit unit) {
    if (character < 0x10000) {
        unit(static_cast<unsigned>(character));
        return;
    }
    const auto rest = static_cast<unsigned>(character) - 0x10000;
    unit(0xD800 + (rest >> 10));
    unit(0xDC00 + (rest & 0x3FF));
}

bool isXmlCharacter(char32_t c) {
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

std::string utf16Encoded(std::string_view text) {
    std::string bytes = "\xFE\xFF";
    for (std::size_t at = 0; at < text.size();) {
        eachUtf16Unit(utf8::next(text, at), [&](unsigned unit) {
            bytes += static_cast<char>(unit >> 8);
            bytes += static_cast<char>(unit & 0xFF);
        });
    }
    return bytes;
}

void checkLength(std::size_t size, std::string_view what) {
    if (size > kLongestString) {
        throw Error("SID-P004", fmt::format("{} takes {} bytes in the file, expected at most {}", what, size,
                                            kLongestString));
    }
}

} // namespace

std::string textStringBytes(std::string_view text, std::string_view what) {
    std::optional<std::string> encoded = docEncoded(text);
    std::string bytes = encoded ? std::move(*encoded) : utf16Encoded(text);
    checkLength(bytes.size(), what);
    return bytes;
}

std::string uriBytes(std::string_view address) {
    Buffer uri;
    for (const char c : address) {
        if (c > 0x20 && c < 0x7F) {
            uri << c;
        } else {
            uri << '%';
            appendHexByte(uri, static_cast<unsigned char>(c));
        }
    }
    checkLength(uri.size(), "a link's address");
    return std::string(uri.view());
}

void appendByteString(Buffer& out, std::string_view bytes) {
    out << '(';
    std::size_t begin = 0; // of what was not written yet
    const auto escape = [&](std::size_t at, char letter) {
        out << bytes.substr(begin, at - begin) << '\\' << letter;
        begin = at + 1;
    };
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        switch (bytes[at]) {
        case '(':
        case ')':
        case '\\':
            escape(at, bytes[at]);
            break;
        case '\r':
            escape(at, 'r');
            break;
        case '\n':
            escape(at, 'n');
            break;
        default:
            break;
        }
    }
    out << bytes.substr(begin) << ')';
}

void appendTextString(Buffer& out, std::string_view text, std::string_view what) {
    appendByteString(out, textStringBytes(text, what));
}

void appendHexByte(Buffer& out, unsigned byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    out << kDigits[byte >> 4 & 15] << kDigits[byte & 15];
}

void appendName(Buffer& out, std::string_view name) {
    constexpr std::string_view kDelimiters = "()<>[]{}/%#";
    out << '/';
    for (const char c : name.substr(0, kLongestName)) {
        if (c > 0x20 && c < 0x7F && kDelimiters.find(c) == std::string_view::npos) {
            out << c;
        } else {
            out << '#';
            appendHexByte(out, static_cast<unsigned char>(c));
        }
    }
}

void appendUtf16Hex(Buffer& out, char32_t character) {
    eachUtf16Unit(character, [&](unsigned unit) {
        appendHexByte(out, unit >> 8);
        appendHexByte(out, unit & 0xFF);
    });
}

void appendXmlText(Buffer& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(text, at);
        if (c == '&') {
            out << "&amp;";
        } else if (c == '<') {
            out << "&lt;";
        } else if (c == '>') {
            out << "&gt;";
        } else if (isXmlCharacter(c)) {
            out << text.substr(begin, at - begin);
        } else {
            out << "\xEF\xBF\xBD";
        }
    }
}

} // namespace sidetal
