#include "SheetFixture.h"
#include "sidetal/Report.h"
#include "support/RandomTimes.h"

#include <gtest/gtest.h>

#include <random>

namespace sidetal::test {
namespace {

/// Matrices of all that a sheet can hold.
class RandomSheets {
  public:
    explicit RandomSheets(unsigned seed)
        : random_(seed) {}

    GoalMatrix make() {
        GoalMatrix out;
        out.header.title = "Titel " + word();
        if (chance()) {
            out.committee = Committee{word(), {}};
            out.period.emplace().label = word();
            out.catalogue = Catalogue{word(), word()};
        }
        for (unsigned i = 0; i < 1 + random_() % 3; ++i) {
            Theme& theme = out.themes.emplace_back();
            theme.title = "Tema " + std::to_string(i) + word();
            theme.vision = chance() ? text() : RichText();
            for (unsigned j = 0; j < random_() % 4; ++j) {
                addGoal(theme, j);
            }
        }
        return out;
    }

  private:
    bool chance() { return random_() % 2 == 0; }
    std::string word() {
        constexpr const char* kWords[] = {"læse",     "a;b", "\"citat\"",  "1,5", "=1+1",
                                          "<b>&amp;", "€ 5", "\U0001F600", "3/4", "true"};
        return kWords[random_() % std::size(kWords)];
    }
    std::string maybe() { return chance() ? word() : std::string(); }
    std::optional<Date> date() {
        return chance() ? std::nullopt
                        : std::optional(Date{static_cast<std::int16_t>(1901 + random_() % 8000),
                                             static_cast<std::uint8_t>(1 + random_() % 12),
                                             static_cast<std::uint8_t>(1 + random_() % 28)});
    }
    RichText text() {
        RichText out = plainText(word() + (chance() ? "\n" + word() : ""));
        if (chance()) {
            TextList& list = std::get<TextList>(out.blocks.emplace_back(TextList{}));
            list.items = {plainText(word()), plainText(word())};
        }
        return out;
    }

    void addGoal(Theme& theme, unsigned j) {
        Goal& goal = theme.goals.emplace_back();
        goal.number = std::to_string(++numbers_) + ".10";
        goal.text = plainText("Mål " + std::to_string(j) + word());
        goal.prioritised = chance();
        goal.committees = chance() ? std::vector{word() == "a;b" ? std::string("Et") : std::string("To")}
                                   : std::vector<std::string>();
        goal.status = static_cast<GoalStatus>(random_() % 6);
        goal.trend = static_cast<Trend>(random_() % 4);
        for (unsigned i = 0; i < random_() % 3; ++i) {
            Indicator& indicator = goal.indicators.emplace_back();
            indicator.name = word();
            indicator.unit = maybe();
            indicator.actual = chance() ? "12,5" : "";
            indicator.date = date();
            indicator.better = static_cast<Indicator::Better>(random_() % 3);
        }
        for (unsigned i = 0; i < random_() % 4; ++i) {
            Initiative& initiative = goal.initiatives.emplace_back();
            initiative.title = word();
            initiative.description = chance() ? text() : RichText();
            initiative.partners = chance() ? text() : RichText();
            initiative.status = static_cast<GoalStatus>(random_() % 6);
            initiative.owner = maybe();
            initiative.deadline = date();
            initiative.followUp = chance() ? text() : RichText();
        }
    }

    std::mt19937 random_;
    unsigned numbers_ = 0;
};

TEST(SheetRoundTrip, MatrixComesBackFromCsvAndXlsx) {
    const unsigned times = 200 * static_cast<unsigned>(randomTimes());
    for (unsigned seed = 0; seed < times; ++seed) {
        const GoalMatrix matrix = RandomSheets(seed).make();
        const std::string json = writeJson(Document(matrix));
        Diagnostics diagnostics;
        EXPECT_EQ(jsonOf(writeMatrixCsv(matrix, diagnostics), "a.csv"), json) << seed;
        EXPECT_EQ(jsonOf(writeMatrixXlsx(matrix, diagnostics), "a.xlsx"), json) << seed;
        ASSERT_TRUE(diagnostics.all().empty()) << format(diagnostics.all().front());
        ASSERT_FALSE(::testing::Test::HasFailure());
    }
}

TEST(SheetRoundTrip, WhatASheetCannotHoldIsTold) {
    GoalMatrix matrix;
    Theme& theme = matrix.themes.emplace_back();
    theme.title = "A";
    theme.vision = plainText("B");
    std::get<TextParagraph>(theme.vision.blocks[0]).spans[0].emphasis.bold = true;
    matrix.legend.emplace_back().text = "C";
    Diagnostics diagnostics;
    (void)writeMatrixCsv(matrix, diagnostics);
    EXPECT_EQ(diagnostics.warningCount(), 2u);
}

} // namespace
} // namespace sidetal::test
