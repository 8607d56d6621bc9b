#include "Compose/Compose.h"
#include "Styles/StyleReader.h"
#include "layout/Random.h"
#include "support/BlockWords.h"
#include "support/PlainComparison.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace sidetal::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Two periods composed, with what it was made of.
struct Composed {
    Composed(GoalMatrix nowMatrix, const GoalMatrix& before, const Renumbering* table = nullptr,
             std::string_view language = {}, const char* style = "follow-up")
        : now(std::move(nowMatrix))
        , comparison(compareMatrices(std::get<GoalMatrix>(now), before, table, diagnostics)) {
        FollowUpRequest request;
        request.comparison = &comparison;
        request.before = &before;
        request.beforeSources = 7;
        blocks = compose(now, input::builtInStyleSheet(style), diagnostics, {language, nullptr, request});
        parts = partsOfDocument(blocks);
    }

    [[nodiscard]] const PartWords* part(std::string_view heading) const {
        const auto found = std::ranges::find_if(
            parts, [&](const PartWords& each) { return each.heading.starts_with(heading); });
        return found == parts.end() ? nullptr : &*found;
    }

    Document now;
    Diagnostics diagnostics;
    Comparison comparison;
    BlockDocument blocks;
    std::vector<PartWords> parts;
};

Goal goalOf(std::string number, std::string words, GoalStatus status) {
    Goal out;
    out.number = std::move(number);
    out.text = plainText(std::move(words));
    out.status = status;
    out.source = {static_cast<std::uint32_t>(out.number.back() - '0'), 1, 0};
    return out;
}

GoalMatrix matrixOf(std::string period, std::vector<Goal> goals) {
    GoalMatrix out;
    out.period = Period{std::move(period), {}, {}};
    Theme& theme = out.themes.emplace_back();
    theme.title = "Sundhed";
    theme.goals = std::move(goals);
    return out;
}

GoalMatrix firstPeriod() {
    GoalMatrix out = matrixOf("1. halvår", {goalOf("1.1", "Motion.", GoalStatus::Partly),
                                            goalOf("1.2", "Udgår.", GoalStatus::NotReached)});
    Goal& goal = out.themes[0].goals[0];
    Indicator& indicator = goal.indicators.emplace_back();
    indicator.name = "Aktive";
    indicator.unit = "%";
    indicator.target = "85";
    indicator.actual = "81";
    Initiative& initiative = goal.initiatives.emplace_back();
    initiative.title = "Hold";
    initiative.deadline = Date{2026, 6, 30};
    initiative.status = GoalStatus::OnTrack;
    return out;
}

GoalMatrix secondPeriod() {
    GoalMatrix out = firstPeriod();
    out.period->label = "2. halvår";
    Goal& goal = out.themes[0].goals[0];
    goal.status = GoalStatus::Reached;
    goal.indicators[0].actual = "86";
    goal.initiatives[0].deadline = Date{2026, 9, 30};
    goal.initiatives.emplace_back().title = "Løb";
    out.themes[0].goals[1] = goalOf("1.3", "Nyt.", GoalStatus::OnTrack);
    return out;
}

} // namespace

TEST(MatrixChanges, ListWhatEachGoalWasAndIs) {
    const GoalMatrix before = firstPeriod();
    const Composed both(secondPeriod(), before);
    EXPECT_EQ(both.blocks.runs.size(), 3U);
    const PartWords* list = both.part("Ændringer siden 1. halvår");
    ASSERT_NE(list, nullptr);
    EXPECT_THAT(list->tables[0],
                ElementsAre(ElementsAre("Nr.", "Målsætning", "Ændring", "Før", "Nu"),
                            ElementsAre("1.1", "Motion.", "Status", "Delvist nået", "Nået"),
                            ElementsAre("1.1", "Motion.", "Aktive", "81\u00a0% (mål 85\u00a0%)",
                                        "86\u00a0% (mål 85\u00a0%)"),
                            ElementsAre("1.1", "Motion.", "Hold: frist", "30-06-2026", "30-09-2026"),
                            ElementsAre("1.1", "Motion.", "Ny indsats", "–", "Løb"),
                            ElementsAre("1.3", "Nyt.", "Nyt mål", "–", "I gang"),
                            ElementsAre("1.2", "Udgår.", "Udgået mål", "Ikke nået", "–")));
}

TEST(MatrixChanges, AreSummedUpInTheOverview) {
    const GoalMatrix before = firstPeriod();
    const Composed both(secondPeriod(), before);
    EXPECT_THAT(both.parts[0].paragraphs,
                Contains("Siden 1. halvår: 1 nyt mål, 1 udgået mål og 1 ændret mål. Status: 1 fra delvist "
                         "nået til nået."));
    EXPECT_THAT(both.parts[0].paragraphs, Contains("Alle ændringer: side 000"));
    const Composed english(secondPeriod(), before, nullptr, "en");
    EXPECT_THAT(english.parts[0].paragraphs,
                Contains("Since 1. halvår: 1 new goal, 1 goal gone and 1 changed goal. Status: 1 from partly "
                         "reached to reached."));
}

