#include "Support/SymbolFonts.h"

#include "Support/Utf8.h"
#include "unit/Text/TestFonts.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(SymbolFonts, WordsBulletsAreWhatTheyShow) {
    EXPECT_EQ(shownBySymbolFont(0xF0B7), U'•');
    EXPECT_EQ(shownBySymbolFont(0xF0A7), U'▪');
    EXPECT_EQ(shownBySymbolFont(0xF0D8), U'➢');
    EXPECT_EQ(shownBySymbolFont(0xF0FC), U'✓');
    EXPECT_EQ(shownBySymbolFont(0xF076), U'❖');
    EXPECT_EQ(shownBySymbolFont(0xF0FF), U'\0');
    EXPECT_EQ(shownBySymbolFont(0xE000), U'\0');
    EXPECT_EQ(shownBySymbolFont(U'v'), U'\0');
}

TEST(SymbolFonts, EveryFaceShowsThem) {
    Shaper shaper(test::fonts());
    for (char32_t coded = 0xF000; coded < 0xF100; ++coded) {
        std::string shown;
        if (const char32_t c = shownBySymbolFont(coded)) {
            utf8::append(shown, c);
        }
        for (int style = 0; style < 8 && !shown.empty(); ++style) {
            FontSpec spec{.family = style < 4 ? "Carlito" : "DejaVu Sans"};
            spec.bold = (style & 1) != 0;
            spec.italic = (style & 2) != 0;
            EXPECT_NO_THROW((void)shaper.word(shaper.font(spec), shown)) << shown;
        }
    }
}

} // namespace
} // namespace sidetal
