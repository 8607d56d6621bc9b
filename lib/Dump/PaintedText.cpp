#include "Dump/PaintedText.h"

#include <algorithm>

namespace sidetal::dump {

namespace {

/// Calls `f(op, page, number)` for each text op of all pages.
template <class F>
void eachText(const Pages& pages, LineBreaker& breaker, const F& f) {
    Page page;
    for (std::uint32_t number = 0; number < pages.count; ++number) {
        pages.paint(number, breaker, page);
        for (const Op& op : page.ops) {
            if (const auto* text = std::get_if<TextOp>(&op)) {
                f(*text, page, number);
            }
        }
    }
}

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

} // namespace

std::string textOf(const TextOp& op, const Page& page, const Shaper& shaper) {
    std::string out;
    for (std::uint32_t i = 0; i < op.pieceCount; ++i) {
        const Piece& piece = page.pieces[op.firstPiece + i];
        if (piece.spaceBefore) {
            out += ' ';
        }
        for (std::size_t g = piece.from; g < piece.to; ++g) {
            out += shaper.glyphUse(piece.word->glyphs[g].use).text;
        }
    }
    if (op.spaceAfter) {
        out += ' ';
    }
    return out;
}

std::vector<LeafText> leafTexts(const Pages& pages, LineBreaker& breaker) {
    std::vector<LeafText> out(pages.tree->size());
    eachText(pages, breaker, [&](const TextOp& op, const Page& page, std::uint32_t number) {
        if (op.content.isArtifact()) {
            return;
        }
        LeafText& leaf = out[index(op.content.leaf())];
        leaf.text += textOf(op, page, breaker.shaper());
        leaf.first = leaf.shown ? leaf.first : number;
        leaf.last = number;
        leaf.shown = true;
    });
    return out;
}

std::vector<PaintedLine> paintedLines(const Pages& pages, LineBreaker& breaker) {
    std::vector<PaintedLine> out;
    eachText(pages, breaker, [&](const TextOp& op, const Page& page, std::uint32_t number) {
        const std::string text = textOf(op, page, breaker.shaper());
        if (!out.empty() && goesOn(pages, out.back(), number, op)) {
            out.back().text += text;
        } else {
            out.push_back({number, op.x, op.baseline, op.content, text});
        }
    });
    for (PaintedLine& line : out) {
        line.text.erase(line.text.find_last_not_of(' ') + 1);
    }
    return out;
}

} // namespace sidetal::dump
