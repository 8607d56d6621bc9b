#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

using testing::HasSubstr;

std::string titlesOf(const Pages& pages) {
    std::string out;
    for (const OutlineEntry& entry : pages.outline) {
        const Target& target = pages.target(entry.target);
        out += entry.title + " p" + std::to_string(target.page + 1) + " " + formatPoints(target.top) + "\n";
    }
    return out;
}

Heading headingOf(DocumentBuilder& builder, const std::string& text, NodeId parent = NodeId::Root) {
    Heading heading;
    heading.outline = text;
    heading.text = builder.paragraph(text, builder.node(Role::H2, parent));
    return heading;
}

/// Fills what is left of a page, and one more.
void addPages(DocumentBuilder& builder, int breaks) {
    for (int i = 0; i < breaks; ++i) {
        builder.addParagraph("fyld");
        builder.add(PageBreak{});
    }
}

} // namespace

TEST(Targets, areFoundWhereTheirNodeBegins) {
    Setting setting;
    DocumentBuilder builder;
    const TargetId later = builder.document.tree.reserveTarget();
    const TargetId part = builder.document.tree.reserveTarget();
    const TargetId nowhere = builder.document.tree.reserveTarget();
    addPages(builder, 2);
    const NodeId section = builder.node(Role::Sect);
    builder.document.tree.bindTarget(part, section);
    builder.addParagraph("før");
    builder.add(builder.paragraph("i afsnittet", builder.node(Role::P, section)));
    const NodeId end = builder.node(Role::P, section);
    builder.document.tree.bindTarget(later, end);
    builder.add(builder.paragraph("til sidst", end)).spaceBefore = Length::points(5);
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(laid.pages.target(part).page, 2u);
    EXPECT_EQ(laid.pages.target(part).top, Length::points(30 + 12));
    EXPECT_EQ(laid.pages.target(part).node, section);
    EXPECT_EQ(laid.pages.target(later).page, 2u);
    EXPECT_EQ(laid.pages.target(later).top, Length::points(30 + 12 + 12 + 5));
    EXPECT_EQ(laid.pages.target(nowhere).page, Target::kNowhere);
}

TEST(Targets, areFoundInCellsOnWhicheverPageTheyStand) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Tema", std::vector<std::string>(12, "to\nlinjer"));
    std::vector<TargetId> targets;
    for (TableRow& row : table.rows) {
        targets.push_back(builder.document.tree.reserveTarget());
        builder.document.tree.bindTarget(targets.back(), row.cells.back().node);
    }
    const TargetId whole = builder.document.tree.reserveTarget();
    builder.document.tree.bindTarget(whole, table.node);
    builder.addParagraph("over");
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 3u);
    EXPECT_EQ(laid.pages.target(whole).page, 0u);
    EXPECT_EQ(laid.pages.target(whole).top, Length::points(30 + 12));
    const auto at = [&](std::size_t i) {
        const Target& target = laid.pages.target(targets[i]);
        return "p" + std::to_string(target.page + 1) + " " + formatPoints(target.top);
    };
    EXPECT_EQ(at(0), "p1 54"); // under a line and the header
    EXPECT_EQ(at(3), "p1 126");
    EXPECT_EQ(at(4), "p2 42"); // under the header
    EXPECT_EQ(at(8), "p3 42");
    EXPECT_EQ(at(11), "p3 114");
}

TEST(Targets, headingsInAnAsideAndInCellsHaveTheirOutlineEntry) {
    Setting setting;
    DocumentBuilder builder;
    const NodeId heading = builder.node(Role::H1);
    Aside aside;
    aside.x = Length::points(120);
    aside.width = Length::points(80);
    Heading title;
    title.outline = "Titel";
    title.text = builder.paragraph("Titel", heading);
    aside.blocks.emplace_back().content = builder.paragraph("linje");
    aside.blocks.emplace_back().content = headingOf(builder, "Afsender");
    builder.add(std::move(aside)).spaceBefore = Length::points(3);
    builder.add(std::move(title));
    builder.addParagraph("tekst");
    Table table = builder.spanTable("Tema", {"a"});
    TableCell& cell = table.rows[0].cells[1];
    cell.content.emplace_back().content = headingOf(builder, "I cellen", cell.node);
    builder.add(std::move(table));
    EXPECT_EQ(titlesOf(layOut(builder, setting).pages), "Titel p1 30\n"
                                                        "Afsender p1 42\n"
                                                        "I cellen p1 78\n");
}

