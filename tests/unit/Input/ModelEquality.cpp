#include "unit/Input/ModelEquality.h"

#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"

#include <algorithm>

namespace sidetal::input::testing {
namespace {

bool same(const RichText& a, const RichText& b);

bool sameBlock(const std::variant<TextParagraph, TextList>& a,
               const std::variant<TextParagraph, TextList>& b) {
    if (a.index() != b.index()) {
        return false;
    }
    if (const auto* paragraph = std::get_if<TextParagraph>(&a)) {
        return paragraph->spans == std::get<TextParagraph>(b).spans;
    }
    const auto& x = std::get<TextList>(a);
    const auto& y = std::get<TextList>(b);
    return x.marker == y.marker && x.start == y.start &&
           std::equal(x.items.begin(), x.items.end(), y.items.begin(), y.items.end(),
                      [](const RichText& i, const RichText& k) { return same(i, k); });
}

bool same(const RichText& a, const RichText& b) {
    return std::equal(a.blocks.begin(), a.blocks.end(), b.blocks.begin(), b.blocks.end(), sameBlock);
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
