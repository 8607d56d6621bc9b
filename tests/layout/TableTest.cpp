#include "layout/LayoutDsl.h"

#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

/// One theme over goals.
Matrix matrix(std::uint32_t themeLines, std::vector<MatrixGoal> goals) {
    Matrix m;
    m.themes = {{themeLines, std::move(goals)}};
    return m;
}

/// A table of one column whose rows have own cells only.
TableGrid plainRows(const std::vector<std::uint32_t>& lines) {
    TableGrid grid({tenths(100)});
    for (const std::uint32_t count : lines) {
        grid.addRow();
        const Stretch stretch{0, count, {}, tenths(10), {}, nullptr};
        grid.addCell({}, std::span(&stretch, 1));
    }
    EXPECT_FALSE(grid.finish());
    return grid;
}

Plan planAt(const TableGrid& grid, std::int64_t header, bool split, std::int64_t left, std::int64_t page) {
    return TablePaginator(grid, tenths(header), split).plan({}, {tenths(left), tenths(page), tenths(page)});
}

} // namespace

TEST(TableRows, rowIsAsHighAsItsHighestOwnCell) {
    Matrix m = matrix(1, {{2, {3, 1}}, {4, {2}}});
    EXPECT_PAGES(matrixPages(m, 500, 500),
                 "1: rows 0-2 height 90 | T0[0-1) G0[0-2) G1[0-4)"); // 10 + 30 + 10 + 40
}

TEST(TableRows, spanningCellAddsHeightToItsLastRowOnly) {
    const Matrix m = matrix(8, {{1, {2, 2}}, {1, {2}}});
    const TableGrid grid = m.grid();
    const auto parts = paginateTable(grid, tenths(10), true, tenths(500), tenths(500));
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].part.edges, (std::vector<Length>{tenths(10), tenths(30), tenths(50), tenths(90)}));
}

// A span whose text is over keeps covering its rows (vivliostyle 85, dompdf 232): occupancy belongs to the
// table, not to the page.
TEST(TableRows, spanCoversItsRowsOnEveryPage) {
    EXPECT_PAGES(matrixPages(matrix(2, {{2, {4, 4, 4, 4, 4}}}), 100, 100), R"(
        1: rows 0-1 height 90 | T0[0-2) G0[0-2)
        2: rows 2-3 height 90 | T0+[2-2) G0+[2-2)
        3: rows 4-4 height 50 | T0+[2-2) G0+[2-2)
    )");
}

TEST(TableRows, rowThatDoesNotFitGoesToTheNextPageWhole) {
    Matrix m = matrix(1, {{1, {3, 3}}});
    EXPECT_PAGES(matrixPages(m, 65, 100), R"(
        1: rows 0-0 height 40 | T0[0-1) G0[0-1)
        2: rows 1-1 height 40 | T0+[1-1) G0+[1-1)
    )");
}

TEST(TableRows, rowIsSplitWhereEachCellGivesAndKeepsTwoLines) {
    EXPECT_PAGES(matrixPages(matrix(1, {{1, {1, 6}}}), 55, 100, true), R"(
        1: rows 0-1/ height 50 | T0[0-1) G0[0-1) I0[0-1) I1[0-3)
        2: rows /1-1 height 40 | T0+[1-1) G0+[1-1) I1+[3-6)
    )");
}

// One cell is not split while its neighbour moves (typst 963, WeasyPrint 1712 and 2462): all cells of a row
// break at one edge.
TEST(TableRows, rowIsNotSplitWhereACellWouldKeepOneLine) {
    EXPECT_PAGES(matrixPages(matrix(1, {{1, {1}}, {3, {6}}}), 45, 100, true), R"(
        1: rows 0-0 height 20 | T0[0-1) G0[0-1) I0[0-1)
        2: rows 1-1 height 70 | T0+[1-1) G1[0-3) I1[0-6)
    )");
}

TEST(TableRows, rowIsNotSplitWhereTheStyleForbidsIt) {
    Matrix m = matrix(1, {{1, {1, 6}}});
    m.splitRows = false;
    EXPECT_PAGES(matrixPages(m, 55, 100), R"(
        1: rows 0-0 height 20 | T0[0-1) G0[0-1)
        2: rows 1-1 height 70 | T0+[1-1) G0+[1-1)
    )");
}

