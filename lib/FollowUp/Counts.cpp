#include "FollowUp/Counts.h"

#include <numeric>

namespace sidetal {

std::uint32_t StatusCounts::total() const {
    return std::accumulate(of_.begin(), of_.end(), std::uint32_t{0});
}

MatrixCounts countsOf(const GoalMatrix& matrix) {
    MatrixCounts out;
    for (const Theme& theme : matrix.themes) {
        ThemeCounts& ofTheme = out.themes.emplace_back(ThemeCounts{&theme, {}});
        for (const Goal& goal : theme.goals) {
            ofTheme.goals.add(goal.status);
            out.goals.add(goal.status);
            if (goal.prioritised) {
                out.prioritised.add(goal.status);
            }
        }
    }
    return out;
}

std::vector<PassedDeadline> passedDeadlines(const GoalMatrix& matrix, Date day) {
    std::vector<PassedDeadline> out;
    for (const Theme& theme : matrix.themes) {
        for (const Goal& goal : theme.goals) {
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
