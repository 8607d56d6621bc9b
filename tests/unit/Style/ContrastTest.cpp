#include "Style/Contrast.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(ContrastRatio, IsThatOfWcag) {
    EXPECT_DOUBLE_EQ(contrastRatio({0, 0, 0}, {255, 255, 255}), 21.0);
    EXPECT_DOUBLE_EQ(contrastRatio({12, 34, 56}, {12, 34, 56}), 1.0);
    // The two greys on either side of 4.5:1 on white.
    EXPECT_NEAR(contrastRatio({0x76, 0x76, 0x76}, {255, 255, 255}), 4.54, 0.005);
    EXPECT_NEAR(contrastRatio({0x77, 0x77, 0x77}, {255, 255, 255}), 4.48, 0.005);
    EXPECT_DOUBLE_EQ(contrastRatio({255, 0, 0}, {0, 0, 255}), contrastRatio({0, 0, 255}, {255, 0, 0}));
}

} // namespace
} // namespace sidetal
