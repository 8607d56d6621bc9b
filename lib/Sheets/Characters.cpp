#include "Sheets/Characters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace sidetal::sheets {

namespace {

[[nodiscard]] bool isBlankCharacter(char32_t c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF || c == 0xAD;
}

[[nodiscard]] char32_t smallLetter(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
        return c + 0x20;
    }
    if (c >= 0x100 && c <= 0x17F) { // Latin Extended-A: pairs, but for where they change step
        const bool oddIsSmall = (c < 0x139 || c > 0x148) && !(c >= 0x178 && c <= 0x17E);
        return oddIsSmall ? (c | 1) : (c == 0x178 ? 0xFF : c + (c & 1));
    }
    return c;
}

[[nodiscard]] bool isNameCharacter(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 0xDF && c != 0xF7 && c < 0x2000) ||
           (c >= 0x2C00 && c < 0xD800);
}

[[nodiscard]] std::u32string characters(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decodeUtf8(text, at);
        out += next.character;
        at += std::max<std::size_t>(next.length, 1);
    }
    return out;
}

} // namespace

void appendUtf8(std::string& out, char32_t character) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto c = static_cast<std::uint32_t>(character);
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

Decoded decodeUtf8(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) {
        return {first, 1};
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() - at < length) {
        return {};
    }
    char32_t out = first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0u) != 0x80) {
            return {};
        }
        out = (out << 6) | (byte(at + i) & 0x3Fu);
    }
    constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
    const bool isCharacter = out >= kLeast[length] && out <= 0x10FFFF && (out < 0xD800 || out > 0xDFFF);
    return isCharacter ? Decoded{out, length} : Decoded{};
}

std::string foldedName(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decodeUtf8(text, at);
        at += std::max<std::size_t>(next.length, 1);
        const char32_t small = smallLetter(next.character);
        if (next.length != 0 && isNameCharacter(small)) {
            appendUtf8(out, small);
        }
    }
    return out;
}

std::string tidy(std::string_view text, bool keepLines) {
    std::string out;
    bool blank = false;
    bool line = false;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decodeUtf8(text, at);
        const std::size_t length = std::max<std::size_t>(next.length, 1);
        const char32_t c = next.character;
        if (keepLines && (c == '\n' || c == 0x2028 || c == 0x2029)) {
            if (!out.empty()) {
                out += '\n';
            }
            line = true;
            blank = false;
        } else if (next.length != 0 && isBlankCharacter(c) && (c != 0xA0 || out.empty() || line)) {
            blank = true;
        } else {
            if (blank && !line && !out.empty()) {
                out += ' ';
            }
            blank = line = false;
            out += text.substr(at, length);
        }
        at += length;
    }
    while (!out.empty() && (out.back() == '\n' || out.ends_with("\xC2\xA0"))) {
        out.resize(out.size() - (out.back() == '\n' ? 1 : 2));
    }
    return out;
}

std::optional<char32_t> findForbidden(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decodeUtf8(text, at);
        const char32_t c = next.length == 0 ? 0xFFFF : next.character;
        const bool isControl = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
        if (isControl || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
            return c;
        }
        at += next.length;
    }
    return std::nullopt;
}

std::string inQuoteMarks(std::string_view text) {
    constexpr std::size_t kMost = 40;
    std::string out = "'";
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (++characters > kMost) {
            out += "\u2026";
            break;
        }
        const std::size_t length = std::max<std::size_t>(decodeUtf8(text, at).length, 1);
        const std::string_view next = text.substr(at, length);
        out += next == "\n" || next == "\r" ? " " : next;
        at += length;
    }
    return out + "'";
}

std::string columnLetters(std::uint32_t column) {
    std::string out;
    for (std::uint32_t left = column; left != 0; left = (left - 1) / 26) {
        out.insert(out.begin(), static_cast<char>('A' + (left - 1) % 26));
    }
    return out;
}

std::size_t lettersApart(std::string_view first, std::string_view second) {
    constexpr std::size_t kMost = 60;
    if (first.size() > kMost || second.size() > kMost) {
        return std::max(first.size(), second.size());
    }
    const std::u32string a = characters(first);
    const std::u32string b = characters(second);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

} // namespace sidetal::sheets
