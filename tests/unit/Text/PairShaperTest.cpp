#include "Text/PairShaper.h"

#include "Text/WordShaper.h"
#include "unit/Text/TestFonts.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace sidetal {
namespace {

bool operator==(const ShapedGlyph& a, const ShapedGlyph& b) {
    return a.face == b.face && a.glyph == b.glyph && a.advance == b.advance && a.adjust == b.adjust &&
           a.xOffset == b.xOffset && a.yOffset == b.yOffset && a.from == b.from && a.to == b.to &&
           a.leads == b.leads;
}

/// A font of the test fonts whose words can be shaped by pairs and, beside that, as HarfBuzz shapes them
/// whole.
class TwoWays {
  public:
    explicit TwoWays(const FontSpec& spec)
        : chain_(fonts_->chain(spec.family, spec.bold, spec.italic))
        , learning_(spec, chain_)
        , whole_(spec, chain_) {
        std::vector<ShapedGlyph> glyphs;
        for (int i = 0; i < 300; ++i) { // so many that it begins to learn pairs
            shaper_.shape(learning_, "x", glyphs);
        }
    }

    /// By pairs where the shaper sees fit.
    std::vector<ShapedGlyph> byPairs(std::string_view text) {
        std::vector<ShapedGlyph> glyphs;
        shaper_.shape(learning_, text, glyphs);
        return glyphs;
    }
    std::vector<ShapedGlyph> whole(std::string_view text) {
        std::vector<ShapedGlyph> glyphs;
        whole_.simpleWords = 0;
        shaper_.shape(whole_, text, glyphs);
        return glyphs;
    }
    /// Whether pairs suffice for a text.
    bool suffice(std::string_view text) {
        std::vector<ShapedGlyph> glyphs;
        return learning_.pairs != nullptr &&
               learning_.pairs->shape(text, glyphs,
                                      [&](std::string_view part, std::vector<ShapedGlyph>& out) {
                                          out = whole(part);
                                          return true;
                                      });
    }

  private:
    std::shared_ptr<const Fonts> fonts_ = test::fonts();
    std::span<const FaceId> chain_;
    WordShaper shaper_{*fonts_};
    ResolvedFont learning_;
    ResolvedFont whole_;
};

struct Named {
    const char* name;
    FontSpec spec;
};

/// Names the tests of the font.
void PrintTo(const Named& named, std::ostream* out) {
    *out << named.name;
}

const Named kFonts[] = {
    {"Carlito", {.family = "Carlito"}},
    {"CarlitoKerned", {.family = "Carlito", .kerning = true, .ligatures = true}},
    {"CarlitoBold", {.family = "Carlito", .bold = true, .kerning = true}},
    {"DejaVu", {.family = "DejaVu Sans"}},
    {"DejaVuKerned", {.family = "DejaVu Sans", .kerning = true, .ligatures = true}},
    {"DejaVuBold", {.family = "DejaVu Sans", .bold = true, .kerning = true}},
};

class PairShaperTest : public testing::TestWithParam<Named> {};

/// Words of `length` characters out of `characters`.
std::string randomWord(std::mt19937& random, const std::u32string& characters, std::size_t length) {
    std::string word;
    for (std::size_t i = 0; i < length; ++i) {
        const char32_t c = characters[random() % characters.size()];
        if (c < 0x80) {
            word += static_cast<char>(c);
        } else {
            word += static_cast<char>(0xC0 | c >> 6);
            word += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return word;
}

void expectSame(TwoWays& font, const std::u32string& characters, int words) {
    std::mt19937 random(20211026);
    for (int i = 0; i < words; ++i) {
        const std::string word = randomWord(random, characters, 1 + random() % 12);
        ASSERT_TRUE(std::ranges::equal(font.byPairs(word), font.whole(word),
                                       [](const auto& a, const auto& b) { return a == b; }))
            << '"' << word << '"';
    }
}

TEST_P(PairShaperTest, NumbersComeOutAsHarfBuzzShapesThemWhole) {
    TwoWays font(GetParam().spec);
    expectSame(font, U"0123456789.,-/:%()§", 20'000);
}

TEST_P(PairShaperTest, WordsOfAllOfLatin1ComeOutAsHarfBuzzShapesThemWhole) {
    TwoWays font(GetParam().spec);
    std::u32string characters = U"ffiijjtltkh"; // those that ligatures and dots look at, more often
    for (char32_t c = 0x21; c < 0x100; ++c) {
        if (c < 0x7F || c > 0xA0) {
            characters += c;
        }
    }
    expectSame(font, characters, 20'000);
}

TEST_P(PairShaperTest, PairsSufficeForNumbers) {
    TwoWays font(GetParam().spec);
    EXPECT_TRUE(font.suffice("1.234.567,89"));
    EXPECT_TRUE(font.suffice("2021-10-26"));
    EXPECT_TRUE(font.suffice("27.35.00-A00-3-21"));
    EXPECT_FALSE(font.suffice("1\u20442")); // a fraction slash
    EXPECT_FALSE(font.suffice("e\u0301"));  // a mark
    EXPECT_FALSE(font.suffice("a\u00ADb")); // what HarfBuzz takes out
}

TEST(PairShaperLigaturesTest, LettersOfLigaturesAreNoneOfItsOwn) {
    TwoWays font({.family = "Carlito", .ligatures = true});
    EXPECT_FALSE(font.suffice("effekt"));
    EXPECT_EQ(font.byPairs("ffi").size(), font.whole("ffi").size());
    EXPECT_LT(font.byPairs("ffi").size(), 3u);
}

TEST(PairShaperKerningTest, PairsAreKerned) {
    TwoWays font({.family = "Carlito", .kerning = true});
    const auto glyphs = font.byPairs("AVATAR");
    ASSERT_TRUE(font.suffice("AVATAR"));
    ASSERT_EQ(glyphs.size(), 6u);
    EXPECT_LT(glyphs[0].adjust, 0);
    EXPECT_EQ(glyphs[5].adjust, 0);
}

INSTANTIATE_TEST_SUITE_P(Fonts, PairShaperTest, testing::ValuesIn(kFonts));

} // namespace
} // namespace sidetal
