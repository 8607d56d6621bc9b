#pragma once

#include "Input/Checker.h"
#include "Input/Node.h"
#include "Input/SchemaWriter.h"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// What is known of a key besides its type.
struct KeyInfo {
    std::string_view name;
    std::string_view description; ///< for the schema: the Danish term, the unit, the effect
    std::string_view element{};   ///< of a list: the name of its members' elements in XML
    std::int64_t least = 0;       ///< of a number
    std::int64_t most = 0;
    bool required = false; ///< has to be there, and a text or a list must not be empty
    bool shown = true;     ///< the document's pages or its file show it, or it says how they are made
};

/// How values of type T are read, written, checked and described: specialised in Codecs.h. Each has
/// - static void read(const Node& node, T& out, const KeyInfo& info): reports faults to the node's
/// Diagnostics
/// - static void write(JsonWriter& json, const T& value)
/// - static void check(const Checker& at, const T& value, const KeyInfo& info): of a value that was never
/// read
/// - static bool isDefault(const T& value, const T& otherwise): what the canonical form leaves out
/// - static void schema(SchemaWriter& schema, const KeyInfo& info): the members of its schema object
template <class T>
struct Codec;

/// The table of keys of the type T: specialised in *Shapes.h. Each has `name`, `description`, `fields`, and
/// where more must hold than types tell `static void check(const Node& node, T& value)` and `static void
/// constrain(SchemaWriter& schema)`, which writes the same as members of its schema object. Readers, writer,
/// check and schema work from this one table, so they cannot disagree.
template <class T>
struct Shape;

/// A member of T.
template <auto Member>
struct MemberOf;
template <class T, class V, V T::*Member>
struct MemberOf<Member> {
    using Owner = T;
    using Value = V;
    static const V& get(const T& object) { return object.*Member; }
    static V& get(T& object) { return object.*Member; }
};

/// A member of a member of T.
template <auto Outer, auto Inner>
struct NestedMember {
    using Owner = typename MemberOf<Outer>::Owner;
    using Value = typename MemberOf<Inner>::Value;
    static const Value& get(const Owner& object) { return object.*Outer.*Inner; }
    static Value& get(Owner& object) { return object.*Outer.*Inner; }
};

/// One key of the type T.
template <class T>
struct Field {
    KeyInfo info;
    void (*read)(const Node& node, T& object, const KeyInfo& info);
    void (*write)(JsonWriter& json, const T& object);
    void (*check)(const Checker& at, const T& object, const KeyInfo& info);
    bool (*isDefault)(const T& object);
    void (*schema)(SchemaWriter& schema, const KeyInfo& info);
    SourcePos* (*place)(T& object) = nullptr; ///< where the object keeps where the value stood

    [[nodiscard]] constexpr Field required() const {
        Field copy = *this;
        copy.info.required = true;
        return copy;
    }
    /// No page shows it yet.
    [[nodiscard]] constexpr Field notShown(bool when = true) const {
        Field copy = *this;
        copy.info.shown = !when;
        return copy;
    }
    [[nodiscard]] constexpr Field of(std::string_view element) const {
        Field copy = *this;
        copy.info.element = element;
        return copy;
    }
    /// The member that keeps where the value stood: reached as in fieldAt().
    template <class Place>
    [[nodiscard]] constexpr Field placedAt() const {
        Field copy = *this;
        copy.place = [](T& object) { return &Place::get(object); };
        return copy;
    }
    template <auto Member>
    [[nodiscard]] constexpr Field placed() const {
        return placedAt<MemberOf<Member>>();
    }
    [[nodiscard]] constexpr Field range(std::int64_t least, std::int64_t most) const {
        Field copy = *this;
        copy.info.least = least;
        copy.info.most = most;
        return copy;
    }
};

/// The key `name` for a member of T, given by how it is reached: `place` has Owner, Value and get(), as
/// MemberOf.
template <class Place, class C = Codec<typename Place::Value>>
constexpr auto fieldAt(std::string_view name, std::string_view description) {
    using T = typename Place::Owner;
    return Field<T>{
        {name, description},
        [](const Node& node, T& object, const KeyInfo& info) { C::read(node, Place::get(object), info); },
        [](JsonWriter& json, const T& object) { C::write(json, Place::get(object)); },
        [](const Checker& at, const T& object, const KeyInfo& info) {
            C::check(at, Place::get(object), info);
        },
        [](const T& object) {
            static const T otherwise{};
            return C::isDefault(Place::get(object), Place::get(otherwise));
        },
        [](SchemaWriter& schema, const KeyInfo& info) { C::schema(schema, info); },
    };
}

/// The key `name` for the member that is pointed to; where its type alone does not say how it is read, with a
/// codec of its own.
template <auto Member, class C = Codec<typename MemberOf<Member>::Value>>
constexpr auto field(std::string_view name, std::string_view description) {
    return fieldAt<MemberOf<Member>, C>(name, description);
}

