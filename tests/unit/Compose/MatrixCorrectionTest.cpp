#include "Compose/Compose.h"

#include "Dump/Dump.h"
#include "Styles/StyleReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

using Of = MatrixChange::Of;

GoalMatrix correctedMatrix() {
    GoalMatrix out;
    out.header.date = Date{2026, 11, 20};
    Theme& theme = out.themes.emplace_back();
    theme.title = "Sundhed";
    Goal& goal = theme.goals.emplace_back();
    goal.number = "1.1";
    goal.text = plainText("Flere er aktive.");
    goal.status = GoalStatus::Reached;
    out.corrects = MatrixCorrection{"1", Date{2026, 11, 18}, {}, {}};
    return out;
}

/// What the blocks of the first page run say of a correction: its line and its list.
std::vector<std::string> linesOf(const GoalMatrix& matrix, std::string_view language = {}) {
    const Document document = matrix;
    Diagnostics diagnostics;
    const BlockDocument blocks =
        compose(document, input::builtInStyleSheet("follow-up"), diagnostics, {language});
    std::vector<std::string> out;
    bool inCorrection = false;
    for (const Block& block : blocks.runs.front().blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.content)) {
            inCorrection = heading->outline == "Rettet udgave" || heading->outline == "Corrected version";
        } else if (const auto* line = std::get_if<Paragraph>(&block.content); line && inCorrection) {
            out.emplace_back(line->runs.at(0).text);
        } else if (const auto* list = std::get_if<List>(&block.content); list && inCorrection) {
            for (const ListItem& each : list->items) {
                out.emplace_back(std::get<Paragraph>(each.body.at(0).content).runs.at(0).text);
            }
        }
    }
    return out;
}

TEST(MatrixCorrection, SaysWhichVersionItReplacesAndWhatDiffers) {
    GoalMatrix matrix = correctedMatrix();
    constexpr auto kChanged = Change::Kind::Changed;
    matrix.corrects->changes = {
        {Of::Matrix, kChanged, "", "", {{"period", "", "", {}}}, {}},
        {Of::Theme,
         kChanged,
         "",
         "Sundhed",
         {{"title", "Sundhet", "Sundhed", {}}, {"vision", "", "", {}}},
         {}},
        {Of::Goal,
         kChanged,
         "1.1",
         "Flere er aktive.",
         {{"text", "", "", {}},
          {"status", "on-track", "reached", {}},
          {"trend", "", "up", {}},
          {"indicators", "", "", {}}},
         {}},
        {Of::Goal, kChanged, "1.2", "", {{"status", "halvvejs", "", {}}}, {}},
        {Of::Goal, Change::Kind::Added, "", "Søvn.", {}, {}},
        {Of::Initiative, kChanged, "1.1", "Hold", {{"deadline", "2026-12-31", "til jul", {}}}, {}},
        {Of::Initiative, Change::Kind::Removed, "", "Stier", {}, {}},
    };
    EXPECT_THAT(linesOf(matrix),
                ElementsAre("Erstatter version 1 af 18. november 2026. Rettet 20. november 2026.",
                            "Målmatrixen: ændret: periode",
                            "Tema Sundhed: ændret: overskrift (fra »Sundhet« til »Sundhed«), vision",
                            "Mål 1.1, Flere er aktive: ændret: ordlyd, status (fra »I gang« til »Nået«), "
                            "udvikling (nu »Bedre«), tal",
                            "Mål 1.2: ændret: status (før »halvvejs«)", "Mål uden nummer, Søvn: tilføjet",
                            "Mål 1.1, indsatsen Hold: ændret: frist (fra »31-12-2026« til »til jul«)",
                            "Indsatsen Stier: fjernet"));
    const std::vector<std::string> english = linesOf(matrix, "en");
    ASSERT_EQ(english.size(), 8u);
    EXPECT_EQ(english[0], "Replaces version 1 of 18 November 2026. Corrected on 20 November 2026.");
    EXPECT_EQ(english[3],
              "Goal 1.1, Flere er aktive: changed: wording, status (from “On track” to “Reached”), "
              "trend (now “Better”), figures");
}

TEST(MatrixCorrection, SaysThatNothingDiffers) {
    GoalMatrix matrix = correctedMatrix();
    matrix.corrects = MatrixCorrection{};
    matrix.header.date.reset();
    EXPECT_THAT(linesOf(matrix), ElementsAre("Erstatter en tidligere udgave. Indholdet er det samme."));
}

std::vector<std::string> headingsOf(const GoalMatrix& matrix, const char* style) {
    const Document document = matrix;
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet(style), diagnostics, {});
    std::vector<std::string> out;
    for (const PageRun& run : blocks.runs) {
        for (const Block& block : run.blocks) {
            if (const auto* heading = std::get_if<Heading>(&block.content)) {
                out.push_back(std::to_string(heading->level) + " " + heading->outline);
            }
        }
    }
    return out;
}

/// What stood under the title stands under a heading of its own then.
TEST(MatrixCorrection, HasAHeadingAsWhatFollowsIt) {
    const GoalMatrix matrix = correctedMatrix();
    EXPECT_THAT(headingsOf(matrix, "goal-matrix"),
                ElementsAre("1 Målmatrix", "2 Rettet udgave", "2 Mål og indsatser"));
    EXPECT_THAT(headingsOf(matrix, "follow-up"), ElementsAre("1 Målmatrix", "2 Rettet udgave", "2 Overblik",
                                                             "2 Status efter tema", "2 Mål og indsatser"));
    GoalMatrix empty = matrix;
    empty.themes.clear();
    EXPECT_THAT(headingsOf(empty, "follow-up"), ElementsAre("1 Målmatrix", "2 Rettet udgave"));
}

TEST(MatrixCorrection, IsPrintedWhereItIs) {
    GoalMatrix matrix = correctedMatrix();
    matrix.columns.clear();
    matrix.themes[0].goals[0].status = GoalStatus::Unspecified;
    const Document document = matrix;
    Diagnostics diagnostics;
    (void)compose(document, input::builtInStyleSheet("goal-matrix"), diagnostics, {});
    EXPECT_TRUE(diagnostics.all().empty()) << format(diagnostics.all().front());
}

} // namespace
} // namespace sidetal
