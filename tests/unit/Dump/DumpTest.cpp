#include "Dump/Dump.h"

#include "Dump/PaintedText.h"
#include "Layout/Layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::HasSubstr;

/// A heading and a table of two columns and two rows, one cell spanning both, a list in another; one page.
BlockDocument smallDocument() {
    BlockDocument d;
    d.info.title = "Prøve";
    d.run().page = {Length::points(300), Length::points(200)};
    d.run().body = {Length::points(20), Length::points(20), Length::points(260), Length::points(160)};
    d.formats.push_back({"DejaVu Sans", Length::points(10), Length::points(12), {}, Align::Left});

    const auto paragraph = [](std::string_view text, NodeId leaf) {
        Paragraph out;
        sidetal::Run run;
        run.text = text;
        run.leaf = leaf;
        out.runs.push_back(run);
        return out;
    };
    Heading heading{paragraph("Overskrift", d.tree.add(NodeId::Root, Role::H1)), 1, "Overskrift"};
    d.run().blocks.emplace_back().content = heading;
    d.run().blocks.back().spaceAfter = Length::milli(4'500);

    Table table;
    table.node = d.tree.add(NodeId::Root, Role::Table);
    table.columns = {Length::points(100), Length::points(160)};
    table.cellFormats.resize(1);
    table.cellFormats[0].fill = Colour{0xe6, 0xed, 0xf1};
    table.ruleWidth = Length::milli(400);

    const NodeId first = d.tree.add(table.node, Role::TR);
    TableCell theme;
    theme.node = d.tree.add(first, Role::TH);
    theme.rowSpan = 2;
    d.tree.node(theme.node).scope = Scope::Row;
    d.tree.node(theme.node).rowSpan = 2;
    theme.continuation = paragraph("Tema (fortsat)", NodeId::None);
    const NodeId sign = d.tree.add(theme.node, Role::Span);
    d.tree.setActualText(sign, "Prioriteret ");
    Paragraph marked = paragraph("● ", sign);
    marked.runs.push_back(paragraph("Tema", d.tree.add(theme.node, Role::Span)).runs.front());
    marked.runs.back().emphasis.bold = true;
    theme.content.emplace_back().content = marked;

    TableCell withList;
    withList.column = 1;
    withList.node = d.tree.add(first, Role::TD);
    d.tree.setHeaders(withList.node, {theme.node});
    const NodeId list = d.tree.add(withList.node, Role::L);
    d.tree.node(list).numbering = ListNumbering::Decimal;
    const NodeId item = d.tree.add(list, Role::LI);
    List content;
    content.labelWidth = Length::points(14);
    ListItem& li = content.items.emplace_back();
    li.label = paragraph("1.", d.tree.add(item, Role::Lbl));
    li.body.emplace_back().content = paragraph("punkt", d.tree.add(d.tree.add(item, Role::LBody), Role::P));
    withList.content.emplace_back().content = content;

    TableCell empty;
    empty.column = 1;
    empty.node = d.tree.add(d.tree.add(table.node, Role::TR), Role::TD);
    d.tree.setLanguage(empty.node, "en");
    table.rows.resize(2);
    table.rows[0].cells = {theme, withList};
    table.rows[1].cells = {empty};
    d.run().blocks.emplace_back().content = std::move(table);
    return d;
}

TEST(DumpBlocks, PrintsBlocksWithTheirNodes) {
    EXPECT_EQ(dumpBlocks(smallDocument()), R"text(title "Prøve" language da
page 300 x 200 body 20,20 260 x 160
format 0 "DejaVu Sans" 10/12 #000000 left
heading 1 f0 #1 "Overskrift" after=4.5
  outline "Overskrift"
table #2 columns=100,160 rules=0.4 #000000
  cell format 0 padding 0,0,0,0 fill #e6edf1
  row
    cell #4 column=0 format=0 rowSpan=2
      continuation f0 - "Tema (fortsat)"
      paragraph f0 #5 "● " #6 bold "Tema"
    cell #7 column=1 format=0
      list labelWidth=14
        item f0 #10 "1."
          paragraph f0 #12 "punkt"
  row
    cell #14 column=1 format=0
)text");
}

TEST(DumpBlocks, PrintsEveryKindOfBlock) {
    BlockDocument d = smallDocument();
    d.run().blocks.clear();
    d.run().blocks.emplace_back().content = Rule{Length::points(1), {255, 0, 0}};
    d.run().blocks.back().keepWithNext = true;
    d.run().blocks.emplace_back().content = Spacer{Length::points(7)};
    d.run().blocks.emplace_back().content = PageBreak{};
    d.run().blocks.emplace_back().content = Aside{Length::points(1), Length::points(2), {}};
    RunningLine& number = d.run().running.emplace_back();
    number.pattern = "Side {page}";
    number.emphasis.bold = true;
    number.align = Align::Centre;
    const std::string text = dumpBlocks(d);
    for (const char* line :
         {"rule 1 #ff0000 keep-with-next\n", "spacer 7\n", "page break\n", "aside x=1 width=2\n",
          "running \"Side {page}\" format 0 bold centre x=0 baseline=0 width=0\n"}) {
        EXPECT_THAT(text, HasSubstr(line));
    }
}

TEST(DumpBlocks, PrintsPanelsColumnsLeadersMarksAndWatermarks) {
    BlockDocument d = smallDocument();
    d.run().blocks.clear();
    Panel panel;
    panel.format.fill = Colour{238, 242, 245};
    panel.format.barWidth = Length::points(4);
    panel.format.barGap = panel.format.padLeft = Length::points(10);
    panel.format.padTop = Length::points(7);
    panel.blocks.emplace_back().content = Spacer{Length::points(1)};
    d.run().blocks.emplace_back().content = std::move(panel);
    d.run().blocks.emplace_back().content = Panel{};
    Columns columns;
    columns.columns.push_back({Length::points(5), Length::points(50), {}});
    columns.columns.back().blocks.emplace_back().content = Spacer{Length::points(2)};
    d.run().blocks.emplace_back().content = std::move(columns);
    LeaderLine line;
    line.text.runs.push_back({"Sag", static_cast<NodeId>(1), TargetId::None, {}});
    line.end.runs.push_back({"000", static_cast<NodeId>(1), TargetId::None, {}});
    d.run().blocks.emplace_back().content = std::move(line);
    d.run().blocks.back().spaceBefore = Length::points(3);
    d.leaderFormats.push_back({.dots = Colour{1, 2, 3}, .reach = Length::points(34)});
    d.runningMarks.push_back({d.tree.reserveTarget(), "Punkt 1"});
    d.run().running.emplace_back().pattern = "{mark}";
    d.run().running.back().goesOn = " (fortsat)";
    d.run().running.back().frame = {Length::milli(750), Length::points(3), Length::points(9),
                                    Length::points(4)};
    d.run().watermark = Watermark{"UDKAST", {}, {}, 55, {}};
    const std::string text = dumpBlocks(d);
    for (const char* lines : {"leader format 0 gap=12 dots=#010203 over 80 pitch=5 reach=34\n"
                              "running mark \"Punkt 1\" from 0\n",
                              " goes-on \" (fortsat)\" frame 0.75 above=9 below=4 sides=3\nwatermark "
                              "\"UDKAST\" format 0 degrees=55\n",
                              "panel fill #eef2f5 bar 4 #000000 gap 10 padding 7,0,0,10\n  spacer 1\n"
                              "panel padding 0,0,0,0\n"
                              "columns\n  column x=5 width=50\n    spacer 2\n"
                              "leader line format 0 f0 #1 \"Sag\" end f0 #1 \"000\" before=3\n"}) {
        EXPECT_THAT(text, HasSubstr(lines));
    }
}

struct LaidOut {
    Shaper shaper{Fonts::open()};
    LineBreaker breaker{shaper};
    Diagnostics diagnostics;
    Pages pages = layOut(smallDocument(), breaker, diagnostics);
};

TEST(DumpTags, PrintsTheTreeWithAttributesAndPaintedText) {
    LaidOut l;
    ASSERT_TRUE(l.diagnostics.all().empty());
    EXPECT_EQ(dumpTags(*l.pages.tree, l.pages, l.breaker), R"(Document #0 Lang=da
  H1 #1 p1 "Overskrift"
  Table #2
    TR #3
      TH #4 Scope=Row RowSpan=2 ID
        Span #5 ActualText="Prioriteret " p1 "● "
        Span #6 p1 "Tema"
      TD #7 Headers=#4
        L #8 ListNumbering=Decimal
          LI #9
            Lbl #10 p1 "1."
            LBody #11
              P #12 p1 "punkt"
    TR #13
      TD #14 Lang=en
)");
}

TEST(DumpPages, PrintsEachOpWithItsPlaceAndContent) {
    LaidOut l;
    const std::string text = dumpPages(l.pages, l.breaker);
    EXPECT_THAT(text, testing::StartsWith("page 1 of 1, 300 x 200\n"));
    EXPECT_THAT(text, HasSubstr("  #1 text 20,"));
    EXPECT_THAT(text, HasSubstr(" DejaVuSans 10 #000000 \"Overskrift\"\n"));
    EXPECT_THAT(text, HasSubstr(" DejaVuSans-Bold 10 #000000 \"Tema\"\n"));
    EXPECT_THAT(text, HasSubstr(" fill "));
    EXPECT_THAT(text, HasSubstr(" line "));
    EXPECT_EQ(text, dumpPages(l.pages, l.breaker)) << "painting again gives the same";
}

/// A page with a drawing, a picture and a link, made by hand.
struct Drawn {
    StructTree tree;
    DocumentInfo info;
    Pages pages;
    Shaper shaper{Fonts::open()};
    LineBreaker breaker{shaper};

    Drawn() {
        const NodeId figure = tree.add(NodeId::Root, Role::Figure);
        tree.setAlt(figure, "Et \"kort\"");
        const NodeId link = tree.add(tree.add(NodeId::Root, Role::P), Role::Link);
        tree.setLink(link, {TargetId::None, "https://example.org/", "Siden"});
        const NodeId within = tree.add(NodeId::Root, Role::Link);
        const TargetId target = tree.reserveTarget();
        tree.bindTarget(target, figure);
        tree.setLink(within, {target, "", "Kortet"});
        ImageData image{2, 1, 8, ImageData::Space::Gray, ImageData::Coding::Raw, "xx", nullptr};
        image.softMask = std::make_shared<ImageData>(image);
        pages.count = 1;
        pages.sizes = Size{Length::points(100), Length::points(50)};
        pages.images = {std::make_shared<ImageData>(image)};
        pages.tree = &tree;
        pages.info = &info;
        pages.paint = [figure, link](std::uint32_t, LineBreaker&, Page& page) {
            using Kind = PathSegment::Kind;
            const Length one = Length::points(1);
            page.clear();
            page.size = {Length::points(100), Length::points(50)};
            page.segments = {{Kind::Move, {one, one}, {}, {}},
                             {Kind::Curve, {one * 4, one}, {one * 2, one * 2}, {one * 3, one * 2}},
                             {Kind::Line, {one * 4, one * 5}, {}, {}},
                             {Kind::Close, {}, {}, {}}};
            PathOp path;
            path.content = figure;
            path.segmentCount = 4;
            path.fill = Colour{255, 0, 0};
            path.rule = FillRule::EvenOdd;
            path.stroke = Colour{};
            path.width = Length::milli(500);
            path.dash = {one * 3, one};
            page.ops = {path, ImageOp{figure, ImageId{0}, {one, one, one * 20, one * 10}},
                        LinkOp{link, {one, one * 2, one * 30, one * 4}}};
        };
    }
};

TEST(DumpPages, PrintsPathsImagesAndLinks) {
    Drawn d;
    EXPECT_EQ(dumpPages(d.pages, d.breaker), R"(page 1 of 1, 100 x 50
  #1 path filled #ff0000 even-odd stroked 0.5 #000000 dashed 3,1 m 1,1 c 2,2 3,2 4,1 l 4,5 h
  #1 image 0 1,1 20 x 10 of 2 x 1 gray of 8 bits masked
  #3 link 1,2 30 x 4
)");
}

TEST(DumpTags, PrintsWhatFiguresShowAndWhereLinksLead) {
    Drawn d;
    EXPECT_EQ(dumpTags(d.tree, d.pages, d.breaker), R"(Document #0 Lang=da
  Figure #1 Alt="Et \"kort\"" p1
  P #2
    Link #3 Contents="Siden" URI="https://example.org/"
  Link #4 Contents="Kortet" to #1
)");
}

TEST(DumpOutline, PrintsEntriesByLevel) {
    Pages pages;
    pages.targets = {{static_cast<NodeId>(1), 0, Length::points(70)},
                     {static_cast<NodeId>(9), 1, Length::milli(90'500)}};
    pages.outline = {{"Dagsorden", 1, TargetId{0}}, {"1. Velkomst", 2, TargetId{1}}};
    EXPECT_EQ(dumpOutline(pages), "\"Dagsorden\" #1 p1 70\n  \"1. Velkomst\" #9 p2 90.5\n");
}

} // namespace
} // namespace sidetal
