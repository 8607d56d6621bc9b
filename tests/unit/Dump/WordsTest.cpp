#include "Dump/Words.h"

#include <gtest/gtest.h>

namespace sidetal::dump {
namespace {

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
