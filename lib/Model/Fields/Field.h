#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

/// One description of each type of the model: its fields, in the order in which they are written. Whatever
/// goes through a document is a visitor of these tables, so that a field that is added is read, written,
/// checked, described, compared and told as not printed by its one line.

namespace sidetal::model {

/// What a field means for who may see the object that has it.
enum class AccessKind : std::uint8_t {
    Content, ///< seen where the object is
    Access,  ///< says who may see the object
    StandIn, ///< what those see of the object who may not see it
};

/// The part of a page that a field is shown in, where a style sheet may leave that out.
enum class PagePart : std::uint8_t {
    Any,    ///< none that may be left out
    Sender, ///< the sender block of a meeting's paper, its cover or its foot
    Cover,
    Attendance, ///< lists of who was there
    Status,     ///< a column of a goal matrix, as the next ones
    Trend,
    Indicator,
    Owner,
    Deadline,
    FollowUp,
    Committees,
};

/// What is known of a field besides its type.
struct FieldInfo {
    std::string_view name;        ///< the key in files
    std::string_view description; ///< for the schema: the Danish term, the unit, the effect
    std::string_view element{};   ///< of a list: the name of its members' elements in XML
    std::int64_t least = 0;       ///< of a number; of a length in thousandths
    std::int64_t most = 0;
    bool required = false; ///< has to be there, and a text or a list must not be empty
    bool shown = true;     ///< the document's pages or its file show it, or it says how they are made
    AccessKind access = AccessKind::Content;
    PagePart part = PagePart::Any;
};

/// How a value is written, where its type alone does not say it.
namespace form {
struct Plain {};      ///< as its type
struct Language {};   ///< a language tag (BCP 47)
struct Address {};    ///< of what readers can be led to, or empty
struct FileName {};   ///< white space within is kept
struct NumberText {}; ///< a text, or a number that is kept as it is written
struct Joined {};     ///< a text, or a list of lines that are joined by ", "
/// A list in which no two members have the same `Member`, the first of their fields.
template <auto Member>
struct UniqueBy {};
} // namespace form

/// A member of T.
template <auto Member>
struct MemberOf;
template <class T, class V, V T::*Member>
struct MemberOf<Member> {
    using Owner = T;
    using Value = V;
    static constexpr const V& get(const T& object) { return object.*Member; }
    static constexpr V& get(T& object) { return object.*Member; }
};

/// A member of a member of T.
template <auto Outer, auto Inner>
struct NestedMember {
    using Owner = typename MemberOf<Outer>::Owner;
    using Value = typename MemberOf<Inner>::Value;
    static constexpr const Value& get(const Owner& object) { return object.*Outer.*Inner; }
    static constexpr Value& get(Owner& object) { return object.*Outer.*Inner; }
};

/// A field: `Place` is how it is reached (as MemberOf), `Form` how it is written, `Source` how the place
/// where its value stood is reached, void where it has none of its own.
template <class Place, class Form, class Source>
struct Field {
    using Member = Place;
    using FormOf = Form;
    using SourceOf = Source;
    FieldInfo info;

    [[nodiscard]] constexpr Field required() const {
        return with([](FieldInfo& i) { i.required = true; });
    }
    /// No page shows it yet.
    [[nodiscard]] constexpr Field notShown(bool when = true) const {
        return with([when](FieldInfo& i) { i.shown = !when; });
    }
    [[nodiscard]] constexpr Field of(std::string_view element) const {
        return with([element](FieldInfo& i) { i.element = element; });
    }
    [[nodiscard]] constexpr Field range(std::int64_t least, std::int64_t most) const {
        return with([=](FieldInfo& i) {
            i.least = least;
            i.most = most;
        });
    }
    [[nodiscard]] constexpr Field meaning(AccessKind access) const {
        return with([access](FieldInfo& i) { i.access = access; });
    }
    [[nodiscard]] constexpr Field within(PagePart part) const {
        return with([part](FieldInfo& i) { i.part = part; });
    }
    template <class Other>
    [[nodiscard]] constexpr auto placedAt() const {
        return Field<Place, Form, Other>{info};
    }
    /// The member that keeps where the value stood.
    template <auto Member>
    [[nodiscard]] constexpr auto placed() const {
        return placedAt<MemberOf<Member>>();
    }

  private:
    template <class Change>
    [[nodiscard]] constexpr Field with(const Change& change) const {
        Field copy = *this;
        change(copy.info);
        return copy;
    }
};

template <class Place, class Form = form::Plain>
[[nodiscard]] constexpr auto fieldAt(std::string_view name, std::string_view description) {
    return Field<Place, Form, void>{{name, description}};
}

/// The field `name` for the member that is pointed to.
template <auto Member, class Form = form::Plain>
[[nodiscard]] constexpr auto field(std::string_view name, std::string_view description) {
    return fieldAt<MemberOf<Member>, Form>(name, description);
}

/// The table of the type T: `name` and `description`, for the schema, and `fields`, a tuple; where the value
/// of one field may stand for the whole object, `brief`, that member. Specialised in *Fields.h.
template <class T>
struct Table;

/// What has a table of fields.
template <class T>
concept Described = requires {
    Table<T>::fields;
};

template <class T>
inline constexpr std::size_t kFieldCount = std::tuple_size_v<std::remove_const_t<decltype(Table<T>::fields)>>;

/// The field at `Index` of T's table as a type, so that what is known of it is known when visitors are
/// compiled.
template <class T, std::size_t Index>
struct FieldOf {
    using Described = std::tuple_element_t<Index, std::remove_const_t<decltype(Table<T>::fields)>>;
    using Member = typename Described::Member;
    using Value = typename Member::Value;
    using Form = typename Described::FormOf;
    using Source = typename Described::SourceOf;
    using Owner = T;
    static constexpr const FieldInfo& info = std::get<Index>(Table<T>::fields).info;

    static constexpr const Value& get(const T& object) { return Member::get(object); }
    static constexpr Value& get(T& object) { return Member::get(object); }
    /// Where the value stood, unknown where the object does not keep it.
    static constexpr SourcePos place(const T& object) {
        if constexpr (std::is_void_v<Source>) {
            return {};
        } else {
            return Source::get(object);
        }
    }
};

/// Calls `visit(FieldOf<T, i>())` for each field of T in the table's order.
template <class T, class Visit>
constexpr void eachField(Visit&& visit) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (visit(FieldOf<T, I>()), ...);
    }
    (std::make_index_sequence<kFieldCount<T>>());
}

/// Whether a page shows a value of an enumeration.
enum class ValueShown : std::uint8_t {
    AsField, ///< where it shows the field
    Never,   ///< no page shows it yet
    Unsaid,  ///< a page that says nothing says it
};

/// A value's name in files, and what it means, for the schema.
template <class E>
struct Named {
    std::string_view name;
    E value;
    std::string_view description;
    ValueShown shown = ValueShown::AsField;
};

/// The names of an enumeration's values: specialised in *Fields.h as `static constexpr std::array<Named<E>,
/// n> values`. A value without a name is the one for a key that is not there.
template <class E>
struct Words;

/// The value's row, or null where it has no name.
template <class E>
[[nodiscard]] constexpr const Named<E>* namedValue(E value) {
    for (const Named<E>& row : Words<E>::values) {
        if (row.value == value) {
            return &row;
        }
    }
    return nullptr;
}

/// The value's name; empty where it has none.
template <class E>
[[nodiscard]] constexpr std::string_view nameOf(E value) {
    const Named<E>* row = namedValue(value);
    return row == nullptr ? std::string_view() : row->name;
}

} // namespace sidetal::model
