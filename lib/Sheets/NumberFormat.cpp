#include "Sheets/NumberFormat.h"

#include "sidetal/Support/DateTime.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace sidetal::sheets {

namespace {

/// The letters and marks of a code's first section that say what is shown: without texts in quotes, escapes,
/// fillers, colours and conditions.
[[nodiscard]] std::string bareCode(std::string_view code) {
    std::string out;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char c = code[at];
        if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            out += code.substr(at + 1, 1) == " " ? " " : "";
            ++at;
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', at), code.size());
            const char first = at + 1 < end ? code[at + 1] : ' ';
            out +=
                first == 'h' || first == 'm' || first == 's' || first == 'H' ? "h" : ""; // hours that go on
            at = end;
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        }
    }
    return out;
}

[[nodiscard]] std::string decimalText(double value, int decimals) {
    char buffer[400];
    const auto [end, error] =
        std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::fixed, decimals);
    std::string out = error == std::errc() ? std::string(buffer, end) : std::string("0");
    return out.starts_with('-') && out.find_first_of("123456789") == std::string::npos ? out.substr(1) : out;
}

/// As a spreadsheet shows it where no format is set: at most fifteen digits.
[[nodiscard]] std::string generalText(double value) {
    if (value == std::floor(value) && std::abs(value) < 1e15) {
        return decimalText(value, 0);
    }
    char buffer[64];
    const auto written =
        std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::general, 15);
    return {buffer, written.ptr};
}

/// The day that begins `days` after 1970-01-01.
[[nodiscard]] std::optional<DateTime> dayAt(double days) {
    return std::abs(days) < 4e6 ? fromUnixTime(static_cast<std::int64_t>(days) * 86'400) : std::nullopt;
}

[[nodiscard]] std::optional<ShownNumber> shownDate(double value, const NumberFormat& format, bool from1904) {
    constexpr double kEpoch1900 =
        -25569; // 1899-12-30 for 1970-01-01: what days past February 1900 count from
    constexpr double kEpoch1904 = -24107;
    const double minutes = std::round((value - std::floor(value)) * 1440);
    const double day = std::floor(value) + (minutes >= 1440 ? 1 : 0);
    const auto minute = static_cast<int>(minutes) % 1440;
    const std::string time = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
    if (format.kind == NumberFormat::Kind::Time) {
        return value >= 0 && value < 1 ? std::optional(ShownNumber{time, CellKind::Text}) : std::nullopt;
    }
    // Spreadsheets believe in 29 February 1900, their day 60.
    if (!from1904 && (day < 1 || day == 60)) {
        return std::nullopt;
    }
    const auto date = from1904 ? dayAt(day + kEpoch1904) : dayAt(day + kEpoch1900 + (day < 60 ? 1 : 0));
    if (!date || (from1904 && day < 0)) {
        return std::nullopt;
    }
    const bool hasTime = format.kind == NumberFormat::Kind::DateTime && minute != 0;
    return ShownNumber{formatIso(date->date) + (hasTime ? " " + time : ""), CellKind::Date};
}

} // namespace

NumberFormat builtInFormat(std::uint32_t id) {
    using Kind = NumberFormat::Kind;
    switch (id) {
    case 1:
    case 3:
    case 37:
    case 38:
        return {Kind::Fixed, 0, false};
    case 2:
    case 4:
    case 39:
    case 40:
        return {Kind::Fixed, 2, false};
    case 9:
        return {Kind::Percent, 0, false};
    case 10:
        return {Kind::Percent, 2, false};
    case 22:
        return {Kind::DateTime, 0, false};
    case 18:
    case 19:
    case 20:
    case 21:
    case 45:
    case 46:
    case 47:
        return {Kind::Time, 0, false};
    default:
        break;
    }
    const bool isDate = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return {isDate ? Kind::Date : Kind::General, 0, false};
}

NumberFormat formatOf(std::string_view code) {
    using Kind = NumberFormat::Kind;
    const std::string bare = bareCode(code);
    if (bare.find("general") != std::string::npos || bare.find('@') != std::string::npos) {
        return {};
    }
    const auto has = [&](std::string_view letters) {
        return bare.find_first_of(letters) != std::string::npos;
    };
    const bool hasDay = has("yd");
    const bool hasTime = has("hs");
    if (hasDay || (has("m") && !hasTime)) {
        return {hasTime ? Kind::DateTime : Kind::Date, 0, false};
    }
    if (hasTime) {
        return {Kind::Time, 0, false};
    }
    if (has("e/")) { // exponents and fractions
        return {};
    }
    const std::size_t point = bare.find('.');
    std::size_t decimals = 0;
    bool areOptional = false;
    for (std::size_t at = point;
         at != std::string::npos && ++at < bare.size() && (bare[at] == '0' || bare[at] == '#');) {
        areOptional = areOptional || bare[at] == '#';
        ++decimals;
    }
    const std::size_t percent = bare.find('%');
    if (percent != std::string::npos) {
        return {Kind::Percent, static_cast<std::uint8_t>(std::min<std::size_t>(decimals, 15)),
                percent != 0 && bare[percent - 1] == ' '};
    }
    return !has("0#") || areOptional
               ? NumberFormat{}
               : NumberFormat{Kind::Fixed, static_cast<std::uint8_t>(std::min<std::size_t>(decimals, 15)),
                              false};
}

ShownNumber shown(std::string_view number, const NumberFormat& format, bool from1904) {
    using Kind = NumberFormat::Kind;
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value)) {
        return {std::string(number), CellKind::Text};
    }
    switch (format.kind) {
    case Kind::Date:
    case Kind::DateTime:
    case Kind::Time:
        if (auto date = shownDate(value, format, from1904)) {
            return *std::move(date);
        }
        break;
    case Kind::Fixed:
        if (std::abs(value) < 1e15) {
            return {decimalText(value, format.decimals), CellKind::Number};
        }
        break;
    case Kind::Percent:
        if (std::abs(value) < 1e12) {
            return {decimalText(value * 100, format.decimals) + (format.blankBeforePercent ? " %" : "%"),
                    CellKind::Number};
        }
        break;
    case Kind::General:
        break;
    }
    return {generalText(value), CellKind::Number};
}

} // namespace sidetal::sheets
