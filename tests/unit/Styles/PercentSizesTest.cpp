#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "StyleTesting.h"

namespace sidetal::input {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TextStyle titleOf(std::string_view text, const StyleLoader& load = {}) {
    return std::get<AgendaStyle>(sheetOf(text, load).look)[AgendaRole::Title].text;
}

TEST(PercentSizes, AreOfTheSheetsFont) {
    const TextStyle title =
        titleOf(R"({"base": "agenda", "title": {"text": {"size": "133 %", "lineHeight": "150%"}}})");
    EXPECT_EQ(title.size, Length::milli(11'970)); // 9 pt
    EXPECT_EQ(title.lineHeight, Length::points(18));
}

TEST(PercentSizes, StayRelativeWhereADerivedSheetHasAnotherFont) {
    const StyleFiles files{{"by.json", R"({"base": "agenda", "font": {"size": "11 pt", "lineHeight": "14 pt"},
                        "title": {"text": {"size": "248 %", "lineHeight": "248 %"}}})"}};
    EXPECT_EQ(titleOf(R"({"base": "by.json"})", loaderOf(files)).size, Length::milli(27'280));
    const TextStyle larger = titleOf(R"({"base": "by.json", "font": {"size": "12 pt"}})", loaderOf(files));
    EXPECT_EQ(larger.size, Length::milli(29'760));
    EXPECT_EQ(larger.lineHeight, Length::milli(34'720));
    const std::string own =
        R"({"base": "by.json", "font": {"size": "12 pt"}, "title": {"text": {"size": "20 pt"}}})";
    EXPECT_EQ(titleOf(own, loaderOf(files)).size, Length::points(20)) << "a length replaces a percentage";
}

TEST(PercentSizes, OfTheFontAreOfTheBasesFont) {
    const auto load =
        loaderOf({{"by.json", R"({"base": "agenda", "font": {"size": "120 %", "lineHeight": "200 %"}})"}});
    const StyleSheet sheet = sheetOf(R"({"base": "by.json", "font": {"size": "150 %"}})", load);
    EXPECT_EQ(sheet.font.size, Length::milli(16'200)); // 9 pt, 10.8 pt
    EXPECT_EQ(sheet.font.lineHeight, Length::points(24));
    EXPECT_EQ(std::get<AgendaStyle>(sheet.look)[AgendaRole::Body].text.size, Length::milli(16'200));
}

TEST(PercentSizes, AreRoundedToThousandthsHalvesUp) {
    const auto sizeOf = [](const std::string& font, const std::string& percent) {
        return titleOf(R"({"base": "agenda", "font": {"size": ")" + font +
                       R"("}, "title": {"text": {"size": ")" + percent + R"(", "lineHeight": "40 pt"}}})")
            .size.milli();
    };
    EXPECT_EQ(sizeOf("9.001 pt", "150 %"), 13'502);     // 13,501.5
    EXPECT_EQ(sizeOf("9.003 pt", "133.333 %"), 12'004); // 12,003.97
    EXPECT_EQ(sizeOf("9.001 pt", "105 %"), 9'451);      // 9,451.05
    EXPECT_EQ(sizeOf("10 pt", "87.5%"), 8'750);
}

TEST(PercentSizes, AreJudgedByWhatComesOfThem) {
    EXPECT_THAT(
        messagesOf(
            R"({"base": "agenda", "title": {"text": {"size": "9.9 %"}}, "item": {"text": {"size": "1000.001 %"}}})",
            {}),
        ElementsAre("min.json:1:47: error: title.text.size: '9.9 %' is out of range, expected '10 %' to "
                    "'1000 %' [SID-S024]",
                    HasSubstr("item.text.size: '1000.001 %' is out of range")));
    EXPECT_THAT(
        messagesOf(R"({"base": "agenda", "font": {"size": "50 pt", "lineHeight": "60 pt"},
                               "title": {"text": {"size": "900 %", "lineHeight": "x %"}}})",
                   {}),
        ElementsAre(
            HasSubstr(
                "title.text.size: '900 %' of '50 pt' is '450 pt', expected '1 pt' to '400 pt' [SID-S024]"),
            HasSubstr("title.text.lineHeight: 'x %' is no percentage, expected a number of at most five "
                      "digits before and three after the point, such as '133 %' [SID-S024]")));
    EXPECT_THAT(
        messagesOf(R"({"base": "agenda", "font": {"size": "10 %"}})", {}),
        ElementsAre(HasSubstr("font.size: '10 %' of '9 pt' is '0.9 pt', expected '1 pt' to '400 pt'")));
    // What a later sheet replaces is not asked for.
    const auto load = loaderOf(
        {{"by.json", R"({"base": "agenda", "title": {"text": {"size": "900 %", "lineHeight": "400 pt"}}})"}});
    EXPECT_THAT(messagesOf(R"({"base": "by.json", "font": {"size": "50 pt", "lineHeight": "60 pt"},
                               "title": {"text": {"size": "60 pt"}}, "pageNumber": {"text": {"size": "9 pt"}}})",
                           load),
                IsEmpty());
}

TEST(PercentSizes, AreOfSizesAlone) {
    EXPECT_THAT(
        messagesOf(R"({"base": "agenda", "page": {"marginTop": "20 %"}, "item": {"spaceBefore": "50%"}})",
                   {}),
        ElementsAre(
            "min.json:1:42: error: page.marginTop: '20 %' is a percentage, which only size and lineHeight "
            "of a text style may be, expected a length such as '9 pt' [SID-S020]",
            HasSubstr("item.spaceBefore: '50%' is a percentage")));
}

TEST(PercentSizes, MustLeaveLinesAsHighAsTheirType) {
    EXPECT_THAT(
        messagesOf("{\"base\": \"by.json\",\n \"font\": {\"size\": \"120 %\"}}",
                   loaderOf({{"by.json", R"({"base": "agenda", "title": {"text": {"size": "190 %"}}})"}})),
        ElementsAre(
            HasSubstr("min.json:2:10: error: title.text.lineHeight: '18 pt' is less than the type's size, "
                      "expected at least '20.52 pt' [SID-S010]")));
}

} // namespace
} // namespace sidetal::input
