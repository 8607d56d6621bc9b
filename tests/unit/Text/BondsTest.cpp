#include "Text/Bonds.h"

#include "unit/Text/TestFonts.h"

#include <gmock/gmock.h>

#include <random>

namespace sidetal {
namespace {

using testing::ElementsAre;

/// Whether a line may not end at the "|" of a text.
bool binds(std::string_view marked, BondLanguage language = BondLanguage::Danish) {
    std::string text(marked);
    const std::size_t end = text.find('|');
    const bool blank = end + 1 < text.size() && text[end + 1] == '_';
    text.erase(end, blank ? 2 : 1);
    if (blank) {
        text.insert(end, " ");
    }
    return isBond(text, end, end + (blank ? 1 : 0), language);
}

TEST(Bonds, HoldAbbreviationsToTheirFiguresAndNames) {
    for (const std::string_view text :
         {"kl.|_15.00", "den (kl.|_15)", "Kl.|_15", "nr.|_4", "§|_5", "§§|_5-7", "stk.|_2,", "ca.|_200",
          "pkt.|_12.1", "pkt.|_A", "pr.|_1. januar", "jf.|_Folketingets", "(jf.|_§", "s.|_7",
          "d.|_26. oktober", "Gl.|_Kongevej", "Sct.|_Knuds Gade", "St.|_Heddinge", "pr.|_Ålborg"}) {
        EXPECT_TRUE(binds(text)) << text;
    }
    for (const std::string_view text : {"pr.|_indbygger", "jf.|_lovens", "st.|_Heddinge", "mødet.|_Kl.",
                                        "nr|_4", "punkt|_4", "osv.|_5", "§|_ved"}) {
        EXPECT_FALSE(binds(text)) << text;
    }
}

TEST(Bonds, HoldNumbersToTheirUnits) {
    for (const std::string_view text :
         {"85|_%", "1,5|_‰", "1.234,50|_kr.", "(20|_mio. kr.", "3|_mia.", "5|_m,", "5|_m²)", "7|_m³",
          "50|_km/t", "4|_kg", "9|_t.", "-3|_°C", "2|_pct.,", "10-12|_km", "2½|_m"}) {
        EXPECT_TRUE(binds(text)) << text;
    }
    for (const std::string_view text : {"200|_indbyggere", "5|_m.fl.", "5|_t-shirts", "2021|_kommer", "5.|_m",
                                        "flere|_m", "200|_medlemmer", "3|_år", "mio.|_kr."}) {
        EXPECT_FALSE(binds(text)) << text;
    }
}

TEST(Bonds, HoldDatesReadingsAndNumbersOfCasesAndPhones) {
    for (const std::string_view text :
         {"26.|_oktober 2021", "1.|_Maj", "1.-3.|_okt.", "2.|_behandling", "2.|_behandlingen,",
          "02-|A00-3-26", "00.22.02-|A00-3-26", "A4-|ark", "3-|årig", "17.00–|20.00", "74|_34 35 36",
          "74 34|_35 36.", "74 34 35|_36", "tlf. 7434|_3536", "Telefon: 7434|_3536", "tlf.|_74 34 35 36",
          "+45|_74 34 35 36", "+45 7434|_3536", "(74|_34 35 36)"}) {
        EXPECT_TRUE(binds(text)) << text;
    }
    for (const std::string_view text :
         {"45.|_oktober", "26.|_møde", "2021|_2022", "12|_34", "12 34|_56", "12 34|_56 78 90",
          "uddannelses-|og", "Vest–|Øst", "26|_oktober", "2.|_sal"}) {
        EXPECT_FALSE(binds(text)) << text;
    }
}

TEST(Bonds, AreThoseOfTheLanguage) {
    for (const std::string_view text : {"No.|_5", "pp.|_3-4", "12|_November 2026", "5|_km", "§|_5"}) {
        EXPECT_TRUE(binds(text, BondLanguage::English)) << text;
        EXPECT_FALSE(binds(text, BondLanguage::None)) << text;
    }
    for (const std::string_view text : {"kl.|_15", "26.|_oktober", "40|_November", "No.|_one", "pages|_3"}) {
        EXPECT_FALSE(binds(text, BondLanguage::English)) << text;
    }
    EXPECT_EQ(bondLanguage("da-DK"), BondLanguage::Danish);
    EXPECT_EQ(bondLanguage("en"), BondLanguage::English);
    EXPECT_EQ(bondLanguage("de"), BondLanguage::None);
}

TEST(Bonds, MoveLineEndsAndNoWords) {
    test::Setter setter({.family = "Carlito"});
    const std::int32_t room = setter.shaper.word(setter.font, "Mødet").width +
                              2 * setter.shaper.space(setter.font).width +
                              setter.shaper.word(setter.font, "kl.15,00").width;
    EXPECT_THAT(setter.lines("Mødet kl. 15.00", {.measure = room - 1000}),
                ElementsAre("Mødet kl. ", "15.00"));
    EXPECT_THAT(setter.lines("Mødet kl. 15.00", {.measure = room - 1000, .bonds = true}),
                ElementsAre("Mødet ", "kl. 15.00"));
    EXPECT_THAT(setter.lines("Mødet kl. \n15.00", {.measure = room, .bonds = true}),
                ElementsAre("Mødet kl. ", "15.00"))
        << "a forced break is no opportunity";
}

TEST(Bonds, ReachOverTheBordersOfRuns) {
    test::Setter setter({.family = "Carlito"});
    const FontId bold = setter.shaper.font({.family = "Carlito", .bold = true});
    const std::vector<TextRun> runs{{"Beløbet er 20", bold}, {" ", setter.font}, {"mio. kr.", setter.font}};
    std::vector<Line> lines;
    const std::int32_t measure = setter.shaper.word(bold, "Beløbet_er_20").width + 500;
    setter.breaker.breakLines(runs, {.measure = measure, .bonds = true}, lines);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(setter.set(runs, lines[0]), "Beløbet er ");
    EXPECT_EQ(setter.set(runs, lines[1]), "20| |mio. kr.");
}

TEST(Bonds, GiveWayWhereTheyAreWiderThanTheLine) {
    test::Setter setter({.family = "Carlito"});
    const std::int32_t measure = setter.shaper.word(setter.font, "september").width;
    EXPECT_THAT(setter.lines("26. september", {.measure = measure, .bonds = true}),
                ElementsAre("26. ", "september"));
    EXPECT_FALSE(setter.found[0].broken || setter.found[1].broken);
}

TEST(Bonds, LookAtLongWordsNoLongerThanNeeded) {
    EXPECT_FALSE(isBond(std::string(5000, '1') + " %", 5000, 5001, BondLanguage::Danish));
    EXPECT_FALSE(isBond("5 " + std::string(5000, '%'), 1, 2, BondLanguage::Danish));
}

} // namespace
} // namespace sidetal
