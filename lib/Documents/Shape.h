#pragma once

#include "Documents/SchemaWriter.h"
#include "Model/Fields/Visit.h"
#include "Model/Rules.h"
#include "Tree/Node.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace sidetal::input {

using model::FieldInfo;
namespace form = model::form;

/// How values of type T are read, written and described: specialised in Codecs.h. Each has
/// - static void read(const Node& node, T& out, const FieldInfo& info): reports faults to the node's
/// Diagnostics
/// - static void write(JsonWriter& json, const T& value)
/// - static void schema(SchemaWriter& schema, const FieldInfo& info): the members of its schema object
template <class T>
struct Codec;

/// The codec of a field: of its type, where the form does not say another.
template <class T, class Form>
struct CodecFor {
    using Type = Codec<T>;
};

/// Tells the rules of the model (Model/Rules.h) that a value stands at a node.
class AtNode final : public model::Faults {
  public:
    explicit AtNode(const Node& node)
        : node_(node) {}
    void error(std::string_view code, std::string message,
               std::vector<std::string> notes = {}) const override {
        node_.error(code, std::move(message), std::move(notes));
    }
    void missing(std::string_view key) const override { node_.reportMissing(key); }

  private:
    const Node& node_;
};

/// A field of the type T as a file has it.
template <class T>
struct Key {
    const FieldInfo* info;
    void (*read)(const Node& node, T& object);
    void (*write)(JsonWriter& json, const T& object);
    bool (*isDefault)(const T& object);
    void (*schema)(SchemaWriter& schema);
};

template <class T, std::size_t Index>
constexpr Key<T> keyAt() {
    using F = model::FieldOf<T, Index>;
    using C = typename CodecFor<typename F::Value, typename F::Form>::Type;
    return {
        &F::info,
        [](const Node& node, T& object) {
            C::read(node, F::get(object), F::info);
            if constexpr (!std::is_void_v<typename F::Source>) {
                F::Source::get(object) = node.position();
            }
        },
        [](JsonWriter& json, const T& object) { C::write(json, F::get(object)); },
        [](const T& object) { return model::hasDefault<F>(object); },
        [](SchemaWriter& schema) { C::schema(schema, F::info); },
    };
}

/// The keys of T: readers, writer and schema work from the model's one table (Model/Fields), so they cannot
/// disagree.
template <class T>
struct Keys {
    static constexpr auto all = []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array{keyAt<T, I>()...};
    }
    (std::make_index_sequence<model::kFieldCount<T>>());
};

/// The names of the keys of T, in the table's order.
template <class T>
constexpr auto fieldNames() {
    std::array<std::string_view, Keys<T>::all.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        names[i] = Keys<T>::all[i].info->name;
    }
    return names;
}

/// Notes where the value came from, for the types that remember it.
template <class T>
void setSource(T& value, SourcePos position) {
    if (SourcePos* place = model::sourceMember(value); place != nullptr) {
        *place = position;
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
        const Key<T>& key = Keys<T>::all[index];
        key.read(member, out);
        if ((!key.info->shown || outermost) && !key.isDefault(out)) {
            member.noteKey(&key, node); // the pages may leave it out
        }
    });
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (Keys<T>::all[i].info->required && !seen[i].known()) {
            node.reportMissing(names[i]);
        }
    }
    setSource(out, node.position());
    if constexpr (model::Ruled<T>) {
        checkRules(out, AtNode(node));
    }
}

/// Writes the members of an object in the table's order, without those that have their default.
template <class T>
void writeMembers(JsonWriter& json, const T& value) {
    for (const Key<T>& key : Keys<T>::all) {
        if (key.info->required || !key.isDefault(value)) {
            json.key(key.info->name);
            key.write(json, value);
        }
    }
}

/// A description, with what is to be said of what no page shows.
[[nodiscard]] inline std::string described(std::string_view description, bool shown) {
    return std::string(description) + (shown ? "" : " No page shows it yet.");
}

/// Writes "properties": each key's schema with its description.
template <class T>
void schemaProperties(SchemaWriter& schema) {
    for (const Key<T>& key : Keys<T>::all) {
        schema.json().key(key.info->name);
        schema.json().beginObject();
        schema.text("description", described(key.info->description, key.info->shown));
        key.schema(schema);
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
    for (const Key<T>& key : Keys<T>::all) {
        if (key.info->required) {
            names.push_back(key.info->name);
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

/// What the rules of the model (Model/Rules.h) ask of a type, as members of its schema object.
void constrain(SchemaWriter& schema, std::type_identity<Section> type);
void constrain(SchemaWriter& schema, std::type_identity<Goal> type);
void constrain(SchemaWriter& schema, std::type_identity<Initiative> type);
void constrain(SchemaWriter& schema, std::type_identity<MeetingPaper> type);

/// Writes what must hold besides, where there is any.
template <class T>
void schemaConstraints(SchemaWriter& schema) {
    if constexpr (model::Ruled<T>) {
        constrain(schema, std::type_identity<T>());
    }
}

/// Writes the members of the schema of T's object.
template <class T>
void objectSchema(SchemaWriter& schema) {
    schema.text("description", model::Table<T>::description);
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