// A row that is higher than a page hangs Docraft (54) and OpenPDF (1163): here it is split, whatever the
// style says.
TEST(TableRows, rowHigherThanAPageIsSplit) {
    Matrix m = matrix(1, {{1, {1, 25}}});
    m.splitRows = false;
    EXPECT_PAGES(matrixPages(m, 100, 100, true), R"(
        1: rows 0-1/ height 100 | T0[0-1) G0[0-1) I0[0-1) I1[0-8)
        2: rows /1-1/ height 100 | T0+[1-1) G0+[1-1) I1+[8-17)
        3: rows /1-1 height 90 | T0+[1-1) G0+[1-1) I1+[17-25)
    )");
}

TEST(TableRows, lastLineOfALongRowIsNotLeftAlone) {
    EXPECT_PAGES(matrixPages(matrix(1, {{1, {10}}}), 100, 100, true), R"(
        1: rows 0-0/ height 90 | T0[0-1) G0[0-1) I0[0-8)
        2: rows /0-0 height 30 | T0+[1-1) G0+[1-1) I0+[8-10)
    )");
}

TEST(TableRows, rowsOfEmptyCellsAreAsHighAsTheirPadding) {
    Matrix m = matrix(0, {{0, {0, 0}}});
    m.padding = 8;
    const auto parts = paginateTable(m.grid(), tenths(10), true, tenths(100), tenths(100));
    EXPECT_EQ(parts[0].part.edges, (std::vector<Length>{tenths(10), tenths(18), tenths(26)}));
    EXPECT_EQ(parts[0].part.pieces.size(), 4u); // empty cells keep their pieces, and so their fills and lines
}

TEST(TableHeader, headerIsNeverAloneAtAFoot) {
    // 25 are left: the header's 10 and one line would fit, the first row of two lines does not.
    const TableGrid grid = plainRows({2, 2});
    EXPECT_EQ(planAt(grid, 10, true, 25, 100).kind, Plan::Kind::Wrap);
    EXPECT_EQ(planAt(grid, 10, true, 30, 100).kind, Plan::Kind::Partial);
}

TEST(TableHeader, firstRowIsNotSplitUnderAHeading) {
    // What is kept with the table is kept with its header and its whole first row.
    const TableGrid grid = plainRows({6});
    EXPECT_EQ(planAt(grid, 10, true, 55, 100).kind, Plan::Kind::Wrap);
    EXPECT_EQ(planAt(grid, 10, true, 70, 100).kind, Plan::Kind::Full);
}

TEST(TableHeader, firstRowHigherThanAPageBeginsWhereItCan) {
    const Plan plan = planAt(plainRows({30}), 10, false, 55, 100);
    EXPECT_EQ(plan.kind, Plan::Kind::Partial);
    EXPECT_EQ(plan.height, tenths(50));
    EXPECT_EQ(plan.next, (BreakToken{0, true, {4}}));
}

// A header and label that leave no line make other programs loop (pentaho 721): here the table is refused
// before layout starts.
TEST(TableHeader, headerLabelAndOneLineMustFitAnEmptyPage) {
    Matrix m = matrix(3, {{2, {1, 1}}});
    m.padding = 4;
    m.header = 30;
    const TableGrid grid = m.grid();
    const TablePaginator paginator(grid, tenths(m.header), true);
    EXPECT_EQ(paginator.tooHigh(tenths(54)), std::nullopt); // 30 + 4 + 10 + 10
    EXPECT_EQ(paginator.tooHigh(tenths(53)), 0u);
    EXPECT_EQ(paginator.plan({}, {tenths(53), tenths(53), tenths(53)}).kind,
              Plan::Kind::Partial); // rows of 14 still fit
}

// Under a heading at a page's top there may be less room than a line needs: no part without a line, the
// heading is let go.
TEST(TableHeader, noPartWithoutALine) {
    const TableGrid grid = plainRows({1});
    const TablePaginator paginator(grid, tenths(10), true);
    EXPECT_EQ(paginator.plan({}, {tenths(15), tenths(15), tenths(100)}).kind, Plan::Kind::Wrap);
    EXPECT_EQ(paginator.plan({}, {tenths(20), tenths(20), tenths(100)}).kind, Plan::Kind::Full);
    // Not even on an empty page: such a table is refused, and were it not, it would wrap and not loop.
    EXPECT_EQ(paginator.plan({}, {tenths(15), tenths(15), tenths(15)}).kind, Plan::Kind::Wrap);
}