TEST(MatrixChanges, AreMarkedInTheMatrixBySignAndWords) {
    const GoalMatrix before = firstPeriod();
    const Composed both(secondPeriod(), before);
    const TableWords& table = both.part("Mål og indsatser")->tables[0];
    EXPECT_EQ(table[1][2], "Motion. Ændret: status, tal og indsatser");
    EXPECT_EQ(table[1][3], "Hold Ændret: frist");
    EXPECT_EQ(table[2][3], "Løb Ny indsats");
    EXPECT_EQ(table.back()[2], "Nyt. Nyt mål");
    GoalMatrix numbers = secondPeriod();
    numbers.columns = {{MatrixColumn::Key::Number, {}, {}, {}, {}}};
    EXPECT_EQ(Composed(numbers, before).part("Mål og indsatser")->tables[0].back()[0], "1.3 Nyt mål");
    numbers.columns = {{MatrixColumn::Key::Status, {}, {}, {}, {}}};
    const Composed unmarked(numbers, before);
    ASSERT_FALSE(unmarked.diagnostics.all().empty());
    EXPECT_EQ(unmarked.diagnostics.all()[0].code, "SID-C010");
}

TEST(MatrixChanges, AreMarkedUnderTheHeadingsOfTexts) {
    const GoalMatrix before = firstPeriod();
    GoalMatrix now = secondPeriod();
    now.themes[0].goals.push_back(goalOf("1.4", "Uændret.", GoalStatus::OnTrack));
    GoalMatrix both = before;
    both.themes[0].goals.push_back(now.themes[0].goals.back());
    const Composed text(now, both, nullptr, {}, "follow-up-text");
    const auto marks = [&](std::string_view heading) {
        std::vector<std::string> out;
        for (const std::string& words : text.part(heading)->paragraphs) {
            if (words.starts_with("Ændret") || words.starts_with("Ny")) {
                out.push_back(words);
            }
        }
        return out;
    };
    EXPECT_EQ(text.part("1.1 ")->paragraphs[0], "Ændret: status, tal og indsatser");
    EXPECT_THAT(marks("1.1 "),
                ElementsAre("Ændret: status, tal og indsatser", "Ændret: frist", "Ny indsats"));
    EXPECT_THAT(marks("1.3 "), ElementsAre("Nyt mål"));
    EXPECT_THAT(marks("1.4 "), IsEmpty());
}

TEST(MatrixChanges, SignsOfMarksAreDecorationBesideTheirWords) {
    const GoalMatrix before = firstPeriod();
    const Composed text(secondPeriod(), before, nullptr, {}, "follow-up-text");
    std::size_t marks = 0;
    for (const PageRun& run : text.blocks.runs) {
        for (const Block& block : run.blocks) {
            const auto* list = std::get_if<List>(&block.content);
            if (list == nullptr || !wordsOfBlocks(text.blocks, list->items[0].body).starts_with("Ændret")) {
                continue;
            }
            ++marks;
            EXPECT_EQ(std::get<Figure>(list->items[0].label).leaf, NodeId::None);
            const auto& words = std::get<Paragraph>(list->items[0].body[0].content);
            EXPECT_EQ(text.blocks.tree.node(words.runs.at(0).leaf).role, Role::P);
        }
    }
    EXPECT_EQ(marks, 2u);
}

TEST(MatrixChanges, AreListedWithoutAnOverviewToo) {
    const GoalMatrix before = firstPeriod();
    const Composed both(secondPeriod(), before, nullptr, {}, "goal-matrix");
    EXPECT_EQ(both.blocks.runs.size(), 2U);
    EXPECT_NE(both.part("Ændringer siden 1. halvår"), nullptr);
    EXPECT_EQ(both.parts[0].tables[0][1][2], "Motion. Ændret: status, tal og indsatser");
}

TEST(MatrixChanges, WhereThereAreNoneThatIsSaid) {
    const GoalMatrix before = firstPeriod();
    GoalMatrix same = firstPeriod();
    same.period.reset();
    const Composed both(same, before);
    EXPECT_EQ(both.blocks.runs.size(), 2U);
    EXPECT_THAT(both.parts[0].paragraphs, Contains("Ingen ændringer siden 1. halvår."));
    GoalMatrix nameless = before;
    nameless.period.reset();
    EXPECT_THAT(Composed(same, nameless).parts[0].paragraphs, Contains("Ingen ændringer siden sidst."));
    EXPECT_NE(Composed(secondPeriod(), nameless).part("Ændringer siden sidst"), nullptr);
}

TEST(MatrixChanges, PlacesInTheLastPeriodAreThoseOfItsSources) {
    const GoalMatrix before = firstPeriod();
    const Composed both(secondPeriod(), before);
    for (const Block& block : both.blocks.run().blocks) {
        if (const auto* table = std::get_if<Table>(&block.content)) {
            const auto& gone = std::get<Paragraph>(table->rows.back().cells[1].content[0].content);
            EXPECT_EQ(gone.source, (SourcePos{2, 1, 7}));
        }
    }
}

