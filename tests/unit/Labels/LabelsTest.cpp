#include "Labels/Labels.h"
#include "Labels/Phrases.h"

#include <gtest/gtest.h>

#include <set>

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

/// "{name}", "{time}" of a pattern.
std::multiset<std::string> placesOf(std::string_view pattern) {
    std::multiset<std::string> out;
    for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
        out.emplace(pattern.substr(at, pattern.find('}', at) + 1 - at));
    }
    return out;
}

TEST(Phrases, HaveTheSamePlacesInEveryLanguage) {
    for (std::size_t i = 0; i < kPhraseCount; ++i) {
        const auto phrase = static_cast<Phrase>(i);
        const std::string_view danish = phraseOf(Labels::danish(), phrase);
        const std::string_view english = phraseOf(*Labels::find("en"), phrase);
        EXPECT_EQ(placesOf(danish), placesOf(english)) << danish;
        EXPECT_EQ(danish.starts_with(' '), english.starts_with(' ')) << danish;
        EXPECT_EQ(danish.ends_with('.'), english.ends_with('.')) << danish;
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
