#include "Columns.h"

#include <gtest/gtest.h>

namespace sidetal::cli {
namespace {

TEST(Columns, StandOneUnderTheOther) {
    EXPECT_EQ(alignColumns({{"FILE", "OF"}, {"a.pdf", "b"}, {"", "c"}}), "FILE   OF\na.pdf  b\n       c\n");
}

TEST(Columns, CountCharactersAndNotBytes) {
    EXPECT_EQ(alignColumns({{"Åse", "x"}, {"Åse Ø", "y"}, {"\u2013", "z"}}),
              "Åse    x\nÅse Ø  y\n\u2013      z\n");
}

} // namespace
} // namespace sidetal::cli
