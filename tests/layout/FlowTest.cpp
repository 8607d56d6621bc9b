#include "layout/LayoutDsl.h"

#include <gtest/gtest.h>

namespace sidetal::test {

TEST(Flow, anEmptyFlowHasOnePage) {
    EXPECT_PAGES(MockFlow().pages(100), "1:");
    EXPECT_PAGES(MockFlow().pageBreak().pages(100), "1:");
}

TEST(Flow, blocksStandUnderOneAnother) {
    EXPECT_PAGES(MockFlow().solid("a", 40).solid("b", 60).solid("c", 10).pages(100), R"(
        1: a 0-40 | b 40-100
        2: c 0-10
    )");
}

TEST(Flow, gapIsTheLargerOfBothAndNoneAtThePageTop) {
    EXPECT_PAGES(
        MockFlow().solid("a", 20).gap(99, 5).solid("b", 20).gap(8, 3).solid("c", 20).gap(1, 0).pages(100),
        "1: a 0-20 | b 28-48 | c 51-71");
    EXPECT_PAGES(MockFlow().solid("a", 60).gap(0, 20).solid("b", 30).gap(20, 0).pages(100), R"(
        1: a 0-60
        2: b 0-30
    )");
}

TEST(Flow, spaceIsDroppedAtThePageTopAndWhereItDoesNotFit) {
    EXPECT_PAGES(
        MockFlow().space(30).solid("a", 50).space(30).solid("b", 20).space(30).solid("c", 20).pages(100), R"(
        1: a 0-50 | b 80-100
        2: c 0-20
    )");
}

TEST(Flow, pageBreakMakesNoEmptyPage) {
    EXPECT_PAGES(
        MockFlow().pageBreak().solid("a", 10).pageBreak().pageBreak().solid("b", 10).pageBreak().pages(100),
        R"(
        1: a 0-10
        2: b 0-10
    )");
}

TEST(Flow, blockThatIsCutGoesOnAtThePageTop) {
    EXPECT_PAGES(MockFlow().solid("a", 70).continuous("b", 150).solid("c", 10).pages(100), R"(
        1: a 0-70 | b[0-30) 70-100
        2: b[30-130) 0-100
        3: b[130-) 0-20 | c 20-30
    )");
}

TEST(Orphans, twoLinesStandOnEitherSide) {
    EXPECT_PAGES(MockFlow().solid("a", 85).lines("p", 4).pages(100), R"(
        1: a 0-85
        2: p 0-40
    )");
    EXPECT_PAGES(MockFlow().solid("a", 75).lines("p", 4).pages(100), R"(
        1: a 0-75 | p[0-2) 75-95
        2: p[2-) 0-20
    )");
    EXPECT_PAGES(MockFlow().solid("a", 55).lines("p", 5).pages(100), R"(
        1: a 0-55 | p[0-3) 55-85
        2: p[3-) 0-20
    )");
}

TEST(Orphans, paragraphOfThreeLinesStaysWhole) {
    EXPECT_PAGES(MockFlow().solid("a", 75).lines("p", 3).pages(100), R"(
        1: a 0-75
        2: p 0-30
    )");
}

TEST(Orphans, aPageOfOneLineStillMakesProgress) {
    EXPECT_PAGES(MockFlow().lines("p", 3).pages(10), R"(
        1: p[0-1) 0-10
        2: p[1-2) 0-10
        3: p[2-) 0-10
    )");
}

TEST(Keeps, headingGoesWithTheFirstTwoLines) {
    EXPECT_PAGES(MockFlow().solid("a", 60).lines("h", 1).keepWithNext().lines("p", 6).pages(100), R"(
        1: a 0-60 | h 60-70 | p[0-3) 70-100
        2: p[3-) 0-30
    )");
    EXPECT_PAGES(MockFlow().solid("a", 75).lines("h", 1).keepWithNext().lines("p", 6).pages(100), R"(
        1: a 0-75
        2: h 0-10 | p 10-70
    )");
}

TEST(Keeps, headingGoesWithTheHeaderAndFirstRowOfATable) {
    const auto flow = [](std::int64_t before) {
        MockFlow f;
        f.solid("a", before).lines("h", 1).keepWithNext().table("t", 10, {2, 2});
        return f.pages(100);
    };
    EXPECT_PAGES(flow(60), R"(
        1: a 0-60 | h 60-70 | t[0-1) 70-100
        2: t[1-) 0-30
    )");
    EXPECT_PAGES(flow(61), R"(
        1: a 0-61
        2: h 0-10 | t 10-60
    )");
}

TEST(Keeps, gapsCountInAChain) {
    EXPECT_PAGES(MockFlow().solid("a", 50).lines("h", 1).gap(12, 8).keepWithNext().lines("p", 2).pages(100),
                 "1: a 0-50 | h 62-72 | p 80-100");
    EXPECT_PAGES(MockFlow().solid("a", 50).lines("h", 1).gap(13, 8).keepWithNext().lines("p", 2).pages(100),
                 R"(
        1: a 0-50
        2: h 0-10 | p 18-38
    )");
}

TEST(Keeps, chainOfHeadingsMovesWhole) {
    EXPECT_PAGES(MockFlow()
                     .solid("a", 60)
                     .lines("h1", 1)
                     .keepWithNext()
                     .lines("h2", 1)
                     .keepWithNext()
                     .lines("h3", 1)
                     .keepWithNext()
                     .lines("p", 2)
                     .pages(100),
                 R"(
        1: a 0-60
        2: h1 0-10 | h2 10-20 | h3 20-30 | p 30-50
    )");
}

TEST(Keeps, tableEndsOnThePageWhereItsLegendBegins) {
    const auto flow = [](std::int64_t before) {
        MockFlow f;
        f.solid("a", before).table("t", 10, {2, 2}).endWithNext().gap(0, 6).lines("legend", 1);
        return f.pages(100);
    };
    EXPECT_PAGES(flow(34), "1: a 0-34 | t 34-84 | legend 90-100");
    EXPECT_PAGES(flow(35), R"(
        1: a 0-35 | t[0-1) 35-65
        2: t[1-) 0-30 | legend 36-46
    )");
}

TEST(Keeps, tableOfOneRowIsNotTornForItsLegend) {
    EXPECT_PAGES(MockFlow().solid("a", 70).table("t", 10, {2}).endWithNext().lines("legend", 1).pages(100),
                 R"(
        1: a 0-70 | t 70-100
        2: legend 0-10
    )");
}

// A chain of headings longer than a page makes typst lose its way (5899): here it is released at the page's
// top.
TEST(Keeps, chainThatFillsAPageIsReleasedAtItsTop) {
    MockFlow flow;
    flow.solid("a", 10);
    for (int i = 0; i < 7; ++i) {
        flow.solid("h" + std::to_string(i), 20).keepWithNext();
    }
    flow.lines("p", 2);
    EXPECT_PAGES(flow.pages(100), R"(
        1: a 0-10
        2: h0 0-20 | h1 20-40 | h2 40-60 | h3 60-80 | h4 80-100
        3: h5 0-20 | h6 20-40 | p 40-60
    )");
}

TEST(Keeps, releasedChainLeavesNoHeadingAloneAtTheFoot) {
    // Five headings fill the page, the text does not fit: the last one goes with it.
    MockFlow flow;
    for (int i = 0; i < 5; ++i) {
        flow.solid("h" + std::to_string(i), 20).keepWithNext();
    }
    flow.lines("p", 2);
    EXPECT_PAGES(flow.pages(100), R"(
        1: h0 0-20 | h1 20-40 | h2 40-60 | h3 60-80
        2: h4 0-20 | p 20-40
    )");
}

TEST(Keeps, headingBeforeABlockAsHighAsAPageIsReleased) {
    EXPECT_PAGES(MockFlow().lines("h", 1).keepWithNext().solid("s", 100).pages(100), R"(
        1: h 0-10
        2: s 0-100
    )");
}

TEST(Keeps, rowUnderAHeadingIsSplitRatherThanTheHeadingLeftAlone) {
    // The row fits an empty page, but none with the heading above it.
    EXPECT_PAGES(MockFlow().lines("h", 1).keepWithNext().table("t", 10, {9, 1}).pages(100), R"(
        1: h 0-10 | t[0-0) 10-90
        2: t[0-) 0-40
    )");
    // A text that cannot be split leaves it alone.
    EXPECT_PAGES(MockFlow().solid("h", 80).keepWithNext().table("t", 10, {3, 1}).pages(100), R"(
        1: h 0-80
        2: t 0-50
    )");
}

TEST(Keeps, whatIsLetGoOfIsMeasuredByAPageOfItsOwn) {
    // Under the heading the table would have to be split; alone it stands whole, as it is asked to.
    EXPECT_PAGES(MockFlow().solid("h", 50).keepWithNext().table("t", 10, {6}).whole().pages(100), R"(
        1: h 0-50
        2: t 0-70
    )");
}

TEST(Keeps, chainEndsAtAPageBreak) {
    EXPECT_PAGES(MockFlow().solid("a", 80).lines("h", 1).keepWithNext().pageBreak().lines("p", 2).pages(100),
                 R"(
        1: a 0-80 | h 80-90
        2: p 0-20
    )");
}

TEST(Keeps, headingAtTheEndOfTheFlowStands) {
    EXPECT_PAGES(MockFlow().solid("a", 80).lines("h", 1).keepWithNext().pages(100), "1: a 0-80 | h 80-90");
}

TEST(Keeps, paragraphThatIsKeptTogetherMoves) {
    EXPECT_PAGES(MockFlow().solid("a", 50).lines("p", 6).whole().pages(100), R"(
        1: a 0-50
        2: p 0-60
    )");
}

TEST(Keeps, whatIsHigherThanAPageIsKeptTogetherNoLonger) {
    EXPECT_PAGES(MockFlow().solid("a", 50).lines("p", 15).whole().pages(100), R"(
        1: a 0-50
        2: p[0-10) 0-100
        3: p[10-) 0-50
    )");
}

TEST(Keeps, longParagraphThatIsKeptWithNextKeepsItsEndWithIt) {
    EXPECT_PAGES(MockFlow().lines("p", 18).keepWithNext().solid("s", 30).pages(100), R"(
        1: p[0-10) 0-100
        2: p[10-) 0-80
        3: s 0-30
    )");
    EXPECT_PAGES(MockFlow().lines("p", 17).keepWithNext().solid("s", 30).pages(100), R"(
        1: p[0-10) 0-100
        2: p[10-) 0-70 | s 70-100
    )");
}

// What is higher than an empty page overflows silently in typst (6074) and hangs others: here it is told,
// once, and layout goes on.
TEST(Faults, blockThatWrapsOnAnEmptyPageIsToldNotLooped) {
    EXPECT_PAGES(MockFlow().solid("a", 50).solid("big", 101).solid("b", 20).pages(100), R"(
        1: a 0-50
        2: big 0-101 | b 101-121
        fault: big on page 2: solid
    )");
}

TEST(Beside, standsBesideTheFlowAndTakesNoHeight) {
    EXPECT_PAGES(MockFlow().beside("sender", 60).lines("title", 1).lines("p", 2).pages(100),
                 "1: sender 0-60 | title 0-10 | p 10-30");
}

TEST(Beside, isNotBrokenButGoesToTheNextPage) {
    EXPECT_PAGES(MockFlow().solid("a", 50).beside("b", 60).solid("c", 10).pages(100), R"(
        1: a 0-50
        2: b 0-60 | c 0-10
    )");
}

TEST(Beside, higherThanAnEmptyPageIsAFault) {
    EXPECT_PAGES(MockFlow().beside("b", 101).solid("c", 10).pages(100), R"(
        1: b 0-101 | c 0-10
        fault: b on page 1: solid
    )");
}

TEST(Landmarks, tellWhereEachPartOfAnItemStandsAndWhetherItIsWhole) {
    MockFlow flow;
    flow.solid("a", 30).gap(0, 5).table("t", 10, {2, 2, 2, 2}).solid("b", 10);
    const auto marks = paginate(flow.items(), tenths(100)).landmarks;
    ASSERT_EQ(marks.size(), 4u);
    EXPECT_EQ(marks[1].page, 0u);
    EXPECT_EQ(marks[1].top, tenths(35));
    EXPECT_EQ(marks[1].height, tenths(50));
    EXPECT_FALSE(marks[1].whole);
    EXPECT_EQ(marks[2].item, 1u);
    EXPECT_EQ(marks[2].page, 1u);
    EXPECT_EQ(marks[2].height, tenths(50));
    EXPECT_FALSE(marks[2].whole);
    EXPECT_EQ(marks[3].page, 1u);
    EXPECT_EQ(marks[3].top, tenths(50));
    EXPECT_TRUE(marks[3].whole);
}

} // namespace sidetal::test
