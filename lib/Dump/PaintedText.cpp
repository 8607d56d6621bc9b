#include "Dump/PaintedText.h"

#include <type_traits>

namespace sidetal::dump {

namespace {

/// What an op belongs to; an area that can be followed shows nothing, and so belongs to the page.
Content contentOf(const Op& op) {
    return std::visit(
        [](const auto& o) {
            if constexpr (std::is_same_v<std::decay_t<decltype(o)>, LinkOp>) {
                return Content();
            } else {
                return o.content;
            }
        },
        op);
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
    Page page;
    for (std::uint32_t number = 0; number < pages.count; ++number) {
        pages.paint(number, breaker, page);
        for (const Op& op : page.ops) {
            const Content content = contentOf(op);
            if (content.isArtifact()) {
                continue;
            }
            LeafText& leaf = out[index(content.leaf())];
            if (const auto* text = std::get_if<TextOp>(&op)) {
                leaf.text += textOf(*text, page, breaker.shaper());
            }
            leaf.first = leaf.shown ? leaf.first : number;
            leaf.last = number;
            leaf.shown = true;
        }
    }
    return out;
}

} // namespace sidetal::dump
