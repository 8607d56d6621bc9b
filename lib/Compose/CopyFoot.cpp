#include "Compose/CopyFoot.h"

#include "Compose/Context.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

/// What printers leave white along an edge, and a little of the letters below the line.
constexpr Length kClearOfEdge = Length::points(14);

/// From the lower edge: the line below that of the page number or, where that is too near to the edge, above.
Length baselineOf(const PageNumberStyle& number) {
    const Length below = number.baseline - number.text.lineHeight;
    return below >= kClearOfEdge ? below : number.baseline + number.text.lineHeight;
}

void addLine(Context& context, std::string_view text, const TextStyle& style, NodeId leaf, Length after) {
    Block block;
    block.content = Context::paragraph(context.out.keep(std::string(text)), context.type(style), leaf, {});
    block.spaceAfter = after;
    context.out.run().blocks.push_back(std::move(block));
}

/// What stands on the page in front: below its upper third, where windows of envelopes are not.
void addCoverWords(Context& context, std::string_view name, const StyleSheet& style, Size paper) {
    const PageStyle& page = style.page;
    PageRun& run = context.out.runs.emplace_back();
    run.page = paper;
    const Length top = paper.height * 3 / 10;
    run.body = {page.marginLeft, top, paper.width - page.marginLeft - page.marginRight,
                paper.height - top - page.marginBottom};
    TextStyle large = style.font;
    large.size = large.size * 2;
    large.lineHeight = large.size * 5 / 4;
    large.bold = true;
    const NodeId leaf = context.out.tree.add(NodeId::Root, Role::P);
    addLine(context, context.labels[Label::CopyFor], style.font, leaf, style.font.size / 4);
    addLine(context, outlineText(name), large, leaf, style.font.size * 3 / 2);
    addLine(context, context.out.info.title, style.font, leaf, {});
}

} // namespace

void addCopyCover(Context& context, const PageStyle& page) {
    context.out.copyCover = context.out.tree.add(NodeId::Root, Role::P);
    PageRun& run = context.out.run();
    run.page = {page.width, page.height};
    run.body = {page.marginLeft, page.marginTop, page.textWidth(),
                page.height - page.marginTop - page.marginBottom};
    run.numbering.first = 0;
    context.out.runs.emplace_back();
}

BlockDocument composeCopyFoot(std::string_view copyFor, const StyleSheet& style, const DocumentInfo& info,
                              std::string_view labelLanguage, std::span<const Size> papers, bool cover) {
    BlockDocument out;
    out.info = info;
    const Labels* const labels = Labels::find(labelLanguage);
    Context context{out, labels != nullptr ? *labels : Labels::danish()};
    const std::string words = fmt::format("{} {}", context.labels[Label::CopyFor], outlineText(copyFor));
    context.describe({words});
    const Type type = context.type(style.pageNumber.text);
    RunningLine line;
    line.kind = RunningLine::Kind::Footer;
    line.pattern = runningWords(words);
    line.format = type.format;
    line.emphasis = type.emphasis;
    line.align = Align::Left;
    line.x = style.page.marginLeft;
    out.runs.clear();
    for (const Size& paper : papers) {
        PageRun& run = out.runs.emplace_back();
        run.page = paper;
        run.body = {style.page.marginLeft, style.page.marginTop, paper.width, paper.height};
        line.baseline = paper.height - baselineOf(style.pageNumber);
        line.width = paper.width - style.page.marginLeft - style.page.marginRight;
        run.running.push_back(line);
    }
    if (cover) {
        addCoverWords(context, copyFor, style, papers.front());
    }
    return out;
}

} // namespace sidetal
