#pragma once

#include "Documents/Shape.h"
#include "Markup/RichTextReader.h"
#include "Markup/RichTextWriter.h"
#include "Model/Fields/CommonFields.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sidetal::input {

/// A line of text: white space is collapsed.
template <>
struct Codec<std::string> {
    static void read(const Node& node, std::string& out, const FieldInfo& info);
    static void write(JsonWriter& json, const std::string& value) { json.string(value); }
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

/// The name of a file: white space within is kept.
struct FileNameCodec : Codec<std::string> {
    static void read(const Node& node, std::string& out, const FieldInfo& info);
};

/// What readers can be led to (model::isFollowed), or empty.
struct AddressCodec : Codec<std::string> {
    static void read(const Node& node, std::string& out, const FieldInfo& info);
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

/// A language tag (BCP 47, the parts that a document can need: language, script, region, variants).
struct LanguageCodec : Codec<std::string> {
    static void read(const Node& node, std::string& out, const FieldInfo& info);
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

/// Text, or a JSON number, which is kept as it is written.
struct NumberTextCodec : Codec<std::string> {
    static void read(const Node& node, std::string& out, const FieldInfo& info);
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

template <>
struct Codec<bool> {
    static void read(const Node& node, bool& out, const FieldInfo& info);
    static void write(JsonWriter& json, bool value) { json.word(value ? "true" : "false"); }
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

/// A whole number within the key's range.
template <>
struct Codec<int> {
    static void read(const Node& node, int& out, const FieldInfo& info);
    static void write(JsonWriter& json, int value) { json.word(std::to_string(value)); }
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

/// A length in points with at most three decimals, within the key's range (in thousandths).
template <>
struct Codec<Length> {
    static void read(const Node& node, Length& out, const FieldInfo& info);
    static void write(JsonWriter& json, Length value);
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

template <>
struct Codec<Date> {
    static void read(const Node& node, Date& out, const FieldInfo& info);
    static void write(JsonWriter& json, Date value) { json.string(formatIso(value)); }
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

template <>
struct Codec<TimeOfDay> {
    static void read(const Node& node, TimeOfDay& out, const FieldInfo& info);
    static void write(JsonWriter& json, TimeOfDay value) { json.string(formatIso(value)); }
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

template <>
struct Codec<RichText> {
    static void read(const Node& node, RichText& out, const FieldInfo& info);
    static void write(JsonWriter& json, const RichText& value) { writeRichText(json, value); }
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

/// A text, or a list of lines that are joined by ", ".
struct JoinedTextCodec : Codec<RichText> {
    static void read(const Node& node, RichText& out, const FieldInfo& info);
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

/// Values over time: [[date, value]]; in XML points with attributes date and value.
template <>
struct Codec<std::vector<std::pair<Date, std::string>>> {
    using Series = std::vector<std::pair<Date, std::string>>;
    static void read(const Node& node, Series& out, const FieldInfo& info);
    static void write(JsonWriter& json, const Series& value);
    static void schema(SchemaWriter& schema, const FieldInfo& info);
};

/// Writes "oneOf": each value with its meaning.
void enumSchema(SchemaWriter& schema, std::span<const std::string_view> names,
                std::span<const std::string> descriptions);

/// Writes "allOf": a list has each of `names` once at most, as the text itself or as the member `key` of an
/// object.
void onceSchema(SchemaWriter& schema, std::string_view key, std::span<const std::string_view> names);

template <class E>
requires std::is_enum_v<E>
struct Codec<E> {
    static void read(const Node& node, E& out, const FieldInfo& /*info*/) {
        if (const auto value = node.oneOf(model::Words<E>::values)) {
            out = *value;
        }
    }
    static void write(JsonWriter& json, E value) { json.string(model::nameOf(value)); }
    static void schema(SchemaWriter& schema, const FieldInfo& /*info*/) {
        std::vector<std::string_view> names;
        std::vector<std::string> descriptions;
        for (const model::Named<E>& value : model::Words<E>::values) {
            names.push_back(value.name);
            descriptions.push_back(described(value.description, value.shown != model::ValueShown::Never));
        }
        enumSchema(schema, names, descriptions);
    }
};

/// An object with a table of keys.
template <class T>
struct ObjectCodec {
    static void read(const Node& node, T& out, const FieldInfo& /*info*/) { readObject(node, out); }
    static void write(JsonWriter& json, const T& value) {
        json.beginObject();
        writeMembers(json, value);
        json.endObject();
    }
    static void schema(SchemaWriter& schema, const FieldInfo& /*info*/) {
        schema.reference(model::Table<T>::name, &objectSchema<T>);
    }
};

/// What has to be there and to say something: a member of a list, the one value of a brief object.
inline constexpr FieldInfo kFilled{.name = {}, .description = {}, .required = true};

/// An object, or the value of its one member that says most.
template <class T>
struct BriefCodec : ObjectCodec<T> {
    static constexpr auto Member = model::Table<T>::brief;
    using Value = typename model::MemberOf<Member>::Value;

