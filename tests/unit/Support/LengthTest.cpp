#include "sidetal/Support/Length.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(Length, IsPrintedInPointsWithoutClosingZeros) {
    EXPECT_EQ(formatPoints(Length::points(9)), "9");
    EXPECT_EQ(formatPoints(Length::milli(340157)), "340.157");
    EXPECT_EQ(formatPoints(Length::milli(3850)), "3.85");
    EXPECT_EQ(formatPoints(Length::milli(5)), "0.005");
    EXPECT_EQ(formatPoints(Length::milli(-500)), "-0.5");
    EXPECT_EQ(formatPoints(Length()), "0");
}

TEST(Length, DividesAndMultipliesExactly) {
    using namespace literals;
    EXPECT_EQ((12_pt * 3).milli(), 36000);
    EXPECT_EQ((Length::milli(7) / 2).milli(), 3);
    EXPECT_LT(1_pt, Length::milli(1001));
}

} // namespace
} // namespace sidetal
