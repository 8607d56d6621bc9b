#include "layout/Invariants.h"
#include "layout/Random.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sidetal::test {

namespace {

constexpr std::uint64_t kShards = 4;

/// Mostly short texts, now and then a long one.
std::uint32_t randomLines(Dice& dice, std::uint32_t usual) {
    return dice.once(12) ? dice.between(0, 120) : dice.between(0, usual);
}

struct Case {
    Matrix matrix;
    std::int64_t page = 0;
    std::int64_t first = 0;
};

Case randomCase(std::uint64_t seed) {
    Dice dice(seed);
    Case c;
    Matrix& m = c.matrix;
    const bool emptyThemes = dice.once(4); // then what is kept can be told without the theme's text
    for (std::uint32_t t = dice.between(1, 5); t > 0; --t) {
        MatrixTheme& theme = m.themes.emplace_back();
        theme.lines = emptyThemes ? 0 : randomLines(dice, 9);
        for (std::uint32_t g = dice.between(1, 5); g > 0; --g) {
            MatrixGoal& goal = theme.goals.emplace_back();
            goal.lines = randomLines(dice, 6);
            for (std::uint32_t i = dice.between(1, 5); i > 0; --i) {
                goal.rows.push_back(randomLines(dice, 6));
            }
        }
    }
    m.lineHeight = dice.between(5, 20);
    m.padding = dice.between(0, 12);
    m.header = dice.between(0, 30);
    m.labelLines = dice.between(1, 2);
    m.splitRows = !dice.once(3);
    m.keepGoalsUpTo = emptyThemes || dice.once(2) ? 3 : 0;
    m.themeGoals = dice.once(2) ? dice.between(1, 3) : 0;
    m.themeLines = static_cast<std::uint8_t>(dice.once(2) ? dice.between(3, 7) : 0);
    const std::int64_t least = m.header + m.padding + m.lineHeight * (m.labelLines + 1);
    c.page = least + (dice.once(4) ? dice.between(0, 60) : dice.between(60, 700));
    c.first = dice.once(2) ? c.page : c.page * dice.between(0, 100) / 100;
    return c;
}

std::optional<std::string> check(std::uint64_t seed) {
    const Case c = randomCase(seed);
    const TableGrid grid = c.matrix.grid();
    const Length header = tenths(c.matrix.header);
    const Length page = tenths(c.page);
    if (TablePaginator(grid, header, c.matrix.splitRows).tooHigh(page)) {
        return "refused though a line fits";
    }
    const auto parts = paginateTable(grid, header, c.matrix.splitRows, tenths(c.first), page);
    const bool emptyThemes = grid.cell(0).lines == 0 && c.matrix.keepGoalsUpTo > 0 &&
                             std::all_of(c.matrix.themes.begin(), c.matrix.themes.end(),
                                         [](const MatrixTheme& t) { return t.lines == 0; });
    return brokenInvariant({grid, parts, header, page, emptyThemes ? c.matrix.keepGoalsUpTo : 0});
}

class MatrixProperty : public testing::TestWithParam<std::uint64_t> {};

} // namespace

TEST_P(MatrixProperty, randomNestedMatricesHoldAllInvariants) {
    forRandomCases(GetParam(), kShards, 100'000, check);
}

INSTANTIATE_TEST_SUITE_P(shard, MatrixProperty, testing::Range<std::uint64_t>(0, kShards));

} // namespace sidetal::test
