/// Documents far longer than any real one come out right and in linear time; ctest's own limit stands guard
/// over the time.

#include "sidetal/Report.h"

#include "support/KeptPdfs.h"
#include "support/ManyCharacters.h"
#include "support/Memory.h"
#include "support/Samples.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

/// `count` numbered sentences: each word group is findable, none is like another.
std::string sentences(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += fmt::format("{}Punkt {} handler om kommunens arbejde med sag {}.", i == 0 ? "" : " ", i + 1,
                           i * 7);
    }
    return out;
}

std::uint32_t pagesOf(const Document& document, const std::string& name) {
    std::string out;
    Renderer renderer;
    const RenderResult result = renderer.render(document, {}, [&](std::string_view bytes) { out += bytes; });
    test::keepPdf(name, out);
    return result.pages;
}

GoalMatrix matrixOf(std::vector<Goal> goals) {
    GoalMatrix matrix;
    matrix.header.title = "Prøve";
    Theme theme;
    theme.title = "Tema";
    theme.vision = plainText("Vi vil gennem vækst sikre gode levevilkår.");
    theme.goals = std::move(goals);
    matrix.themes.push_back(std::move(theme));
    return matrix;
}

Goal goalOf(const std::string& number, int initiatives) {
    Goal goal;
    goal.number = number;
    goal.text = plainText(fmt::format("Mål {}", number));
    for (int i = 0; i < initiatives; ++i) {
        Initiative initiative;
        initiative.title = fmt::format("Indsats {}.{}", number, i + 1);
        initiative.description = plainText("Der arbejdes med det.");
        goal.initiatives.push_back(std::move(initiative));
    }
    return goal;
}

TEST(LongDocuments, AnAgendaOfAThousandPages) {
    MeetingPaper agenda;
    for (int i = 0; i < 2100; ++i) {
        AgendaItem item;
        item.title = fmt::format("Sag nummer {}", i + 1);
        for (int k = 0; k < 4; ++k) {
            item.body.blocks.push_back(plainText(sentences(8)).blocks.front());
        }
        agenda.items.push_back(std::move(item));
    }
    EXPECT_GT(pagesOf(agenda, "long-agenda"), 1000u);
}

TEST(LongDocuments, AChainOfSixtyHeadings) {
    MeetingPaper agenda;
    for (int i = 0; i < 60; ++i) {
        AgendaItem item;
        item.title = fmt::format("Overskrift {}", i + 1);
        agenda.items.push_back(std::move(item));
    }
    EXPECT_GE(pagesOf(agenda, "long-headings"), 2u);
}

TEST(LongDocuments, ACellOfFortyPages) {
    GoalMatrix matrix = matrixOf({goalOf("1.1", 1)});
    matrix.themes.front().goals.front().initiatives.front().description = plainText(sentences(3200));
    EXPECT_GE(pagesOf(matrix, "long-cell"), 40u);
}

TEST(LongDocuments, AGoalOfFiveHundredInitiatives) {
    EXPECT_GE(pagesOf(matrixOf({goalOf("1.1", 500)}), "long-goal"), 10u);
}

TEST(LongDocuments, AThemeOfTwoThousandRows) {
    std::vector<Goal> goals;
    for (int i = 0; i < 400; ++i) {
        goals.push_back(goalOf(fmt::format("1.{}", i + 1), 5));
    }
    EXPECT_GE(pagesOf(matrixOf(std::move(goals)), "long-theme"), 40u);
}

TEST(LongDocuments, ThreeThousandDifferentCharacters) {
    const std::vector<std::string> characters = test::manyCharacters(3000);
    ASSERT_EQ(characters.size(), 3000u);
    MeetingPaper agenda;
    for (std::size_t i = 0; i < characters.size();) {
        std::string text;
        for (std::size_t k = 0; k < 100 && i < characters.size(); ++k) {
            text += characters[i++] + " ";
        }
        AgendaItem item;
        item.title = "Tegn";
        item.body = plainText(text);
        agenda.items.push_back(std::move(item));
    }
    std::uint32_t pages = 0;
    const double peak = test::peakMegabytes([&] { pages = pagesOf(agenda, "many-characters"); });
    EXPECT_GT(pages, 1u);
    if (test::kMemoryIsOurs) {
        EXPECT_LT(peak, 80);
    }
}

/// libharu's arrays and its flat page tree end at 32,767.
TEST(LongDocuments, FortyThousandPages) {
    constexpr std::string_view kOneItemAPage = R"({
        "base": "agenda", "column": "150 pt", "headingMeasure": "150 pt",
        "page": {"width": "200 pt", "height": "122 pt", "marginTop": "20 pt", "marginRight": "10 pt",
                 "marginBottom": "30 pt", "marginLeft": "10 pt"},
        "sender": {"gap": "5 pt", "width": "20 pt"}, "facts": {"labelWidth": "40 pt"},
        "pageNumber": {"baseline": "5 pt"}, "item": {"spaceBefore": "50 pt"}})";
    Diagnostics diagnostics;
    RenderOptions options;
    options.style = readStyleSheet(kOneItemAPage, "style.json", diagnostics);
    MeetingPaper agenda;
    for (int i = 0; i < 40'000; ++i) {
        agenda.items.emplace_back().title = fmt::format("Sag {}", i + 1);
    }
    std::string out;
    const RenderResult result =
        Renderer().render(agenda, options, [&](std::string_view bytes) { out += bytes; });
    EXPECT_GE(result.pages, 40'000u);
    test::keepPdf("long-forty-thousand", out);
}

} // namespace
} // namespace sidetal
