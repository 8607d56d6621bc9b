/// Documents far longer than any real one come out right and in linear time; ctest's own limit stands guard
/// over the time.

#include "sidetal/Report.h"

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
    Agenda agenda;
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
    Agenda agenda;
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

} // namespace
} // namespace sidetal
