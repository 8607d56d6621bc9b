#include "Labels/Labels.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(Labels, AreFoundByPrimarySubtag) {
    ASSERT_NE(Labels::find("da-DK"), nullptr);
    EXPECT_EQ((*Labels::find("da-DK"))[Label::Agenda], "Dagsorden");
    ASSERT_NE(Labels::find("en"), nullptr);
    EXPECT_EQ((*Labels::find("en"))[Label::Agenda], "Agenda");
    EXPECT_EQ(Labels::find("dan"), nullptr);
    EXPECT_EQ(Labels::find(""), nullptr);
}

TEST(Labels, HoldPlacesForPageNumbersInEveryLanguage) {
    for (const char* language : {"da", "en"}) {
        const std::string_view pattern = (*Labels::find(language))[Label::PageOfPages];
        EXPECT_NE(pattern.find("{page}"), std::string_view::npos) << language;
        EXPECT_NE(pattern.find("{pages}"), std::string_view::npos) << language;
    }
}

TEST(Labels, WriteDatesInTheirLanguage) {
    const Labels& danish = Labels::danish();
    const Labels& english = *Labels::find("en");
    EXPECT_EQ(danish.longDate({2021, 10, 26}), "26. oktober 2021");
    EXPECT_EQ(danish.longDate({2024, 1, 1}), "1. januar 2024");
    EXPECT_EQ(danish.longDate({2024, 12, 31}), "31. december 2024");
    EXPECT_EQ(danish.shortDate({2021, 9, 23}), "23-09-2021");
    EXPECT_EQ(english.longDate({2021, 10, 26}), "26 October 2021");
    EXPECT_EQ(english.shortDate({2021, 9, 3}), "03/09/2021");
}

TEST(FormatTime, PadsHoursAndMinutes) {
    EXPECT_EQ(formatTime({15, 0}, '.'), "15.00");
    EXPECT_EQ(formatTime({9, 5}, ':'), "09:05");
}

} // namespace
} // namespace sidetal
