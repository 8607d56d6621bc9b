#include "FollowUp/Counts.h"
#include "layout/Random.h"
#include "support/PlainComparison.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>

namespace sidetal::test {

namespace {

std::optional<std::string> compareBoth(std::uint64_t seed) {
    const Periods periods = randomPeriods(seed);
    Diagnostics diagnostics;
    const Comparison comparison = compareMatrices(periods.now, periods.before, periods.table(), diagnostics);
    const Differences told = toldDifferences(periods, comparison);
    const Differences plain = plainDifferences(periods);
    for (const auto& [key, what] : plain) {
        const auto found = told.find(key);
        if (found == told.end() || found->second != what) {
            return fmt::format("{}: '{}', told is '{}'", key, what,
                               found == told.end() ? "nothing" : found->second);
        }
    }
    if (told.size() != plain.size() || told.size() != comparison.changes().size()) {
        return fmt::format("{} goals differ, {} are told", plain.size(), comparison.changes().size());
    }
    return std::nullopt;
}

/// A walk over the goals for each status.
std::uint32_t goalsOf(const GoalMatrix& matrix, GoalStatus status, bool prioritisedOnly,
                      const Theme* ofTheme = nullptr) {
    std::uint32_t out = 0;
    for (const Theme& theme : matrix.themes) {
        for (const Goal& goal : theme.goals) {
            const bool counts = goal.status == status && (goal.prioritised || !prioritisedOnly);
            out += counts && (ofTheme == nullptr || ofTheme == &theme) ? 1 : 0;
        }
    }
    return out;
}

std::optional<std::string> countBoth(std::uint64_t seed) {
    const GoalMatrix matrix = randomPeriods(seed).now;
    const MatrixCounts counts = countsOf(matrix);
    if (counts.themes.size() != matrix.themes.size()) {
        return "themes are missing";
    }
    for (std::size_t i = 0; i < kStatusCount; ++i) {
        const auto status = static_cast<GoalStatus>(i);
        if (counts.goals[status] != goalsOf(matrix, status, false) ||
            counts.prioritised[status] != goalsOf(matrix, status, true)) {
            return fmt::format("goals of status {}", i);
        }
        for (const ThemeCounts& each : counts.themes) {
            if (each.goals[status] != goalsOf(matrix, status, false, each.theme)) {
                return fmt::format("goals of status {} of {}", i, each.theme->title);
            }
        }
    }
    return std::nullopt;
}

class PeriodsProperty : public testing::TestWithParam<std::uint64_t> {};

} // namespace

TEST_P(PeriodsProperty, whatIsToldIsWhatDiffers) {
    forRandomCases(GetParam(), 1, 1'000, compareBoth);
}

TEST_P(PeriodsProperty, countsAreWhatTheMatrixHolds) {
    forRandomCases(GetParam(), 1, 1'000, countBoth);
}

INSTANTIATE_TEST_SUITE_P(shard, PeriodsProperty, testing::Values(std::uint64_t{0}));

} // namespace sidetal::test