TEST(TableHeader, firstRowIsSplitRatherThanItsHeadingLeftAlone) {
    // The row fits an empty page, but not under what is kept with it, and the style splits no rows.
    const TableGrid grid = plainRows({9});
    const TablePaginator paginator(grid, tenths(10), false);
    const Plan plan = paginator.plan({}, {tenths(90), tenths(90), tenths(100)});
    EXPECT_EQ(plan.kind, Plan::Kind::Partial);
    EXPECT_EQ(plan.next, (BreakToken{0, true, {7}}));
}

TEST(TableSpans, textStandsWholeOnTheFirstPieceThatHoldsIt) {
    // No tool of our peers repeats the theme; typst cuts its text in the middle though the first piece holds
    // it.
    EXPECT_PAGES(matrixPages(matrix(6, {{1, {3, 3}}, {1, {3, 3}}}), 80, 100), R"(
        1: rows 0-1 height 70 | T0[0-6) G0[0-1)
        2: rows 2-3 height 70 | T0+[6-6) G1[0-1)
    )");
}

// The text of a span that is cut by a page: QuestPDF 259 (shown on the last page only) and 1369 (the rest
// silently lost).
TEST(TableSpans, textFlowsOnUnderItsLabel) {
    EXPECT_PAGES(matrixPages(matrix(9, {{1, {2, 2}}, {1, {2, 2, 2}}}), 60, 100), R"(
        1: rows 0-1 height 50 | T0[0-4) G0[0-1)
        2: rows 2-4 height 70 | T0+[4-9) G1[0-1)
    )");
}

TEST(TableSpans, twoLinesStandOnEitherSide) {
    // The first piece holds four of five lines: it takes three.
    EXPECT_PAGES(matrixPages(matrix(5, {{1, {2, 2}}, {1, {2, 2}}}), 60, 100), R"(
        1: rows 0-1 height 50 | T0[0-3) G0[0-1)
        2: rows 2-3 height 50 | T0+[3-5) G1[0-1)
    )");
}

TEST(TableSpans, pieceThatBeginsAtAFootGrowsToTheLeastLines) {
    // The row of one line is raised to the two lines that a text of five shows at least.
    EXPECT_PAGES(matrixPages(matrix(5, {{1, {1, 3, 3}}}), 45, 100), R"(
        1: rows 0-0 height 30 | T0[0-2) G0[0-1)
        2: rows 1-2 height 70 | T0+[2-5) G0+[1-1)
    )");
}

TEST(TableSpans, textOfThreeLinesStaysWhole) {
    EXPECT_PAGES(matrixPages(matrix(3, {{1, {1, 3, 3}}}), 45, 100), R"(
        1: rows 0-0 height 40 | T0[0-3) G0[0-1)
        2: rows 1-2 height 70 | T0+[3-3) G0+[1-1)
    )");
}

TEST(TableSpans, breakMovesUpWhereAPieceCannotGrow) {
    // Closing after theme 2's first row would leave it one line of three: the page is closed before the
    // theme.
    Matrix m = matrix(2, {{1, {2, 2}}});
    m.themes.push_back({3, {{1, {1, 4}}}});
    EXPECT_PAGES(matrixPages(m, 65, 100), R"(
        1: rows 0-1 height 50 | T0[0-2) G0[0-1)
        2: rows 2-3 height 60 | T1[0-3) G1[0-1)
    )");
}

TEST(TableSpans, labelAndPaddingAreAMinimumHeight) {
    // The last piece of the theme is one row of one line; its label has two.
    Matrix m = matrix(1, {{1, {3, 3, 1}}});
    m.labelLines = 2;
    EXPECT_PAGES(matrixPages(m, 75, 75), R"(
        1: rows 0-1 height 70 | T0[0-1) G0[0-1)
        2: rows 2-2 height 30 | T0+[1-1) G0+[1-1)
    )");
}

TEST(TableSpans, nestedSpansEachFollowTheRulesOnTheirOwn) {
    // The goal ends on page 2 where the theme goes on; each has its label on its own later pieces only.
    EXPECT_PAGES(matrixPages(matrix(4, {{6, {4, 4, 4}}, {2, {4, 4}}}), 100, 100), R"(
        1: rows 0-1 height 90 | T0[0-4) G0[0-6)
        2: rows 2-3 height 90 | T0+[4-4) G0+[6-6) G1[0-2)
        3: rows 4-4 height 50 | T0+[4-4) G1+[2-2)
    )");
}

