#include "Text/LineBreaker.h"

#include "support/Memory.h"
#include "support/RandomTimes.h"
#include "unit/Text/TestFonts.h"

#include <gmock/gmock.h>

#include <random>

namespace sidetal {
namespace {

using testing::ElementsAre;

class LineBreakerTest : public testing::Test {
  protected:
    test::Setter setter{{.family = "Carlito"}};
    FontId bold = setter.shaper.font({.family = "Carlito", .bold = true});

    std::int32_t width(std::string_view word) { return setter.shaper.word(setter.font, word).width; }
    std::int32_t hyphen() { return setter.shaper.hyphen(setter.font).width; }
    std::int32_t space() { return setter.shaper.space(setter.font).width; }
    std::vector<Line> breakRuns(const std::vector<TextRun>& runs, const BreakOptions& options) {
        std::vector<Line> lines;
        setter.breaker.breakLines(runs, options, lines);
        return lines;
    }
};

TEST_F(LineBreakerTest, AnEmptyTextIsOneEmptyLine) {
    for (const std::string_view text : {"", " ", "   "}) {
        EXPECT_THAT(setter.lines(text, {.measure = 1000}), ElementsAre("")) << text;
        EXPECT_EQ(setter.found[0].width, 0);
        EXPECT_FALSE(setter.found[0].endsWithSpace);
    }
    EXPECT_EQ(breakRuns({}, {.measure = 1000}).size(), 1u);
}

TEST_F(LineBreakerTest, LinesAreAsFullAsCanBeToTheThousandthOfAnEm) {
    const std::int32_t two = width("byråd") + space() + width("møde");
    EXPECT_THAT(setter.lines("byråd møde i dag", {.measure = two}), ElementsAre("byråd møde ", "i dag"));
    EXPECT_EQ(setter.found[0].width, two) << "the blank at the end hangs";
    EXPECT_THAT(setter.lines("byråd møde i dag", {.measure = two - 1}), ElementsAre("byråd ", "møde i dag"));
    EXPECT_FALSE(setter.found[0].broken);
}

TEST_F(LineBreakerTest, OffsetsLeaveOutWhatEndsALine) {
    (void)setter.lines("byråd møde", {.measure = width("møde")});
    ASSERT_EQ(setter.found.size(), 2u);
    EXPECT_EQ(setter.found[0].begin, 0u);
    EXPECT_EQ(setter.found[0].end, 6u);
    EXPECT_EQ(setter.found[1].begin, 7u);
    EXPECT_EQ(setter.found[1].end, 12u);
    EXPECT_FALSE(setter.found[1].endsWithSpace);
}

TEST_F(LineBreakerTest, FirstIndentNarrowsTheFirstLineAlone) {
    const std::int32_t measure = width("møde") + space() + width("møde");
    EXPECT_THAT(setter.lines("møde møde møde", {.measure = measure, .firstIndent = 1}),
                ElementsAre("møde ", "møde møde"));
}

TEST_F(LineBreakerTest, LineEndsAreForcedAndExtractAsBlanks) {
    EXPECT_THAT(setter.lines("a\nb \n\nc", {.measure = 9000}), ElementsAre("a ", "b ", "", "c"));
    EXPECT_TRUE(setter.found[0].endsWithSpace);
    EXPECT_TRUE(setter.found[2].endsWithSpace);
    EXPECT_THAT(setter.lines("a\n", {.measure = 9000}), ElementsAre("a ", ""));
    EXPECT_EQ(setter.found[1].begin, 2u);
}

TEST_F(LineBreakerTest, ABreakAfterHyphenOrSlashLeavesNoBlank) {
    const std::int32_t measure = width("uddannelses-/");
    EXPECT_THAT(setter.lines("uddannelses-/kompetenceniveau", {.measure = measure + 4000}),
                ElementsAre("uddannelses-/", "kompetenceniveau"));
    EXPECT_FALSE(setter.found[0].endsWithSpace);
    EXPECT_FALSE(setter.found[0].endsWithHyphen);
    EXPECT_FALSE(setter.found[0].broken);
    EXPECT_EQ(setter.found[0].end, setter.found[1].begin);
}

TEST_F(LineBreakerTest, NoBreakAtANoBreakSpace) {
    EXPECT_THAT(setter.lines("i alt 20\u00A0%", {.measure = width("alt") + space() + width("20\u00A0%") - 1}),
                ElementsAre("i alt ", "20\u00A0%"));
}

TEST_F(LineBreakerTest, SoftHyphenShowsWhereItBreaksAndNeedsRoomForTheHyphen) {
    const std::string text = "kommunal\u00ADbestyrelsen";
    const std::int32_t enough = width("kommunal") + hyphen();
    EXPECT_THAT(setter.lines(text, {.measure = 20000}), ElementsAre("kommunalbestyrelsen"));
    EXPECT_THAT(setter.lines(text, {.measure = std::max(enough, width("bestyrelsen"))}),
                ElementsAre("kommunal-", "bestyrelsen"));
    EXPECT_TRUE(setter.found[0].endsWithHyphen);
    EXPECT_FALSE(setter.found[0].endsWithSpace);
    EXPECT_EQ(setter.found[0].end, 8u);
    EXPECT_EQ(setter.found[1].begin, 10u);
    EXPECT_EQ(setter.found[0].width, enough);
    // Two soft hyphens, no room for a hyphen at the second: the line goes back to the first.
    const std::int32_t tight = width("kommunalbe") + hyphen() - 1;
    EXPECT_THAT(setter.lines("kommunal\u00ADbe\u00ADstyrelse", {.measure = tight}),
                ElementsAre("kommunal-", "bestyrelse"));
}

TEST_F(LineBreakerTest, ASoftHyphenAtTheBeginningOfAWordPartsNothing) {
    const std::int32_t measure = width("hus") + space() + width("kom");
    EXPECT_THAT(setter.lines("hus \u00AD100200300", {.measure = measure}),
                ElementsAre("hus ", "100200", "300"));
}

TEST_F(LineBreakerTest, ASoftHyphenInARunOfItsOwnPartsTheWord) {
    const std::vector<TextRun> runs{{"kommunal", bold}, {"\u00AD", setter.font}, {"bestyrelse", bold}};
    const std::int32_t wide = 100'000;
    std::vector<Line> lines;
    setter.breaker.breakLines(runs, {.measure = wide}, lines);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(setter.set(runs, lines[0]), "kommunal||bestyrelse");
    lines.clear();
    setter.breaker.breakLines(runs, {.measure = setter.shaper.word(bold, "kommunalbe").width}, lines);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(setter.set(runs, lines[0]), "kommunal-");
}

TEST_F(LineBreakerTest, ASoftHyphenAloneShowsNothing) {
    EXPECT_THAT(setter.lines("før \u00AD efter", {.measure = 100'000}), ElementsAre("før  efter"));
}

TEST_F(LineBreakerTest, AWordWiderThanTheMeasureIsBrokenBetweenClusters) {
    const std::string word = "n\u0308n\u0308n\u0308n\u0308";
    const std::int32_t one = setter.shaper.word(setter.font, "n\u0308").width;
    EXPECT_THAT(setter.lines("i " + word + " og", {.measure = 2 * one + hyphen()}),
                ElementsAre("i ", "n\u0308n\u0308-", "n\u0308n\u0308 ", "og"));
    EXPECT_TRUE(setter.found[1].broken);
    EXPECT_FALSE(setter.found[1].endsWithSpace);
    EXPECT_TRUE(setter.found[1].endsWithHyphen);
    EXPECT_FALSE(setter.found[2].broken);
    EXPECT_EQ(setter.found[1].width, 2 * one + hyphen());
}

TEST_F(LineBreakerTest, AWordWiderThanTheMeasureIsHyphenatedWhereNoneIsWanted) {
    const std::int32_t measure = width("integrationsforvaltnings") + hyphen();
    EXPECT_THAT(setter.lines("integrationsforvaltningssekretariatet", {.measure = measure}),
                ElementsAre("integrationsforvaltnings-", "sekretariatet"));
    EXPECT_TRUE(setter.found[0].broken) << "a style that forbids it is told";
    EXPECT_TRUE(setter.found[0].endsWithHyphen);
    EXPECT_THAT(setter.lines("Et integrationsforvaltningssekretariatet", {.measure = measure}),
                ElementsAre("Et ", "integrationsforvaltnings-", "sekretariatet"))
        << "but no other place of a line is filled so";
    EXPECT_THAT(setter.lines("i fuglekvidder", {.measure = width("fuglekvidder")}),
                ElementsAre("i ", "fuglekvidder"));
}

TEST_F(LineBreakerTest, WhereNoPatternsHelpAHyphenStandsBetweenAnyLetters) {
    const std::int32_t measure = width("INTEGRA") + hyphen();
    EXPECT_THAT(setter.lines("INTEGRATION", {.measure = measure}), ElementsAre("INTEGRA-", "TION"));
    EXPECT_TRUE(setter.found[0].broken);
    EXPECT_EQ(setter.found[0].width, measure);
    EXPECT_THAT(setter.lines("INTEGRATION", {.measure = measure - 1}), ElementsAre("INTEGR-", "ATION"));
    test::Setter english({.family = "Carlito", .language = "en"});
    EXPECT_THAT(english.lines("administration", {.measure = width("adminis") + hyphen()}),
                ElementsAre("adminis-", "tration"));
    EXPECT_THAT(setter.lines("вагоноуважатый", {.measure = width("вагоно") + hyphen()}),
                ElementsAre("вагоно-", "уважа-", "тый"));
    const std::vector<TextRun> halfBold{{"INTE", setter.font}, {"GRATION", bold}};
    const auto lines = breakRuns(halfBold, {.measure = width("INTE") + hyphen()});
    EXPECT_EQ(setter.set(halfBold, lines[0]), "INTE-") << "where the type changes, too";
}

TEST_F(LineBreakerTest, NumbersAndAddressesAreBrokenWithoutAHyphen) {
    EXPECT_THAT(setter.lines("20211026", {.measure = width("202110")}), ElementsAre("202110", "26"));
    EXPECT_THAT(setter.lines("2021SAGSNUMMER", {.measure = width("2021SA")}),
                ElementsAre("2021SA", "GSNU", "MMER"));
    EXPECT_THAT(setter.lines("navn@omsorgen.dk", {.measure = width("navn@om")}),
                ElementsAre("navn@om", "sorgen.dk"));
    EXPECT_THAT(setter.lines("www.omsorgen.dk", {.measure = width("www.oms")}),
                ElementsAre("www.oms", "orgen.dk"));
    for (const Line& line : setter.found) {
        EXPECT_FALSE(line.endsWithHyphen);
    }
}

TEST_F(LineBreakerTest, WhereThereIsNoRoomForAHyphenThereIsNone) {
    const std::int32_t a = width("m");
    ASSERT_LT(hyphen(), a);
    EXPECT_THAT(setter.lines("mmm", {.measure = a}), ElementsAre("m", "m", "m"));
    EXPECT_FALSE(setter.found[0].endsWithHyphen);
    EXPECT_THAT(setter.lines("mmm", {.measure = a + hyphen()}), ElementsAre("m-", "m-", "m"));
}

TEST_F(LineBreakerTest, WhatFollowsABrokenWordGoesOnItsLastLine) {
    const std::int32_t a = width("a");
    ASSERT_LT(hyphen(), a);
    EXPECT_THAT(setter.lines("aaaaa a", {.measure = 4 * a + space()}), ElementsAre("aaa-", "aa a"));
}

TEST_F(LineBreakerTest, AnUnbreakableGroupOfWordsIsBrokenAtItsBlank) {
    // UAX #14 has no break before "!", even after blanks.
    const std::int32_t measure = width("byråd");
    EXPECT_THAT(setter.lines("byråd !", {.measure = measure}), ElementsAre("byråd ", "!"));
    EXPECT_TRUE(setter.found[0].broken);
    EXPECT_TRUE(setter.found[0].endsWithSpace);
    EXPECT_EQ(setter.found[1].begin, 7u);
}

TEST_F(LineBreakerTest, AGlyphWiderThanTheMeasureIsAnError) {
    try {
        (void)setter.lines("il W", {.measure = width("W") - 1});
        FAIL();
    } catch (const GlyphTooWide& error) {
        EXPECT_EQ(error.offset, 3u);
    }
}

TEST_F(LineBreakerTest, WhatCannotBePrintedIsCountedFromTheParagraphsBeginning) {
    const std::vector<TextRun> runs{{"æ b", setter.font}, {"c ", bold}, {"d漢", setter.font}};
    try {
        (void)breakRuns(runs, {.measure = 9000});
        FAIL();
    } catch (const UnprintableText& error) {
        EXPECT_EQ(error.offset, 7u);
    }
    EXPECT_THROW((void)setter.lines("a א", {.measure = 9000}), UnprintableText);
}

TEST_F(LineBreakerTest, RunsAreOneText) {
    // "half" bold words: no break where the font changes.
    const std::vector<TextRun> runs{{"et halv", setter.font}, {"fedt", bold}, {" ord", setter.font}};
    const std::int32_t measure = width("halv") + setter.shaper.word(bold, "fedt").width;
    const auto lines = breakRuns(runs, {.measure = measure});
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(setter.set(runs, lines[0]), "et ");
    EXPECT_EQ(setter.set(runs, lines[1]), "halv|fedt ");
    EXPECT_EQ(lines[1].width, measure);
    EXPECT_EQ(setter.slices[0].width, width("halv"));
    EXPECT_EQ(setter.set(runs, lines[2]), "ord");
    EXPECT_EQ(setter.slices[0].run, 2u);
}

TEST_F(LineBreakerTest, ABlankBelongsToTheRunThatItIsIn) {
    const std::vector<TextRun> runs{
        {"a ", setter.font}, {"b", bold}, {" c", setter.font}, {" ", bold}, {"d", setter.font}};
    const auto lines = breakRuns(runs, {.measure = 9000});
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(setter.set(runs, lines[0]), "a |b| c| |d");
    EXPECT_TRUE(setter.slices[0].spaceAfter);
    EXPECT_FALSE(setter.slices[1].spaceAfter);
    EXPECT_TRUE(setter.pieces[setter.slices[2].firstPiece].spaceBefore);
    std::int32_t sum = 0;
    for (const RunSlice& slice : setter.slices) {
        sum += slice.width;
    }
    EXPECT_EQ(sum, lines[0].width);
}

TEST_F(LineBreakerTest, ALineEndBetweenRunsIsForced) {
    const std::vector<TextRun> runs{{"a", setter.font}, {"\n", bold}, {"b", setter.font}};
    const auto lines = breakRuns(runs, {.measure = 9000});
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(setter.set(runs, lines[0]), "a ");
    EXPECT_EQ(setter.set(runs, lines[1]), "b");
}

TEST_F(LineBreakerTest, HyphenatesOnlyWhereNoOrdinaryBreakFitsWell) {
    const std::string text = "Den kommunalbestyrelse";
    const std::int32_t measure = width("Den") + space() + width("kommunal") + hyphen();
    EXPECT_THAT(setter.lines(text, {.measure = measure, .hyphenate = true}),
                ElementsAre("Den kommunal-", "bestyrelse"));
    EXPECT_TRUE(setter.found[0].endsWithHyphen);
    EXPECT_EQ(setter.found[0].width, measure);
    EXPECT_EQ(setter.found[0].end, setter.found[1].begin);
    // Nearly full without it: the word goes to the next line whole.
    const std::string full = "Kommunens møde forvaltningen nu";
    const std::int32_t nearly =
        width("Kommunens") + space() + width("møde") + space() + width("for") + hyphen();
    EXPECT_THAT(setter.lines(full, {.measure = nearly, .hyphenate = true}),
                ElementsAre("Kommunens møde for-", "valtningen nu"))
        << "a sixth of the line is empty";
    EXPECT_THAT(setter.lines(full, {.measure = nearly - width("for"), .hyphenate = true}),
                ElementsAre("Kommunens møde ", "forvaltningen nu"));
    EXPECT_THAT(setter.lines(full, {.measure = nearly}), ElementsAre("Kommunens møde ", "forvaltningen nu"));
}

TEST_F(LineBreakerTest, AWordWiderThanTheMeasureIsHyphenatedWhereThatIsWanted) {
    const std::int32_t measure = std::max(width("bestyrelse"), width("kommunal") + hyphen());
    EXPECT_THAT(setter.lines("kommunalbestyrelse", {.measure = measure, .hyphenate = true}),
                ElementsAre("kommunal-", "bestyrelse"));
    EXPECT_FALSE(setter.found[0].broken);
}

TEST_F(LineBreakerTest, NoHyphenStandsWithinALigature) {
    test::Setter ligatures({.family = "Carlito", .ligatures = true});
    const Word& word = ligatures.shaper.word(ligatures.font, "hatten");
    ASSERT_LT(word.glyphs.size(), 6u) << "tt is one glyph";
    const std::int32_t room = word.width - 1;
    EXPECT_THAT(setter.lines("hatten", {.measure = room, .hyphenate = true}), ElementsAre("hat-", "ten"));
    EXPECT_THAT(ligatures.lines("hatten", {.measure = room, .hyphenate = true}), ElementsAre("hatte-", "n"));
    EXPECT_TRUE(ligatures.found[0].broken) << "no pattern has a place for a hyphen";
}

TEST_F(LineBreakerTest, AVeryLongWordTakesLinearTimeAndKeepsEveryGlyph) {
    std::string word;
    for (int i = 0; i < 20'000; ++i) {
        word += "n\u0308a";
    }
    const auto lines = setter.lines(word, {.measure = 20'000});
    std::string joined;
    for (const std::string& line : lines) {
        joined += line.substr(0, line.size() - (line.ends_with('-') ? 1 : 0));
    }
    EXPECT_EQ(joined, word);
    for (std::size_t i = 0; i + 1 < setter.found.size(); ++i) {
        ASSERT_TRUE(setter.found[i].endsWithHyphen);
        ASSERT_TRUE(setter.found[i].broken);
        ASSERT_GT(setter.found[i].width, 19'000);
        ASSERT_LE(setter.found[i].width, 20'000);
    }
}

TEST_F(LineBreakerTest, AWordOfMegabytesIsBrokenLikeAnyOther) {
    const std::string word(4'000'000, 'W'); // wider than 2^31 thousandths of an em
    const TextRun run{word, setter.font};
    std::vector<Line> lines;
    setter.breaker.breakLines({&run, 1}, {.measure = 30'000}, lines);
    const auto perLine = static_cast<std::uint32_t>((30'000 - hyphen()) / width("W"));
    ASSERT_EQ(lines.size(), (word.size() + perLine - 1) / perLine);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        ASSERT_EQ(lines[i].begin, i * perLine);
        ASSERT_LE(lines[i].width, 30'000);
    }
}

TEST_F(LineBreakerTest, AParagraphOfAMillionWordsForgetsThemOnItsWay) {
    if (!test::kMemoryIsOurs) {
        GTEST_SKIP() << "the sanitizers keep what is freed";
    }
    std::string narrow; // words that fit, and one paragraph more of words that are broken each
    std::string wide;
    for (int i = 0; i < 1'000'000; ++i) {
        (i % 8 == 0 ? wide : narrow) += std::to_string(i) + "abcdefgh ";
    }
    for (const auto& [text, measure] : {std::pair(narrow, 60'000), std::pair(wide, 3'000)}) {
        (void)setter.lines("", {.measure = measure});
        const long before = test::memoryKilobytes("VmRSS");
        const TextRun run{text, setter.font};
        std::vector<Line> lines;
        const double peak = test::peakMegabytes([&] {
            setter.breaker.breakLines({&run, 1}, {.measure = measure}, lines);
        });
        EXPECT_LT(peak - static_cast<double>(before) / 1024, 120);
        EXPECT_GT(lines.size(), 80'000u);
    }
}

TEST_F(LineBreakerTest, WhatIsForgottenOnTheWayChangesNoLine) {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += std::to_string(i * 7919) + (i % 5 == 0 ? "kommunalbestyrelsesmedlemmerne " : " ord, ");
    }
    const BreakOptions options{.measure = 6000, .hyphenate = true};
    const auto expected = setter.lines(text, options);
    setter.shaper.setWordLimit(3);
    EXPECT_EQ(setter.lines(text, options), expected);
    EXPECT_GT(setter.shaper.generation(), 100u);
}

/// A paragraph of one to four runs with whatever breaks lines.
std::vector<std::string> randomRuns(std::mt19937& random) {
    constexpr std::string_view kParts[] = {"og",
                                           "kommunal\u00ADbestyrelse",
                                           "en",
                                           "20\u00A0%",
                                           "a/b",
                                           "uddannelses-",
                                           " ",
                                           " ",
                                           " ",
                                           " ",
                                           "\n",
                                           "n\u0308",
                                           "(",
                                           ") ",
                                           "«",
                                           "»",
                                           ".5",
                                           "SOSU",
                                           "forvaltningen",
                                           "★",
                                           "\u200B",
                                           "ffi",
                                           " !",
                                           "“x” ",
                                           "fi\u00ADfi"};
    std::vector<std::string> runs(1 + random() % 4);
    for (std::string& run : runs) {
        for (std::size_t parts = random() % 12; parts > 0; --parts) {
            run += kParts[random() % std::size(kParts)];
        }
    }
    return runs;
}

/// Invariants of random paragraphs: what setLine() sets is what was measured, every visible character stands
/// on one line, in order, and no line is over the measure.
TEST_F(LineBreakerTest, LinesSetAgainAreWhatWasMeasured) {
    std::mt19937 random(42); // NOLINT: the same paragraphs in every run
    const FontId ligated = setter.shaper.font({.family = "Carlito", .kerning = true, .ligatures = true});
    const FontId fontOf[] = {setter.font, bold, ligated};
    const std::int32_t blank = std::max(space(), setter.shaper.space(bold).width);
    for (std::uint64_t round = 0; round < 8000 * test::randomTimes(); ++round) {
        const auto texts = randomRuns(random);
        std::vector<TextRun> runs;
        std::string expected;
        for (const std::string& text : texts) {
            runs.push_back({text, fontOf[random() % 3]});
            expected += text;
        }
        BreakOptions options{static_cast<std::int32_t>(1500 + random() % 12000),
                             static_cast<std::int32_t>(random() % 400), random() % 2 == 0};
        if (round % 2 != 0) {
            options.bonds = random() % 2 == 0;
            options.optimum = random() % 3 != 0;
            options.fullLastLine = random() % 2 == 0;
            options.justify = random() % 2 == 0;
        }
        std::string found;
        for (const Line& line : breakRuns(runs, options)) {
            const std::int32_t measure = options.measure - (line.begin == 0 ? options.firstIndent : 0);
            ASSERT_LE(line.width, measure) << expected;
            std::string set = setter.set(runs, line);
            std::int32_t sum = 0;
            for (const RunSlice& slice : setter.slices) {
                sum += slice.width;
            }
            if (line.endsWithSpace && !setter.slices.empty()) {
                sum -= setter.shaper.space(runs[setter.slices.back().run].font).width;
            }
            if (options.optimum && options.justify) { // blanks may shrink to four fifths
                const auto blanks = static_cast<std::int32_t>(std::ranges::count(set, ' '));
                ASSERT_GE(sum, line.width) << expected;
                ASSERT_LE(sum - blanks * blank / 5, measure) << expected;
            } else {
                ASSERT_EQ(sum, line.width) << expected;
            }
            if (line.endsWithHyphen) {
                ASSERT_TRUE(set.ends_with('-')) << expected;
                set.pop_back();
            }
            found += set;
        }
        const auto bare = [](std::string text) {
            for (const std::string_view gone : {"\u00AD", "\u200B", " ", "\n", "|"}) {
                for (auto at = text.find(gone); at != std::string::npos; at = text.find(gone, at)) {
                    text.erase(at, gone.size());
                }
            }
            return text;
        };
        ASSERT_EQ(bare(found), bare(expected));
    }
}

} // namespace
} // namespace sidetal
