#include "FollowUp/Counts.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

Initiative due(std::optional<Date> deadline, GoalStatus status) {
    Initiative out;
    out.title = "Hold";
    out.deadline = deadline;
    out.status = status;
    return out;
}

TEST(Counts, AreByStatusThemeAndPriority) {
    GoalMatrix matrix;
    matrix.themes.resize(2);
    matrix.themes[0].goals.resize(2);
    matrix.themes[0].goals[0].status = GoalStatus::Reached;
    matrix.themes[0].goals[0].prioritised = true;
    const MatrixCounts counts = countsOf(matrix);
    EXPECT_EQ(counts.goals.total(), 2U);
    EXPECT_EQ(counts.goals[GoalStatus::Reached], 1U);
    EXPECT_EQ(counts.goals[GoalStatus::Unspecified], 1U);
    EXPECT_EQ(counts.prioritised.total(), 1U);
    ASSERT_EQ(counts.themes.size(), 2U);
    EXPECT_EQ(counts.themes[0].goals, counts.goals);
    EXPECT_EQ(counts.themes[1].goals.total(), 0U);
}

TEST(Counts, DeadlinesPassOnTheDayAfter) {
    GoalMatrix matrix;
    Goal& goal = matrix.themes.emplace_back().goals.emplace_back();
    const Date day{2026, 9, 1};
    goal.initiatives = {due(Date{2026, 8, 31}, GoalStatus::OnTrack), due(day, GoalStatus::OnTrack),
                        due(Date{2026, 8, 31}, GoalStatus::Reached), due({}, GoalStatus::OnTrack),
                        due(Date{2026, 8, 30}, GoalStatus::Unspecified)};
    const std::vector<PassedDeadline> passed = passedDeadlines(matrix, day);
    ASSERT_EQ(passed.size(), 2U);
    EXPECT_EQ(passed[0].initiative, &goal.initiatives[0]);
    EXPECT_EQ(passed[1].initiative, &goal.initiatives[4]);
    EXPECT_EQ(passed[1].goal, &goal);
}

} // namespace
} // namespace sidetal