TEST(TableSpans, longThemeTextSplitsItsLastRow) {
    EXPECT_PAGES(matrixPages(matrix(20, {{1, {2, 2}}}), 100, 100), R"(
        1: rows 0-1/ height 100 | T0[0-9) G0[0-1)
        2: rows /1-1/ height 100 | T0+[9-17) G0+[1-1)
        3: rows /1-1 height 50 | T0+[17-20) G0+[1-1)
    )");
}

TEST(TableKeeps, goalOfFewRowsStaysTogether) {
    Matrix m = matrix(1, {{1, {2, 2}}, {1, {2, 2, 2}}});
    m.keepGoalsUpTo = 3;
    EXPECT_PAGES(matrixPages(m, 100, 100), R"(
        1: rows 0-1 height 50 | T0[0-1) G0[0-1)
        2: rows 2-4 height 70 | T0+[1-1) G1[0-1)
    )");
    m.keepGoalsUpTo = 2;
    EXPECT_PAGES(matrixPages(m, 100, 100), R"(
        1: rows 0-3 height 90 | T0[0-1) G0[0-1) G1[0-1)
        2: rows 4-4 height 30 | T0+[1-1) G1+[1-1)
    )");
}

TEST(TableKeeps, goalHigherThanAPageIsBroken) {
    Matrix m = matrix(1, {{1, {4, 4, 4}}});
    m.keepGoalsUpTo = 3;
    EXPECT_PAGES(matrixPages(m, 60, 100), R"(
        1: rows 0-0 height 50 | T0[0-1) G0[0-1)
        2: rows 1-2 height 90 | T0+[1-1) G0+[1-1)
    )");
}

TEST(TableKeeps, rowOfAKeptGoalIsNotSplit) {
    Matrix m = matrix(1, {{1, {2}}, {1, {6}}});
    m.keepGoalsUpTo = 3;
    EXPECT_PAGES(matrixPages(m, 80, 100), R"(
        1: rows 0-0 height 30 | T0[0-1) G0[0-1)
        2: rows 1-1 height 70 | T0+[1-1) G1[0-1)
    )");
}

TEST(TableKeeps, firstGoalMovesWithItsTable) {
    Matrix m = matrix(1, {{1, {2, 2}}});
    m.keepGoalsUpTo = 3;
    const TableGrid grid = m.grid();
    EXPECT_EQ(planAt(grid, 10, true, 35, 100).kind, Plan::Kind::Wrap);
    m.keepGoalsUpTo = 0;
    const TableGrid free = m.grid();
    EXPECT_EQ(planAt(free, 10, true, 35, 100).kind, Plan::Kind::Partial);
}

// Spans past the end crash typst (6399) and indigo (1701).
TEST(TableGridChecks, irregularTablesAreTold) {
    const auto faultOf = [](std::uint32_t rowSpan, std::uint32_t column, std::uint32_t colSpan) {
        TableGrid grid({tenths(10), tenths(10)});
        grid.addRow();
        GridCell cell;
        cell.rowSpan = rowSpan;
        cell.column = column;
        cell.colSpan = colSpan;
        grid.addCell(cell, {});
        return grid.finish().value_or("");
    };
    EXPECT_EQ(faultOf(1, 0, 2), "");
    EXPECT_EQ(faultOf(2, 0, 2), "the cell in row 1, column 1 spans past the end of the table");
    EXPECT_EQ(faultOf(1, 1, 2), "the cell in row 1, column 2 spans past the end of the table");
    EXPECT_EQ(faultOf(1, 0, 0), "the cell in row 1, column 1 spans past the end of the table");
    EXPECT_EQ(faultOf(1, 0, 1), "row 1, column 2 is covered by no cell");

    TableGrid twice({tenths(10)});
    twice.addRow();
    twice.addCell({}, {});
    twice.addCell({}, {});
    EXPECT_EQ(twice.finish(), "row 1, column 1 is covered by two cells");
}

