#pragma once

#include "Input/RichTextReader.h"
#include "Input/RichTextWriter.h"
#include "Input/Shape.h"
#include "sidetal/Model/Common.h"
#include "sidetal/Model/GoalMatrix.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sidetal::input {

/// A line of text: white space is collapsed.
template <>
struct Codec<std::string> {
    static void read(const Node& node, std::string& out, const KeyInfo& info);
    static void write(JsonWriter& json, const std::string& value) { json.string(value); }
    static void check(const Checker& at, const std::string& value, const KeyInfo& /*info*/) {
        at.text(value);
    }
    static bool isDefault(const std::string& value, const std::string& otherwise) {
        return value == otherwise;
    }
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

/// The name of a file: white space within is kept.
struct FileNameCodec : Codec<std::string> {
    static void read(const Node& node, std::string& out, const KeyInfo& info);
};

/// A language tag (BCP 47, the parts that a document can need: language, script, region, variants).
struct LanguageCodec : Codec<std::string> {
    static void read(const Node& node, std::string& out, const KeyInfo& info);
    static void check(const Checker& at, const std::string& value, const KeyInfo& info);
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

/// Text, or a JSON number, which is kept as it is written.
struct NumberTextCodec : Codec<std::string> {
    static void read(const Node& node, std::string& out, const KeyInfo& info);
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

template <>
struct Codec<bool> {
    static void read(const Node& node, bool& out, const KeyInfo& info);
    static void write(JsonWriter& json, bool value) { json.word(value ? "true" : "false"); }
    static void check(const Checker& /*at*/, bool /*value*/, const KeyInfo& /*info*/) {}
    static bool isDefault(bool value, bool otherwise) { return value == otherwise; }
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

/// A whole number within the key's range.
template <>
struct Codec<int> {
    static void read(const Node& node, int& out, const KeyInfo& info);
    static void write(JsonWriter& json, int value) { json.word(std::to_string(value)); }
    static void check(const Checker& at, int value, const KeyInfo& info) {
        at.range(value, info.least, info.most);
    }
    static bool isDefault(int value, int otherwise) { return value == otherwise; }
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

/// A length in points with at most three decimals, within the key's range (in thousandths).
template <>
struct Codec<Length> {
    static void read(const Node& node, Length& out, const KeyInfo& info);
    static void write(JsonWriter& json, Length value);
    static void check(const Checker& at, Length value, const KeyInfo& info) {
        at.range(value.milli(), info.least, info.most);
    }
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

template <>
struct Codec<Date> {
    static void read(const Node& node, Date& out, const KeyInfo& info);
    static void write(JsonWriter& json, Date value) { json.string(formatIso(value)); }
    static void check(const Checker& at, Date value, const KeyInfo& /*info*/) { at.date(value); }
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

template <>
struct Codec<TimeOfDay> {
    static void read(const Node& node, TimeOfDay& out, const KeyInfo& info);
    static void write(JsonWriter& json, TimeOfDay value) { json.string(formatIso(value)); }
    static void check(const Checker& at, TimeOfDay value, const KeyInfo& /*info*/) { at.time(value); }
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

template <>
struct Codec<RichText> {
    static void read(const Node& node, RichText& out, const KeyInfo& info);
    static void write(JsonWriter& json, const RichText& value) { writeRichText(json, value); }
    static void check(const Checker& at, const RichText& value, const KeyInfo& info);
    static bool isDefault(const RichText& value, const RichText& /*otherwise*/) { return value.empty(); }
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

/// A text, or a list of lines that are joined by ", ".
struct JoinedTextCodec : Codec<RichText> {
    static void read(const Node& node, RichText& out, const KeyInfo& info);
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

/// Values over time: [[date, value]]; in XML points with attributes date and value.
template <>
struct Codec<std::vector<std::pair<Date, std::string>>> {
    using Series = std::vector<std::pair<Date, std::string>>;
    static void read(const Node& node, Series& out, const KeyInfo& info);
    static void write(JsonWriter& json, const Series& value);
    static void check(const Checker& at, const Series& value, const KeyInfo& info);
    static bool isDefault(const Series& value, const Series& /*otherwise*/) { return value.empty(); }
    static void schema(SchemaWriter& schema, const KeyInfo& info);
};

/// The names of an enumeration's values: specialised in *Shapes.h as `static constexpr std::array<Named<E>,
/// n> values`. A value without a name is the one for a key that is not there.
template <class E>
struct Names;

/// Writes "oneOf": each value with its meaning.
void enumSchema(SchemaWriter& schema, std::span<const std::string_view> names,
                std::span<const std::string_view> descriptions);

/// Writes "allOf": a list has each of `names` once at most, as the text itself or as the member `key` of an
/// object.
void onceSchema(SchemaWriter& schema, std::string_view key, std::span<const std::string_view> names);

template <class E>
requires std::is_enum_v<E>
struct Codec<E> {
    static void read(const Node& node, E& out, const KeyInfo& /*info*/) {
        if (const auto value = node.oneOf(Names<E>::values)) {
            out = *value;
        }
    }
    /// Its name; empty where it has none.
    static std::string_view nameOf(E value) {
        const auto& all = Names<E>::values;
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Named<E>& n) { return n.value == value; });
        return found == all.end() ? std::string_view() : found->name;
    }
    static void write(JsonWriter& json, E value) { json.string(nameOf(value)); }
    static void check(const Checker& at, E value, const KeyInfo& /*info*/) {
        if (value != E{} && nameOf(value).empty()) {
            at.error("expected one of the type's values");
        }
    }
    static bool isDefault(E value, E otherwise) { return value == otherwise; }
    static void schema(SchemaWriter& schema, const KeyInfo& /*info*/) {
        std::vector<std::string_view> names;
        std::vector<std::string_view> descriptions;
        for (const Named<E>& value : Names<E>::values) {
            names.push_back(value.name);
            descriptions.push_back(value.description);
        }
        enumSchema(schema, names, descriptions);
    }
};

/// What has a table of keys.
template <class T>
concept Shaped = requires {
    Shape<T>::fields;
};

/// An object with a table of keys.
template <class T>
struct ObjectCodec {
    static void read(const Node& node, T& out, const KeyInfo& /*info*/) { readObject(node, out); }
    static void write(JsonWriter& json, const T& value) {
        json.beginObject();
        writeMembers(json, value);
        json.endObject();
    }
    static void check(const Checker& at, const T& value, const KeyInfo& /*info*/) { checkMembers(at, value); }
    static bool isDefault(const T& value, const T& /*otherwise*/) {
        return std::all_of(Shape<T>::fields.begin(), Shape<T>::fields.end(),
                           [&](const Field<T>& field) { return field.isDefault(value); });
    }
    static void schema(SchemaWriter& schema, const KeyInfo& /*info*/) {
        schema.reference(Shape<T>::name, &objectSchema<T>);
    }
};

template <Shaped T>
struct Codec<T> : ObjectCodec<T> {};

/// An object, or the value of its one member that says most.
template <class T, auto Member>
struct ShortObjectCodec : ObjectCodec<T> {
    using Value = typename MemberOf<Member>::Value;
    static constexpr KeyInfo kShort{{}, {}, {}, 0, 0, true};

