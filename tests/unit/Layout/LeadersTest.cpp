#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

using namespace literals;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// A row of a table of contents, in a Link of its own.
Block& addRow(DocumentBuilder& builder, std::string text, TargetId target) {
    const NodeId link = builder.node(Role::Link);
    Link to;
    to.target = target;
    to.contents = "Punkt, side {page}";
    to.numbered = true;
    builder.document.tree.setLink(link, to);
    LeaderLine line;
    line.text = builder.paragraph(std::move(text), link);
    line.end = builder.paragraph("000", link);
    line.end.runs.front().pageOf = target;
    return builder.add(std::move(line));
}

TargetId addTarget(DocumentBuilder& builder) {
    return builder.document.tree.reserveTarget();
}

} // namespace

TEST(LeaderLines, numbersStandAtTheRightEdgeOfTheLastLineAndTheRowIsTheLink) {
    DocumentBuilder builder;
    Setting setting;
    builder.document.leaderFormats.push_back(
        {.leastDots = 80_pt, .dots = Colour{180, 180, 180}, .reach = 15_pt});
    const TargetId target = addTarget(builder);
    addRow(builder, "Kort", target);
    addRow(builder, "En titel der er så lang at den fylder en hel linje", target);
    addRow(builder, "Ikke plads til prikker her dog", target);
    const NodeId there = builder.node(Role::P);
    builder.document.tree.bindTarget(target, there);
    builder.add(builder.paragraph("der", there));
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_THAT(messages(laid.diagnostics), IsEmpty());
    EXPECT_EQ(printPage(laid.pages, 1, setting), R"(path [layout] 45,38.1 200.8,38.1
path [layout] 45,62.1 200.8,62.1
text Link#1 20,38.5 'Kort '
text Link#1 214.93,38.5 '1'
text Link#2 20,50.5 'En titel der er så lang at den fylder en hel '
text Link#2 20,62.5 'linje '
text Link#2 214.93,62.5 '1'
text Link#3 20,74.5 'Ikke plads til prikker her dog '
text Link#3 214.93,74.5 '1'
text P#4 20,86.5 'der'
link #1 5,30 215x12
link #2 5,42 215x24
link #3 5,66 215x12
)");
}

TEST(LeaderLines, asBodiesOfAListHaveTheirLabelsBesideThemWithinTheLink) {
    DocumentBuilder builder;
    Setting setting;
    builder.document.leaderFormats.push_back({.reach = 20_pt});
    const TargetId target = addTarget(builder);
    List list;
    list.labelWidth = 20_pt;
    list.labelsEndTogether = true;
    for (const char* label : {"1.", "12."}) {
        Block& row = addRow(builder, "Kort", target);
        LeaderLine line = std::move(std::get<LeaderLine>(row.content));
        builder.document.run().blocks.pop_back();
        ListItem& item = list.items.emplace_back();
        item.label = builder.paragraph(label, line.text.runs.front().leaf);
        item.body.emplace_back().content = std::move(line);
    }
    builder.add(std::move(list));
    const NodeId there = builder.node(Role::P);
    builder.document.tree.bindTarget(target, there);
    builder.add(builder.paragraph("der", there));
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_THAT(messages(laid.diagnostics), IsEmpty());
    const std::string page = printPage(laid.pages, 1, setting);
    EXPECT_THAT(page, HasSubstr("text Link#1 25.07,38.5 '1.'\ntext Link#1 40,38.5 'Kort '\n"));
    EXPECT_THAT(page, HasSubstr("text Link#2 20,50.5 '12.'\ntext Link#2 40,50.5 'Kort '\n"));
    EXPECT_THAT(page, EndsWith("link #1 20,30 200x12\nlink #2 20,42 200x12\n"));
}

TEST(LeaderLines, numberLabelInAColumnOfTheSameLinkIsPartOfTheArea) {
    for (const std::int64_t reach : {0, 30}) {
        DocumentBuilder builder;
        Setting setting;
        builder.document.leaderFormats.push_back({.reach = Length::points(reach)});
        const TargetId target = addTarget(builder);
        LeaderLine line = std::move(std::get<LeaderLine>(
            addRow(builder, "En titel der er så lang at den fylder to", target).content));
        builder.document.run().blocks.pop_back();
        Columns row;
        row.columns.resize(2);
        row.columns[0].width = 20_pt;
        row.columns[0].blocks.emplace_back().content = builder.paragraph("12.", line.text.runs.front().leaf);
        row.columns[1].x = 30_pt;
        row.columns[1].width = 170_pt;
        row.columns[1].blocks.emplace_back().content = std::move(line);
        builder.add(std::move(row));
        const NodeId there = builder.node(Role::P);
        builder.document.tree.bindTarget(target, there);
        builder.add(builder.paragraph("der", there));
        const LaidOutDocument laid = layOut(builder, setting);
        const std::string page = printPage(laid.pages, 1, setting);
        EXPECT_THAT(page, EndsWith("'der'\nlink #1 20,30 200x24\n"));
    }
}

TEST(LeaderLines, textLeavesTheEndItsWidthAndTheGapOnEachLine) {
    DocumentBuilder builder;
    Setting setting;
    builder.document.leaderFormats.push_back({.gap = 60_pt});
    LeaderLine line;
    line.text = builder.paragraph("Ikke hele bredden er til denne tekst");
    line.end = builder.paragraph("PDF, 48 sider");
    builder.add(std::move(line));
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), R"(text P#1 20,38.5 'Ikke hele bredden er '
text P#1 20,50.5 'til denne tekst '
text P#2 167.01,50.5 'PDF, 48 sider'
)");
}

TEST(LeaderLines, noRoomForTheTextIsAnError) {
    DocumentBuilder builder;
    Setting setting;
    builder.document.leaderFormats.push_back({.gap = 200_pt});
    addRow(builder, "Kort", TargetId::None);
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics),
              "prøve.json:3:7: error: no width is left for the text in its column [SID-L003]\n");
}

// 400 rows over pages, each with the number of a page that is only known later.
TEST(LeaderLines, contentsOverPagesHaveTheRightNumbersInOnePass) {
    constexpr std::uint32_t kRows = 400; // ten a page
    DocumentBuilder builder;
    Setting setting;
    builder.document.run().numbering.first = 7;
    std::vector<TargetId> targets;
    for (std::uint32_t i = 0; i < kRows; ++i) {
        targets.push_back(addTarget(builder));
        addRow(builder, "Punkt " + std::to_string(i), targets.back());
    }
    for (const TargetId target : targets) {
        builder.add(PageBreak{});
        const NodeId there = builder.node(Role::P);
        builder.document.tree.bindTarget(target, there);
        builder.add(builder.paragraph("der", there));
    }
    const LaidOutDocument laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, kRows / 10 + kRows);
    std::string contents;
    for (std::uint32_t i = 0; i < kRows / 10; ++i) {
        Page page;
        laid.pages.paint(i, setting.breaker, page);
        contents += wordsOf(page, setting.shaper);
    }
    std::string expected;
    for (std::uint32_t i = 0; i < kRows; ++i) {
        expected += "Punkt " + std::to_string(i) + " " + std::to_string(kRows / 10 + 7 + i);
        EXPECT_EQ(laid.pages.target(targets[i]).number, kRows / 10 + 7 + i);
    }
    EXPECT_EQ(contents, expected);
    const Link* link = laid.pages.tree->link(laid.pages.tree->node(static_cast<NodeId>(1)));
    EXPECT_EQ(laid.pages.contentsOf(*link), "Punkt, side 47");
}

} // namespace sidetal::test
