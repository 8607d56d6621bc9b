#include "Pdf/Pdf.h"
#include "support/KeptPdfs.h"
#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sidetal::test {

namespace {

using testing::HasSubstr;

/// A circle in four curves, filled.
Figure disc(DocumentBuilder& builder, NodeId parent) {
    constexpr Length kRadius = Length::points(8);
    constexpr Length kControl = Length::milli(8000 * 552 / 1000);
    const auto at = [&](Length x, Length y) { return Point{kRadius + x, kRadius + y}; };
    const auto curve = [](Point control1, Point control2, Point to) {
        return PathSegment{PathSegment::Kind::Curve, to, control1, control2};
    };
    Drawing::Stroke path;
    path.fill = Colour{0, 98, 59};
    const Length r = kRadius;
    const Length c = kControl;
    path.segments = {{PathSegment::Kind::Move, at(r, {}), {}, {}},
                     curve(at(r, c), at(c, r), at({}, r)),
                     curve(at(-c, r), at(-r, c), at(-r, {})),
                     curve(at(-r, -c), at(-c, -r), at({}, -r)),
                     curve(at(c, -r), at(r, -c), at(r, {})),
                     {PathSegment::Kind::Close, {}, {}, {}}};
    Figure figure;
    figure.leaf = builder.node(Role::Figure, parent);
    builder.document.tree.setAlt(figure.leaf, "Målet er nået");
    figure.width = figure.height = kRadius * 2;
    figure.shown = Drawing{{std::move(path)}};
    return figure;
}

/// Makes `paragraph` go on with `text` in a leaf of its own.
Run& goOn(Paragraph& paragraph, std::string_view text, NodeId leaf, Emphasis emphasis = {}) {
    return paragraph.runs.emplace_back(sidetal::Run{text, leaf, TargetId::None, emphasis});
}

void addHeading(DocumentBuilder& builder, const std::string& text, Role role, int level,
                std::optional<TargetId> target = {}) {
    Heading heading;
    heading.level = level;
    heading.outline = text;
    const NodeId node = builder.node(role);
    if (target) {
        builder.document.tree.bindTarget(*target, node);
    }
    heading.text = builder.paragraph(text, node);
    builder.add(std::move(heading)).spaceAfter = Length::points(4);
}

/// A paragraph with a link to `target` and the number of its page.
void addReference(DocumentBuilder& builder, TargetId target) {
    StructTree& tree = builder.document.tree;
    const NodeId node = builder.node(Role::P);
    Paragraph text = builder.paragraph("Det sidste punkt, ", builder.node(Role::Span, node));
    const NodeId link = builder.node(Role::Link, node);
    tree.setLink(link, {target, "", "Gå til Eventuelt"});
    goOn(text, "Eventuelt", link, {.underline = true});
    const NodeId rest = builder.node(Role::Span, node);
    goOn(text, ", står på side ", rest);
    goOn(text, "000", rest).pageOf = target;
    builder.add(std::move(text)).spaceAfter = Length::points(4);
}

void addAreas(DocumentBuilder& builder) {
    const NodeId leaf = builder.node(Role::P);
    Paragraph text = builder.paragraph("Lokalet er på 40 m", leaf);
    goOn(text, "2", leaf, {.raised = true});
    goOn(text, " og har ikke CO", leaf);
    goOn(text, "2", leaf, {.lowered = true});
    goOn(text, "-måler", leaf);
    goOn(text, " endnu", leaf, {.struck = true});
    builder.add(std::move(text)).spaceAfter = Length::points(4);
}

/// A table whose only row says that a goal is reached, by a figure.
void addTable(DocumentBuilder& builder) {
    StructTree& tree = builder.document.tree;
    Table table;
    table.node = builder.node(Role::Table);
    table.columns = {Length::points(120), Length::points(60)};
    table.ruleWidth = Length::milli(400);
    table.cellFormats.resize(1);
    table.cellFormats[0] = {Length::points(3), Length::points(3), Length::points(2), Length::points(2), {}};
    const NodeId head = builder.node(Role::TR, builder.node(Role::THead, table.node));
    const NodeId row = builder.node(Role::TR, builder.node(Role::TBody, table.node));
    table.header.emplace_back();
    table.rows.emplace_back();
    std::vector<NodeId> headers;
    for (const char* title : {"Mål", "Status"}) {
        TableCell& cell = table.header[0].cells.emplace_back();
        cell.column = static_cast<std::uint32_t>(headers.size());
        cell.node = headers.emplace_back(builder.node(Role::TH, head));
        tree.node(cell.node).scope = Scope::Column;
        cell.content.emplace_back().content = builder.paragraph(title, cell.node);
    }
    for (std::uint32_t column = 0; column < 2; ++column) {
        TableCell& cell = table.rows[0].cells.emplace_back();
        cell.column = column;
        cell.node = builder.node(Role::TD, row);
        tree.setHeaders(cell.node, {headers[column]});
    }
    table.rows[0].cells[0].content.emplace_back().content =
        builder.paragraph("Flere borgere cykler", table.rows[0].cells[0].node);
    table.rows[0].cells[1].content.emplace_back().content = disc(builder, table.rows[0].cells[1].node);
    builder.add(std::move(table));
}

/// Two page runs of different sizes, a figure in a cell, a link to a heading on a later page, its page's
/// number, raised, lowered and struck text.
void fill(DocumentBuilder& builder) {
    const TargetId last = builder.document.tree.reserveTarget();
    builder.addRunning("Side {page} af {pages}");
    builder.document.run().running[0].x = Length::points(20);
    builder.document.run().running[0].baseline = Length::points(170);
    addHeading(builder, "Dagsorden", Role::H1, 1);
    addReference(builder, last);
    addAreas(builder);
    addTable(builder);
    const std::vector<RunningLine> running = builder.document.run().running;
    builder.addRun().running = running;
    builder.document.run().running[0].baseline = Length::points(96);
    addHeading(builder, "Orientering", Role::H2, 2);
    builder.addParagraph("Intet.");
    builder.add(PageBreak{});
    addHeading(builder, "Eventuelt", Role::H2, 2, last);
    builder.addParagraph("Intet.");
}

} // namespace

TEST(PageRunsInAFile, pagesOfTwoSizesWithFigureLinkAndRaisedText) {
    Setting setting;
    DocumentBuilder builder;
    fill(builder);
    const LaidOutDocument laid = layOut(builder, setting);
    ASSERT_EQ(messages(laid.diagnostics), "");
    ASSERT_EQ(laid.pages.count, 3u);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    EXPECT_THAT(wordsOf(page, setting.shaper), HasSubstr("Det sidste punkt, Eventuelt, står på side 3"));
    EXPECT_NE(laid.pages.sizes[0], laid.pages.sizes[2]);
    const auto has = [&](auto kind) {
        return std::ranges::any_of(page.ops,
                                   [](const Op& op) { return std::holds_alternative<decltype(kind)>(op); });
    };
    EXPECT_TRUE(has(PathOp{}) && has(LinkOp{}));
    std::string bytes;
    writePdf(laid.pages, setting.breaker, {}, [&](std::string_view part) { bytes += part; });
    keepPdf("report-page-runs", bytes); // read back by veraPDF, qpdf, poppler, mutool and the checker of tags
}

} // namespace sidetal::test
