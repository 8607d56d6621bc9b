#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

using namespace literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace {

/// A ground that reaches 10 beyond the text, with a bar at its left.
PanelFormat decision() {
    PanelFormat format;
    format.fill = Colour{238, 242, 245};
    format.barWidth = 4_pt;
    format.barGap = 10_pt;
    format.padLeft = format.padRight = 10_pt;
    format.padTop = format.padBottom = 7_pt;
    return format;
}

/// A bar alone.
PanelFormat recommendation() {
    PanelFormat format;
    format.barWidth = Length::milli(1500);
    format.barGap = Length::milli(8500);
    return format;
}

void addLines(DocumentBuilder& builder, std::vector<Block>& blocks, int count) {
    for (int i = 1; i <= count; ++i) {
        blocks.emplace_back().content = builder.paragraph("linje " + std::to_string(i));
    }
}

Block& addPanel(DocumentBuilder& builder, const PanelFormat& format, int lines) {
    Panel panel;
    panel.format = format;
    addLines(builder, panel.blocks, lines);
    return builder.add(std::move(panel));
}

} // namespace

TEST(Panels, groundAndBarLieUnderTheTextAndReachBeyondIt) {
    DocumentBuilder builder;
    Setting setting;
    builder.addParagraph("før");
    addPanel(builder, decision(), 2);
    builder.addParagraph("efter");
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_THAT(messages(laid.diagnostics), IsEmpty());
    EXPECT_EQ(printPage(laid.pages, 1, setting), R"(fill 10,42 220x38
fill 6,42 4x38
text P#1 20,38.5 'før'
text P#2 20,57.5 'linje 1'
text P#3 20,69.5 'linje 2'
text P#4 20,88.5 'efter'
)");
}

TEST(Panels, barAloneIsAsHighAsItsLines) {
    DocumentBuilder builder;
    Setting setting;
    builder.addParagraph("før");
    Block& block = addPanel(builder, recommendation(), 2);
    std::get<Panel>(block.content).blocks.front().spaceBefore = 6_pt;
    std::get<Panel>(block.content).blocks.back().spaceAfter = 5_pt;
    builder.addParagraph("efter");
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), R"(fill 10,48 1.5x24
text P#1 20,38.5 'før'
text P#2 20,56.5 'linje 1'
text P#3 20,68.5 'linje 2'
text P#4 20,85.5 'efter'
)");
}

TEST(Panels, goesOnOverThePageWithTwoLinesOnEitherSideAndHangsIntoTheMargins) {
    DocumentBuilder builder;
    Setting setting;
    for (int i = 0; i < 5; ++i) {
        builder.addParagraph("før");
    }
    addPanel(builder, decision(), 5);
    const LaidOutDocument laid = layOut(builder, setting);
    const std::vector<std::string> pages = printPages(laid.pages, setting);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_THAT(pages[0], StartsWith("fill 10,90 220x50\nfill 6,90 4x50\n"));
    EXPECT_THAT(pages[0], Not(HasSubstr("linje 4")));
    EXPECT_EQ(pages[1], R"(fill 10,23 220x38
fill 6,23 4x38
text P#9 20,38.5 'linje 4'
text P#10 20,50.5 'linje 5'
)");
}

TEST(Panels, headingIsKeptWithTwoLinesOfAPanelAndAPanelsHeadingWithThem) {
    for (const bool inside : {false, true}) {
        DocumentBuilder builder;
        Setting setting;
        for (int i = 0; i < 8; ++i) {
            builder.addParagraph("før");
        }
        Heading heading;
        heading.text = builder.paragraph("Beslutning", builder.node(Role::H2));
        Panel panel;
        panel.format = recommendation();
        if (inside) {
            panel.blocks.emplace_back().content = heading;
        } else {
            builder.add(heading);
        }
        addLines(builder, panel.blocks, 3);
        builder.add(std::move(panel));
        const LaidOutDocument laid = layOut(builder, setting);
        ASSERT_EQ(laid.pages.count, 2U);
        EXPECT_THAT(printPage(laid.pages, 1, setting), Not(HasSubstr("Beslutning")));
        EXPECT_THAT(printPage(laid.pages, 1, setting), Not(HasSubstr("fill")));
        EXPECT_THAT(printPage(laid.pages, 2, setting), HasSubstr("Beslutning"));
    }
}

TEST(Panels, inACellAPanelIsOneUnbrokenBox) {
    DocumentBuilder builder;
    Setting setting;
    Table table = builder.spanTable("Tema", {"Mål"});
    Panel panel;
    panel.format = decision();
    panel.format.padLeft = panel.format.padRight = panel.format.barWidth = {};
    addLines(builder, panel.blocks, 1);
    table.rows[0].cells[1].content.clear();
    table.rows[0].cells[1].content.emplace_back().content = std::move(panel);
    builder.add(std::move(table));
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_THAT(messages(laid.diagnostics), IsEmpty());
    EXPECT_THAT(printPage(laid.pages, 1, setting), HasSubstr("fill 122,42 98x26\n"));
}

