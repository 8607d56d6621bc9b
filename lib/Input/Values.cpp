#include "Input/Values.h"

#include "Input/Node.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace sidetal::input {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The number of the digits alone; nothing where there are none or too many.
std::optional<std::int64_t> digits(std::string_view text, std::size_t most) {
    if (text.empty() || text.size() > most || !std::all_of(text.begin(), text.end(), isDigit)) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    for (const char c : text) {
        value = value * 10 + (c - '0');
    }
    return value;
}

/// White space that has no ink, as Unicode's White_Space, and what has no width.
bool isInvisible(char32_t c) {
    return c <= 0x20 || c == 0xA0 || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 ||
           c == 0xFEFF;
}

} // namespace

std::string_view trim(std::string_view text) {
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool isDecimal(std::string_view text) {
    text.remove_prefix(!text.empty() && text[0] == '-' ? 1 : 0);
    const auto point = std::find(text.begin(), text.end(), '.');
    const bool fractionGood =
        point == text.end() || (point + 1 != text.end() && std::all_of(point + 1, text.end(), isDigit));
    return point != text.begin() && std::all_of(text.begin(), point, isDigit) && fractionGood;
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
    const bool negative = !text.empty() && text[0] == '-';
    const auto value = digits(text.substr(negative ? 1 : 0), 18);
    return value ? std::optional(negative ? -*value : *value) : std::nullopt;
}

std::optional<std::int64_t> parseThousandths(std::string_view text) {
    const bool negative = !text.empty() && text[0] == '-';
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t point = std::min(text.find('.'), text.size());
    const auto whole = digits(text.substr(0, point), 15);
    std::string fraction(point == text.size() ? "0" : text.substr(point + 1));
    fraction.append(fraction.empty() || fraction.size() >= 3 ? 0 : 3 - fraction.size(), '0');
    const auto part = digits(fraction, 3);
    if (!whole || !part) {
        return std::nullopt;
    }
    const std::int64_t value = *whole * 1000 + *part;
    return negative ? -value : value;
}

std::string formatThousandths(std::int64_t value) {
    std::string out = fmt::format("{}{}", value < 0 ? "-" : "", std::abs(value / 1000));
    if (const auto part = std::abs(value % 1000); part != 0) {
        out += fmt::format(".{:03}", part);
        out.erase(out.find_last_not_of('0') + 1);
    }
    return out;
}

bool looksLikeDate(std::string_view text) {
    const auto isPlace = [&](std::size_t i) { return i == 4 || i == 7 ? text[i] == '-' : isDigit(text[i]); };
    for (std::size_t i = 0; i < text.size() && text.size() == 10; ++i) {
        if (!isPlace(i)) {
            return false;
        }
    }
    return text.size() == 10;
}

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

} // namespace sidetal::input
