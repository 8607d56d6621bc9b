#include "Compose/Compose.h"
#include "Styles/StyleReader.h"
#include "layout/Random.h"
#include "support/BlockWords.h"
#include "support/RandomPeriods.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace sidetal::test {
namespace {

using testing::ElementsAre;

Goal goalOf(std::string number, GoalStatus status, bool prioritised = false) {
    Goal out;
    out.number = std::move(number);
    out.text = plainText("Flere " + out.number + ".");
    out.status = status;
    out.prioritised = prioritised;
    return out;
}

GoalMatrix smallMatrix() {
    GoalMatrix out;
    out.themes.resize(2);
    out.themes[0].title = "Sundhed";
    out.themes[0].goals = {goalOf("1.1", GoalStatus::Reached), goalOf("1.2", GoalStatus::Partly, true)};
    out.themes[1].title = "Natur";
    out.themes[1].goals = {goalOf("2.1", GoalStatus::Reached)};
    Initiative& late = out.themes[1].goals[0].initiatives.emplace_back();
    late.title = "Vilde vejkanter";
    late.owner = "Natur og Park";
    late.deadline = Date{2026, 8, 31};
    late.status = GoalStatus::OnTrack;
    return out;
}

BlockDocument composed(const Document& document, std::optional<Date> day, std::string_view language = {},
                       const char* style = "follow-up") {
    Diagnostics diagnostics;
    FollowUpRequest request;
    request.day = day;
    return compose(document, input::builtInStyleSheet(style), diagnostics, {language, nullptr, request});
}

constexpr Date kDay{2026, 9, 1};

} // namespace

TEST(MatrixOverview, CountsInSentencesAndTables) {
    const Document matrix = smallMatrix();
    const BlockDocument blocks = composed(matrix, kDay);
    EXPECT_EQ(blocks.runs.size(), 2U);
    const std::vector<PartWords> parts = partsOfDocument(blocks);
    ASSERT_EQ(parts.size(), 5U);
    EXPECT_THAT(parts[0].paragraphs, ElementsAre("Af 3 mål er 2 nået og 1 delvist nået.",
                                                 "Af 1 prioriteret mål er 1 delvist nået."));
    EXPECT_EQ(parts[1].heading, "Prioriterede mål");
    EXPECT_THAT(parts[1].tables[0], ElementsAre(ElementsAre("Nr.", "Målsætning", "Tema", "Status"),
                                                ElementsAre("1.2", "Flere 1.2.", "Sundhed", "Delvist nået")));
    EXPECT_EQ(parts[2].heading, "Status efter tema");
    EXPECT_THAT(
        parts[2].tables[0],
        ElementsAre(ElementsAre("Tema", "Mål", "Nået", "I gang", "Delvist nået", "Ikke nået", "Ikke opgjort",
                                "Fordeling"),
                    ElementsAre("Sundhed", "2", "1", "0", "1", "0", "0", "Sundhed: 1 nået og 1 delvist nået"),
                    ElementsAre("Natur", "1", "1", "0", "0", "0", "0", "Natur: 1 nået"),
                    ElementsAre("I alt", "3", "2", "0", "1", "0", "0", "I alt: 2 nået og 1 delvist nået")));
    EXPECT_EQ(parts[3].heading, "Overskredne frister pr. 1. september 2026");
    EXPECT_THAT(parts[3].tables[0],
                ElementsAre(ElementsAre("Nr.", "Indsats", "Ansvarlig", "Frist", "Status"),
                            ElementsAre("2.1", "Vilde vejkanter", "Natur og Park", "31-08-2026", "I gang")));
    EXPECT_EQ(parts[4].heading, "Mål og indsatser");
}

TEST(MatrixOverview, SpeaksEnglish) {
    const Document matrix = smallMatrix();
    const std::vector<PartWords> parts = partsOfDocument(composed(matrix, kDay, "en"));
    EXPECT_THAT(parts[0].paragraphs, ElementsAre("3 goals: 2 reached and 1 partly reached.",
                                                 "1 prioritised goal: 1 partly reached."));
    EXPECT_EQ(parts[3].heading, "Deadlines passed by 1 September 2026");
}

TEST(MatrixOverview, TellsOfDeadlinesOnlyByADayThatIsGiven) {
    GoalMatrix matrix = smallMatrix();
    EXPECT_EQ(partsOfDocument(composed(Document(matrix), {})).size(), 4U);
    matrix.period = Period{"1. halvår", {}, Date{2026, 8, 31}};
    const auto byPeriod = partsOfDocument(composed(Document(matrix), {}));
    ASSERT_EQ(byPeriod.size(), 5U);
    EXPECT_EQ(byPeriod[3].heading, "Overskredne frister pr. 31. august 2026");
    EXPECT_THAT(byPeriod[3].paragraphs, ElementsAre("Ingen frister er overskredet."));
    matrix.header.date = kDay;
    EXPECT_EQ(partsOfDocument(composed(Document(matrix), {}))[3].tables.size(), 1U);
}

TEST(MatrixOverview, IsNotThereWithoutAStyleThatAsksForItOrWithoutGoals) {
    const Document matrix = smallMatrix();
    EXPECT_EQ(composed(matrix, kDay, {}, "goal-matrix").runs.size(), 1U);
    const Document empty = GoalMatrix();
    EXPECT_EQ(composed(empty, kDay).runs.size(), 1U);
}

