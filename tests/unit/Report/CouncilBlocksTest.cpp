// A file with all that council papers ask of layout: contents, panels over pages, columns, running marks,
// page labels and a watermark; kept for the tests that read files back.

#include "Pdf/Pdf.h"
#include "support/KeptPdfs.h"
#include "unit/Layout/LayoutFixture.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sidetal::test {

namespace {

using namespace literals;
using testing::HasSubstr;
using testing::Not;

constexpr Length kTextX = 34_pt; ///< past the column of the items' numbers
constexpr Length kTextWidth = 166_pt;

class CouncilPaper {
  public:
    static constexpr std::uint32_t kItems = 6;
    static constexpr std::uint32_t kFirstNumber = 5;

    CouncilPaper() {
        run().page = {250_pt, 320_pt};
        run().body = {25_pt, 40_pt, 200_pt, 240_pt};
        run().numbering.first = kFirstNumber;
        TextFormat large = builder.document.formats[0];
        large.size = 72_pt;
        large.colour = {233, 236, 239};
        builder.document.formats.push_back(large);
        run().watermark = Watermark{"UDKAST", static_cast<FormatId>(1), {}, 55, {}};
        builder.document.leaderFormats.push_back({.dots = Colour{160, 160, 160}, .reach = kTextX});
        addRunning();
        addCover();
        for (std::uint32_t i = 0; i < kItems; ++i) {
            targets.push_back(builder.document.tree.reserveTarget());
            addRow(i);
        }
        addNames();
        builder.add(PageBreak{});
        for (std::uint32_t i = 0; i < kItems; ++i) {
            addItem(i);
        }
    }

    DocumentBuilder builder;
    std::vector<TargetId> targets;
    std::vector<NodeId> links;

  private:
    StructTree& tree() { return builder.document.tree; }
    PageRun& run() { return builder.document.run(); }

    void addRunning() {
        RunningLine head;
        head.kind = RunningLine::Kind::Header;
        head.pattern = "{mark}";
        head.goesOn = " (fortsat)";
        head.x = 25_pt;
        head.width = 200_pt;
        head.baseline = 25_pt;
        head.fromSecond = true;
        RunningLine foot = head;
        foot.kind = RunningLine::Kind::PageNumber;
        foot.pattern = "Side {page} af {pages}";
        foot.baseline = 305_pt;
        foot.fromSecond = false;
        run().running = {head, foot};
    }

    /// The municipality beside its logo, and the title.
    void addCover() {
        Columns columns;
        columns.columns.resize(2);
        columns.columns[0].width = columns.columns[1].width = 100_pt;
        columns.columns[1].x = 100_pt;
        columns.columns[0].blocks.emplace_back().content = builder.paragraph("Prøveby Kommune");
        Drawing drawing;
        drawing.paths.emplace_back().segments = {{PathSegment::Kind::Move, {}, {}, {}},
                                                 {PathSegment::Kind::Line, {12_pt, {}}, {}, {}},
                                                 {PathSegment::Kind::Line, {6_pt, 12_pt}, {}, {}},
                                                 {PathSegment::Kind::Close, {}, {}, {}}};
        drawing.paths.back().fill = Colour{31, 58, 77};
        const NodeId leaf = builder.node(Role::Figure);
        tree().setAlt(leaf, "Prøveby Kommunes byvåben");
        columns.columns[1].blocks.emplace_back().content =
            Figure{leaf, 12_pt, 12_pt, drawing, Align::Right, {}};
        builder.add(std::move(columns));
        Heading title;
        title.outline = "Dagsorden";
        title.text = builder.paragraph("Dagsorden", builder.node(Role::H1));
        builder.add(std::move(title)).spaceAfter = 8_pt;
        toc_ = builder.node(Role::TOC);
    }

    static std::string titleOf(std::uint32_t item) {
        return item % 2 == 0 ? "Kort sag" : "Forslag til lokalplan for et boligområde ved Søndre Mellemvej";
    }

    /// A row of the contents: number, title and page.
    void addRow(std::uint32_t item) {
        const NodeId row = builder.node(Role::TOCI, toc_);
        Columns columns;
        columns.columns.resize(2);
        columns.columns[0].width = 26_pt;
        columns.columns[0].blocks.emplace_back().content =
            builder.paragraph(fmt::format("{}.", item + 1), builder.node(Role::Lbl, row));
        columns.columns[1].x = kTextX;
        columns.columns[1].width = kTextWidth;
        const NodeId link = builder.node(Role::Link, builder.node(Role::Reference, row));
        links.push_back(link);
        Link leads;
        leads.target = targets[item];
        leads.contents = fmt::format("Punkt {}, side {{page}}", item + 1);
        leads.numbered = true;
        tree().setLink(link, leads);
        LeaderLine line;
        line.text = builder.paragraph(titleOf(item), link);
        line.end = builder.paragraph("000", link);
        line.end.runs.front().pageOf = targets[item];
        columns.columns[1].blocks.emplace_back().content = std::move(line);
        builder.add(std::move(columns));
    }

