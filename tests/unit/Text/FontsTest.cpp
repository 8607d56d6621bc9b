#include "Text/Fonts.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(Fonts, FindsEveryFontOfTheManifest) {
    const auto fonts = Fonts::open();
    ASSERT_EQ(fonts->entries().size(), 8u);
    for (const FontEntry& entry : fonts->entries()) {
        EXPECT_TRUE(fonts->find(entry).has_value()) << entry.file;
    }
}

} // namespace
} // namespace sidetal