TEST(TableGridChecks, cellTextOfParagraphsWithGapsIsMeasuredExactly) {
    TableGrid grid({tenths(10)});
    grid.addRow();
    // Two lines of 10, a gap of 5, three lines of 8.
    const Stretch stretches[] = {{0, 2, {}, tenths(10), {}, nullptr},
                                 {2, 3, tenths(25), tenths(8), {}, nullptr}};
    grid.addCell({}, stretches);
    ASSERT_FALSE(grid.finish());
    const GridCell& cell = grid.cell(0);
    EXPECT_EQ(cell.lines, 5u);
    EXPECT_EQ(grid.textHeight(cell, 0, 5), tenths(49));
    EXPECT_EQ(grid.textHeight(cell, 1, 3), tenths(23));
    EXPECT_EQ(grid.textHeight(cell, 2, 5), tenths(24)); // no gap at the top of a piece
    EXPECT_EQ(grid.textHeight(cell, 3, 3), Length());
    EXPECT_EQ(grid.fit(cell, 0, tenths(32)), 2u);
    EXPECT_EQ(grid.fit(cell, 0, tenths(33)), 3u);
    EXPECT_EQ(grid.fit(cell, 1, tenths(22)), 1u);
    EXPECT_EQ(grid.fit(cell, 2, tenths(24)), 3u);
    EXPECT_EQ(grid.fit(cell, 2, tenths(7)), 0u);
    EXPECT_EQ(grid.fit(cell, 0, -tenths(7)), 0u);
    EXPECT_EQ(grid.fit(cell, 5, tenths(99)), 0u);
}

TEST(SplitLines, keepsTwoOnEitherSide) {
    EXPECT_EQ(splitLines(5, 5, false), 5u);
    EXPECT_EQ(splitLines(5, 4, false), 3u);
    EXPECT_EQ(splitLines(5, 2, false), 2u);
    EXPECT_EQ(splitLines(5, 1, false), 0u);
    EXPECT_EQ(splitLines(4, 3, false), 2u);
    EXPECT_EQ(splitLines(3, 2, false), 0u);
    EXPECT_EQ(splitLines(3, 2, true), 2u);
    EXPECT_EQ(splitLines(5, 1, true), 1u);
    EXPECT_EQ(splitLines(5, 0, true), 0u);
    EXPECT_EQ(splitLines(0, 0, false), 0u);
}

TEST(TableStarts, aThemeBeginsWithItsGoals) {
    Matrix m;
    m.themes = {{1, {{1, {3, 3}}}}, {1, {{1, {2}}, {1, {2}}, {1, {2}}}}};
    m.themeGoals = 2;
    EXPECT_PAGES(matrixPages(m, 100, 100), R"(
        1: rows 0-1 height 70 | T0[0-1) G0[0-1)
        2: rows 2-4 height 70 | T1[0-1) G1[0-1) G2[0-1) G3[0-1)
    )");
    m.themeGoals = 1;
    EXPECT_PAGES(matrixPages(m, 100, 100), R"(
        1: rows 0-2 height 90 | T0[0-1) G0[0-1) T1[0-1) G1[0-1)
        2: rows 3-4 height 50 | T1+[1-1) G2[0-1) G3[0-1)
    )");
}

TEST(TableStarts, aThemeBeginsWithSoManyOfItsLines) {
    Matrix m;
    m.themes = {{1, {{1, {5}}}}, {8, {{1, {2}}, {1, {2}}, {1, {2}}, {1, {2}}}}};
    m.themeLines = 6;
    EXPECT_PAGES(matrixPages(m, 100, 100), R"(
        1: rows 0-0 height 60 | T0[0-1) G0[0-1)
        2: rows 1-4 height 90 | T1[0-8) G1[0-1) G2[0-1) G3[0-1) G4[0-1)
    )");
    m.themes[1].lines = 20;
    EXPECT_PAGES(matrixPages(m, 50, 50), R"(
        1: rows 0-0/ height 40 | T0[0-1) G0[0-1)
        2: rows /0-0 height 30 | T0+[1-1) G0+[1-1)
        3: rows 1-2 height 50 | T1[0-4) G1[0-1) G2[0-1)
        4: rows 3-4/ height 50 | T1+[4-7) G3[0-1) G4[0-1)
        5: rows /4-4/ height 50 | T1+[7-10) G4+[1-1)
        6: rows /4-4/ height 50 | T1+[10-13) G4+[1-1)
        7: rows /4-4/ height 50 | T1+[13-16) G4+[1-1)
        8: rows /4-4/ height 40 | T1+[16-18) G4+[1-1)
        9: rows /4-4 height 40 | T1+[18-20) G4+[1-1)
    )"); // no page holds six
}

} // namespace sidetal::test
