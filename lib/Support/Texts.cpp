#include "Support/Texts.h"

#include "Support/Utf8.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

/// What has no ink: Unicode's White_Space, and what has no width either.
bool isInvisible(char32_t c) {
    return c <= 0x20 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
           (c >= 0x7F && utf8::isDefaultIgnorable(c));
}

} // namespace

std::string collapse(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        if (const std::size_t length = spaceLength(text, at); length != 0) {
            at += length;
            continue;
        }
        const std::size_t start = at; // of a word
        while (at < text.size() && (isPlainInk(text[at]) || spaceLength(text, at) == 0)) {
            ++at;
        }
        if (!out.empty()) {
            out += ' ';
        }
        out += text.substr(start, at - start);
    }
    return out;
}

bool isBlank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!isInvisible(utf8::next(text, at))) {
            return false;
        }
    }
    return true;
}

std::string joined(std::span<const std::string> parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (!part.empty()) {
            out += out.empty() ? std::string_view() : separator;
            out += part;
        }
    }
    return out;
}

std::string inQuotes(std::string_view text) {
    return fmt::format("'{}'", utf8::shortened(collapse(text), kMostShownInMessages));
}

} // namespace sidetal