    static void read(const Node& node, T& out, const FieldInfo& info) {
        if (node.isText()) {
            Codec<Value>::read(node, out.*Member, kFilled);
            setSource(out, node.position());
        } else if (node.isObject()) {
            ObjectCodec<T>::read(node, out, info);
        } else {
            node.reportWrongType("text or an object");
        }
    }
    static void write(JsonWriter& json, const T& value) {
        T shortest{};
        shortest.*Member = value.*Member;
        const auto saysSame = [&](const Key<T>& key) {
            return key.isDefault(value) == key.isDefault(shortest);
        };
        if (std::all_of(Keys<T>::all.begin(), Keys<T>::all.end(), saysSame)) {
            Codec<Value>::write(json, value.*Member);
        } else {
            ObjectCodec<T>::write(json, value);
        }
    }
    static void schema(SchemaWriter& schema, const FieldInfo& info) {
        schema.json().key("anyOf");
        schema.json().beginArray();
        schema.json().beginObject();
        Codec<Value>::schema(schema, kFilled);
        schema.json().endObject();
        schema.json().beginObject();
        ObjectCodec<T>::schema(schema, info);
        schema.json().endObject();
        schema.json().endArray();
    }
};

template <model::Described T>
    struct Codec<T> : std::conditional_t < requires {
    model::Table<T>::brief;
}, BriefCodec<T>, ObjectCodec < T >> {};

/// A key that may be missing; what is there is written even if it is empty.
template <class T>
struct Codec<std::optional<T>> {
    static void read(const Node& node, std::optional<T>& out, const FieldInfo& info) {
        Codec<T>::read(node, out.emplace(), info);
    }
    static void write(JsonWriter& json, const std::optional<T>& value) { Codec<T>::write(json, *value); }
    static void schema(SchemaWriter& schema, const FieldInfo& info) { Codec<T>::schema(schema, info); }
};

/// A person who may be unknown: an empty text prints the line without a name.
template <>
struct Codec<std::optional<Person>> {
    static void read(const Node& node, std::optional<Person>& out, const FieldInfo& info) {
        out.emplace().source = node.position();
        if (!node.isText() || !isBlank(*node.text())) {
            Codec<Person>::read(node, *out, info);
        }
    }
    static void write(JsonWriter& json, const std::optional<Person>& value) {
        Codec<Person>::write(json, *value);
    }
    static void schema(SchemaWriter& schema, const FieldInfo& info) {
        schema.json().key("anyOf");
        schema.json().beginArray();
        schema.json().word(R"({"type": "string"})");
        schema.json().beginObject();
        ObjectCodec<Person>::schema(schema, info);
        schema.json().endObject();
        schema.json().endArray();
    }
};

template <class T>
struct Codec<std::vector<T>> {
    static void read(const Node& node, std::vector<T>& out, const FieldInfo& info) {
        // What stands in the list may be no members at all: many are made room for one by one.
        constexpr std::size_t kMostAtOnce = 64;
        out.reserve(std::min(node.tree().size(), kMostAtOnce));
        node.eachItem(info.element,
                      [&](const Node& item) { Codec<T>::read(item, out.emplace_back(), kFilled); });
        if (info.required && node.isList()) {
            model::checkFilled(out.size(), info.element, AtNode(node));
        }
    }
    static void write(JsonWriter& json, const std::vector<T>& value) {
        json.beginArray();
        for (const T& item : value) {
            Codec<T>::write(json, item);
        }
        json.endArray();
    }
    static void schema(SchemaWriter& schema, const FieldInfo& info) {
        schema.text("type", "array");
        schema.json().key("items");
        schema.json().beginObject();
        Codec<T>::schema(schema, kFilled);
        schema.json().endObject();
        if (info.required) {
            schema.json().key("minItems");
            schema.json().word("1");
        }
    }
};

/// A list in which no two members have the same `Member`.
template <class T, auto Member>
struct UniqueListCodec : Codec<std::vector<T>> {
    static void read(const Node& node, std::vector<T>& out, const FieldInfo& info) {
        node.eachItem(info.element, [&](const Node& item) {
            const std::size_t errors = node.diagnostics().errorCount();
            T& value = out.emplace_back();
            Codec<T>::read(item, value, kFilled);
            if (node.diagnostics().errorCount() == errors) {
                model::checkOnce<Member>(std::span<const T>(out).first(out.size() - 1), value, AtNode(item));
            } else {
                out.pop_back(); // what it should have been is not known
            }
        });
    }
    static void schema(SchemaWriter& schema, const FieldInfo& info) {
        Codec<std::vector<T>>::schema(schema, info);
        std::vector<std::string_view> names;
        for (const auto& value : model::Words<typename model::MemberOf<Member>::Value>::values) {
            names.push_back(value.name);
        }
        onceSchema(schema, model::FieldOf<T, 0>::info.name, names);
    }
};

template <>
struct CodecFor<std::string, form::Language> {
    using Type = LanguageCodec;
};
template <>
struct CodecFor<std::string, form::Address> {
    using Type = AddressCodec;
};
template <>
struct CodecFor<std::string, form::FileName> {
    using Type = FileNameCodec;
};
template <>
struct CodecFor<std::string, form::NumberText> {
    using Type = NumberTextCodec;
};
template <>
struct CodecFor<RichText, form::Joined> {
    using Type = JoinedTextCodec;
};
template <class T, auto Member>
struct CodecFor<std::vector<T>, form::UniqueBy<Member>> {
    using Type = UniqueListCodec<T, Member>;
};

} // namespace sidetal::input
