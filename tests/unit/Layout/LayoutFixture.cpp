#include "unit/Layout/LayoutFixture.h"

#include <fmt/format.h>

namespace sidetal::test {

namespace {

/// "39.36": points, as few digits as needed.
std::string points(Length length) {
    return fmt::format("{}", static_cast<double>(length.milli()) / 1000.0);
}

std::string nameOf(const Pages& pages, Content content) {
    static constexpr const char* kKinds[] = {"layout",       "header",     "footer",   "page number",
                                             "continuation", "background", "watermark"};
    if (content.isArtifact()) {
        return fmt::format("[{}]", kKinds[static_cast<std::size_t>(content.artifact())]);
    }
    return fmt::format("{}#{}", roleName(pages.tree->node(content.leaf()).role), index(content.leaf()));
}

std::string wordsOf(const TextOp& op, const Page& page, const Shaper& shaper) {
    std::string words;
    for (std::uint32_t i = op.firstPiece; i < op.firstPiece + op.pieceCount; ++i) {
        const Piece& piece = page.pieces[i];
        words += piece.spaceBefore ? " " : "";
        for (std::uint16_t g = piece.from; g < piece.to; ++g) {
            words += shaper.glyphUse(piece.word->glyphs[g].use).text;
        }
    }
    return words + (op.spaceAfter ? " " : "");
}

} // namespace

const std::shared_ptr<const Fonts>& fonts() {
    static const std::shared_ptr<const Fonts> opened = Fonts::open();
    return opened;
}

DocumentBuilder::DocumentBuilder() {
    TextFormat format;
    format.family = "Carlito";
    format.size = Length::points(10);
    format.lineHeight = Length::points(12);
    document.formats.push_back(format);
    document.info.title = "Prøve";
    document.run().page = {Length::points(240), Length::points(180)};
    document.run().body = {Length::points(20), Length::points(30), Length::points(200), Length::points(120)};
}

Paragraph DocumentBuilder::paragraph(std::string text, NodeId leaf) {
    Paragraph p;
    p.runs.push_back({document.keep(std::move(text)), leaf, TargetId::None, {}});
    p.source = {3, 7};
    return p;
}

Block& DocumentBuilder::add(decltype(Block::content) content) {
    document.run().blocks.emplace_back().content = std::move(content);
    return document.run().blocks.back();
}

Block& DocumentBuilder::addHeading(std::string text) {
    Heading heading;
    heading.outline = text;
    heading.level = 2;
    heading.text = paragraph(std::move(text), node(Role::H2));
    return add(std::move(heading));
}

PageRun& DocumentBuilder::addRun() {
    PageRun& run = document.runs.emplace_back();
    run.page = {Length::points(300), Length::points(100)};
    run.body = {Length::points(10), Length::points(10), Length::points(280), Length::points(80)};
    return run;
}

void DocumentBuilder::addRunning(std::string pattern) {
    RunningLine line;
    line.pattern = std::move(pattern);
    line.align = Align::Left;
    line.width = Length::points(200);
    document.run().running.push_back(std::move(line));
}

Table DocumentBuilder::spanTable(std::string theme, const std::vector<std::string>& rows) {
    Table table;
    table.node = node(Role::Table);
    table.columns = {Length::points(100), Length::points(100)};
    table.cellFormats.resize(1);
    table.cellFormats[0].padLeft = Length::points(2);
    table.ruleWidth = Length::milli(400);
    const auto cell = [&](NodeId row, Role role, std::uint32_t column, const std::string& text) {
        TableCell made;
        made.column = column;
        made.node = node(role, row);
        made.content.emplace_back().content = paragraph(text, made.node);
        return made;
    };
    const NodeId head = node(Role::TR, node(Role::THead, table.node));
    table.header.emplace_back().cells = {cell(head, Role::TH, 0, "Tema"), cell(head, Role::TH, 1, "Mål")};
    const NodeId body = node(Role::TBody, table.node);
    for (const std::string& text : rows) {
        const NodeId row = node(Role::TR, body);
        const bool first = table.rows.empty();
        table.rows.emplace_back();
        if (first) {
            TableCell spanning = cell(row, Role::TH, 0, theme);
            spanning.rowSpan = static_cast<std::uint32_t>(rows.size());
            spanning.continuation = furniture(theme + " (fortsat)");
            table.rows.back().cells.push_back(std::move(spanning));
        }
        table.rows.back().cells.push_back(cell(row, Role::TD, 1, text));
    }
    table.source = {9, 1};
    return table;
}

LaidOutDocument layOut(DocumentBuilder& builder, Setting& setting) {
    LaidOutDocument result;
    result.diagnostics.setFile("prøve.json");
    result.pages = sidetal::layOut(std::move(builder.document), setting.breaker, result.diagnostics);
    return result;
}

std::string print(const Pages& pages, const Page& page, const Shaper& shaper) {
    std::string text;
    for (const Op& op : page.ops) {
        if (const auto* t = std::get_if<TextOp>(&op)) {
            text += fmt::format("text {} {},{} '{}'\n", nameOf(pages, t->content), points(t->x),
                                points(t->baseline), wordsOf(*t, page, shaper));
        } else if (const auto* l = std::get_if<LineOp>(&op)) {
            text +=
                fmt::format("line {},{} {},{}\n", points(l->x1), points(l->y1), points(l->x2), points(l->y2));
        } else if (const auto* f = std::get_if<FillOp>(&op)) {
            text += fmt::format("fill {},{} {}x{}\n", points(f->rect.x), points(f->rect.y),
                                points(f->rect.width), points(f->rect.height));
        } else if (const auto* p = std::get_if<PathOp>(&op)) {
            text += fmt::format("path {}", nameOf(pages, p->content));
            for (std::uint32_t i = 0; i < p->segmentCount; ++i) {
                const Point to = page.segments[p->firstSegment + i].to;
                text += fmt::format(" {},{}", points(to.x), points(to.y));
            }
            text += '\n';
        } else if (const auto* i = std::get_if<ImageOp>(&op)) {
            text += fmt::format("image {} {},{} {}x{}\n", nameOf(pages, i->content), points(i->rect.x),
                                points(i->rect.y), points(i->rect.width), points(i->rect.height));
        } else if (const auto* k = std::get_if<LinkOp>(&op)) {
            text += fmt::format("link #{} {},{} {}x{}\n", index(k->link), points(k->area.x),
                                points(k->area.y), points(k->area.width), points(k->area.height));
        }
    }
    return text;
}

std::string printPage(const Pages& pages, std::uint32_t number, Setting& setting) {
    Page page;
    pages.paint(number - 1, setting.breaker, page);
    return print(pages, page, setting.shaper);
}

std::vector<std::string> printPages(const Pages& pages, Setting& setting) {
    std::vector<std::string> all;
    for (std::uint32_t number = 1; number <= pages.count; ++number) {
        all.push_back(printPage(pages, number, setting));
    }
    return all;
}

std::string wordsOf(const Page& page, const Shaper& shaper) {
    std::string words;
    for (const Op& op : page.ops) {
        const auto* text = std::get_if<TextOp>(&op);
        if (text != nullptr && !text->content.isArtifact()) {
            words += wordsOf(*text, page, shaper);
        }
    }
    return words;
}

std::string messages(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        text += format(diagnostic) + '\n';
    }
    return text;
}

} // namespace sidetal::test
