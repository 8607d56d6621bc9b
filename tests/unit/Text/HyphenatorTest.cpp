#include "Text/Hyphenator.h"

#include "unit/Text/TestFonts.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

class HyphenatorTest : public testing::Test {
  protected:
    Hyphenator hyphenator{*test::fonts()};

    std::string hyphenated(std::string_view word, std::string_view language = "da") {
        std::string result(word);
        std::size_t added = 0;
        for (const std::uint16_t point : hyphenator.points(language, word)) {
            result.insert(result.begin() + static_cast<std::ptrdiff_t>(point + added++), '-');
        }
        return result;
    }
};

TEST_F(HyphenatorTest, WordsThatThePatternsBreakWrongly) {
    for (const std::string_view right :
         {"for-svars-ud-gif-ter", "bolig-ejere", "løn-til-skud", "løn-til-skuds-ord-ning", "drifts-til-skud",
          "stats-til-skud", "hus-ejere", "grund-ejer-for-e-ning", "hunde-ejere", "min-dre-ud-gif-ter",
          "bud-get-op-følg-ning", "kom-mu-nal-di-rek-tør", "lokal-plan-om-råde", "soci-al-om-rå-det",
          "natur-om-rå-der", "erhvervs-udvik-ling", "ryge-stop-ind-sats", "skov-rejsning",
          "gen-op-træ-ning"}) {
        std::string word(right);
        std::erase(word, '-');
        EXPECT_EQ(hyphenated(word), right);
    }
}

TEST_F(HyphenatorTest, OrdinaryWordsFollowThePatterns) {
    EXPECT_EQ(hyphenated("kommunalbestyrelsen"), "kom-mu-nal-be-sty-rel-sen");
    EXPECT_EQ(hyphenated("forvaltningen"), "for-valt-nin-gen");
    EXPECT_EQ(hyphenated("byplanlægning"), "byplan-læg-ning");
    EXPECT_EQ(hyphenated("Sammenhængsmodellen,"), "Sam-men-hængs-mo-del-len,");
}

TEST_F(HyphenatorTest, AtLeastThreeLettersStandOnEitherSide) {
    for (const char* word : {"aften", "uge", "økonomi", "idé", "områder", "af", ""}) {
        for (const std::uint16_t point : hyphenator.points("da", word)) {
            EXPECT_GE(point, 3u) << word;
            EXPECT_GE(std::string_view(word).size() - point, 3u) << word;
        }
    }
    EXPECT_EQ(hyphenated("bilag"), "bilag");
}

TEST_F(HyphenatorTest, NeverWordsWithDigitsOrInCapitals) {
    EXPECT_EQ(hyphenated("forvaltningen2021"), "forvaltningen2021");
    EXPECT_EQ(hyphenated("FORVALTNINGEN"), "FORVALTNINGEN");
    EXPECT_EQ(hyphenated("SOSU-forvaltningen"), "SOSU-for-valt-nin-gen");
}

TEST_F(HyphenatorTest, NeverMoreThanAThousandLetters) {
    std::string word;
    while (word.size() < 1000) {
        word += "kommunalbe";
    }
    EXPECT_GT(hyphenator.points("da", word).size(), 100u);
    EXPECT_EQ(hyphenated(word + "r"), word + "r");
    EXPECT_EQ(hyphenated("forvaltningen/" + word + "r"), "for-valt-nin-gen/" + word + "r");
}

TEST_F(HyphenatorTest, NeverAddresses) {
    for (const std::string_view address :
         {"https://www.kommunaldagsordenspublicering.dk", "www.omsorgsforvaltningen.dk",
          "omsorgsforvaltningen.dk,", "navn@omsorgsforvaltningen", "omsorgs_forvaltningen",
          "http://localhost/kommunalbestyrelsen"}) {
        EXPECT_EQ(hyphenated(address), address);
    }
    EXPECT_EQ(hyphenated("forvaltningen."), "for-valt-nin-gen.");
    EXPECT_EQ(hyphenated("forvaltningen/udvalget"), "for-valt-nin-gen/udval-get");
}

TEST_F(HyphenatorTest, OtherLanguagesAndScriptsAreLeftAlone) {
    EXPECT_EQ(hyphenated("administration", "en"), "administration");
    EXPECT_EQ(hyphenated("forvaltningen", "da-DK"), "for-valt-nin-gen");
    EXPECT_EQ(hyphenated("администрация"), "администрация");
}

} // namespace
} // namespace sidetal