TEST(MatrixOverview, NamesLeadToTheirRows) {
    const Document matrix = smallMatrix();
    const BlockDocument blocks = composed(matrix, kDay);
    std::vector<std::string> seen;
    for (std::uint32_t i = 0; i < blocks.tree.size(); ++i) {
        if (const Link* link = blocks.tree.link(blocks.tree.node(static_cast<NodeId>(i)))) {
            EXPECT_EQ(blocks.tree.node(blocks.tree.targetNode(link->target)).role, Role::TH);
            seen.push_back(link->contents);
        }
    }
    EXPECT_THAT(seen, ElementsAre("Mål 1.2, side {page}", "Sundhed, side {page}", "Natur, side {page}",
                                  "Mål 2.1, side {page}"));
    EXPECT_EQ(blocks.bookmarks.front().level, 3);
}

TEST(MatrixOverview, LeadsNowhereWithoutAColumnToLeadTo) {
    GoalMatrix matrix = smallMatrix();
    matrix.columns = {{MatrixColumn::Key::Status, {}, {}, {}, {}}};
    const Document document = matrix;
    const BlockDocument blocks = composed(document, kDay);
    for (std::uint32_t i = 0; i < blocks.tree.size(); ++i) {
        EXPECT_EQ(blocks.tree.link(blocks.tree.node(static_cast<NodeId>(i))), nullptr);
    }
}

namespace {

constexpr std::array kNames = {"Nået", "I gang", "Delvist nået", "Ikke nået", "Ikke opgjort", "Uden status"};
constexpr std::array kOrder = {GoalStatus::Reached,    GoalStatus::OnTrack,     GoalStatus::Partly,
                               GoalStatus::NotReached, GoalStatus::NotAssessed, GoalStatus::Unspecified};

std::string countIn(const std::vector<const Goal*>& goals, GoalStatus status) {
    return std::to_string(
        std::ranges::count_if(goals, [&](const Goal* goal) { return goal->status == status; }));
}

const PartWords* partCalled(const std::vector<PartWords>& parts, std::string_view heading) {
    const auto found =
        std::ranges::find_if(parts, [&](const PartWords& part) { return part.heading.starts_with(heading); });
    return found == parts.end() ? nullptr : &*found;
}

/// A row of the themes' table is what its goals come to.
std::optional<std::string> rowFault(const TableWords& table, std::size_t row, const std::string& title,
                                    const std::vector<const Goal*>& goals) {
    if (row >= table.size() || table[row][0] != title || table[row][1] != std::to_string(goals.size())) {
        return "the row of " + title;
    }
    for (std::size_t i = 0; i < kOrder.size(); ++i) {
        const auto column = std::ranges::find(table[0], kNames[i]);
        const std::string count = countIn(goals, kOrder[i]);
        if (column == table[0].end()
                ? count != "0"
                : table[row][static_cast<std::size_t>(column - table[0].begin())] != count) {
            return fmt::format("{} of {}", kNames[i], title);
        }
    }
    return std::nullopt;
}

std::optional<std::string> checkOverview(std::uint64_t seed) {
    const Document document = randomPeriods(seed).now;
    const auto& matrix = std::get<GoalMatrix>(document);
    std::vector<const Goal*> all;
    std::vector<std::string> prioritised;
    std::vector<std::string> late;
    for (const Theme& theme : matrix.themes) {
        for (const Goal& goal : theme.goals) {
            all.push_back(&goal);
            if (goal.prioritised) {
                prioritised.push_back(goal.number);
            }
            for (const Initiative& each : goal.initiatives) {
                if (each.deadline < kDay && each.deadline && each.status != GoalStatus::Reached) {
                    late.push_back(goal.number + each.owner);
                }
            }
        }
    }
    const std::vector<PartWords> parts = partsOfDocument(composed(document, kDay));
    const PartWords* themes = partCalled(parts, "Status efter tema");
    if (themes == nullptr) {
        return all.empty() ? std::nullopt : std::optional<std::string>("no overview");
    }
    std::size_t row = 1;
    for (const Theme& theme : matrix.themes) {
        std::vector<const Goal*> goals;
        for (const Goal& goal : theme.goals) {
            goals.push_back(&goal);
        }
        if (auto fault = rowFault(themes->tables[0], row++, theme.title, goals)) {
            return fault;
        }
    }
    if (matrix.themes.size() > 1) {
        if (auto fault = rowFault(themes->tables[0], row++, "I alt", all)) {
            return fault;
        }
    }
    std::vector<std::string> seen;
    if (const PartWords* part = partCalled(parts, "Prioriterede mål")) {
        for (std::size_t i = 1; i < part->tables[0].size(); ++i) {
            seen.push_back(part->tables[0][i][0]);
        }
    }
    if (row != themes->tables[0].size() || seen != prioritised) {
        return "prioritised goals, or rows too many";
    }
    seen.clear();
    if (const PartWords* part = partCalled(parts, "Overskredne frister"); part && !part->tables.empty()) {
        for (std::size_t i = 1; i < part->tables[0].size(); ++i) {
            seen.push_back(part->tables[0][i][0] + part->tables[0][i][2]);
        }
    }
    return seen == late ? std::nullopt : std::optional<std::string>("deadlines");
}

class OverviewProperty : public testing::TestWithParam<std::uint64_t> {};

} // namespace

TEST_P(OverviewProperty, countsAreWhatTheMatrixHolds) {
    forRandomCases(GetParam(), 1, 1'000, checkOverview);
}

INSTANTIATE_TEST_SUITE_P(shard, OverviewProperty, testing::Values(std::uint64_t{0}));

} // namespace sidetal::test
