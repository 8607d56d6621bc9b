#include "Model/Fields/Same.h"

namespace sidetal::model {

namespace {

/// All but places, which two readings of one text need not share.
template <class V, class Same>
bool sameList(const std::vector<V>& a, const std::vector<V>& b, Same sameMember) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), sameMember);
}

bool sameBlock(const TextParagraph& a, const TextParagraph& b) {
    return a.spans == b.spans && a.align == b.align && a.preformatted == b.preformatted &&
           a.indent == b.indent;
}
bool sameBlock(const TextHeading& a, const TextHeading& b) {
    return a.spans == b.spans && a.level == b.level;
}
bool sameBlock(const TextList& a, const TextList& b) {
    return a.marker == b.marker && a.start == b.start && sameList(a.items, b.items, sameText);
}
bool sameBlock(const TextDefinitions& a, const TextDefinitions& b) {
    return sameList(a.items, b.items, [](const TextDefinition& x, const TextDefinition& y) {
        return x.term == y.term && sameText(x.text, y.text);
    });
}
bool sameBlock(const TextRule& /*a*/, const TextRule& /*b*/) {
    return true;
}
bool sameBlock(const Boxed<TextQuote>& a, const Boxed<TextQuote>& b) {
    return sameText(a->text, b->text);
}
bool sameBlock(const Boxed<TextPicture>& a, const Boxed<TextPicture>& b) {
    return a->file == b->file && a->alt == b->alt && a->decorative == b->decorative && a->width == b->width;
}
bool sameCell(const TextCell& a, const TextCell& b) {
    return a.rowSpan == b.rowSpan && a.colSpan == b.colSpan && a.header == b.header && a.align == b.align &&
           sameText(a.content, b.content);
}
bool sameBlock(const Boxed<TextTable>& a, const Boxed<TextTable>& b) {
    return a->caption == b->caption && a->columns == b->columns &&
           sameList(a->rows, b->rows, [](const TextRow& x, const TextRow& y) {
               return x.part == y.part && sameList(x.cells, y.cells, sameCell);
           });
}

} // namespace

bool sameText(const RichText& a, const RichText& b) {
    return sameList(a.blocks, b.blocks, [](const RichTextBlock& x, const RichTextBlock& y) {
        return x.index() == y.index() &&
               std::visit(
                   [&](const auto& block) {
                       return sameBlock(block, std::get<std::remove_cvref_t<decltype(block)>>(y));
                   },
                   x);
    });
}

} // namespace sidetal::model
