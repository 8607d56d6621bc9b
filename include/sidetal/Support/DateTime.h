#pragma once

#include "sidetal/Export.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal {

/// A day of the proleptic Gregorian calendar (ISO 8601).
struct Date {
    std::int16_t year = 0;  ///< 1 to 9999
    std::uint8_t month = 0; ///< 1 to 12
    std::uint8_t day = 0;   ///< 1 to the month's last day
    auto operator<=>(const Date&) const = default;
};

/// A time of day, 00:00 to 23:59.
struct TimeOfDay {
    std::uint8_t hour = 0;
    std::uint8_t minute = 0;
    auto operator<=>(const TimeOfDay&) const = default;
};

/// A moment in UTC, to the second: what a file's metadata carries.
struct DateTime {
    Date date;
    std::uint8_t hour = 0;
    std::uint8_t minute = 0;
    std::uint8_t second = 0;
    auto operator<=>(const DateTime&) const = default;
};

/// Reads "2021-10-26"; nothing where it is malformed or no such day exists (31 February).
[[nodiscard]] SIDETAL_API std::optional<Date> parseDate(std::string_view text);

/// Reads "15:00"; nothing where it is malformed or out of range.
[[nodiscard]] SIDETAL_API std::optional<TimeOfDay> parseTime(std::string_view text);

/// Reads "2021-10-26", "2021-10-26T15:00:00Z" or with an offset such as "+02:00" (ISO 8601), giving UTC; a
/// date alone is its midnight UTC; nothing where it is malformed.
[[nodiscard]] SIDETAL_API std::optional<DateTime> parseDateTime(std::string_view text);

/// The moment `seconds` after 1970-01-01T00:00:00Z (SOURCE_DATE_EPOCH); nothing past the year 9999 or before
/// year 1.
[[nodiscard]] SIDETAL_API std::optional<DateTime> fromUnixTime(std::int64_t seconds);

/// "2021-10-26"
[[nodiscard]] SIDETAL_API std::string formatIso(Date date);
/// "15:00"
[[nodiscard]] SIDETAL_API std::string formatIso(TimeOfDay time);

} // namespace sidetal
