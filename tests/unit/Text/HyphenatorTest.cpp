#include "Text/Hyphenator.h"

#include "unit/Text/TestFonts.h"

#include <gtest/gtest.h>

#include <fstream>

namespace sidetal {
namespace {

class HyphenatorTest : public testing::Test {
  protected:
    Hyphenator hyphenator{*test::fonts()};

    std::string hyphenated(std::string_view word, std::string_view language = "da") {
        std::string result(word);
        std::size_t added = 0;
        for (const HyphenPoint& point : hyphenator.points(language, word)) {
            if (point.kind != HyphenKind::NewJoint) {
                result.insert(result.begin() + static_cast<std::ptrdiff_t>(point.at + added++), '-');
            }
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

/// The list's words, by whether their joints, all of them and no other place, are known.
TEST_F(HyphenatorTest, MostCompoundsArePartedAtTheirJointsFirst) {
    std::ifstream in(SIDETAL_SOURCE_DIR "/tests/unit/Text/compounds.txt");
    std::size_t words = 0;
    std::size_t right = 0;
    std::string wrong;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) {
            continue;
        }
        std::string word = line;
        std::erase(word, '|');
        std::string found = word;
        std::size_t added = 0;
        for (const HyphenPoint& point : hyphenator.points("da", word)) {
            if (point.kind == HyphenKind::Joint || point.kind == HyphenKind::NewJoint) {
                found.insert(found.begin() + static_cast<std::ptrdiff_t>(point.at + added++), '|');
            }
        }
        ++words;
        right += found == line ? 1 : 0;
        wrong += found == line ? "" : line + " is " + found + ", of " + hyphenated(word) + "\n";
    }
    EXPECT_EQ(words, 200u);
    EXPECT_GE(right, 195u) << wrong;
}

TEST_F(HyphenatorTest, OrdinaryWordsHaveNoJoints) {
    for (const char* word :
         {"forretningen",  "området",     "bestyrelsen", "medarbejdere", "udgiften",   "afdelingen",
          "beslutningen",  "kommunens",   "planeten",    "naturligvis",  "socialisme", "kulturel",
          "erindringer",   "vedtagelsen", "forholdsvis", "budgettet",    "ordføreren", "offentlighed",
          "samarbejde",    "borgernes",   "skolernes",   "indstiller",   "udvalgets",  "planlægning",
          "undersøgelser", "økonomisk",   "personalets", "medlemmerne",  "tilsynet",   "ledelsen",
          "myndigheden"}) {
        for (const HyphenPoint& point : hyphenator.points("da", word)) {
            EXPECT_EQ(point.kind, HyphenKind::Plain) << word;
        }
    }
}

TEST_F(HyphenatorTest, WhatThePatternsHaveBesideAJointIsDoubtful) {
    const auto points = hyphenator.points("da", "budgetramme");
    ASSERT_EQ(points.size(), 3u);
    EXPECT_EQ(points[0].kind, HyphenKind::Plain);
    EXPECT_EQ(points[1].kind, HyphenKind::Doubtful) << "bud-ge-tramme";
    EXPECT_EQ(points[2].kind, HyphenKind::NewJoint);
    EXPECT_EQ(points[2].at, 6u);
}

TEST_F(HyphenatorTest, AtLeastThreeLettersStandOnEitherSide) {
    for (const char* word : {"aften", "uge", "økonomi", "idé", "områder", "af", ""}) {
        for (const HyphenPoint& point : hyphenator.points("da", word)) {
            EXPECT_GE(point.at, 3u) << word;
            EXPECT_GE(std::string_view(word).size() - point.at, 3u) << word;
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