    /// Names in two columns, one list.
    void addNames() {
        const NodeId list = builder.node(Role::L);
        Columns columns;
        for (const std::int64_t x : {0, 100}) {
            Column& column = columns.columns.emplace_back();
            column.x = Length::points(x);
            column.width = 100_pt;
            for (const char* name : {"Anna Prøve (V)", "Jens Bod (S)"}) {
                const NodeId body = builder.node(Role::LBody, builder.node(Role::LI, list));
                column.blocks.emplace_back().content = builder.paragraph(name, builder.node(Role::P, body));
            }
        }
        builder.add(std::move(columns)).spaceBefore = 10_pt;
    }

    void addItem(std::uint32_t item) {
        const NodeId part = builder.node(Role::Sect);
        Block& rule = builder.add(Rule{Length::milli(750), {31, 58, 77}});
        rule.spaceBefore = 14_pt;
        rule.keepWithNext = true;
        Heading heading;
        heading.level = 2;
        heading.outline = fmt::format("{}. {}", item + 1, titleOf(item));
        const NodeId node = builder.node(Role::H2, part);
        tree().bindTarget(targets[item], node);
        heading.text = builder.paragraph(heading.outline, node);
        builder.add(std::move(heading));
        builder.document.runningMarks.push_back({targets[item], fmt::format("Punkt {}", item + 1)});
        addText(run().blocks, part, 6);
        PanelFormat bar;
        bar.barWidth = Length::milli(1500);
        bar.barGap = Length::milli(8500);
        addPanel(part, bar, "Indstilling", 3);
        PanelFormat ground;
        ground.fill = Colour{238, 242, 245};
        ground.barWidth = 4_pt;
        ground.barGap = ground.padLeft = ground.padRight = 10_pt;
        ground.padTop = ground.padBottom = 7_pt;
        addPanel(part, ground, "Beslutning", 4 + static_cast<int>(item));
    }

    void addPanel(NodeId part, const PanelFormat& format, const std::string& title, int sentences) {
        Panel panel;
        panel.format = format;
        Heading heading;
        heading.level = 3;
        heading.outline = title;
        heading.text = builder.paragraph(title, builder.node(Role::H3, part));
        panel.blocks.emplace_back().content = std::move(heading);
        addText(panel.blocks, part, sentences);
        builder.add(std::move(panel)).spaceBefore = 7_pt;
    }

    void addText(std::vector<Block>& blocks, NodeId part, int sentences) {
        std::string text;
        for (int i = 0; i < sentences; ++i) {
            text += i > 0 ? " " : "";
            text += "Forvaltningen indstiller, at forslaget sendes i høring i otte uger.";
        }
        blocks.emplace_back().content = builder.paragraph(text, builder.node(Role::P, part));
    }

    NodeId toc_ = NodeId::None;
};

/// The areas of a page's links.
std::vector<LinkOp> linksOf(const Page& page) {
    std::vector<LinkOp> out;
    for (const Op& op : page.ops) {
        if (const auto* link = std::get_if<LinkOp>(&op)) {
            out.push_back(*link);
        }
    }
    return out;
}

/// The running words of a page that are no page number.
std::string headOf(const std::string& page) {
    const std::size_t at = page.find("text [header]");
    const std::size_t begin = page.find('\'', at) + 1;
    return at == std::string::npos ? "" : page.substr(begin, page.find('\'', begin) - begin);
}

} // namespace

TEST(CouncilBlocks, inAFileWithContentsPanelsMarksLabelsAndWatermark) {
    Setting setting;
    CouncilPaper paper;
    const std::vector<TargetId> targets = paper.targets;
    const LaidOutDocument laid = layOut(paper.builder, setting);
    ASSERT_EQ(messages(laid.diagnostics), "");
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    const std::vector<LinkOp> links = linksOf(page);
    ASSERT_EQ(links.size(), CouncilPaper::kItems) << "one area a row";
    for (std::uint32_t i = 0; i < CouncilPaper::kItems; ++i) {
        const Target& target = laid.pages.target(targets[i]);
        EXPECT_EQ(links[i].link, paper.links[i]);
        EXPECT_EQ(links[i].area.x, 25_pt) << "the number's column is part of the row";
        EXPECT_EQ(links[i].area.width, 200_pt);
        EXPECT_EQ(links[i].area.height, i % 2 == 0 ? 12_pt : 36_pt);
        EXPECT_EQ(target.number, target.page + CouncilPaper::kFirstNumber);
        const std::string there = printPage(laid.pages, target.page + 1, setting);
        EXPECT_THAT(there, HasSubstr(fmt::format("'{}. ", i + 1)));
        const Link& link = *laid.pages.tree->link(laid.pages.tree->node(links[i].link));
        EXPECT_EQ(laid.pages.contentsOf(link), fmt::format("Punkt {}, side {}", i + 1, target.number));
    }
    EXPECT_EQ(headOf(printPage(laid.pages, 1, setting)), "");
    EXPECT_EQ(headOf(printPage(laid.pages, 2, setting)), "Punkt 1");
    EXPECT_EQ(headOf(printPage(laid.pages, 3, setting)), "Punkt 1 (fortsat)");
    std::string bytes;
    writePdf(laid.pages, setting.breaker, {}, [&](std::string_view part) { bytes += part; });
    keepPdf("unit-council-blocks",
            bytes); // read back by veraPDF, qpdf, poppler, mutool and the checker of tags
}

} // namespace sidetal::test
