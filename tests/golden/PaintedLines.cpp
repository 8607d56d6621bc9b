#include "golden/PaintedLines.h"

#include "Dump/PaintedText.h"

namespace sidetal::test {

namespace {

/// What an op of a leaf belongs to: the element whose text it is; leaves within a paragraph (Span) count as
/// their parent.
NodeId ownerOf(const Pages& pages, NodeId leaf) {
    const StructNode& node = pages.tree->node(leaf);
    return node.role == Role::Span ? node.parent : leaf;
}

/// True where `op` goes on with the text of `line`. Artifacts do not say where one ends and the next begins:
/// each op stands alone.
bool goesOn(const Pages& pages, const PaintedLine& line, std::uint32_t page, const TextOp& op) {
    return line.page == page && line.baseline == op.baseline && line.x < op.x && !line.content.isArtifact() &&
           !op.content.isArtifact() &&
           ownerOf(pages, line.content.leaf()) == ownerOf(pages, op.content.leaf());
}

/// Appends the op's text to the line that it goes on with, or as a line of its own.
void append(std::vector<PaintedLine>& lines, const Pages& pages, std::uint32_t page, const TextOp& op,
            const std::string& text) {
    if (!lines.empty() && goesOn(pages, lines.back(), page, op)) {
        lines.back().text += text;
    } else {
        lines.push_back({page, op.x, op.baseline, op.content, text});
    }
}

} // namespace

std::vector<PaintedLine> paintedLines(const Pages& pages, LineBreaker& breaker) {
    std::vector<PaintedLine> out;
    Page page;
    for (std::uint32_t number = 0; number < pages.count; ++number) {
        pages.paint(number, breaker, page);
        for (const Op& op : page.ops) {
            if (const auto* text = std::get_if<TextOp>(&op)) {
                append(out, pages, number, *text, dump::textOf(*text, page, breaker.shaper()));
            }
        }
    }
    for (PaintedLine& line : out) {
        line.text.erase(line.text.find_last_not_of(' ') + 1);
    }
    return out;
}

} // namespace sidetal::test
