#include "sidetal/Jobs/FileName.h"

#include <gmock/gmock.h>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(FileName, HasTheValuesOfItsPlaceholders) {
    const NameValues values = {{"stem", "møde 7"}, {"edition", "public"}};
    EXPECT_EQ(fillName("{stem}-{edition}.pdf", values), "møde 7-public.pdf");
    EXPECT_EQ(fillName("{date}x.pdf", values), "x.pdf");
    EXPECT_THAT(placeholdersOf("{stem}-{edition}-{stem}.pdf"), ElementsAre("stem", "edition"));
}

TEST(FileName, IsSafeOnEveryFileSystem) {
    const auto filled = [](const std::string& value) { return fillName("{stem}.pdf", {{"stem", value}}); };
    EXPECT_EQ(filled("Kultur/Fritid: \"A\\B\" <1>|*?"), "Kultur-Fritid- -A-B- -1----.pdf");
    EXPECT_EQ(filled("a\n\tb\xC2\xA0 c "), "a b c.pdf");
    EXPECT_EQ(filled("a\x01"
                     "b\xE2\x80\xAE"
                     "c\xE2\x80\x8B\xFF"),
              "a-b-c--.pdf");
    EXPECT_EQ(filled("NUL"), "_NUL.pdf");
    EXPECT_EQ(filled("com7.x"), "_com7.x.pdf");
    EXPECT_EQ(filled("com"), "com.pdf");
    EXPECT_EQ(filled("../../etc"), "_..-..-etc.pdf");
    EXPECT_EQ(filled(""), "_.pdf");
}

TEST(FileName, IsCutBetweenCharactersAndStaysItsOwn) {
    std::string longOne;
    for (int i = 0; i < 150; ++i) {
        longOne += "æ";
    }
    const std::string first = fillName("{stem}.pdf", {{"stem", longOne + "1"}});
    const std::string second = fillName("{stem}.pdf", {{"stem", longOne + "2"}});
    EXPECT_LE(first.size(), kMostNameBytes);
    EXPECT_GE(first.size(), kMostNameBytes - 1);
    EXPECT_NE(first, second);
    EXPECT_TRUE(first.ends_with(".pdf"));
    EXPECT_THAT(first, HasSubstr("ææ~"));
    EXPECT_EQ(fillName("{stem}.pdf", {{"stem", std::string(196, 'a')}}).size(), 200u);
    EXPECT_EQ(fillName("{stem}.pdf", {{"stem", std::string(197, 'a')}}).size(), 200u);
}

TEST(FileName, IsTheSameForFileSystemsThatKnowNoCapitals) {
    EXPECT_EQ(foldedFileName("ØKONOMI-Ž-Ÿ-Ω-Я.PDF"), foldedFileName("økonomi-ž-ÿ-ω-я.pdf"));
    EXPECT_EQ(foldedFileName("a×\xFF"), "a×\xFF");
    EXPECT_NE(foldedFileName("ı.pdf"), foldedFileName("i.pdf"));
}

TEST(FileName, PatternsThatCannotBeAreTold) {
    EXPECT_EQ(faultOfNamePattern("{stem}-{period} (a).pdf"), "");
    EXPECT_THAT(faultOfNamePattern("{stme}.pdf"), HasSubstr("has {stme} in it, expected one of 'stem', "));
    EXPECT_THAT(faultOfNamePattern("{stme}.pdf"), HasSubstr("nearest: 'stem'"));
    EXPECT_THAT(faultOfNamePattern("{stem.pdf"), HasSubstr("has a '{' without the other"));
    EXPECT_THAT(faultOfNamePattern("stem}.pdf"), HasSubstr("has a '}' without the other"));
    EXPECT_THAT(faultOfNamePattern("a/{stem}.pdf"), HasSubstr("has '/' in it"));
    EXPECT_THAT(faultOfNamePattern("{stem}"), HasSubstr("does not end in '.pdf'"));
}

} // namespace
} // namespace sidetal
