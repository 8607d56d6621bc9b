#include "sidetal/Support/DateTime.h"

#include <fmt/format.h>

#include <chrono>

namespace sidetal {

namespace {

/// The number written by exactly `count` digits at `at`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> makeDate(int year, int month, int day) {
    const std::chrono::year_month_day ymd{std::chrono::year(year),
                                          std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day))};
    if (year < 1 || year > 9999 || !ymd.ok()) {
        return std::nullopt;
    }
    return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                static_cast<std::uint8_t>(day)};
}

std::int64_t toUnixDays(Date date) {
    const std::chrono::year_month_day ymd{std::chrono::year(date.year), std::chrono::month(date.month),
                                          std::chrono::day(date.day)};
    return std::chrono::sys_days(ymd).time_since_epoch().count();
}

/// The offset from UTC in seconds that "Z", "+02:00" or "-0330" stands for.
std::optional<std::int64_t> parseOffset(std::string_view text) {
    if (text == "Z") {
        return 0;
    }
    if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) {
        return std::nullopt;
    }
    const std::size_t minutesAt = text[3] == ':' ? 4 : 3;
    const auto hours = digits(text, 1, 2);
    const auto minutes = digits(text, minutesAt, 2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59 || text.size() != minutesAt + 2) {
        return std::nullopt;
    }
    const std::int64_t seconds = (*hours * 60 + *minutes) * 60;
    return text[0] == '-' ? -seconds : seconds;
}

} // namespace

std::optional<Date> parseDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    return year && month && day ? makeDate(*year, *month, *day) : std::nullopt;
}

std::optional<TimeOfDay> parseTime(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    const auto hour = digits(text, 0, 2);
    const auto minute = digits(text, 3, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) {
        return std::nullopt;
    }
    return TimeOfDay{static_cast<std::uint8_t>(*hour), static_cast<std::uint8_t>(*minute)};
}

std::optional<DateTime> parseDateTime(std::string_view text) {
    const auto date = parseDate(text.substr(0, 10));
    if (!date) {
        return std::nullopt;
    }
    if (text.size() == 10) {
        return DateTime{*date, 0, 0, 0};
    }
    if (text.size() < 20 || text[10] != 'T' || text[16] != ':') {
        return std::nullopt;
    }
    const auto time = parseTime(text.substr(11, 5));
    const auto second = digits(text, 17, 2);
    const auto offset = parseOffset(text.substr(19));
    if (!time || !second || *second > 59 || !offset) {
        return std::nullopt;
    }
    return fromUnixTime(toUnixDays(*date) * 86400 + (time->hour * 60 + time->minute) * 60 + *second -
                        *offset);
}

std::optional<DateTime> fromUnixTime(std::int64_t seconds) {
    constexpr std::int64_t kFirst = -62135596800; // 0001-01-01
    constexpr std::int64_t kLast = 253402300799;  // 9999-12-31T23:59:59
    if (seconds < kFirst || seconds > kLast) {
        return std::nullopt;
    }
    const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day ymd(day);
    const std::chrono::hh_mm_ss time(moment - day);
    const auto date = makeDate(int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day())));
    return DateTime{*date, static_cast<std::uint8_t>(time.hours().count()),
                    static_cast<std::uint8_t>(time.minutes().count()),
                    static_cast<std::uint8_t>(time.seconds().count())};
}

std::string formatIso(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string formatIso(TimeOfDay time) {
    return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

} // namespace sidetal
