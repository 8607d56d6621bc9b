#include "Dump/PaintedText.h"

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

} // namespace sidetal::dump