    static void read(const Node& node, T& out, const KeyInfo& info) {
        if (node.isText()) {
            Codec<Value>::read(node, out.*Member, kShort);
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
        const auto saysSame = [&](const Field<T>& field) {
            return field.isDefault(value) == field.isDefault(shortest);
        };
        if (std::all_of(Shape<T>::fields.begin(), Shape<T>::fields.end(), saysSame)) {
            Codec<Value>::write(json, value.*Member);
        } else {
            ObjectCodec<T>::write(json, value);
        }
    }
    static void schema(SchemaWriter& schema, const KeyInfo& info) {
        schema.json().key("anyOf");
        schema.json().beginArray();
        schema.json().beginObject();
        Codec<Value>::schema(schema, kShort);
        schema.json().endObject();
        schema.json().beginObject();
        ObjectCodec<T>::schema(schema, info);
        schema.json().endObject();
        schema.json().endArray();
    }
};

/// A key that may be missing; what is there is written even if it is empty.
template <class T>
struct Codec<std::optional<T>> {
    static void read(const Node& node, std::optional<T>& out, const KeyInfo& info) {
        Codec<T>::read(node, out.emplace(), info);
    }
    static void write(JsonWriter& json, const std::optional<T>& value) { Codec<T>::write(json, *value); }
    static void check(const Checker& at, const std::optional<T>& value, const KeyInfo& info) {
        if (value) {
            Codec<T>::check(at, *value, info);
        }
    }
    static bool isDefault(const std::optional<T>& value, const std::optional<T>& /*otherwise*/) {
        return !value;
    }
    static void schema(SchemaWriter& schema, const KeyInfo& info) { Codec<T>::schema(schema, info); }
};

template <class T>
struct Codec<std::vector<T>> {
    static constexpr KeyInfo kItem{{}, {}, {}, 0, 0, true};

