#include "layout/LayoutDsl.h"

#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

/// The line counts of the original goal matrix: themes with their title's line, goals, initiatives with their
/// title's line. Goals that keep their rows are those of at most three.
Matrix original() {
    Matrix m;
    m.themes = {
        {6, {{2, {2}}, {3, {3}}, {3, {5}}, {3, {3, 3}}}},
        {4, {{2, {2, 3, 3, 3, 3}}, {2, {0}}, {2, {0}}, {2, {3}}}},
        {4, {{5, {2, 2}}, {2, {4, 4}}, {2, {0}}, {2, {3}}}},
        {5, {{2, {0}}, {2, {0}}, {2, {0}}, {3, {4}}, {3, {4}}}},
        {3, {{2, {2}}, {2, {4}}, {2, {3, 3}}, {2, {2}}}},
        {1, {{3, {5}}}},
    };
    m.keepGoalsUpTo = 3;
    m.labelLines = 1;
    return m;
}

} // namespace

// Page 1 holds themes 1 and 2, page 2 begins with theme 3, page 3 goes on in theme 5 under its label: the
// goal matrix as it was printed.
TEST(GoalMatrixGeometry, a4BreaksWhereTheOriginalDoes) {
    Matrix m = original();
    m.lineHeight = 98;
    m.padding = 2 * 385 / 10; // 7.7 pt above and below together
    m.header = 98 + 77;
    EXPECT_PAGES(matrixPages(m, 5120 - 250, 5120), R"(
        1: rows 0-12 height 4802 | T0[0-6) G0[0-2) G1[0-3) G2[0-3) G3[0-3) T1[0-4) G4[0-2) G5[0-2) G6[0-2) G7[0-2)
        2: rows 13-25 height 4823 | T2[0-4) G8[0-5) G9[0-2) G10[0-2) G11[0-2) T3[0-5) G12[0-2) G13[0-2) G14[0-2) G15[0-3) G16[0-3) T4[0-3) G17[0-2) G18[0-2)
        3: rows 26-29 height 1757 | T4+[3-3) G19[0-2) G20[0-2) T5[0-1) G21[0-3)
    )");
}

TEST(GoalMatrixGeometry, a3BreaksWhereTheOriginalDoes) {
    Matrix m = original();
    m.lineHeight = 140;
    m.padding = 110;
    m.header = 140 + 110;
    EXPECT_PAGES(matrixPages(m, 7300 - 330, 7300), R"(
        1: rows 0-12 height 6860 | T0[0-6) G0[0-2) G1[0-3) G2[0-3) G3[0-3) T1[0-4) G4[0-2) G5[0-2) G6[0-2) G7[0-2)
        2: rows 13-25 height 6890 | T2[0-4) G8[0-5) G9[0-2) G10[0-2) G11[0-2) T3[0-5) G12[0-2) G13[0-2) G14[0-2) G15[0-3) G16[0-3) T4[0-3) G17[0-2) G18[0-2)
        3: rows 26-29 height 2510 | T4+[3-3) G19[0-2) G20[0-2) T5[0-1) G21[0-3)
    )");
}

} // namespace sidetal::test
