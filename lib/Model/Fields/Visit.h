#pragma once

#include "Model/Fields/Field.h"
#include "sidetal/Model/RichText.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sidetal::model {

template <class V>
inline constexpr bool kIsOptional = false;
template <class V>
inline constexpr bool kIsOptional<std::optional<V>> = true;
template <class V>
inline constexpr bool kIsList = false;
template <class V>
inline constexpr bool kIsList<std::vector<V>> = true;

/// The described object that a value is or holds, itself or in a list; else void.
template <class V>
struct Held {
    using Type = std::conditional_t<Described<V>, V, void>;
};
template <class V>
struct Held<std::optional<V>> : Held<V> {};
template <class V>
struct Held<std::vector<V>> : Held<V> {};

/// Where an object keeps where it stood; null for those that do not.
template <class T>
[[nodiscard]] constexpr auto* sourceMember(T& value) {
    if constexpr (requires { value.header.source; }) {
        return &value.header.source;
    } else if constexpr (requires(SourcePos & p) { p = value.position; }) {
        return &value.position;
    } else if constexpr (requires(SourcePos & p) { p = value.source; }) {
        return &value.source;
    } else {
        return static_cast<SourcePos*>(nullptr);
    }
}

/// Where a value stood, of a list its first member; unknown where it does not keep it.
template <class V>
[[nodiscard]] constexpr SourcePos sourceOf(const V& value) {
    if constexpr (kIsOptional<V>) {
        return value ? sourceOf(*value) : SourcePos{};
    } else if constexpr (kIsList<V>) {
        return value.empty() ? SourcePos{} : sourceOf(value.front());
    } else if constexpr (std::is_class_v<V>) {
        const auto* place = sourceMember(value);
        return place == nullptr ? SourcePos{} : *place;
    } else {
        return {};
    }
}

/// True for what a key that is not there gives where its default is `otherwise`; lists, texts and objects are
/// default where they are empty.
template <class V>
[[nodiscard]] bool isDefault(const V& value, const V& otherwise) {
    if constexpr (kIsOptional<V>) {
        return !value;
    } else if constexpr (kIsList<V> || std::is_same_v<V, RichText>) {
        return value.empty();
    } else if constexpr (Described<V>) {
        bool all = true;
        eachField<V>([&](auto field) {
            using F = decltype(field);
            all = all && isDefault(F::get(value), F::get(otherwise));
        });
        return all;
    } else {
        return value == otherwise;
    }
}

/// True where the field of `object` has its default.
template <class F, class T>
[[nodiscard]] bool hasDefault(const T& object) {
    static const T otherwise{};
    return isDefault(F::get(object), F::get(otherwise));
}

/// Where a value stands in a document that is walked: each object and list on the way to it is a Place of its
/// own, on the stack, so that a path costs nothing before a message needs it.
class Place {
  public:
    /// The document itself.
    explicit Place(SourcePos source)
        : source_(source) {}
    /// The member `key` of the object at `outer`, which must outlive this.
    Place(const Place& outer, std::string_view key, SourcePos source)
        : Place(outer, key, 0, source) {}
    /// A member of the list at `outer`.
    Place(const Place& outer, std::size_t index, SourcePos source)
        : Place(outer, {}, index, source) {}
    /// The field F of `object` at `outer`.
    template <class F, class T>
    static Place ofField(const Place& outer, const T& object) {
        return {outer, F::info.name, F::place(object).orElse(sourceOf(F::get(object)))};
    }

    /// The nearest place that the document knows, of the value or what it stands in.
    [[nodiscard]] SourcePos position() const { return source_; }
    /// "items[2].title": as a file has it.
    [[nodiscard]] std::string path() const;
    /// What it stands in; null for the document.
    [[nodiscard]] const Place* outer() const { return outer_; }
    /// Empty of a member of a list and of the document.
    [[nodiscard]] std::string_view key() const { return key_; }
    [[nodiscard]] bool isListMember() const { return outer_ != nullptr && key_.empty(); }
    /// How many objects and lists it stands in.
    [[nodiscard]] unsigned depth() const { return depth_; }
    /// Whether that is deeper than anything that can be printed: who goes down into objects ends here.
    [[nodiscard]] bool isTooDeep() const { return depth_ >= 256; }

  private:
    Place(const Place& outer, std::string_view key, std::size_t index, SourcePos source)
        : outer_(&outer)
        , key_(key)
        , index_(index)
        , source_(source.orElse(outer.source_))
        , depth_(outer.depth_ + 1) {}

    const Place* outer_ = nullptr;
    std::string_view key_;
    std::size_t index_ = 0;
    SourcePos source_;
    unsigned depth_ = 0;
};

/// Calls `visit(object, place)` for each described object that the value at `place` is or holds.
template <class V, class Visit>
void eachObject(const V& value, const Place& place, const Visit& visit) {
    if constexpr (Described<V>) {
        visit(value, place);
    } else if constexpr (kIsOptional<V>) {
        if (value) {
            eachObject(*value, place, visit);
        }
    } else if constexpr (kIsList<V> && !std::is_void_v<typename Held<V>::Type>) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            eachObject(value[i], Place(place, i, sourceOf(value[i])), visit);
        }
    }
}

} // namespace sidetal::model
