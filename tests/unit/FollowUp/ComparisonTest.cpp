#include "FollowUp/Comparison.h"
#include "FollowUp/Words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = GoalChange::Kind;

Goal goalOf(std::string number, std::string words) {
    Goal out;
    out.number = std::move(number);
    out.text = plainText(std::move(words));
    return out;
}

GoalMatrix matrixOf(std::vector<Goal> goals) {
    GoalMatrix out;
    Theme& theme = out.themes.emplace_back();
    theme.title = "Sundhed";
    theme.goals = std::move(goals);
    return out;
}

std::vector<std::string> codesOf(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const Diagnostic& each : diagnostics.all()) {
        out.push_back(each.code);
    }
    return out;
}

TEST(Comparison, FindsGoalsByTheirNumbers) {
    const GoalMatrix before = matrixOf({goalOf("1.1", "Motion."), goalOf("1.2", "Ro.")});
    const GoalMatrix now = matrixOf({goalOf("1.10", "Motion."), goalOf("1.1", "Mere motion.")});
    Diagnostics diagnostics;
    const Comparison found = compareMatrices(now, before, nullptr, diagnostics);
    EXPECT_THAT(diagnostics.all(), IsEmpty());
    ASSERT_THAT(found.changes(), SizeIs(3));
    EXPECT_EQ(found.changes()[0].kind, Kind::New);
    EXPECT_EQ(found.changes()[1].kind, Kind::Changed);
    EXPECT_TRUE(found.changes()[1].wording);
    EXPECT_EQ(found.changes()[2].kind, Kind::Gone);
    EXPECT_EQ(found.changes()[2].before.goal, &before.themes[0].goals[1]);
    EXPECT_EQ(found.find(now.themes[0].goals[1]), &found.changes()[1]);
    EXPECT_EQ(found.count(Kind::New), 1U);
}

TEST(Comparison, FollowsGoalsThatWereRenumbered) {
    const GoalMatrix before = matrixOf({goalOf("1.1", "A."), goalOf("1.2", "B."), goalOf("1.3", "C.")});
    const GoalMatrix now = matrixOf({goalOf("1.1", "B."), goalOf("1.2", "A."), goalOf("2.1", "C.")});
    const Renumbering table{{"1.1", "1.2"}, {"1.2", "1.1"}, {"1.3", "2.1"}};
    Diagnostics diagnostics;
    const Comparison found = compareMatrices(now, before, &table, diagnostics);
    ASSERT_THAT(found.changes(), SizeIs(3));
    for (const GoalChange& change : found.changes()) {
        EXPECT_EQ(change.kind, Kind::Changed);
        EXPECT_TRUE(change.number);
        EXPECT_FALSE(change.wording);
    }
}

TEST(Comparison, AGoalWhoseNumberAnotherTookIsGone) {
    const GoalMatrix before = matrixOf({goalOf("1.1", "Udgår."), goalOf("1.2", "Rykker op.")});
    const GoalMatrix now = matrixOf({goalOf("1.1", "Rykker op.")});
    const Renumbering table{{"1.2", "1.1"}};
    Diagnostics diagnostics;
    const Comparison found = compareMatrices(now, before, &table, diagnostics);
    ASSERT_THAT(found.changes(), SizeIs(2));
    EXPECT_TRUE(found.changes()[0].number);
    EXPECT_EQ(found.changes()[1].before.goal->number, "1.1");
    EXPECT_EQ(found.changes()[1].kind, Kind::Gone);
}

TEST(Comparison, LooksAloneAreNoChange) {
    Goal bold = goalOf("1.1", "Motion i naturen.");
    auto& spans = std::get<TextParagraph>(bold.text.blocks.front()).spans;
    spans = {{"Motion", {.bold = true}, {}}, {" i naturen.", {}, {}}};
    Diagnostics diagnostics;
    const GoalMatrix before = matrixOf({goalOf("1.1", "Motion i naturen.")});
    const GoalMatrix now = matrixOf({bold});
    EXPECT_THAT(compareMatrices(now, before, nullptr, diagnostics).changes(), IsEmpty());
}

TEST(Comparison, GoalsOfAnotherCatalogueAreNotCompared) {
    GoalMatrix before = matrixOf({});
    GoalMatrix now = matrixOf({});
    before.catalogue = Catalogue{"Mål 2020-2025", "1"};
    now.catalogue = Catalogue{"Mål 2026-2029", "1"};
    Diagnostics diagnostics;
    (void)compareMatrices(now, before, nullptr, diagnostics);
    ASSERT_THAT(codesOf(diagnostics), testing::ElementsAre("SID-F001"));
    EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("'Mål 2020-2025', expected 'Mål 2026-2029'"));
    Diagnostics none;
    const Renumbering table;
    (void)compareMatrices(now, before, &table, none);
    EXPECT_THAT(none.all(), IsEmpty());
}

TEST(Comparison, TellsWhatIsDoubtful) {
    GoalMatrix before = matrixOf({goalOf("1.1", "A.")});
    GoalMatrix now = matrixOf({goalOf("1.1", "A."), goalOf("1.1", "B."), goalOf("1.1", "C.")});
    before.catalogue = Catalogue{"Mål", "1"};
    now.catalogue = Catalogue{"Mål", "2"};
    before.period = now.period = Period{"1. halvår 2026", {}, {}};
    Diagnostics diagnostics;
    (void)compareMatrices(now, before, nullptr, diagnostics);
    EXPECT_THAT(codesOf(diagnostics), testing::ElementsAre("SID-F002", "SID-F004", "SID-F005"));
    EXPECT_FALSE(diagnostics.hasErrors());
}

TEST(Comparison, OnlyMatricesAreCompared) {
    Diagnostics diagnostics;
    EXPECT_THROW((void)matricesOf(Document(GoalMatrix()), Document(MeetingPaper()), diagnostics), Error);
    EXPECT_THAT(codesOf(diagnostics), testing::ElementsAre("SID-F003"));
    EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("the last period is of the kind 'agenda'"));
}

TEST(Comparison, WordsOfATextAreThoseOfAllItsBlocks) {
    RichText text = plainText("Et");
    TextList list;
    list.items = {plainText("to"), plainText("tre")};
    text.blocks.emplace_back(list);
    TextTable table;
    table.caption = {{"fire", {}, {}}};
    table.rows.emplace_back().cells.emplace_back().content = plainText("fem");
    text.blocks.emplace_back(Boxed<TextTable>(table));
    text.blocks.emplace_back(TextRule());
    text.blocks.emplace_back(Boxed<TextQuote>(TextQuote{plainText("seks"), {}}));
    EXPECT_EQ(wordsOf(text), "Et to tre fire fem seks");
}

} // namespace
} // namespace sidetal
