#include "unit/Documents/ModelEquality.h"

#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"

#include <algorithm>

namespace sidetal::input::testing {
namespace {

bool same(const RichText& a, const RichText& b);

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
    return a.marker == b.marker && a.start == b.start && sameList(a.items, b.items, same);
}
bool sameBlock(const TextDefinitions& a, const TextDefinitions& b) {
    return sameList(a.items, b.items, [](const TextDefinition& x, const TextDefinition& y) {
        return x.term == y.term && same(x.text, y.text);
    });
}
bool sameBlock(const TextRule& /*a*/, const TextRule& /*b*/) {
    return true;
}
bool sameBlock(const Boxed<TextQuote>& a, const Boxed<TextQuote>& b) {
    return same(a->text, b->text);
}
bool sameBlock(const Boxed<TextPicture>& a, const Boxed<TextPicture>& b) {
    return a->file == b->file && a->alt == b->alt && a->decorative == b->decorative && a->width == b->width;
}
bool sameCell(const TextCell& a, const TextCell& b) {
    return a.rowSpan == b.rowSpan && a.colSpan == b.colSpan && a.header == b.header && a.align == b.align &&
           same(a.content, b.content);
}
bool sameBlock(const Boxed<TextTable>& a, const Boxed<TextTable>& b) {
    return a->caption == b->caption && a->columns == b->columns &&
           sameList(a->rows, b->rows, [](const TextRow& x, const TextRow& y) {
               return x.part == y.part && sameList(x.cells, y.cells, sameCell);
           });
}

bool same(const RichText& a, const RichText& b) {
    return sameList(a.blocks, b.blocks, [](const RichTextBlock& x, const RichTextBlock& y) {
        return x.index() == y.index() &&
               std::visit(
                   [&](const auto& block) {
                       return sameBlock(block, std::get<std::remove_cvref_t<decltype(block)>>(y));
                   },
                   x);
    });
}

template <class V>
bool sameValue(const V& a, const V& b) {
    if constexpr (model::Described<V>) {
        bool all = true;
        model::eachField<V>([&](auto field) {
            using F = decltype(field);
            all = all && sameValue(F::get(a), F::get(b));
        });
        return all;
    } else if constexpr (std::is_same_v<V, RichText>) {
        return same(a, b);
    } else if constexpr (model::kIsOptional<V>) {
        return a.has_value() == b.has_value() && (!a || sameValue(*a, *b));
    } else if constexpr (model::kIsList<V>) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const auto& x, const auto& y) { return sameValue(x, y); });
    } else {
        return a == b;
    }
}

} // namespace

bool equal(const Document& a, const Document& b) {
    return kindOf(a) == kindOf(b) &&
           std::visit(
               [&](const auto& value) {
                   return sameValue(value, std::get<std::remove_cvref_t<decltype(value)>>(b));
               },
               a);
}

} // namespace sidetal::input::testing
