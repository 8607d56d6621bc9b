#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

using testing::HasSubstr;
using testing::Not;

/// A drawing of one line from its left top corner to its right bottom corner.
Figure diagonal(NodeId leaf, std::int64_t width, std::int64_t height) {
    Figure figure;
    figure.leaf = leaf;
    figure.width = Length::points(width);
    figure.height = Length::points(height);
    Drawing::Stroke stroke;
    stroke.segments = {{PathSegment::Kind::Move, {}, {}, {}},
                       {PathSegment::Kind::Line, {figure.width, figure.height}, {}, {}}};
    stroke.stroke = Colour{};
    stroke.width = Length::points(1);
    figure.shown = Drawing{{std::move(stroke)}};
    return figure;
}

std::vector<const TextOp*> textsOf(const Page& page) {
    std::vector<const TextOp*> out;
    for (const Op& op : page.ops) {
        if (const auto* text = std::get_if<TextOp>(&op)) {
            out.push_back(text);
        }
    }
    return out;
}

} // namespace

TEST(Figures, standInTheFlowAndGoWholeToTheNextPage) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("over");
    Figure figure = diagonal(builder.node(Role::Figure), 40, 109);
    figure.align = Align::Centre;
    builder.add(std::move(figure));
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 2u);
    EXPECT_EQ(printPage(laid.pages, 2, setting), "path Figure#2 100,30 140,139\n");
}

TEST(Figures, imagesFillTheirPlace) {
    Setting setting;
    DocumentBuilder builder;
    Figure figure;
    figure.leaf = builder.node(Role::Figure);
    figure.width = Length::points(30);
    figure.height = Length::points(20);
    figure.shown = ImageId{0};
    builder.document.images.push_back(std::make_shared<ImageData>());
    builder.add(std::move(figure));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(laid.pages.images.size(), 1u);
    EXPECT_EQ(printPage(laid.pages, 1, setting), "image Figure#1 20,30 30x20\n");
}

TEST(Figures, imagesAreNoWiderThanTheirMeasure) {
    Setting setting;
    DocumentBuilder builder; // 200 pt wide
    builder.document.images.push_back(std::make_shared<ImageData>());
    Figure figure;
    figure.leaf = builder.node(Role::Figure);
    figure.width = Length::points(400);
    figure.height = Length::points(30);
    figure.align = Align::Right;
    figure.shown = ImageId{0};
    builder.add(figure);
    Table table = builder.spanTable("Sundhed", {""});
    table.ruleWidth = {};
    table.automaticWidths = true;
    table.columns = {ColumnWidth::content(), Length::points(50)};
    figure.leaf = builder.node(Role::Figure, table.rows[0].cells[1].node);
    table.rows[0].cells[1].content.emplace_back().content = figure;
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "");
    const std::string page = printPage(laid.pages, 1, setting);
    EXPECT_THAT(page, HasSubstr("image Figure#1 20,30 200x15\n"));
    EXPECT_THAT(page, HasSubstr("image Figure#11 59.82,69 160.18x12.013\n"))
        << "in a cell as wide as it can be beside the words";
}

TEST(Figures, inACellAreALineThatIsNeverBroken) {
    Setting setting;
    DocumentBuilder builder; // ten lines, one of them the header's
    Table table = builder.spanTable("Mål", {"a\nb\nc\nd\ne"});
    table.ruleWidth = {};
    table.cellFormats[0].padLeft = {};
    TableCell& cell = table.rows[0].cells[1];
    cell.content.emplace_back().content = diagonal(builder.node(Role::Figure, cell.node), 40, 60);
    cell.content.emplace_back().content = builder.paragraph("f");
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 2u);
    EXPECT_THAT(printPage(laid.pages, 1, setting), Not(HasSubstr("path")));
    EXPECT_THAT(printPage(laid.pages, 2, setting), HasSubstr("path Figure#10 120,42 160,102\n"));
    EXPECT_THAT(printPage(laid.pages, 2, setting), HasSubstr(" 120,110.5 'f'"));
}

TEST(Figures, ofARepeatedHeaderAreFurniture) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Tema", std::vector<std::string>(12, "a"));
    TableCell& cell = table.header[0].cells[0];
    cell.content.assign(1, {});
    cell.content[0].content = diagonal(cell.node, 10, 10);
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    ASSERT_GT(laid.pages.count, 1u);
    EXPECT_THAT(printPage(laid.pages, 1, setting), HasSubstr("path TH#4 "));
    EXPECT_THAT(printPage(laid.pages, 2, setting), HasSubstr("path [header] "));
}

TEST(Figures, anyBlockStandsInACell) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Tema", {"a"});
    table.ruleWidth = {};
    TableCell& cell = table.rows[0].cells[1];
    cell.content.emplace_back().content = Rule{Length::points(1), {}};
    cell.content.emplace_back().content = PageBreak{};
    Table inner = builder.spanTable("Indre", {"b", "c"});
    inner.columns = {Length::points(40), Length::points(40)};
    inner.ruleWidth = {};
    cell.content.emplace_back().content = std::move(inner);
    Aside aside;
    aside.width = Length::points(80);
    aside.blocks.emplace_back().content = builder.paragraph("ved siden");
    cell.content.emplace_back().content = std::move(aside);
    cell.content.emplace_back().content = builder.paragraph("efter");
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "");
    ASSERT_EQ(laid.pages.count, 1u);
    const std::string page = printPage(laid.pages, 1, setting);
    EXPECT_THAT(page, HasSubstr("line 122,54.5 220,54.5\n"));
    EXPECT_THAT(page, HasSubstr(" 124,63.5 'Tema'")); // the inner table's header, under the rule
    EXPECT_THAT(page, HasSubstr(" 164,75.5 'b'"));
    EXPECT_THAT(page, HasSubstr(" 164,87.5 'c'"));
    EXPECT_THAT(page, HasSubstr(" 122,99.5 'ved siden'"));
    EXPECT_THAT(page, HasSubstr(" 122,111.5 'efter'"));
}

