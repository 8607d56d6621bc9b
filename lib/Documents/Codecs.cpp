#include "Documents/Codecs.h"

#include "Documents/TextSchema.h"

#include "Markup/MarkupHint.h"
#include "Markup/RichTextBuilder.h"
#include "Model/Fields/MeetingFields.h"
#include "Tree/Values.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

namespace sidetal::input {

namespace {

constexpr std::string_view kFilledPattern = "\\S";
constexpr std::string_view kDatePattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
constexpr std::string_view kTimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
constexpr std::string_view kLanguagePattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

/// The schema of what stands in "anyOf": each of `types` by its name.
void anyOf(SchemaWriter& schema, std::initializer_list<std::string_view> types) {
    schema.json().key("type");
    schema.json().beginArray();
    for (const std::string_view type : types) {
        schema.json().string(type);
    }
    schema.json().endArray();
}

} // namespace

void Codec<std::string>::read(const Node& node, std::string& out, const FieldInfo& info) {
    if (auto value = node.line()) {
        out = std::move(*value);
        warnOfMarkupInLine(node, out);
        if (info.required) {
            model::checkFilled(out, AtNode(node));
        }
    }
}

void Codec<std::string>::schema(SchemaWriter& schema, const FieldInfo& info) {
    schema.text("type", "string");
    if (info.required) {
        schema.text("pattern", kFilledPattern);
    }
}

void FileNameCodec::read(const Node& node, std::string& out, const FieldInfo& info) {
    if (const auto value = node.text()) {
        out = trim(*value);
        if (info.required) {
            model::checkFilled(out, AtNode(node));
        }
    }
}

void AddressCodec::read(const Node& node, std::string& out, const FieldInfo& info) {
    Codec<std::string>::read(node, out, info);
    if (node.isText()) {
        model::checkAddress(out, AtNode(node));
    }
}

void AddressCodec::schema(SchemaWriter& schema, const FieldInfo& /*info*/) {
    schema.text("type", "string");
    schema.text("pattern", "^$|^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)\\S+$");
}

void LanguageCodec::read(const Node& node, std::string& out, const FieldInfo& info) {
    Codec<std::string>::read(node, out, info);
    if (node.isText()) {
        model::checkLanguage(out, AtNode(node));
    }
}

void LanguageCodec::schema(SchemaWriter& schema, const FieldInfo& /*info*/) {
    schema.text("type", "string");
    schema.text("pattern", kLanguagePattern);
}

void NumberTextCodec::read(const Node& node, std::string& out, const FieldInfo& info) {
    if (node.isNumber()) {
        out = node.tree().data().text;
    } else {
        Codec<std::string>::read(node, out, info);
    }
}

void NumberTextCodec::schema(SchemaWriter& schema, const FieldInfo& info) {
    anyOf(schema, {"string", "number"});
    if (info.required) {
        schema.text("pattern", kFilledPattern);
    }
}

void Codec<bool>::read(const Node& node, bool& out, const FieldInfo& /*info*/) {
    out = node.boolean().value_or(out);
}

void Codec<bool>::schema(SchemaWriter& schema, const FieldInfo& /*info*/) {
    schema.text("type", "boolean");
}

void Codec<int>::read(const Node& node, int& out, const FieldInfo& info) {
    out = static_cast<int>(node.integer(info.least, info.most).value_or(out));
}

void Codec<int>::schema(SchemaWriter& schema, const FieldInfo& info) {
    schema.text("type", "integer");
    schema.json().key("minimum");
    schema.json().word(std::to_string(info.least));
    schema.json().key("maximum");
    schema.json().word(std::to_string(info.most));
}

void Codec<Length>::read(const Node& node, Length& out, const FieldInfo& info) {
    out = Length::milli(node.thousandths(info.least, info.most).value_or(out.milli()));
}

void Codec<Length>::write(JsonWriter& json, Length value) {
    json.word(formatPoints(value));
}

void Codec<Length>::schema(SchemaWriter& schema, const FieldInfo& info) {
    schema.text("type", "number");
    schema.json().key("minimum");
    schema.json().word(formatPoints(Length::milli(info.least)));
    schema.json().key("maximum");
    schema.json().word(formatPoints(Length::milli(info.most)));
}

void Codec<Date>::read(const Node& node, Date& out, const FieldInfo& /*info*/) {
    out = node.date().value_or(out);
}

void Codec<Date>::schema(SchemaWriter& schema, const FieldInfo& /*info*/) {
    schema.text("type", "string");
    schema.text("format", "date");
    schema.text("pattern", kDatePattern);
}

void Codec<TimeOfDay>::read(const Node& node, TimeOfDay& out, const FieldInfo& /*info*/) {
    out = node.time().value_or(out);
}

void Codec<TimeOfDay>::schema(SchemaWriter& schema, const FieldInfo& /*info*/) {
    schema.text("type", "string");
    schema.text("pattern", kTimePattern);
}

void Codec<RichText>::read(const Node& node, RichText& out, const FieldInfo& info) {
    if (auto text = readRichText(node)) {
        out = std::move(*text);
        if (info.required) {
            model::checkFilled(out, AtNode(node));
        }
    }
}

void Codec<RichText>::schema(SchemaWriter& schema, const FieldInfo& info) {
    if (info.required) {
        schema.reference("filledText", &filledTextSchema);
    } else {
        schema.reference("text", &anyTextSchema);
    }
}

void JoinedTextCodec::read(const Node& node, RichText& out, const FieldInfo& info) {
    const bool list = node.isXml() ? node.member(info.element).has_value() : node.isList();
    if (!list) {
        Codec<RichText>::read(node, out, info);
        return;
    }
    std::vector<std::string> lines;
    Codec<std::vector<std::string>>::read(node, lines, info);
    out = plainText(fmt::format("{}", fmt::join(lines, ", ")), node.position());
}

void JoinedTextCodec::schema(SchemaWriter& schema, const FieldInfo& info) {
    JsonWriter& json = schema.json();
    json.key("anyOf");
    json.beginArray();
    json.beginObject();
    Codec<RichText>::schema(schema, info);
    json.endObject();
    json.beginObject();
    Codec<std::vector<std::string>>::schema(schema, info);
    json.endObject();
    json.endArray();
}

void Codec<std::vector<std::pair<Date, std::string>>>::read(const Node& node, Series& out,
                                                            const FieldInfo& info) {
    node.eachItem(info.element, [&](const Node& point) {
        auto& [date, value] = out.emplace_back();
        if (point.isXml()) {
            Members members(point);
            if (const auto member = members.require("date")) {
                Codec<Date>::read(*member, date, {});
            }
            if (const auto member = members.require("value")) {
                NumberTextCodec::read(*member, value, kFilled);
            }
            members.finish();
            return;
        }
        const auto pair = point.items({});
        if (pair.size() == 2) {
            Codec<Date>::read(pair[0], date, {});
            NumberTextCodec::read(pair[1], value, kFilled);
        } else if (point.isList()) {
            point.error("SID-I013",
                        fmt::format("expected a date and a value, found a list of {}", pair.size()));
        }
    });
}

void Codec<std::vector<std::pair<Date, std::string>>>::write(JsonWriter& json, const Series& value) {
    json.beginArray();
    for (const auto& [date, number] : value) {
        json.beginArray();
        json.string(formatIso(date));
        json.string(number);
        json.endArray();
    }
    json.endArray();
}

void Codec<std::vector<std::pair<Date, std::string>>>::schema(SchemaWriter& schema, const FieldInfo& info) {
    JsonWriter& json = schema.json();
    schema.text("type", "array");
    json.key("items");
    json.beginObject();
    schema.text("type", "array");
    json.key("prefixItems");
    json.beginArray();
    json.beginObject();
    Codec<Date>::schema(schema, info);
    json.endObject();
    json.beginObject();
    NumberTextCodec::schema(schema, kFilled);
    json.endObject();
    json.endArray();
    json.key("minItems");
    json.word("2");
    json.key("maxItems");
    json.word("2");
    json.endObject();
}

void enumSchema(SchemaWriter& schema, std::span<const std::string_view> names,
                std::span<const std::string> descriptions) {
    JsonWriter& json = schema.json();
    json.key("oneOf");
    json.beginArray();
    for (std::size_t i = 0; i < names.size(); ++i) {
        json.beginObject();
        schema.text("const", names[i]);
        schema.text("description", descriptions[i]);
        json.endObject();
    }
    json.endArray();
}

void onceSchema(SchemaWriter& schema, std::string_view key, std::span<const std::string_view> names) {
    schema.json().key("allOf");
    schema.json().beginArray();
    for (const std::string_view name : names) {
        schema.json().word(fmt::format(
            R"({{"contains": {{"anyOf": [{{"const": "{0}"}}, {{"type": "object", "properties": )"
            R"({{"{1}": {{"const": "{0}"}}}}, "required": ["{1}"]}}]}}, "minContains": 0, "maxContains": 1}})",
            name, key));
    }
    schema.json().endArray();
}

void constrain(SchemaWriter& schema, std::type_identity<Section> /*type*/) {
    schema.json().key("anyOf");
    schema.json().word(
        fmt::format(R"([{{"properties": {{"title": {{"pattern": "\\S"}}}}, "required": ["title"]}}, )"
                    R"({{"properties": {{"key": {{"enum": ["{}"]}}}}, "required": ["key"]}}])",
                    fmt::join(model::kSectionKeys, "\", \"")));
}

void constrain(SchemaWriter& schema, std::type_identity<Initiative> /*type*/) {
    schema.define("filledText", &filledTextSchema);
    schema.json().key("anyOf");
    schema.json().word(R"([{"properties": {"title": {"pattern": "\\S"}}, "required": ["title"]}, )"
                       R"({"properties": {"description": {"$ref": "#/$defs/filledText"}}, )"
                       R"("required": ["description"]}])");
}

void constrain(SchemaWriter& schema, std::type_identity<Goal> /*type*/) {
    schema.define("filledText", &filledTextSchema);
    schema.json().key("anyOf");
    schema.json().word(R"([{"properties": {"number": {"pattern": "\\S"}}, "required": ["number"]}, )"
                       R"({"properties": {"text": {"$ref": "#/$defs/filledText"}}, "required": ["text"]}])");
}

void constrain(SchemaWriter& schema, std::type_identity<MeetingPaper> /*type*/) {
    schema.json().key("not");
    schema.json().word(R"({"properties": {"items": {"minItems": 1}, "groups": {"minItems": 1}}, )"
                       R"("required": ["items", "groups"]})");
}

} // namespace sidetal::input
