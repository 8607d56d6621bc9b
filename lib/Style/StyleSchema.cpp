#include "Style/StyleSchema.h"

#include "Style/BuiltInStyles.h"
#include "Style/StyleKeys.h"
#include "Style/StyleValues.h"
#include "Support/JsonText.h"
#include "Support/JsonWriter.h"

#include <fmt/format.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sidetal {

namespace {

/// Writes each key that it visits as a member of "properties".
class SchemaVisitor {
  public:
    explicit SchemaVisitor(JsonWriter& writer)
        : w_(writer) {}

    void text(std::string_view key, std::string&, std::string_view doc) {
        open(key, "string", doc);
        w_.word("pattern", R"("\\S")");
        w_.endObject();
    }
    void text(std::string_view key, std::optional<std::string>&, std::string_view doc) {
        w_.beginObject(key);
        w_.word("anyOf", R"([{"type": "string", "pattern": "\\S"}, {"type": "null"}])");
        w_.string("description", doc);
        w_.endObject();
    }
    void names(std::string_view key, std::vector<std::string>&, std::string_view doc) {
        open(key, "array", doc);
        w_.word("items", R"({"type": "string", "pattern": "\\S"})");
        w_.endObject();
    }
    /// One of the words.
    void words(std::string_view key, std::span<const std::string_view> of, std::string_view doc) {
        w_.beginObject(key);
        w_.word("enum", listOf(of));
        w_.string("description", doc);
        w_.endObject();
    }
    /// One of the built-in sheets, or a file.
    void base(std::span<const std::string_view> of, std::string_view doc) {
        w_.beginObject("base");
        w_.word("anyOf",
                fmt::format(R"([{{"enum": {}}}, {{"type": "string", "pattern": "[./]"}}])", listOf(of)));
        w_.string("description", doc);
        w_.endObject();
    }
    void family(std::string_view key, std::string& value, std::string_view doc) { text(key, value, doc); }
    void length(std::string_view key, Length&, LengthRange range, std::string_view doc) {
        reference(key, "length", withRange(doc, range));
    }
    void length(std::string_view key, std::optional<Length>&, LengthRange range, std::string_view doc) {
        orNull(key, "length", withRange(doc, range));
    }
    void typeLength(std::string_view key, TextStyle&, Length TextStyle::*, LengthRange range,
                    std::string_view doc) {
        reference(key, "typeLength",
                  fmt::format("{}, or {} to {} of the font's", withRange(doc, range),
                              formatPercent(kLeastPercent), formatPercent(kMostPercent)));
    }
    void columnWidth(std::string_view key, ColumnWidth&, ColumnRange range, std::string_view doc) {
        reference(key, "columnWidth",
                  fmt::format("{}, or {} to {}, or auto", withRange(doc, range.fixed),
                              formatColumnWidth(range.leastShare()), formatColumnWidth(range.mostShare())));
    }
    void colour(std::string_view key, Colour&, std::string_view doc) { reference(key, "colour", doc); }
    void fill(std::string_view key, std::optional<Colour>&, std::string_view doc) {
        orNull(key, "colour", doc);
    }
    void flag(std::string_view key, bool&, std::string_view doc) {
        open(key, "boolean", doc);
        w_.endObject();
    }
    void number(std::string_view key, std::int32_t&, NumberRange range, std::string_view doc) {
        open(key, "integer", doc);
        w_.word("minimum", std::to_string(range.least));
        w_.word("maximum", std::to_string(range.most));
        w_.endObject();
    }
    template <class E>
    void choice(std::string_view key, E&, std::span<const Choice<E>> choices, std::string_view doc) {
        std::vector<std::string_view> of;
        for (const Choice<E>& c : choices) {
            of.push_back(c.word);
        }
        words(key, of, doc);
    }
    void textStyle(const TextRole& role, TextStyle&) { reference(role.key, "textStyle", role.doc); }
    template <class Body>
    void object(std::string_view key, std::string_view doc, const Body& body) {
        open(key, "object", doc);
        members(body);
    }
    template <class T, class Body>
    void object(std::string_view key, std::optional<T>& value, std::string_view doc, const Body& body) {
        w_.beginObject(key);
        w_.word("type", R"(["object", "null"])");
        w_.string("description", doc);
        members([&](SchemaVisitor& in) { body(in, value.emplace()); });
    }

