#include "Text/Shaper.h"

#include "support/Memory.h"
#include "unit/Text/TestFonts.h"

#include "Support/Utf8.h"

#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <thread>

namespace sidetal {
namespace {

using testing::ElementsAre;

class ShaperTest : public testing::Test {
  protected:
    Shaper shaper{test::fonts()};
    FontId carlito = shaper.font({.family = "Carlito"});
    FontId dejavu = shaper.font({.family = "DejaVu Sans"});

    /// What each glyph of a word stands for.
    std::vector<std::string> texts(const Word& word) {
        std::vector<std::string> result;
        for (const Glyph& glyph : word.glyphs) {
            result.push_back(shaper.glyphUse(glyph.use).text);
        }
        return result;
    }
    std::string joined(const Word& word) {
        std::string result;
        for (const std::string& text : texts(word)) {
            result += text;
        }
        return result;
    }
    const GlyphUse& use(const Word& word, std::size_t glyph) {
        return shaper.glyphUse(word.glyphs[glyph].use);
    }
    std::string faceName(const GlyphUse& of) { return shaper.face(of.face).postScriptName(); }
};

TEST_F(ShaperTest, AWordIsShapedOnceAndStaysWhereItIs) {
    const Word& first = shaper.word(carlito, "Sammenhæng");
    for (int i = 0; i < 5000; ++i) {
        (void)shaper.word(carlito, std::to_string(i));
    }
    const Word& again = shaper.word(carlito, std::string("Sammen") + "hæng");
    EXPECT_EQ(&first, &again);
    EXPECT_EQ(first.text, "Sammenhæng");
    EXPECT_EQ(joined(first), "Sammenhæng");
    EXPECT_NE(&first, &shaper.word(dejavu, "Sammenhæng"));
    EXPECT_TRUE(first.uniform);
}

TEST_F(ShaperTest, WidthIsTheSumOfRoundedAdvances) {
    const Face& face = shaper.mainFace(carlito);
    const Word& word = shaper.word(carlito, "AVATAR");
    std::int32_t sum = 0;
    for (const char32_t c : U"AVATAR") {
        sum += c != 0 ? face.advance(*face.glyph(c)) : 0;
    }
    EXPECT_EQ(word.width, sum);
    EXPECT_EQ(shaper.space(carlito).width, face.advance(*face.glyph(U' ')));
}

TEST_F(ShaperTest, KerningAndLigaturesAreOffUnlessAskedFor) {
    const FontId kerned = shaper.font({.family = "Carlito", .kerning = true});
    const FontId ligated = shaper.font({.family = "Carlito", .ligatures = true});
    EXPECT_LT(shaper.word(kerned, "AVATAR").width, shaper.word(carlito, "AVATAR").width);
    EXPECT_EQ(shaper.word(ligated, "AVATAR").width, shaper.word(carlito, "AVATAR").width);
    EXPECT_EQ(shaper.word(carlito, "effektiv").glyphs.size(), 8u);
    const Word& word = shaper.word(ligated, "officielt");
    EXPECT_LT(word.glyphs.size(), 9u);
    EXPECT_EQ(joined(word), "officielt");
    EXPECT_EQ(shaper.font({.family = "Carlito", .kerning = true}), kerned);
}

TEST_F(ShaperTest, NamesOfAllEuropePrint) {
    for (const char* name : {"Łukasz", "Đặng", "Šarūnas", "Ægidius", "Jökull", "Þórður", "Иван", "Ђорђе",
                             "Ελένη", "Ğülşen", "Ľubomíra", "Ƿ", "Nguyễn", "ǅ", "Ἀθηνᾶ"}) {
        for (const FontId font : {carlito, dejavu}) {
            const Word& word = shaper.word(font, name);
            EXPECT_EQ(joined(word), name);
            for (const Glyph& glyph : word.glyphs) {
                EXPECT_NE(shaper.glyphUse(glyph.use).glyph, 0) << name;
            }
        }
    }
}

TEST_F(ShaperTest, MarksThatDoNotComposeKeepTheirOwnCharacters) {
    for (const FontId font : {carlito, dejavu}) {
        for (const std::string text : {"n\u0308", "q\u0307", "\u1E0C\u0302"}) {
            const Word& word = shaper.word(font, text);
            EXPECT_EQ(joined(word), text);
            EXPECT_EQ(word.glyphs.size(), 2u) << text;
            EXPECT_TRUE(word.glyphs[1].xOffset != 0 || word.glyphs[1].yOffset != 0) << text;
            EXPECT_FALSE(word.uniform);
            EXPECT_EQ(word.width, use(word, 0).advance) << "a mark takes no room: " << text;
        }
    }
}

TEST_F(ShaperTest, EachGlyphOfAMergedClusterHasCharacters) {
    // What HarfBuzz reorders or takes apart; in any case the characters are canonically the text's.
    for (const FontId font : {carlito, dejavu}) {
        for (const std::string text :
             {"\u00E9\u0331", "x\u0331\u0304", "\u1E8D\u0327", "\u01D6\u0331", "\u1E2F\u0323"}) {
            const Word& word = shaper.word(font, text);
            for (const std::string& characters : texts(word)) {
                EXPECT_FALSE(characters.empty()) << text;
            }
            EXPECT_EQ(toNfc(joined(word)).value_or(joined(word)), toNfc(text).value_or(text));
        }
    }
}

TEST_F(ShaperTest, ALetterOfMorePartsThanCharactersIsRefused) {
    try {
        (void)shaper.word(dejavu, "\u0E81\u0EB3");
        FAIL() << "one of its two glyphs stands for nothing";
    } catch (const UnprintableText& fault) {
        EXPECT_EQ(fault.character, U'\u0EB3');
        EXPECT_EQ(fault.offset, 3u);
    }
}

TEST_F(ShaperTest, AMarkTakesItsWholeClusterToTheFaceThatHasBoth) {
    const Word& word = shaper.word(carlito, "an\u0308b");
    EXPECT_THAT(texts(word), ElementsAre("a", "n", "\u0308", "b"));
    EXPECT_EQ(faceName(use(word, 0)), "Carlito");
    EXPECT_EQ(faceName(use(word, 1)), "DejaVuSans");
    EXPECT_EQ(faceName(use(word, 2)), "DejaVuSans");
    EXPECT_EQ(faceName(use(word, 3)), "Carlito");
    EXPECT_FALSE(word.uniform);
}

TEST_F(ShaperTest, FallsBackToTheNextFaceForWhatTheFirstLacks) {
    const Word& word = shaper.word(carlito, "★A");
    EXPECT_EQ(faceName(use(word, 0)), "DejaVuSans");
    EXPECT_EQ(faceName(use(word, 1)), "Carlito");
    EXPECT_TRUE(shaper.word(carlito, "★").uniform);
    EXPECT_EQ(shaper.face(shaper.word(carlito, "★").face).postScriptName(), "DejaVuSans");
}

TEST_F(ShaperTest, SubstitutesStandForTheirOwnCharacters) {
    const Face& face = shaper.mainFace(carlito);
    const Word& fixed = shaper.word(carlito, "20\u00A0%");
    EXPECT_THAT(texts(fixed), ElementsAre("2", "0", "\u00A0", "%"));
    EXPECT_EQ(use(fixed, 2).glyph, *face.glyph(U' '));
    EXPECT_EQ(use(fixed, 2).character, 0xA0u);
    EXPECT_TRUE(fixed.uniform);
    EXPECT_NE(fixed.glyphs[2].use, shaper.space(carlito).glyphs[0].use);
    for (const char* hyphen : {"\u2010", "\u2011"}) {
        const Word& word = shaper.word(carlito, hyphen);
        EXPECT_THAT(texts(word), ElementsAre(hyphen));
        EXPECT_EQ(use(word, 0).glyph, *face.glyph(U'-'));
    }
    const Word& narrow = shaper.word(carlito, "1\u202F000");
    EXPECT_EQ(use(narrow, 1).text, "\u202F");
    EXPECT_EQ(faceName(use(narrow, 1)), "Carlito");
}

TEST_F(ShaperTest, SoftHyphenShowsOnlyWhereALineEnds) {
    for (const FontId font : {carlito, dejavu}) {
        const Word& word = shaper.word(font, "kommunal\u00ADbestyrelse");
        EXPECT_EQ(joined(word), "kommunalbestyrelse");
        EXPECT_EQ(word.width, shaper.word(font, "kommunalbestyrelse").width);
        ASSERT_EQ(word.breaks.size(), 1u);
        EXPECT_EQ(word.breaks[0].at, 10);
        EXPECT_EQ(word.breaks[0].glyph, 8);
        EXPECT_TRUE(shaper.word(font, "\u00AD").glyphs.empty());
        const Word& hyphen = shaper.hyphen(font);
        EXPECT_NE(hyphen.id, shaper.word(font, "\u00AD").id);
        EXPECT_THAT(texts(hyphen), ElementsAre("\u00AD"));
        EXPECT_EQ(use(hyphen, 0).glyph, *shaper.mainFace(font).glyph(U'-'));
        EXPECT_GT(hyphen.width, 0);
    }
}

TEST_F(ShaperTest, ZeroWidthCharactersLeaveNoTrace) {
    for (const FontId font : {carlito, dejavu}) {
        for (const std::string_view zero : {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\uFE0F"}) {
            const Word& word = shaper.word(font, std::string("a").append(zero).append("b"));
            EXPECT_THAT(texts(word), ElementsAre("a", "b"));
            EXPECT_EQ(word.width, shaper.word(font, "ab").width);
            EXPECT_TRUE(shaper.word(font, zero).glyphs.empty());
        }
    }
}

TEST_F(ShaperTest, DecomposedByTheFontStandsForTheWholeCharacterOnce) {
    // Carlito has no U+1E8D (x with diaeresis): whichever way it is drawn, it extracts as one character.
    EXPECT_EQ(joined(shaper.word(carlito, "\u1E8D")), "\u1E8D");
}

TEST_F(ShaperTest, ACharacterThatNoFontHasIsNamedWithItsOffset) {
    try {
        (void)shaper.word(carlito, "æ漢");
        FAIL();
    } catch (const UnprintableText& error) {
        EXPECT_EQ(error.reason, UnprintableText::Reason::NoGlyph);
        EXPECT_EQ(error.character, U'漢');
        EXPECT_EQ(error.offset, 2u);
    }
    EXPECT_THROW((void)shaper.word(carlito, "a\tb"), UnprintableText);
    EXPECT_THROW((void)shaper.word(dejavu, "a\u2028b"), UnprintableText);
    EXPECT_EQ(joined(shaper.word(carlito, "æ")), "æ") << "works on after a failure";
}

TEST_F(ShaperTest, AMarkThatNoFontHasWithItsLetterIsNamedNotTheLetter) {
    try {
        (void)shaper.word(carlito, "a\u1D6B\u0324"); // Carlito has the letter, DejaVu Sans the mark
        FAIL();
    } catch (const UnprintableText& error) {
        EXPECT_EQ(error.reason, UnprintableText::Reason::NoGlyphForMark);
        EXPECT_EQ(error.character, U'\u0324');
        EXPECT_EQ(error.offset, 4u);
    }
}

TEST_F(ShaperTest, RightToLeftIsRefused) {
    for (const std::string_view text : {"א", "aب", "\u202Eabc", "\u2067", "\u200F"}) {
        try {
            (void)shaper.word(dejavu, text);
            FAIL() << text;
        } catch (const UnprintableText& error) {
            EXPECT_EQ(error.reason, UnprintableText::Reason::RightToLeft);
            EXPECT_EQ(error.offset, text == "aب" ? 1u : 0u);
        }
    }
}

TEST_F(ShaperTest, TrimForgetsWordsPastTheLimitAndChangesTheGeneration) {
    shaper.setWordLimit(10);
    const std::uint32_t before = shaper.generation();
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(shaper.word(carlito, std::to_string(i)).id, static_cast<std::uint32_t>(i));
    }
    shaper.trim();
    EXPECT_EQ(shaper.generation(), before);
    EXPECT_EQ(shaper.word(dejavu, "x").id, 10u);
    const std::uint32_t use = shaper.word(dejavu, "x").glyphs[0].use;
    shaper.trim();
    EXPECT_NE(shaper.generation(), before);
    EXPECT_EQ(shaper.word(dejavu, "x").id, 0u);
    EXPECT_EQ(shaper.word(dejavu, "x").glyphs[0].use, use) << "uses are never forgotten";
}

TEST_F(ShaperTest, BoxesStandForWhatNoFontHas) {
    const FontId boxes = shaper.font({.family = "Carlito", .boxes = true});
    const auto glyphsOf = [&](std::string_view text) {
        const Word& word = shaper.word(boxes, text);
        std::string shown;
        for (const Glyph& glyph : word.glyphs) {
            const GlyphUse& use = shaper.glyphUse(glyph.use);
            const bool isBox = shaper.face(use.face).glyph(0x25A1) == use.glyph;
            shown += (isBox ? "[" : "") + use.text + (isBox ? "]" : "");
        }
        EXPECT_EQ(word.boxed, shown.find('[') != shown.npos);
        return shown;
    };
    EXPECT_EQ(glyphsOf("ord"), "ord");
    EXPECT_EQ(glyphsOf("a漢b漢字c"), "a[漢]b[漢][字]c");
    EXPECT_EQ(glyphsOf("漢\u0301"), "[漢\u0301]") << "a mark on it goes with it";
    EXPECT_EQ(glyphsOf("a\u1DFAb"), "a[\u1DFA]b") << "and for a mark alone";
    EXPECT_EQ(glyphsOf("\u1DFA"), "[\u1DFA]");
    EXPECT_EQ(glyphsOf("漢\uFE0F\u200D字"), "[漢][字]");
    EXPECT_EQ(glyphsOf("a\uE000b"), "a[\u25A1]b") << "a private character means nothing to a reader";
    EXPECT_EQ(glyphsOf("\uFFFE"), "[\u25A1]");
    EXPECT_EQ(glyphsOf("\u0E81\u0EB3"), "\u0E81[\u0EB3]") << "what cannot be extracted, too";
    EXPECT_THROW((void)shaper.word(boxes, "\u05D0"), UnprintableText);
    EXPECT_THROW((void)shaper.word(carlito, "a漢b"), UnprintableText) << "elsewhere it is an error still";
    const std::int32_t box = shaper.word(boxes, "\u25A1").width;
    EXPECT_EQ(shaper.word(boxes, "漢字").width, 2 * box);
}

TEST_F(ShaperTest, LongestWordIsLimited) {
    EXPECT_EQ(shaper.word(carlito, std::string(65535, 'a')).glyphs.size(), 65535u);
    EXPECT_THROW((void)shaper.word(carlito, std::string(65536, 'a')), std::length_error);
}

TEST_F(ShaperTest, ManyDifferentWordsKeepMemoryBounded) {
    if (!test::kMemoryIsOurs) {
        GTEST_SKIP() << "the sanitizers keep what is freed";
    }
    const auto shapeAll = [&](int from) {
        for (int i = 0; i < 50'000; ++i) {
            (void)shaper.word(carlito, std::to_string(from + i) + "ord");
            shaper.trim();
        }
    };
    shapeAll(0);
    const long before = test::memoryKilobytes("VmRSS");
    ASSERT_GT(before, 0);
    for (int round = 1; round < 4; ++round) {
        shapeAll(round * 100'000);
    }
    EXPECT_LT(test::memoryKilobytes("VmRSS") - before, 4096);
}

TEST(ShaperThreads, ShareFontsAndAgree) {
    const auto fonts = Fonts::open();
    const auto work = [&](std::int64_t& width) {
        Shaper shaper(fonts);
        const FontId font = shaper.font({.family = "Carlito"});
        for (int i = 0; i < 2000; ++i) {
            width += shaper.word(font, std::to_string(i) + "-Šarūnas-★").width;
        }
        const std::vector<std::uint16_t> places{0, *shaper.mainFace(font).glyph(U'a')};
        width += static_cast<std::int64_t>(shaper.mainFace(font).subset(places).bytes.size());
    };
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::thread thread([&] { work(first); });
    work(second);
    thread.join();
    EXPECT_EQ(first, second);
    EXPECT_GT(first, 0);
}

} // namespace
} // namespace sidetal
