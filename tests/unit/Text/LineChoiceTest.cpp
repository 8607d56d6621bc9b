// How lines are chosen where a style asks for more than that each is full.

#include "Text/LineBreaker.h"

#include "unit/Text/TestFonts.h"

#include <gmock/gmock.h>

namespace sidetal {
namespace {

using testing::ElementsAre;

class LineChoiceTest : public testing::Test {
  protected:
    test::Setter setter{{.family = "Carlito"}};

    std::int32_t width(std::string_view word) { return setter.shaper.word(setter.font, word).width; }
    std::int32_t hyphen() { return setter.shaper.hyphen(setter.font).width; }
    std::int32_t space() { return setter.shaper.space(setter.font).width; }
};

/// The lines' ends as offsets.
std::vector<std::uint32_t> endsOf(const std::vector<Line>& lines) {
    std::vector<std::uint32_t> ends;
    for (const Line& line : lines) {
        ends.push_back(line.end);
    }
    return ends;
}

TEST_F(LineChoiceTest, TheLastWordIsNotHyphenated) {
    const std::string text = "Kommunens møde forvaltningen";
    const std::int32_t measure =
        width("Kommunens") + space() + width("møde") + space() + width("for") + hyphen();
    EXPECT_THAT(setter.lines(text, {.measure = measure, .hyphenate = true}),
                ElementsAre("Kommunens møde ", "forvaltningen"));
    EXPECT_THAT(setter.lines(text + " \n ny", {.measure = measure, .hyphenate = true}),
                ElementsAre("Kommunens møde for-", "valtningen ", "ny"));
}

TEST_F(LineChoiceTest, CompoundsArePartedAtTheirJointsFirst) {
    const std::string text = "Kommunens nye og meget dygtige byrådssekretær kom";
    const std::int32_t measure = width("Kommunensnyeogmegetdygtigebyrådssekre") + 5 * space() + hyphen();
    EXPECT_THAT(setter.lines(text, {.measure = measure, .hyphenate = true}),
                ElementsAre("Kommunens nye og meget dygtige byråds-", "sekretær kom"));
    // Where that would leave too much of the line empty, between syllables.
    const std::string narrow = "Den byrådssekretær kom";
    EXPECT_THAT(setter.lines(narrow, {.measure = width("Den") + space() + width("byrådssekre") + hyphen(),
                                      .hyphenate = true}),
                ElementsAre("Den byrådssekre-", "tær kom"));
}

TEST_F(LineChoiceTest, TheOptimumEvensLinesAndKeepsTheWords) {
    const std::string text =
        "Byrådet skal på baggrund af den samlede rapport om velfærdsteknologi tage stilling til, om der "
        "skal afsættes midler til en fortsættelse af projektet i de kommende år.";
    for (const std::int32_t measure : {9000, 12'000, 15'000, 20'000}) {
        const auto unevenness = [&](bool optimum) {
            std::string words;
            for (const std::string& line : setter.lines(text, {.measure = measure, .optimum = optimum})) {
                words += line;
            }
            EXPECT_EQ(words, text);
            std::int64_t sum = 0;
            for (std::size_t i = 0; i + 1 < setter.found.size(); ++i) {
                const std::int64_t empty = measure - setter.found[i].width;
                EXPECT_GE(empty, 0);
                sum += empty * empty;
            }
            EXPECT_TRUE(setter.found.back().closed);
            EXPECT_FALSE(setter.found.front().closed);
            return sum;
        };
        EXPECT_LE(unevenness(true), unevenness(false)) << measure;
    }
}

TEST_F(LineChoiceTest, TheOptimumIsSilentWhereThereIsNothingToChoose) {
    for (const std::string_view text :
         {"", " ", "møde", "a\nb \n\nc", "a\n", "Kommunens møde", "møde\u00ADsal"}) {
        const std::string all(text);
        const auto greedy = setter.lines(all, {.measure = 9000});
        const auto ends = endsOf(setter.found);
        EXPECT_EQ(setter.lines(all, {.measure = 9000, .optimum = true}), greedy) << all;
        EXPECT_EQ(endsOf(setter.found), ends);
    }
}

TEST_F(LineChoiceTest, TheOptimumBreaksWordsThatAreTooWideAsTheyEverWere) {
    for (const std::string_view text :
         {"Den kommunalbestyrelse", "se wwwwwwwwwwwwwwwwwwww der", "wwwwwwwwwwwwwwww",
          "Den kommunalbestyrelse\nder www.wwwwwwwwwwwwwwwwwwwwww.dk"}) {
        const std::int32_t measure = width("bestyrelse") + 200;
        const auto greedy = setter.lines(text, {.measure = measure});
        EXPECT_EQ(setter.lines(text, {.measure = measure, .optimum = true}), greedy);
        EXPECT_TRUE(std::ranges::any_of(setter.found, &Line::broken));
    }
    // Where words may be hyphenated these are as others are.
    EXPECT_THAT(setter.lines("Den kommunalbestyrelse",
                             {.measure = width("bestyrelse") + 200, .hyphenate = true, .optimum = true}),
                ElementsAre("Den kom-", "munalbe-", "styrelse"));
    EXPECT_FALSE(std::ranges::any_of(setter.found, &Line::broken));
    EXPECT_THROW(setter.lines("møde i W", {.measure = 500, .optimum = true}), GlyphTooWide);
}

TEST_F(LineChoiceTest, TheOptimumHyphenatesNoMoreThanItHasTo) {
    const std::string text = "Den nye kommunalbestyrelse holder møde om forvaltningen i dag";
    for (std::int32_t measure = 9000; measure < 16'000; measure += 500) {
        const auto hyphens = [&](bool optimum) {
            (void)setter.lines(text, {.measure = measure, .hyphenate = true, .optimum = optimum});
            return std::ranges::count_if(setter.found, &Line::endsWithHyphen);
        };
        EXPECT_LE(hyphens(true), 2) << measure;
        (void)hyphens(false);
    }
}

TEST_F(LineChoiceTest, AShortLastWordGetsCompanyWhereTheLineBeforeHasRoom) {
    const std::string text = "Byrådet drøfter sagen om den nye skole i en by";
    const std::int32_t measure =
        setter.shaper.word(setter.font, "Byrådetdrøftersagenomdennyeskoleien").width + 8 * space();
    EXPECT_THAT(setter.lines(text, {.measure = measure}),
                ElementsAre("Byrådet drøfter sagen om den nye skole i en ", "by"));
    EXPECT_THAT(setter.lines(text, {.measure = measure, .fullLastLine = true}),
                ElementsAre("Byrådet drøfter sagen om den nye skole i ", "en by"));
    EXPECT_THAT(setter.lines(text, {.measure = measure, .optimum = true, .fullLastLine = true}),
                ElementsAre("Byrådet drøfter sagen om den nye skole i ", "en by"));
    EXPECT_EQ(setter.found[0].width, measure - space() - width("en"));
    // A long word before it leaves too little behind; a forced break is where it was asked for.
    const std::string longer = "Der er kommunalbestyrelsesmøde nu";
    const std::int32_t wide = width("Der") + width("er") + width("kommunalbestyrelsesmøde") + 2 * space();
    for (const std::string& same : {longer, std::string("Der er kommunalbestyrelsesmøde\nnu")}) {
        EXPECT_THAT(setter.lines(same, {.measure = wide, .fullLastLine = true}),
                    ElementsAre("Der er kommunalbestyrelsesmøde ", "nu"));
    }
}

} // namespace
} // namespace sidetal
