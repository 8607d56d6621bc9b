#include "FollowUp/Counts.h"

#include "FollowUp/Words.h"

#include <numeric>

namespace sidetal {

std::uint32_t StatusCounts::total() const {
    return std::accumulate(of_.begin(), of_.end(), std::uint32_t{0});
}

bool GoalsOnce::isFirst(const Goal& goal) {
    return !repeat_ || seen_.insert(identityOf(goal)).second;
}

MatrixCounts countsOf(const GoalMatrix& matrix, bool repeat) {
    MatrixCounts out;
    GoalsOnce once(repeat);
    for (const Theme& theme : matrix.themes) {
        ThemeCounts& ofTheme = out.themes.emplace_back(ThemeCounts{&theme, {}});
        for (const Goal& goal : theme.goals) {
            ofTheme.goals.add(goal.status);
            if (!once.isFirst(goal)) {
                continue;
            }
            out.goals.add(goal.status);
            if (goal.prioritised) {
                out.prioritised.add(goal.status);
            }
        }
    }
    return out;
}

std::vector<PassedDeadline> passedDeadlines(const GoalMatrix& matrix, Date day, bool repeat) {
    std::vector<PassedDeadline> out;
    GoalsOnce once(repeat);
    for (const Theme& theme : matrix.themes) {
        for (const Goal& goal : theme.goals) {
            if (!once.isFirst(goal)) {
                continue;
            }
            for (const Initiative& initiative : goal.initiatives) {
                if (initiative.deadline && *initiative.deadline < day &&
                    initiative.status != GoalStatus::Reached) {
                    out.push_back({&goal, &initiative});
                }
            }
        }
    }
    return out;
}

} // namespace sidetal
