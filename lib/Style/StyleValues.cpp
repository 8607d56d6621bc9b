#include "Style/StyleValues.h"

#include "Support/Ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sidetal {

namespace {

constexpr std::size_t kMaxWholeDigits = 5;
constexpr std::size_t kMaxFractionDigits = 6;
constexpr std::size_t kMaxShareDigits = 3; ///< of shares and percentages, after the point

/// One unit in thousandths of a point, as a fraction: a centimetre is 72,000 / 2.54 = 3,600,000 / 127 of
/// them.
struct Unit {
    std::string_view name;
    std::int64_t numerator;
    std::int64_t denominator;
};

constexpr std::array kUnits = {
    Unit{"pt", 1000, 1},
    Unit{"mm", 360'000, 127},
    Unit{"cm", 3'600'000, 127},
    Unit{"in", 72'000, 1},
};

/// Takes the digits that `text` starts with and appends their value to `value`; gives how many there were.
std::size_t takeDigits(std::string_view& text, std::int64_t& value, std::size_t limit) {
    std::size_t count = 0;
    while (count < text.size() && ascii::isDigit(text[count]) && count <= limit) {
        value = value * 10 + (text[count] - '0');
        ++count;
    }
    text.remove_prefix(count);
    return count;
}

/// A decimal number as its digits without the point, and the power of ten that they are divided by.
struct Decimal {
    std::int64_t digits = 0;
    std::int64_t scale = 1;
};

/// Takes the number that `text` starts with, and the blank after it; nothing where there is none, or one of
/// too many digits.
std::optional<Decimal> takeDecimal(std::string_view& text, std::size_t maxFractionDigits) {
    Decimal out;
    const std::size_t whole = takeDigits(text, out.digits, kMaxWholeDigits);
    if (whole == 0 || whole > kMaxWholeDigits) {
        return std::nullopt;
    }
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        const std::size_t fraction = takeDigits(text, out.digits, maxFractionDigits);
        if (fraction == 0 || fraction > maxFractionDigits) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < fraction; ++i) {
            out.scale *= 10;
        }
    }
    if (text.starts_with(' ')) {
        text.remove_prefix(1);
    }
    return out;
}

int hexDigit(char c) {
    if (ascii::isDigit(c)) {
        return c - '0';
    }
    const char lower = ascii::lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

std::optional<Length> parseLength(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) {
        text.remove_prefix(1);
    }
    const auto number = takeDecimal(text, kMaxFractionDigits);
    const auto unit =
        std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& u) { return u.name == text; });
    if (!number || unit == kUnits.end()) {
        return std::nullopt;
    }
    // At most 1e11 × 3.6e6: far inside 64 bits.
    const std::int64_t divisor = unit->denominator * number->scale;
    const std::int64_t milli = (number->digits * unit->numerator + divisor / 2) / divisor;
    return Length::milli(negative ? -milli : milli);
}

std::string formatLength(Length length) {
    return formatPoints(length) + " pt";
}

std::optional<ColumnWidth> parseColumnWidth(std::string_view text, Length em) {
    if (text == "auto") {
        return ColumnWidth::content();
    }
    std::string_view rest = text;
    if (const auto number = takeDecimal(rest, kMaxShareDigits); number && rest == "fr") {
        return ColumnWidth::share(number->digits * (1000 / number->scale));
    }
    rest = text;
    if (const auto number = takeDecimal(rest, kMaxShareDigits); number && rest == "em" && em > Length()) {
        return ColumnWidth(Length::milli(em.milli() * number->digits / number->scale));
    }
    const auto length = parseLength(text);
    return length ? std::optional(ColumnWidth(*length)) : std::nullopt;
}

std::string formatColumnWidth(ColumnWidth width) {
    switch (width.kind()) {
    case ColumnWidth::Kind::Share:
        return formatPoints(Length::milli(width.thousandths())) + " fr"; // thousandths, too
    case ColumnWidth::Kind::Content:
        return "auto";
    case ColumnWidth::Kind::Part: // of no style sheet
        return formatPoints(width.wishedOf(Length::points(100)).value_or(Length())) + "%";
    case ColumnWidth::Kind::Fixed:
        break;
    }
    return formatLength(width.length());
}

std::optional<Percent> parsePercent(std::string_view text) {
    const auto number = takeDecimal(text, kMaxShareDigits);
    return number && text == "%"
               ? std::optional(Percent::thousandths(number->digits * (1000 / number->scale)))
               : std::nullopt;
}

std::string formatPercent(Percent percent) {
    return formatPoints(Length::milli(percent.thousandths())) + " %"; // thousandths, too
}

std::optional<Colour> parseColour(std::string_view text) {
    const bool brief = text.size() == 4;
    if ((!brief && text.size() != 7) || text.front() != '#') {
        return std::nullopt;
    }
    std::array<int, 3> channels{};
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const int high = hexDigit(text[brief ? 1 + i : 1 + 2 * i]);
        const int low = hexDigit(text[brief ? 1 + i : 2 + 2 * i]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        channels[i] = high * 16 + low;
    }
    return Colour{static_cast<std::uint8_t>(channels[0]), static_cast<std::uint8_t>(channels[1]),
                  static_cast<std::uint8_t>(channels[2])};
}

std::string formatColour(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

} // namespace sidetal