TEST(Columns, standSideBySideWithTheirTopsLevel) {
    DocumentBuilder builder;
    Setting setting;
    builder.addParagraph("før");
    Columns columns;
    for (const std::int64_t x : {0, 100}) {
        Column& column = columns.columns.emplace_back();
        column.x = Length::points(x);
        column.width = 90_pt;
        addLines(builder, column.blocks, x == 0 ? 2 : 1);
        column.blocks.front().spaceBefore = 20_pt;
    }
    builder.add(std::move(columns));
    builder.addParagraph("efter");
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), R"(text P#1 20,38.5 'før'
text P#2 20,50.5 'linje 1'
text P#3 20,62.5 'linje 2'
text P#4 120,50.5 'linje 1'
text P#5 20,74.5 'efter'
)");
}

// A rule over a heading, as over each item of an agenda.
TEST(Rules, overAHeadingAreNeverPartedFromItAndStandAtThePagesTop) {
    for (int before = 0; before < 12; ++before) {
        DocumentBuilder builder;
        Setting setting;
        addLines(builder, builder.document.run().blocks, before);
        Block& rule = builder.add(Rule{1_pt, {}});
        rule.keepWithNext = true;
        rule.spaceBefore = 28_pt;
        builder.addHeading("Punkt");
        addLines(builder, builder.document.run().blocks, 3);
        const LaidOutDocument laid = layOut(builder, setting);
        int together = 0;
        for (const std::string& page : printPages(laid.pages, setting)) {
            const bool hasRule = page.find("line ") != std::string::npos;
            EXPECT_EQ(hasRule, page.find("'Punkt'") != std::string::npos) << before;
            together += hasRule ? 1 : 0;
            if (hasRule && before >= 6 && before <= 10) {
                EXPECT_THAT(page, StartsWith("line 20,30.5 220,30.5\n"));
            }
        }
        EXPECT_EQ(together, 1);
    }
}

TEST(Columns, logoStandsAtTheRightOrLeftOfAText) {
    for (const Align align : {Align::Left, Align::Right}) {
        DocumentBuilder builder;
        Setting setting;
        Columns columns;
        columns.columns.resize(2);
        columns.columns[0].width = 90_pt;
        columns.columns[0].blocks.emplace_back().content = builder.paragraph("Prøveby Kommune");
        columns.columns[1].x = 100_pt;
        columns.columns[1].width = 100_pt;
        Drawing drawing;
        drawing.paths.emplace_back().segments = {{PathSegment::Kind::Move, {}, {}, {}},
                                                 {PathSegment::Kind::Line, {40_pt, 20_pt}, {}, {}}};
        drawing.paths.back().stroke = Colour{};
        const NodeId leaf = builder.node(Role::Figure);
        builder.document.tree.setAlt(leaf, "Byvåben");
        columns.columns[1].blocks.emplace_back().content = Figure{leaf, 40_pt, 20_pt, drawing, align, {}};
        builder.add(std::move(columns));
        builder.addParagraph("efter");
        const LaidOutDocument laid = layOut(builder, setting);
        const bool right = align == Align::Right;
        EXPECT_EQ(printPage(laid.pages, 1, setting),
                  std::string("text P#1 20,38.5 'Prøveby Kommune'\npath Figure#2 ") +
                      (right ? "180,30 220,50" : "120,30 160,50") + "\ntext P#3 20,58.5 'efter'\n");
        ASSERT_EQ(laid.pages.boxes.size(), 1U);
        EXPECT_EQ(laid.pages.boxes[0].box, (Rect{right ? 180_pt : 120_pt, 30_pt, 40_pt, 20_pt}));
    }
}

TEST(Columns, headingsAndTargetsInThemAreFoundWhereTheyStand) {
    DocumentBuilder builder;
    Setting setting;
    builder.addParagraph("før");
    Columns columns;
    columns.columns.resize(2);
    columns.columns[0].width = columns.columns[1].width = 90_pt;
    columns.columns[1].x = 100_pt;
    for (Column& column : columns.columns) {
        Panel panel;
        panel.format = decision();
        Heading heading;
        heading.outline = "Overskrift";
        heading.text = builder.paragraph("Overskrift", builder.node(Role::H2));
        panel.blocks.emplace_back().content = std::move(heading);
        column.blocks.emplace_back().content = std::move(panel);
    }
    builder.add(std::move(columns));
    const LaidOutDocument laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.outline.size(), 2U);
    for (const OutlineEntry& entry : laid.pages.outline) {
        EXPECT_EQ(laid.pages.target(entry.target).top, 49_pt); // under its ground's edge
    }
    EXPECT_THAT(printPage(laid.pages, 1, setting),
                StartsWith("fill 10,42 110x26\nfill 6,42 4x26\nfill 110,42 110x26\n"));
}

TEST(Columns, higherThanAnEmptyPageAreAnError) {
    DocumentBuilder builder;
    Setting setting;
    Columns columns;
    Column& column = columns.columns.emplace_back();
    column.width = 90_pt;
    addLines(builder, column.blocks, 11);
    builder.add(std::move(columns));
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_EQ(
        messages(laid.diagnostics),
        "prøve.json:3:7: error: page 1, block 1: what stands side by side is higher than an empty page (an "
        "empty page has 120 pt) [SID-L001]\n");
}

} // namespace sidetal::test