TEST(MatrixChanges, NumbersOfGoalsThatAreThereLeadToTheirRows) {
    const GoalMatrix before = firstPeriod();
    const Composed both(secondPeriod(), before);
    std::vector<std::string> seen;
    const StructTree& tree = both.blocks.tree;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (const Link* link = tree.link(tree.node(static_cast<NodeId>(i)))) {
            EXPECT_NE(tree.targetNode(link->target), NodeId::None);
            seen.push_back(link->contents);
        }
    }
    EXPECT_THAT(seen, ElementsAre("Ændringer siden 1. halvår, side {page}", "Sundhed, side {page}",
                                  "Mål 1.1, side {page}", "Mål 1.3, side {page}"));
}

namespace {

std::size_t fieldsIn(const std::string& what) {
    return static_cast<std::size_t>(std::ranges::count(what, ',')) + 1; // names have no commas
}

/// How many lines the list is to have for each number, as the plain comparison has it.
std::map<std::string, std::size_t> plainLines(const Periods& periods, const Differences& plain) {
    std::map<std::string, std::size_t> out;
    for (const auto& [key, what] : plain) {
        std::string number = key.starts_with("number ") ? key.substr(7, key.rfind(' ') - 7) : "";
        if (what == "gone" && periods.renumbered) { // its number is that of the last period
            continue;
        }
        out[number] += fieldsIn(what);
    }
    return out;
}

/// Where a column of the matrix stands; nothing where it is left out.
std::optional<std::uint32_t> columnOf(const GoalMatrix& matrix, MatrixColumn::Key key) {
    if (matrix.columns.empty()) {
        return key == MatrixColumn::Key::Goal ? 2U : 3U;
    }
    const auto at = std::ranges::find(matrix.columns, key, &MatrixColumn::key);
    return at == matrix.columns.end()
               ? std::nullopt
               : std::optional(static_cast<std::uint32_t>(at - matrix.columns.begin()));
}

/// How many cells of the matrix have a mark in a column: one of what is new, or of what changed.
std::size_t marksIn(const Composed& both, std::uint32_t column, const std::string& ofNew) {
    std::size_t marks = 0;
    for (const Block& block : both.blocks.runs[1].blocks) {
        const auto* table = std::get_if<Table>(&block.content);
        for (const TableRow& row : table != nullptr ? table->rows : std::vector<TableRow>()) {
            for (const TableCell& cell : row.cells) {
                const std::string words = wordsOfBlocks(both.blocks, cell.content);
                const bool marked = words.ends_with(ofNew) || words.find("Ændret: ") != std::string::npos;
                marks += cell.column == column && marked ? 1 : 0;
            }
        }
    }
    return marks;
}

std::optional<std::string> checkList(std::uint64_t seed) {
    const Periods periods = randomPeriods(seed);
    const Differences plain = plainDifferences(periods);
    const Composed both(periods.now, periods.before, periods.table());
    const PartWords* list = both.part("Ændringer siden 1. halvår");
    if (list == nullptr) {
        return plain.empty() ? std::nullopt : std::optional<std::string>("no list");
    }
    std::map<std::string, std::size_t> told;
    std::size_t lines = 0;
    for (const std::vector<std::string>& row : list->tables[0]) {
        if (row[2] != "Ændring" && (row[2] != "Udgået mål" || !periods.renumbered)) {
            ++told[row[0]];
        }
        ++lines;
    }
    if (told != plainLines(periods, plain)) {
        return "lines by number";
    }
    std::size_t expected = 0;
    std::size_t all = 1;
    for (const auto& [key, what] : plain) {
        expected += what == "gone" ? 0 : 1;
        all += fieldsIn(what);
    }
    if (lines != all) {
        return fmt::format("{} lines, not {}", lines, all);
    }
    if (const auto at = columnOf(periods.now, MatrixColumn::Key::Goal)) { // else they stand in other cells
        const std::size_t marks = marksIn(both, *at, " Nyt mål");
        if (marks != expected) {
            return fmt::format("{} marks, not {}", marks, expected);
        }
    }
    if (const auto at = columnOf(periods.now, MatrixColumn::Key::Initiatives)) {
        std::size_t of = 0;
        for (const GoalChange& change : both.comparison.changes()) {
            of += static_cast<std::size_t>(std::ranges::count_if(
                change.initiatives, [](const InitiativeChange& each) { return each.now != nullptr; }));
        }
        const std::size_t marks = marksIn(both, *at, "Ny indsats");
        if (marks != of) {
            return fmt::format("{} marks of initiatives, not {}", marks, of);
        }
    }
    return std::nullopt;
}

class ChangesProperty : public testing::TestWithParam<std::uint64_t> {};

} // namespace

TEST_P(ChangesProperty, whatIsListedAndMarkedIsWhatDiffers) {
    forRandomCases(GetParam(), 1, 1'000, checkList);
}

INSTANTIATE_TEST_SUITE_P(shard, ChangesProperty, testing::Values(std::uint64_t{0}));

} // namespace sidetal::test