    static void read(const Node& node, std::vector<T>& out, const KeyInfo& info) {
        // What stands in the list may be no members at all: many are made room for one by one.
        constexpr std::size_t kMostAtOnce = 64;
        out.reserve(std::min(node.tree().size(), kMostAtOnce));
        node.eachItem(info.element,
                      [&](const Node& item) { Codec<T>::read(item, out.emplace_back(), kItem); });
    }
    static void write(JsonWriter& json, const std::vector<T>& value) {
        json.beginArray();
        for (const T& item : value) {
            Codec<T>::write(json, item);
        }
        json.endArray();
    }
    static void check(const Checker& at, const std::vector<T>& value, const KeyInfo& /*info*/) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            Codec<T>::check(Checker(at, i), value[i], kItem);
        }
    }
    static bool isDefault(const std::vector<T>& value, const std::vector<T>& /*otherwise*/) {
        return value.empty();
    }
    static void schema(SchemaWriter& schema, const KeyInfo& info) {
        schema.text("type", "array");
        schema.json().key("items");
        schema.json().beginObject();
        Codec<T>::schema(schema, kItem);
        schema.json().endObject();
        if (info.required) {
            schema.json().key("minItems");
            schema.json().word("1");
        }
    }
};

/// A list in which no two members have the same `Member`, the first of T's keys (SID-I009).
template <class T, auto Member>
struct UniqueListCodec : Codec<std::vector<T>> {
    static void read(const Node& node, std::vector<T>& out, const KeyInfo& info) {
        using List = Codec<std::vector<T>>;
        std::vector<std::pair<typename MemberOf<Member>::Value, SourcePos>> seen;
        node.eachItem(info.element, [&](const Node& item) {
            const std::size_t errors = node.diagnostics().errorCount();
            T& value = out.emplace_back();
            Codec<T>::read(item, value, List::kItem);
            if (node.diagnostics().errorCount() != errors) {
                return; // what it should have been is not known
            }
            const auto first = std::find_if(seen.begin(), seen.end(),
                                            [&](const auto& other) { return other.first == value.*Member; });
            if (first == seen.end()) {
                seen.emplace_back(value.*Member, item.position());
            } else {
                item.reportRepeated(Codec<typename MemberOf<Member>::Value>::nameOf(value.*Member),
                                    first->second);
            }
        });
    }
    static void check(const Checker& at, const std::vector<T>& value, const KeyInfo& info) {
        Codec<std::vector<T>>::check(at, value, info);
        for (std::size_t i = 0; i < value.size(); ++i) {
            const auto first = std::find_if(value.begin(), value.end(), [&](const T& other) {
                return other.*Member == value[i].*Member;
            });
            if (first != value.begin() + static_cast<std::ptrdiff_t>(i)) {
                Checker(at, i).error("stands there already");
            }
        }
    }
    static void schema(SchemaWriter& schema, const KeyInfo& info) {
        Codec<std::vector<T>>::schema(schema, info);
        std::vector<std::string_view> names;
        for (const auto& value : Names<typename MemberOf<Member>::Value>::values) {
            names.push_back(value.name);
        }
        onceSchema(schema, Shape<T>::fields.front().info.name, names);
    }
};

} // namespace sidetal::input
