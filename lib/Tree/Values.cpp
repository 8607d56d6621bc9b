#include "Tree/Values.h"

#include "Support/Ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace sidetal::input {

namespace {

/// The exponent of a number, "e-3"; 0 of none, nothing where it is malformed or beyond an int.
std::optional<int> parseExponent(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    text.remove_prefix(1);
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// The number times ten to the power of `places`, or nothing where that is no whole number or has more than
/// 18 digits.
std::optional<std::int64_t> parseScaled(std::string_view text, int places) {
    constexpr std::int64_t kMostDigits = 18;
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const std::string_view mantissa = text.substr(0, text.find_first_of("eE"));
    if (!isDecimal(mantissa) || mantissa.starts_with('-')) {
        return std::nullopt;
    }
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    std::string digits(mantissa.substr(0, point));
    digits += mantissa.substr(std::min(point + 1, mantissa.size()));
    std::int64_t power = places - static_cast<std::int64_t>(digits.size() - point);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty()) {
        return 0;
    }
    while (digits.back() == '0') {
        digits.pop_back();
        ++power;
    }
    const auto exponent = parseExponent(text.substr(mantissa.size()));
    power += exponent.value_or(0);
    if (!exponent || power < 0 || static_cast<std::int64_t>(digits.size()) + power > kMostDigits) {
        return std::nullopt;
    }
    digits.append(static_cast<std::size_t>(power), '0');
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return negative ? -value : value;
}

} // namespace

std::string_view trim(std::string_view text) {
    while (!text.empty() && ascii::isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && ascii::isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

bool isDecimal(std::string_view text) {
    text.remove_prefix(!text.empty() && text[0] == '-' ? 1 : 0);
    const auto point = std::find(text.begin(), text.end(), '.');
    const bool fractionGood = point == text.end() ||
                              (point + 1 != text.end() && std::all_of(point + 1, text.end(), ascii::isDigit));
    return point != text.begin() && std::all_of(text.begin(), point, ascii::isDigit) && fractionGood;
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
    return parseScaled(text, 0);
}

std::optional<std::int64_t> parseThousandths(std::string_view text) {
    return parseScaled(text, 3);
}

bool looksLikeDate(std::string_view text) {
    const auto isPlace = [&](std::size_t i) {
        return i == 4 || i == 7 ? text[i] == '-' : ascii::isDigit(text[i]);
    };
    for (std::size_t i = 0; i < text.size() && text.size() == 10; ++i) {
        if (!isPlace(i)) {
            return false;
        }
    }
    return text.size() == 10;
}

} // namespace sidetal::input
