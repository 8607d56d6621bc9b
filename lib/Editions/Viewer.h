#pragma once

#include "Editions/Rights.h"
#include "Labels/Labels.h"
#include "Model/Fields/Visit.h"

#include <optional>
#include <type_traits>
#include <utility>

namespace sidetal::editions {

/// True for what can be closed by itself; the rest is seen where what it stands in is.
template <class T>
inline constexpr bool kCanBeClosed =
    std::is_same_v<T, AgendaItem> || std::is_same_v<T, Section> || std::is_same_v<T, Decision> ||
    std::is_same_v<T, Enclosure> || std::is_same_v<T, AttendanceEvent> || std::is_same_v<T, Change>;

/// The items that something beside the items is about, as their numbers; it has the rules of these.
[[nodiscard]] inline std::string_view itemsNamed(const AttendanceEvent& event) {
    return event.item;
}
[[nodiscard]] inline std::string_view itemsNamed(const Change& change) {
    return change.number;
}
template <class T>
inline constexpr bool kNamesItems = std::is_same_v<T, AttendanceEvent> || std::is_same_v<T, Change>;

/// Makes of a paper what an edition's readers may see of it, in one pass: nothing that is not shown is copied
/// at all. Items are met in reading order, each once.
class Viewer {
  public:
    /// What is given must outlive this.
    Viewer(const ItemIndex& items, const Rights& rights, const Labels& labels)
        : items_(items)
        , rights_(rights)
        , labels_(labels) {}

    /// What is seen of an object; nothing: it is not there for them.
    template <class T>
    [[nodiscard]] std::optional<T> view(const T& object) {
        const RuleSet* outer = rules_;
        if constexpr (std::is_same_v<T, AgendaItem>) {
            rules_ = &rights_.at(next_++);
        }
        std::optional<T> out;
        if constexpr (kCanBeClosed<T>) {
            out = isClosed(object) ? closed(object, rulesOf(object)) : open(object);
        } else {
            out = open(object);
        }
        rules_ = outer;
        return out;
    }

    /// True where it is closed by itself; an event, where it names a closed item, or one that is not known; a
    /// change, where its item is closed, or was.
    template <class T>
    [[nodiscard]] bool isClosed(const T& object) const {
        if constexpr (std::is_same_v<T, AttendanceEvent>) {
            return namesClosed(object.item);
        } else if constexpr (std::is_same_v<T, Change>) {
            // What was removed has the number that it had, which may be another's by now.
            const bool isThere = object.kind != Change::Kind::Removed && !object.number.empty();
            return object.access != Access::Open || (isThere && namesClosed(object.number));
        } else {
            return object.access != Access::Open;
        }
    }

    /// What is seen of something that is closed, or stands in what is.
    template <class T>
    [[nodiscard]] std::optional<T> closed(const T& object, const RuleSet& rules) {
        T out{};
        keepPlace(object, out);
        bool lacks = false; // something without which there is no such thing
        bool holds = ClosedRules<T>::name.empty() || std::is_same_v<T, AgendaItem>;
        std::size_t index = 0;
        model::eachField<T>([&](auto field) {
            using F = decltype(field);
            const FieldView view = rules.of<T>(index);
            if (view == FieldView::Shown) {
                F::get(out) = closedValue(F::get(object), rules);
            } else if (view == FieldView::Replaced) {
                replace<F>(object, out);
            } else {
                lacks = lacks || F::info.required;
            }
            if (view != FieldView::Dropped) {
                keepPlaceOf<F>(object, out);
            }
            holds = holds || (!closedRules<T>()[index].fixed && !model::hasDefault<F>(out));
            ++index;
        });
        if constexpr (std::is_same_v<T, Section>) {
            lacks = lacks || (out.key.empty() && out.title.empty());
        }
        return lacks || !holds ? std::nullopt : std::optional(std::move(out));
    }

    /// What is seen of a closed thing by itself: its rules are those of where it stands.
    template <class T>
    [[nodiscard]] const RuleSet& rulesOf(const T& object) const {
        if constexpr (kNamesItems<T>) {
            return rights_.at(items_.parse(itemsNamed(object)).ranges);
        } else {
            return *rules_;
        }
    }

  private:
    template <class T>
    [[nodiscard]] T open(const T& object) {
        T out{};
        keepPlace(object, out);
        model::eachField<T>([&](auto field) {
            using F = decltype(field);
            F::get(out) = openValue(F::get(object));
            keepPlaceOf<F>(object, out);
        });
        return out;
    }

    /// A value as `seen` sees the objects in it.
    template <class V, class See>
    [[nodiscard]] V valueBy(const V& value, const See& see) {
        if constexpr (model::Described<V>) {
            std::optional<V> out = see(value);
            return out ? std::move(*out) : V{};
        } else if constexpr (std::is_void_v<typename model::Held<V>::Type>) {
            return value;
        } else if constexpr (model::kIsOptional<V>) {
            return value ? V(valueBy(*value, see)) : V();
        } else {
            V out;
            out.reserve(value.size());
            for (const auto& member : value) {
                if (auto seen = see(member)) {
                    out.push_back(std::move(*seen));
                }
            }
            return out;
        }
    }
    template <class V>
    [[nodiscard]] V openValue(const V& value) {
        return valueBy(value, [this](const auto& object) { return view(object); });
    }
    template <class V>
    [[nodiscard]] V closedValue(const V& value, const RuleSet& rules) {
        return valueBy(value, [&](const auto& object) {
            using T = std::remove_cvref_t<decltype(object)>;
            if constexpr (std::is_same_v<T, AgendaItem>) {
                return closed(object, rights_.at(next_++));
            } else {
                return closed(object, rules);
            }
        });
    }

    /// The words that stand for a title.
    template <class F, class T>
    void replace(const T& object, T& out) {
        if constexpr (std::is_same_v<typename F::Value, std::string>) {
            if constexpr (std::is_same_v<T, AgendaItem>) {
                F::get(out) = object.publicTitle;
            }
            if constexpr (std::is_same_v<T, AgendaItem> || std::is_same_v<T, Change>) {
                if (F::get(out).empty()) {
                    F::get(out) = labels_[Label::ClosedItem];
                }
            } else {
                F::get(out) =
                    labels_[std::is_same_v<T, Section> ? Label::ClosedSection : Label::ClosedEnclosure];
            }
        }
    }

    template <class T>
    static void keepPlace(const T& object, T& out) {
        if constexpr (!std::is_same_v<decltype(model::sourceMember(out)), SourcePos*>) {
            *model::sourceMember(out) = *model::sourceMember(object);
        } else if (auto* place = model::sourceMember(out)) {
            *place = *model::sourceMember(object);
        }
    }
    template <class F, class T>
    static void keepPlaceOf(const T& object, T& out) {
        if constexpr (!std::is_void_v<typename F::Source>) {
            F::Source::get(out) = F::Source::get(object);
        }
    }

    [[nodiscard]] bool namesClosed(std::string_view text) const {
        const NamedItems named = items_.parse(text);
        if (!named.unknown.empty() || !named.backwards.empty()) {
            return true;
        }
        for (const ItemRange range : named.ranges) {
            for (std::size_t i = range.from; i < range.to; ++i) {
                if (items_.closed(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    const ItemIndex& items_;
    const Rights& rights_;
    const Labels& labels_;
    const RuleSet* rules_ = nullptr; ///< at the item that is being seen
    std::size_t next_ = 0;           ///< the next item in reading order
};

} // namespace sidetal::editions
