#include "Pictures/Pictures.h"

#include "Support/Ascii.h"

#include <fmt/format.h>

#include <optional>

namespace sidetal {

namespace {

/// What a character of base64 stands for (RFC 4648, table 1).
std::optional<unsigned> sixBits(char c) {
    if (c >= 'A' && c <= 'Z') {
        return static_cast<unsigned>(c - 'A');
    }
    if (c >= 'a' && c <= 'z') {
        return static_cast<unsigned>(c - 'a' + 26);
    }
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0' + 52);
    }
    return c == '+' ? std::optional(62u) : c == '/' ? std::optional(63u) : std::nullopt;
}

[[noreturn]] void fail(const std::string& message) {
    throw PictureFault("SID-G008", message);
}

std::string decodeBase64(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    unsigned count = 0; // of the characters of four
    unsigned padding = 0;
    for (const char c : text) {
        if (ascii::isSpace(c)) {
            continue;
        }
        const std::optional<unsigned> value = sixBits(c);
        if (c == '=') {
            ++padding;
        } else if (!value || padding > 0) {
            fail(fmt::format("has {} in its data, expected base64",
                             padding > 0 ? "'=' within" : "other characters"));
        } else {
            bits = bits << 6 | *value;
            count = (count + 1) % 4;
            if (count == 0) {
                out += {static_cast<char>(bits >> 16), static_cast<char>(bits >> 8), static_cast<char>(bits)};
            }
        }
    }
    if (count == 1 || (padding > 0 && (count + padding) % 4 != 0) || padding > 2) {
        fail("has data that end within a byte, expected base64");
    }
    if (count >= 2) {
        out += static_cast<char>(bits << (count == 2 ? 12 : 6) >> 16);
    }
    if (count == 3) {
        out += static_cast<char>(bits << 6 >> 8);
    }
    return out;
}

std::string withoutBlanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!ascii::isSpace(c)) {
            out += ascii::lower(c);
        }
    }
    return out;
}

} // namespace

bool isDataUri(std::string_view address) {
    return withoutBlanks(address.substr(0, 100)).starts_with("data:");
}

std::string decodeDataUri(std::string_view uri) {
    const std::size_t comma = uri.substr(0, 200).find(',');
    const std::string head = withoutBlanks(uri.substr(0, comma == std::string_view::npos ? 0 : comma));
    if (!head.starts_with("data:")) {
        fail("is no address of the form 'data:image/png;base64,…'");
    }
    const std::string type =
        head.substr(5, head.find(';') == std::string::npos ? std::string::npos : head.find(';') - 5);
    if (type != "image/png" && type != "image/jpeg" && type != "image/jpg") {
        fail(fmt::format("is of type '{}', expected 'image/png' or 'image/jpeg'", type));
    }
    if (!head.ends_with(";base64")) {
        fail("is not in base64, expected 'data:" + type + ";base64,…'");
    }
    return decodeBase64(uri.substr(comma + 1));
}

} // namespace sidetal
