#include "Tables/CsvEncoding.h"

#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sidetal::tables {

namespace {

/// 0x80 to 0x9F of Windows-1252 (the WHATWG's table has control characters where there is 0 here).
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Line and column of what comes after `before`, which is UTF-8.
[[nodiscard]] SourcePos placeAfter(std::string_view before) {
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::string_view last = before.substr(before.rfind('\n') + 1);
    const auto isFirst = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; };
    return {static_cast<std::uint32_t>(lines) + 1,
            static_cast<std::uint32_t>(std::count_if(last.begin(), last.end(), isFirst)) + 1};
}

/// What UTF-8 a file has: how many letters that are no ASCII, and how many bytes that are in none, the first
/// of them at `fault`.
struct Utf8Count {
    std::size_t letters = 0;
    std::size_t strays = 0;
    std::size_t fault = 0;
};

[[nodiscard]] Utf8Count countUtf8(std::string_view bytes) {
    Utf8Count out;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        const bool isCharacter = utf8::nextOrInvalid(bytes, at).has_value();
        out.letters += isCharacter && at > begin + 1 ? 1 : 0;
        if (!isCharacter && out.strays++ == 0) {
            out.fault = begin;
        }
    }
    return out;
}

void decodeWindows(std::string_view bytes, std::string& out, Diagnostics& diagnostics) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char16_t high = byte >= 0x80 && byte < 0xA0 ? kWindows[byte - 0x80u] : byte;
        if (high == 0 && byte != 0) {
            diagnostics.error("SID-X007",
                              fmt::format("byte 0x{:02X} is a letter in no encoding that is read, expected "
                                          "UTF-8, UTF-16 or Windows-1252",
                                          byte),
                              placeAfter(out));
            return;
        }
        utf8::append(out, high);
    }
}

void decodeUtf16(std::string_view bytes, bool bigEndian, std::string& out, Diagnostics& diagnostics) {
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(bigEndian ? (a << 8) | b : (b << 8) | a);
    };
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        char32_t c = unit(at);
        const bool isHigh = c >= 0xD800 && c < 0xDC00;
        const char32_t low = isHigh && at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            break;
        }
        utf8::append(out, c);
    }
    if (at != bytes.size()) {
        diagnostics.error("SID-X007", "half a character of UTF-16: is the file cut off?", placeAfter(out));
    }
}

/// Whether every second of the first bytes is 0, and none of the others: letters in UTF-16.
[[nodiscard]] bool hasZeros(std::string_view bytes, std::size_t first) {
    const std::size_t end = std::min<std::size_t>(bytes.size(), 64);
    std::size_t zeros = 0;
    for (std::size_t i = 0; i < end; ++i) {
        if (bytes[i] == 0) {
            ++zeros;
            if (i % 2 != first) {
                return false;
            }
        }
    }
    return zeros * 4 >= end && end >= 4;
}

} // namespace

std::string_view decodeCsv(std::string_view bytes, std::string& changed, Diagnostics& diagnostics) {
    const bool isMarked = bytes.starts_with("\xEF\xBB\xBF");
    if (isMarked) {
        bytes.remove_prefix(3);
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        decodeUtf16(bytes.substr(2), bytes[0] == '\xFE', changed, diagnostics);
        return changed;
    } else if (hasZeros(bytes, 1) || hasZeros(bytes, 0)) {
        decodeUtf16(bytes, bytes[0] == 0, changed, diagnostics);
        return changed;
    }
    const Utf8Count count = countUtf8(bytes);
    if (count.strays == 0) {
        return bytes;
    }
    if (isMarked || count.letters > count.strays) {
        diagnostics.error("SID-X007",
                          fmt::format("byte 0x{:02X} is no UTF-8, which the rest of the file is",
                                      static_cast<unsigned char>(bytes[count.fault])),
                          placeAfter(bytes.substr(0, count.fault)));
        return {};
    }
    decodeWindows(bytes, changed, diagnostics);
    return changed;
}

} // namespace sidetal::tables
