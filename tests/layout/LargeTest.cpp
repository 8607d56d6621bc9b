#include "layout/Invariants.h"
#include "unit/Layout/LayoutFixture.h"

#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

/// Breaks a matrix into pages 500 high and checks all invariants; returns the number of pages.
std::size_t pagesOf(const Matrix& matrix) {
    const TableGrid grid = matrix.grid();
    const auto parts = paginateTable(grid, tenths(matrix.header), matrix.splitRows, tenths(500), tenths(500));
    EXPECT_EQ(brokenInvariant({grid, parts, tenths(matrix.header), tenths(500), 0}), std::nullopt);
    return parts.size();
}

} // namespace

// Each of these is 40 to 200 times what a page holds: were a step not linear, the test's time limit would
// tell.

TEST(LargeTables, cellOfFortyPages) {
    Matrix m;
    m.themes = {{2, {{2, {40 * 49}}}}};
    EXPECT_EQ(pagesOf(m), 40u); // the labels stand beside it
    m.splitRows = false;
    EXPECT_EQ(pagesOf(m), 40u);
}

TEST(LargeTables, themeTextOfFortyPages) {
    Matrix m;
    m.themes = {{40 * 49, {{2, {2, 3}}}}};
    EXPECT_EQ(pagesOf(m), 41u); // the label takes a line of each page but the first
}

TEST(LargeTables, goalOfFiveHundredInitiatives) {
    Matrix m;
    m.themes = {{6, {{3, std::vector<std::uint32_t>(500, 4)}}}};
    EXPECT_EQ(pagesOf(m), 42u); // twelve rows of 40 on a page of 490
}

TEST(LargeTables, themeOfTwoThousandRows) {
    Matrix m;
    m.themes = {{6, {}}};
    m.keepGoalsUpTo = 3;
    for (int i = 0; i < 1000; ++i) {
        m.themes.front().goals.push_back({3, {2, 3}});
    }
    EXPECT_EQ(pagesOf(m), 112u); // nine goals of 50 on a page of 490
}

TEST(LargeTables, aMillionRows) {
    Matrix m;
    for (int i = 0; i < 100'000; ++i) {
        m.themes.push_back({3, {{2, {1, 1, 1, 1, 1}}, {2, {1, 1, 1, 1, 1}}}});
    }
    EXPECT_GT(pagesOf(m), 20'000u);
}

TEST(LargeFlows, paragraphOfFortyPages) {
    MockFlow flow;
    flow.lines("p", 40 * 50 + 1);
    const Pagination pagination = paginate(flow.items(), tenths(500));
    EXPECT_EQ(pagination.pages.size(), 41u);
    EXPECT_EQ(pagination.pages.back().at.at, 40u * 50u - 1); // two lines on the last page
}

TEST(LargeFlows, chainOfSixtyHeadings) {
    MockFlow flow;
    flow.lines("before", 20);
    for (int i = 0; i < 60; ++i) {
        flow.lines("h", 1).keepWithNext();
    }
    flow.lines("text", 6);
    const Pagination pagination = paginate(flow.items(), tenths(500));
    ASSERT_EQ(pagination.pages.size(), 3u);
    EXPECT_EQ(pagination.pages[1].item, 1u);  // the chain begins on a page of its own
    EXPECT_EQ(pagination.pages[2].item, 51u); // and is released there
}

TEST(LargeFlows, chainOfAHundredThousandHeadings) {
    MockFlow flow;
    for (int i = 0; i < 100'000; ++i) {
        flow.lines("h", 1).keepWithNext();
    }
    EXPECT_EQ(paginate(flow.items(), tenths(500)).pages.size(), 2000u);
}

TEST(LargeFlows, agendaOfAThousandPages) {
    MockFlow flow;
    for (int i = 0; i < 10'000; ++i) {
        flow.lines("h", 1).gap(12, 4).keepWithNext();
        flow.lines("p", 3).gap(0, 6).lines("p", 2).gap(0, 6);
    }
    const Pagination pagination = paginate(flow.items(), tenths(500));
    EXPECT_GT(pagination.pages.size(), 1000u);
    for (const PageToken& page : pagination.pages) {
        EXPECT_NE(page.item % 3, 1u); // no heading is left behind at a page's foot
    }
}

// Of blocks as Compose makes them, on pages of ten lines.

TEST(LargeBlocks, tenThousandRowsOfColumnsWithLeaders) {
    constexpr std::uint32_t kRows = 10'000;
    DocumentBuilder builder;
    Setting setting;
    for (std::uint32_t i = 0; i < kRows; ++i) {
        Columns row;
        row.columns.resize(2);
        row.columns[0].width = Length::points(30);
        row.columns[0].blocks.emplace_back().content = builder.paragraph("1.");
        row.columns[1].x = Length::points(34);
        row.columns[1].width = Length::points(166);
        LeaderLine line;
        line.text = builder.paragraph("Punkt");
        line.end = builder.paragraph("7");
        row.columns[1].blocks.emplace_back().content = std::move(line);
        builder.add(std::move(row));
    }
    const LaidOutDocument laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, kRows / 10);
    EXPECT_NE(printPage(laid.pages, laid.pages.count, setting).find("'Punkt '"), std::string::npos);
}

TEST(LargeBlocks, tenThousandPanelsAndOneOfAThousandPages) {
    constexpr std::uint32_t kPanels = 10'000;
    DocumentBuilder builder;
    Setting setting;
    const auto addPanel = [&](std::uint32_t lines) {
        Panel panel;
        panel.format.barWidth = Length::points(1);
        for (std::uint32_t i = 0; i < lines; ++i) {
            panel.blocks.emplace_back().content = builder.paragraph("Ja");
        }
        builder.add(std::move(panel));
    };
    for (std::uint32_t i = 0; i < kPanels; ++i) {
        addPanel(1);
    }
    addPanel(kPanels);
    for (std::uint32_t i = 0; i < kPanels; ++i) {
        addPanel(1);
    }
    const LaidOutDocument laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 3 * kPanels / 10);
    for (const std::uint32_t page : {1U, 1'500U, 3'000U}) {
        const std::string text = printPage(laid.pages, page, setting);
        std::size_t bars = 0;
        for (std::size_t at = text.find("fill"); at != std::string::npos; at = text.find("fill", at + 1)) {
            ++bars;
        }
        EXPECT_EQ(bars, page == 1'500U ? 1U : 10U);
    }
}

TEST(LargeBlocks, aRunningMarkOnEachOfAThousandPages) {
    constexpr std::uint32_t kItems = 10'000;
    DocumentBuilder builder;
    Setting setting;
    builder.addRunning("{mark}");
    for (std::uint32_t i = 0; i < kItems; ++i) {
        const NodeId node = builder.node(Role::P);
        const TargetId target = builder.document.tree.reserveTarget();
        builder.document.tree.bindTarget(target, node);
        builder.add(builder.paragraph("Ja", node));
        builder.document.runningMarks.push_back({target, "Punkt " + std::to_string(i)});
    }
    const LaidOutDocument laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, kItems / 10);
    EXPECT_NE(printPage(laid.pages, laid.pages.count, setting).find("'Punkt 9990'"), std::string::npos);
}

} // namespace sidetal::test
