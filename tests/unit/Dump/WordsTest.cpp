#include "Dump/Words.h"

#include <gtest/gtest.h>

namespace sidetal::dump {
namespace {

TEST(DumpWords, WritePointsWithoutIdleZeros) {
    EXPECT_EQ(points(Length::points(12)), "12");
    EXPECT_EQ(points(Length::milli(28'346)), "28.346");
    EXPECT_EQ(points(Length::milli(500)), "0.5");
    EXPECT_EQ(points(Length::milli(-30)), "-0.03");
    EXPECT_EQ(points(Length()), "0");
    EXPECT_EQ(points(Length::points(100)), "100");
}

TEST(DumpWords, ShowWhatCannotBeSeen) {
    EXPECT_EQ(inQuotes("a\u00ADb\u00A0c\u00A0"), "\"a\\u00adb\\u00a0c\\u00a0\"");
    EXPECT_EQ(inQuotes("to\nlinjer"), "\"to\\nlinjer\"");
    EXPECT_EQ(inQuotes("\"æøå\""), "\"\\\"æøå\\\"\"");
}

TEST(DumpWords, NameNodes) {
    EXPECT_EQ(nodeName(static_cast<NodeId>(12)), "#12");
    EXPECT_EQ(nodeName(NodeId::None), "-");
}

} // namespace
} // namespace sidetal::dump
