#include "sidetal/Support/DateTime.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(ParseDate, TakesDaysOfTheCalendarOnly) {
    EXPECT_EQ(parseDate("2021-10-26"), (Date{2021, 10, 26}));
    EXPECT_EQ(parseDate("2020-02-29"), (Date{2020, 2, 29}));
    EXPECT_EQ(parseDate("0001-01-01"), (Date{1, 1, 1}));
    EXPECT_EQ(parseDate("9999-12-31"), (Date{9999, 12, 31}));
    for (const char* text : {"", "2021-02-31", "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-01",
                             "2021-01-00", "0000-01-01", "2021-1-01", "26-10-2021", "2021/10/26",
                             "2021-10-26 ", "2021-10-2x", "+021-10-26", "20211026"}) {
        EXPECT_FALSE(parseDate(text)) << text;
    }
}

TEST(ParseTime, TakesMinutesOfADay) {
    EXPECT_EQ(parseTime("00:00"), (TimeOfDay{0, 0}));
    EXPECT_EQ(parseTime("23:59"), (TimeOfDay{23, 59}));
    for (const char* text : {"", "24:00", "12:60", "9:00", "15.00", "15:00:00", "15:0x", "-1:00"}) {
        EXPECT_FALSE(parseTime(text)) << text;
    }
}

TEST(ParseDateTime, GivesUtc) {
    EXPECT_EQ(parseDateTime("2021-10-26"), (DateTime{{2021, 10, 26}, 0, 0, 0}));
    EXPECT_EQ(parseDateTime("2021-10-26T15:04:05Z"), (DateTime{{2021, 10, 26}, 15, 4, 5}));
    EXPECT_EQ(parseDateTime("2021-10-26T01:04:05+02:00"), (DateTime{{2021, 10, 25}, 23, 4, 5}));
    EXPECT_EQ(parseDateTime("2021-12-31T23:30:00-0130"), (DateTime{{2022, 1, 1}, 1, 0, 0}));
    for (const char* text : {"", "2021-10-26T", "2021-10-26T15:00", "2021-10-26T15:00:00",
                             "2021-10-26T15:00:60Z", "2021-10-26 15:00:00Z", "2021-10-26T15:00:00+15:00",
                             "2021-10-26T15:00:00+02:60", "2021-10-26T15:00:00z", "2021-10-26T15:00:00+2",
                             "0001-01-01T00:00:00+01:00", "2021-10-26T15:00:00+02:000"}) {
        EXPECT_FALSE(parseDateTime(text)) << text;
    }
}

TEST(FromUnixTime, CountsFromTheEpochWithinFourDigitYears) {
    EXPECT_EQ(fromUnixTime(0), (DateTime{{1970, 1, 1}, 0, 0, 0}));
    EXPECT_EQ(fromUnixTime(-1), (DateTime{{1969, 12, 31}, 23, 59, 59}));
    EXPECT_EQ(fromUnixTime(1635260400), (DateTime{{2021, 10, 26}, 15, 0, 0}));
    EXPECT_EQ(fromUnixTime(253402300799), (DateTime{{9999, 12, 31}, 23, 59, 59}));
    EXPECT_FALSE(fromUnixTime(253402300800));
    EXPECT_EQ(fromUnixTime(-62135596800), (DateTime{{1, 1, 1}, 0, 0, 0}));
    EXPECT_FALSE(fromUnixTime(-62135596801));
}

TEST(FormatIso, IsWhatIsRead) {
    EXPECT_EQ(formatIso(Date{7, 2, 3}), "0007-02-03");
    EXPECT_EQ(formatIso(TimeOfDay{7, 5}), "07:05");
    EXPECT_EQ(parseDate(formatIso(Date{2021, 9, 23})), (Date{2021, 9, 23}));
}

} // namespace
} // namespace sidetal
