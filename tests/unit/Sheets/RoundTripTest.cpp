#include "SheetFixture.h"
#include "sidetal/Report.h"
#include "support/RandomTimes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace sidetal::test {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

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
            out.period->from = date();
            out.period->to = date();
            out.catalogue = Catalogue{word(), word()};
        }
        if (chance()) {
            out.header.organisation.emplace().name = word();
            out.header.organisation->unit = maybe();
            out.header.organisation->office = maybe();
            out.header.date = date();
            out.header.caseNumber = word();
            out.header.caseOfficer = word();
            out.header.language = chance() ? "da" : "en";
            out.header.style = maybe();
        }
        for (unsigned i = 0; chance() && i < 12; ++i) {
            out.columns.emplace_back().key = static_cast<MatrixColumn::Key>(i);
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
        constexpr const char* kWords[] = {"læse",     "a;b",  "\"citat\"",  "1,5",     "=1+1",
                                          "<b>&amp;", "€ 5",  "\U0001F600", "3/4",     "true",
                                          "-5",       "-2+3", "'=1",        "''-x",    "+45 8",
                                          "@SUM(A1)", "'n",   "1e308",      "\uFF1D1", "#REF!"};
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
    const unsigned times = 1000 * static_cast<unsigned>(randomTimes());
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

TEST(SheetRoundTrip, WhatWouldBeReadAsSomethingElseIsTold) {
    const auto saidOf = [](const char* owner, const char* text) {
        GoalMatrix matrix;
        Goal& goal = matrix.themes.emplace_back().goals.emplace_back();
        matrix.themes[0].title = "A";
        goal.text = plainText("B");
        goal.initiatives.resize(2);
        goal.initiatives[0].title = "C";
        goal.initiatives[0].owner = "Bo";
        goal.initiatives[1].title = "D";
        goal.initiatives[1].owner = owner;
        goal.initiatives[1].description = plainText(text);
        Diagnostics diagnostics;
        (void)writeMatrixCsv(matrix, diagnostics);
        (void)writeMatrixXlsx(matrix, diagnostics);
        std::vector<std::string> out;
        for (const Diagnostic& diagnostic : diagnostics.all()) {
            out.push_back(diagnostic.message);
        }
        return out;
    };
    EXPECT_THAT(saidOf("Ea", "E"), IsEmpty());
    EXPECT_THAT(saidOf("do.", "E"),
                Each("'do.' under 'Ansvarlig' in row 5 of the sheet is read from it as 'Bo'"));
    EXPECT_THAT(saidOf("Ea", "- en\n- to"), SizeIs(2));
    EXPECT_THAT(saidOf("Ea", "- en\n- to"), Each(HasSubstr("under 'Beskrivelse' in row 5")));
    GoalMatrix twice;
    twice.themes.emplace_back().goals.resize(2);
    twice.themes[0].title = "A";
    for (Goal& goal : twice.themes[0].goals) {
        goal.number = "1.1";
        goal.text = plainText("B");
    }
    twice.themes[0].goals[1].text = plainText("C");
    Diagnostics diagnostics;
    (void)writeMatrixCsv(twice, diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_THAT(format(diagnostics.all()[0]),
                HasSubstr("not read back as it is: two goals have the number '1.1'"));
}

TEST(SheetRoundTrip, NewSheetsAreReadWithoutAWord) {
    const GoalMatrix matrix = matrixOf(newMatrixXlsx(), "ny.xlsx");
    EXPECT_EQ(matrix.themes.at(0).goals.size(), 2u);
    EXPECT_EQ(matrix.header.style, "follow-up");
    EXPECT_EQ(jsonOf(newMatrixXlsx(), "ny.xlsx"), jsonOf(newMatrixCsv(), "ny.csv"));
    EXPECT_EQ(newMatrixXlsx(), newMatrixXlsx());
    EXPECT_THAT(newMatrixCsv("en"), HasSubstr("Theme;Vision;No.;Goal;"));
    EXPECT_EQ(matrixOf(newMatrixCsv("en"), "new.csv").header.language, "en");
    EXPECT_EQ(jsonOf(newMatrixXlsx("en"), "new.xlsx"), jsonOf(newMatrixCsv("en"), "new.csv"));
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
    matrix.corrects.emplace().version = "1";
    matrix.catalogue.emplace().file = "maal.json";
    (void)writeMatrixCsv(matrix, diagnostics);
    EXPECT_EQ(diagnostics.warningCount(), 6u);
}

} // namespace
} // namespace sidetal::test