TEST(Figures, asLabelsStandInTheMiddleOfTheFirstLineOrOnTheirOwn) {
    const auto pageWith = [](std::int64_t height) {
        Setting setting;
        DocumentBuilder builder;
        List list;
        list.labelWidth = Length::points(10);
        ListItem& item = list.items.emplace_back();
        item.label = diagonal(NodeId::None, 6, height);
        item.body.emplace_back().content = builder.paragraph("ord\nmere");
        builder.add(std::move(list));
        return printPage(layOut(builder, setting).pages, 1, setting);
    };
    EXPECT_EQ(pageWith(8), "path [layout] 20,32 26,40\n"
                           "text P#1 30,38.5 'ord '\n"
                           "text P#1 30,50.5 'mere'\n");
    EXPECT_EQ(pageWith(14), "path [layout] 20,30 26,44\n"
                            "text P#1 30,52.5 'ord '\n"
                            "text P#1 30,64.5 'mere'\n");
}

TEST(Emphasised, raisedAndLoweredTextIsSmallerInALineOfTheSameHeight) {
    Setting setting;
    DocumentBuilder builder;
    Paragraph p = builder.paragraph("H");
    const NodeId leaf = p.runs[0].leaf;
    p.runs.push_back({"2", leaf, TargetId::None, {.lowered = true}});
    p.runs.push_back({"O m", leaf, TargetId::None, {}});
    p.runs.push_back({"2", leaf, TargetId::None, {.raised = true}});
    builder.add(std::move(p));
    builder.addParagraph("næste");
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    const auto texts = textsOf(page);
    ASSERT_EQ(texts.size(), 5u);
    EXPECT_EQ(wordsOf(page, setting.shaper), "H2O m2næste");
    EXPECT_EQ(texts[1]->size, Length::milli(6500));
    EXPECT_EQ(texts[1]->baseline - texts[0]->baseline, Length::milli(1400));
    EXPECT_EQ(texts[3]->baseline - texts[0]->baseline, Length::milli(-3300));
    EXPECT_EQ(texts[4]->baseline - texts[0]->baseline, Length::points(12));
    // What follows begins where the small glyph ends.
    const std::int32_t width = page.pieces[texts[1]->firstPiece].word->width;
    EXPECT_EQ(texts[2]->x - texts[1]->x, Length::milli(width * 650 / 1000 * 10));
}

TEST(Emphasised, raisedTextIsMeasuredAtItsSize) {
    // Seven words in full size are wider than the measure.
    const auto linesOf = [](Emphasis emphasis) {
        Setting setting;
        DocumentBuilder builder;
        Paragraph p = builder.paragraph("");
        p.runs[0].text = "mmmm mmmm mmmm mmmm mmmm mmmm mmmm";
        p.runs[0].emphasis = emphasis;
        builder.add(std::move(p));
        Page page;
        const auto laid = layOut(builder, setting);
        laid.pages.paint(0, setting.breaker, page);
        return textsOf(page).size();
    };
    EXPECT_EQ(linesOf({}), 2u);
    EXPECT_EQ(linesOf({.raised = true}), 1u);
}

TEST(Emphasised, linesUnderAndThroughTextFollowIt) {
    Setting setting;
    DocumentBuilder builder;
    Paragraph p = builder.paragraph("m");
    const NodeId leaf = p.runs[0].leaf;
    p.runs[0].emphasis = {.underline = true, .struck = true};
    p.runs.push_back({"2", leaf, TargetId::None, {.underline = true, .struck = true, .raised = true}});
    p.runs.push_back({"3", leaf, TargetId::None, {.underline = true, .lowered = true}});
    builder.add(std::move(p));
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    std::vector<LineOp> lines;
    for (const Op& op : page.ops) {
        if (const auto* line = std::get_if<LineOp>(&op)) {
            lines.push_back(*line);
        }
    }
    const auto texts = textsOf(page);
    ASSERT_EQ(lines.size(), 5u);
    ASSERT_EQ(texts.size(), 3u);
    EXPECT_EQ(lines[0].x1, texts[0]->x);
    EXPECT_EQ(lines[0].x2, texts[1]->x);
    EXPECT_GT(lines[0].y1, texts[0]->baseline);
    EXPECT_LT(lines[1].y1, texts[0]->baseline) << "through the letter";
    EXPECT_GT(lines[1].y1, texts[0]->baseline - texts[0]->size / 2);
    EXPECT_EQ(lines[2].y1, lines[0].y1) << "one line under both";
    EXPECT_LT(lines[3].y1, texts[1]->baseline);
    EXPECT_LT(lines[3].width, lines[1].width);
    EXPECT_GT(lines[4].y1, texts[2]->baseline) << "under what is lowered";
}

} // namespace sidetal::test