  private:
    static std::string listOf(std::span<const std::string_view> words) {
        std::string list;
        for (const std::string_view word : words) {
            list += list.empty() ? "[" : ", ";
            appendJsonString(list, word);
        }
        return list + "]";
    }
    static std::string withRange(std::string_view doc, LengthRange range) {
        return fmt::format("{}; {} to {}", doc, formatLength(range.least), formatLength(range.most));
    }
    /// What an object may hold; ends it.
    template <class Body>
    void members(const Body& body) {
        w_.word("additionalProperties", "false");
        w_.beginObject("properties");
        body(*this);
        w_.endObject();
        w_.endObject();
    }
    void orNull(std::string_view key, std::string_view name, std::string_view doc) {
        w_.beginObject(key);
        w_.word("anyOf", fmt::format(R"([{{"$ref": "#/$defs/{}"}}, {{"type": "null"}}])", name));
        w_.string("description", doc);
        w_.endObject();
    }
    void open(std::string_view key, std::string_view type, std::string_view doc) {
        w_.beginObject(key);
        w_.string("type", type);
        w_.string("description", doc);
    }
    void reference(std::string_view key, std::string_view name, std::string_view doc) {
        w_.beginObject(key);
        w_.string("$ref", fmt::format("#/$defs/{}", name));
        w_.string("description", doc);
        w_.endObject();
    }

    JsonWriter& w_;
};

/// The built-in sheets for documents of this kind.
std::vector<std::string_view> sheetsFor(DocumentKind kind) {
    std::vector<std::string_view> out;
    for (const BuiltInStyle& sheet : builtInStyleFiles()) {
        if (sheet.kind == kindName(kind)) {
            out.push_back(sheet.name);
        }
    }
    return out;
}

void writeSheet(JsonWriter& w, std::string_view name, StyleSheet sheet) {
    w.beginObject(name);
    w.string("type", "object");
    w.word("additionalProperties", "false");
    w.beginObject("properties");
    SchemaVisitor visitor(w);
    std::string ignored;
    visitor.text("name", ignored, "name of this sheet");
    visitor.text("description", ignored, "what it is for, one line");
    DocumentKind kind = sheet.kind();
    visitor.choice<DocumentKind>("document", kind, std::array{Choice{kindName(kind), kind}},
                                 "kind of documents that it dresses; default: the base's");
    visitor.base(sheetsFor(kind),
                 "the sheet that this one differs from: a built-in one, or a style file (a name with a "
                 "dot or a slash), named from where this one is; default: the kind's own");
    visitKeys(visitor, sheet);
    w.endObject();
    w.word("anyOf", R"([{"required": ["base"]}, {"required": ["document"]}])");
    w.endObject();
}

void writeDefinitions(JsonWriter& w) {
    w.beginObject("length");
    w.string("type", "string");
    w.string("pattern", R"(^-?[0-9]{1,5}(\.[0-9]{1,6})? ?(pt|mm|cm|in)$)");
    w.string("description", "a number and its unit: \"9 pt\", \"12.0 cm\", \"3 mm\", \"0.5 in\"");
    w.endObject();
    w.beginObject("typeLength");
    w.string("type", "string");
    w.string("pattern", R"(^(-?[0-9]{1,5}(\.[0-9]{1,6})? ?(pt|mm|cm|in)|[0-9]{1,5}(\.[0-9]{1,3})? ?%)$)");
    w.string("description",
             "a length; or a percentage of the same of the sheet's font, \"133 %\", in the font "
             "of the base's, rounded to thousandths of a point, halves up");
    w.endObject();
    w.beginObject("columnWidth");
    w.string("type", "string");
    w.string("pattern",
             R"(^(-?[0-9]{1,5}(\.[0-9]{1,6})? ?(pt|mm|cm|in)|[0-9]{1,5}(\.[0-9]{1,3})? ?(em|fr)|auto)$)");
    w.string("description", "a length, also in sizes of the sheet's font: \"22.2 em\"; a share of what other "
                            "columns leave: \"2 fr\"; or \"auto\": fitted to "
                            "what stands in the column");
    w.endObject();
    w.beginObject("colour");
    w.string("type", "string");
    w.string("pattern", "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$");
    w.string("description", "sRGB: \"#1f3a4d\" or \"#fff\"");
    w.endObject();
    w.beginObject("textStyle");
    w.string("type", "object");
    w.word("additionalProperties", "false");
    w.beginObject("properties");
    SchemaVisitor visitor(w);
    TextStyle text;
    visitKeys(visitor, text);
    w.endObject();
    w.endObject();
    StyleSheet sheet;
    sheet.look = AgendaStyle{};
    writeSheet(w, "agenda", sheet);
    sheet.look = GoalMatrixStyle{};
    writeSheet(w, "goalMatrix", sheet);
}

} // namespace

std::string styleSchema() {
    JsonWriter w;
    w.beginObject();
    w.string("$schema", "https://json-schema.org/draft/2020-12/schema");
    w.string("title", "sidetal style sheet");
    w.string("description", "names only what differs from the built-in sheet that \"base\" names; // and /* "
                            "*/ comments are allowed");
    w.word("anyOf", R"([{"$ref": "#/$defs/agenda"}, {"$ref": "#/$defs/goalMatrix"}])");
    w.beginObject("$defs");
    writeDefinitions(w);
    w.endObject();
    w.endObject();
    return std::move(w).take();
}

} // namespace sidetal