TEST(Targets, tablesInAnAsideAndFiguresHaveTheirBox) {
    Setting setting;
    DocumentBuilder builder;
    Aside aside;
    aside.x = Length::points(10);
    aside.width = Length::points(200);
    aside.blocks.emplace_back().content = builder.paragraph("linje");
    aside.blocks.emplace_back().content = builder.spanTable("Tema", {"a"});
    builder.add(std::move(aside));
    Figure figure;
    figure.leaf = builder.node(Role::Figure);
    figure.width = figure.height = Length::points(20);
    figure.align = Align::Right;
    builder.add(std::move(figure));
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.boxes.size(), 2u);
    EXPECT_EQ(laid.pages.boxes[0].box,
              (Rect{Length::points(30), Length::points(42), Length::points(200), Length::points(24)}));
    EXPECT_EQ(laid.pages.boxes[1].box,
              (Rect{Length::points(200), Length::points(30), Length::points(20), Length::points(20)}));
}

TEST(Targets, linesOfAContentsPaintThePageNumberOfTheirTarget) {
    Setting setting;
    DocumentBuilder builder;
    builder.document.runs.front().numbering.first = 9;
    TextFormat right = builder.document.formats[0];
    right.align = Align::Right;
    builder.document.formats.push_back(right);
    Paragraph line = builder.paragraph("Velkomst ");
    line.format = static_cast<FormatId>(1);
    sidetal::Run number;
    number.text = "000";
    number.leaf = line.runs[0].leaf;
    number.pageOf = builder.document.tree.reserveTarget();
    line.runs.push_back(number);
    builder.add(std::move(line));
    builder.addParagraph("fyld");
    builder.add(PageBreak{});
    const NodeId there = builder.node(Role::H2);
    builder.document.tree.bindTarget(number.pageOf, there);
    builder.add(builder.paragraph("Velkomst", there));
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    EXPECT_EQ(wordsOf(page, setting.shaper), "Velkomst 10fyld");
    const auto& digits = std::get<TextOp>(page.ops[1]);
    Length width;
    for (std::uint32_t i = 0; i < digits.pieceCount; ++i) {
        width += Length::milli(page.pieces[digits.firstPiece + i].word->width * 10);
    }
    EXPECT_EQ(digits.x + width, Length::points(220)) << "at the right edge, though more was kept for it";
}

TEST(Targets, linksHaveAnAreaOnEachLine) {
    Setting setting;
    DocumentBuilder builder;
    StructTree& tree = builder.document.tree;
    const NodeId paragraph = builder.node(Role::P);
    Paragraph p = builder.paragraph("Se ", builder.node(Role::Span, paragraph));
    const NodeId link = builder.node(Role::Link, paragraph);
    tree.setLink(link, {TargetId::None, "https://www.viborg.dk/", "Viborg"});
    p.runs.push_back({"viborg", link, TargetId::None, {}});
    p.runs.push_back({" og\nmere", link, TargetId::None, {.bold = true}});
    p.runs.push_back({" her", builder.node(Role::Span, paragraph), TargetId::None, {}});
    builder.add(std::move(p));
    const auto laid = layOut(builder, setting);
    const std::string page = printPage(laid.pages, 1, setting);
    std::vector<std::string> areas;
    for (std::size_t at = page.find("link #3 "); at != std::string::npos; at = page.find("link #3 ", at + 1)) {
        areas.push_back(page.substr(at, page.find('\n', at) - at));
    }
    ASSERT_EQ(areas.size(), 2u) << page;
    EXPECT_THAT(areas[0], HasSubstr(",30 "));
    EXPECT_THAT(areas[0], HasSubstr("x12"));
    EXPECT_THAT(areas[1], HasSubstr("#3 20,42 "));
}

} // namespace sidetal::test