/// The names of the keys of T, in the table's order.
template <class T>
constexpr auto fieldNames() {
    std::array<std::string_view, Shape<T>::fields.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        names[i] = Shape<T>::fields[i].info.name;
    }
    return names;
}

/// Notes where the value came from, for the types that remember it.
template <class T>
void setSource(T& value, SourcePos position) {
    if constexpr (requires { value.header; }) {
        value.header.source = position;
    } else if constexpr (requires {
                             { value.position } -> std::same_as<SourcePos&>;
                         }) {
        value.position = position;
    } else if constexpr (requires {
                             { value.source } -> std::same_as<SourcePos&>;
                         }) {
        value.source = position;
    }
}

/// True for keys of the outermost object that are no part of the model.
[[nodiscard]] constexpr bool isFrameKey(std::string_view key) {
    return key == "document" || key == "$schema";
}

/// Reads an object by its table: unknown keys are warned of, keys that stand there twice and those that are
/// missing are errors.
template <class T>
void readObject(const Node& node, T& out, bool outermost = false) {
    static constexpr auto names = fieldNames<T>();
    if (!node.expectObject()) {
        return;
    }
    std::array<SourcePos, names.size()> seen{};
    node.eachMember([&](const Node& member) {
        const auto found = std::find(names.begin(), names.end(), member.key());
        if (found == names.end()) {
            if (!outermost || !isFrameKey(member.key())) {
                Node::reportUnknownKey(member, names);
            }
            return;
        }
        const auto index = static_cast<std::size_t>(found - names.begin());
        if (seen[index].known()) {
            Node::reportDuplicate(member, seen[index]);
            return;
        }
        seen[index] = member.keyPosition();
        const Field<T>& field = Shape<T>::fields[index];
        field.read(member, out, field.info);
        if (field.place != nullptr) {
            *field.place(out) = member.position();
        }
        if ((!field.info.shown || outermost) && !field.isDefault(out)) {
            member.noteKey(&field, node); // the pages may leave it out
        }
    });
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (Shape<T>::fields[i].info.required && !seen[i].known()) {
            node.reportMissing(names[i]);
        }
    }
    setSource(out, node.position());
    if constexpr (requires { Shape<T>::check(node, out); }) {
        Shape<T>::check(node, out);
    }
}

/// Writes the members of an object in the table's order, without those that have their default.
template <class T>
void writeMembers(JsonWriter& json, const T& value) {
    for (const auto& field : Shape<T>::fields) {
        if (field.info.required || !field.isDefault(value)) {
            json.key(field.info.name);
            field.write(json, value);
        }
    }
}

/// Checks the members of an object that was built in code.
template <class T>
void checkMembers(const Checker& at, const T& value) {
    if (!at.mayGoDeeper()) {
        return;
    }
    for (const auto& field : Shape<T>::fields) {
        field.check(Checker(at, field.info.name), value, field.info);
    }
}

/// Writes "properties": each key's schema with its description.
template <class T>
void schemaProperties(SchemaWriter& schema) {
    for (const auto& field : Shape<T>::fields) {
        schema.json().key(field.info.name);
        schema.json().beginObject();
        schema.text("description", field.info.shown
                                       ? std::string(field.info.description)
                                       : std::string(field.info.description) + " No page shows it yet.");
        field.schema(schema, field.info);
        schema.json().endObject();
    }
}

/// Writes "required", where there is any; `first` is required besides the table's own.
template <class T>
void schemaRequired(SchemaWriter& schema, std::string_view first = {}) {
    std::vector<std::string_view> names;
    if (!first.empty()) {
        names.push_back(first);
    }
    for (const auto& field : Shape<T>::fields) {
        if (field.info.required) {
            names.push_back(field.info.name);
        }
    }
    if (names.empty()) {
        return;
    }
    schema.json().key("required");
    schema.json().beginArray();
    for (const std::string_view name : names) {
        schema.json().string(name);
    }
    schema.json().endArray();
}

/// Writes what must hold besides, where there is any.
template <class T>
void schemaConstraints(SchemaWriter& schema) {
    if constexpr (requires { Shape<T>::constrain(schema); }) {
        Shape<T>::constrain(schema);
    }
}

/// Writes the members of the schema of T's object.
template <class T>
void objectSchema(SchemaWriter& schema) {
    schema.text("description", Shape<T>::description);
    schema.text("type", "object");
    schema.json().key("properties");
    schema.json().beginObject();
    schemaProperties<T>(schema);
    schema.json().endObject();
    schemaRequired<T>(schema);
    schema.json().key("additionalProperties");
    schema.json().word("false");
    schemaConstraints<T>(schema);
}

} // namespace sidetal::input
