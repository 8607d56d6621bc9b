#include "Compose/Decimal.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

constexpr std::int64_t kOne = 1'000'000;

TEST(Decimal, IsReadAsPeopleWriteIt) {
    EXPECT_EQ(decimalOf("89"), 89 * kOne);
    EXPECT_EQ(decimalOf("0,2"), 200'000);
    EXPECT_EQ(decimalOf("80.50"), 80'500'000);
    EXPECT_EQ(decimalOf("1.234,5"), 1'234'500'000);
    EXPECT_EQ(decimalOf("1.240"), 1240 * kOne);
    EXPECT_EQ(decimalOf("1.240", false), 1'240'000) << "where a point is a comma";
    EXPECT_EQ(decimalOf("1.234.567"), 1'234'567 * kOne);
    EXPECT_EQ(decimalOf(" 12,5 mio. kr."), 12'500'000);
    EXPECT_EQ(decimalOf("-3,25"), -3'250'000);
    EXPECT_EQ(decimalOf("\u2212"
                        "3"),
              -3 * kOne);
    EXPECT_EQ(decimalOf("0,1234567"), 123'456) << "what is less than a millionth is left out";
}

TEST(Decimal, IsNothingWhereNoFigureBegins) {
    for (const char* text : {"", " ", "-", "ca. 80 %", "n/a", ",5", "1234567890123"}) {
        EXPECT_EQ(decimalOf(text), std::nullopt) << text;
    }
}

} // namespace
} // namespace sidetal
