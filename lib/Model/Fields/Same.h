#pragma once

#include "Model/Fields/Visit.h"

#include <algorithm>

namespace sidetal::model {

/// True where two texts say the same: all but their places counts.
[[nodiscard]] bool sameText(const RichText& a, const RichText& b);

/// The same of any value of the model; of an object, by the fields of its table.
template <class V>
[[nodiscard]] bool sameValue(const V& a, const V& b) {
    if constexpr (Described<V>) {
        bool all = true;
        eachField<V>([&](auto field) {
            using F = decltype(field);
            all = all && sameValue(F::get(a), F::get(b));
        });
        return all;
    } else if constexpr (std::is_same_v<V, RichText>) {
        return sameText(a, b);
    } else if constexpr (kIsOptional<V>) {
        return a.has_value() == b.has_value() && (!a || sameValue(*a, *b));
    } else if constexpr (kIsList<V>) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const auto& x, const auto& y) { return sameValue(x, y); });
    } else {
        return a == b;
    }
}

} // namespace sidetal::model
