#include "Documents/TextSchema.h"

#include <fmt/format.h>

#include <string_view>

namespace sidetal::input {

namespace {

/// Words, or stretches of them with their emphasis.
constexpr std::string_view kInline =
    R"([{"type": "string"}, {"type": "array", "items": {"anyOf": [{"type": "string"},
 {"type": "object", "properties": {"text": {"type": "string"}, "bold": {"type": "boolean"}, "italic": {"type": "boolean"},
 "underline": {"type": "boolean"}, "struck": {"type": "boolean"}, "raised": {"type": "boolean"}, "lowered": {"type": "boolean"},
 "small": {"type": "boolean"}, "code": {"type": "boolean"}, "link": {"type": "string", "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)\\S+$"},
 "language": {"type": "string"}, "expansion": {"type": "string"}}, "required": ["text"], "additionalProperties": false}]}}])";

/// What items, cells and quotations hold.
constexpr std::string_view kContent = R"([{"$ref": "#/$defs/inline"}, {"type": "object", "properties":
 {"blocks": {"type": "array", "items": {"$ref": "#/$defs/block"}}}, "required": ["blocks"], "additionalProperties": false}])";

constexpr std::string_view kBlock = R"([{"$ref": "#/$defs/inline"},
 {"type": "object", "properties": {"paragraph": {"$ref": "#/$defs/inline"}, "align": {"enum": ["left", "center", "right"]}},
  "required": ["paragraph"], "additionalProperties": false},
 {"type": "object", "properties": {"heading": {"$ref": "#/$defs/inline"}, "level": {"type": "integer", "minimum": 1, "maximum": 6}},
  "required": ["heading"], "additionalProperties": false},
 {"type": "object", "properties": {"list": {"type": "array", "items": {"$ref": "#/$defs/content"}},
  "marker": {"enum": ["bullet", "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"]},
  "start": {"type": "integer", "minimum": 0, "maximum": 100000}}, "required": ["list"], "additionalProperties": false},
 {"type": "object", "properties": {"definitions": {"type": "array", "items": {"type": "object", "properties":
  {"term": {"$ref": "#/$defs/inline"}, "text": {"$ref": "#/$defs/content"}}, "additionalProperties": false}}},
  "required": ["definitions"], "additionalProperties": false},
 {"type": "object", "properties": {"quote": {"$ref": "#/$defs/content"}}, "required": ["quote"], "additionalProperties": false},
 {"type": "object", "properties": {"rule": {"type": "boolean"}}, "required": ["rule"], "additionalProperties": false},
 {"type": "object", "properties": {"preformatted": {"type": "string"}}, "required": ["preformatted"], "additionalProperties": false},
 {"type": "object", "properties": {"picture": {"type": "object", "properties": {"file": {"type": "string", "minLength": 1},
  "alt": {"type": "string", "pattern": "\\S"}, "decorative": {"type": "boolean"}, "width": {"type": "string"}},
  "required": ["file"], "additionalProperties": false}}, "required": ["picture"], "additionalProperties": false},
 {"type": "object", "properties": {"table": {"type": "object", "properties": {"caption": {"$ref": "#/$defs/inline"},
  "columns": {"type": "array", "items": {"type": "string"}}, "head": {"$ref": "#/$defs/tableRows"}, "rows": {"$ref": "#/$defs/tableRows"},
  "foot": {"$ref": "#/$defs/tableRows"}}, "additionalProperties": false}}, "required": ["table"], "additionalProperties": false}])";

constexpr std::string_view kCell =
    R"([{"$ref": "#/$defs/inline"}, {"type": "object", "properties": {"text": {"$ref": "#/$defs/inline"},
 "blocks": {"type": "array", "items": {"$ref": "#/$defs/block"}}, "header": {"type": "boolean"}, "align": {"enum": ["left", "center", "right"]},
 "rowSpan": {"type": "integer", "minimum": 1, "maximum": 200}, "colSpan": {"type": "integer", "minimum": 1, "maximum": 200}},
 "additionalProperties": false}])";

void anyOf(SchemaWriter& schema, std::string_view forms) {
    schema.json().key("anyOf");
    schema.json().word(forms);
}

void inlineSchema(SchemaWriter& schema) {
    anyOf(schema, kInline);
}

void contentSchema(SchemaWriter& schema) {
    anyOf(schema, kContent);
}

void blockSchema(SchemaWriter& schema) {
    anyOf(schema, kBlock);
}

void tableRowsSchema(SchemaWriter& schema) {
    schema.text("type", "array");
    schema.json().key("items");
    schema.json().word(fmt::format(R"({{"type": "array", "items": {{"anyOf": {}}}}})", kCell));
}

/// Texts whose strings match `plain` and `marked`, which are members of a schema ("pattern": …) or nothing.
void textSchema(SchemaWriter& schema, std::string_view plain, std::string_view marked,
                std::string_view blocks) {
    schema.text(
        "description",
        "A text: blank lines part paragraphs, other line breaks are spaces, lines that begin with "
        "\"•\" are a list; or an object with markup (html), lines that stay lines (lines) or blocks.");
    constexpr std::string_view kHints = R"("tableHeaders": {"enum": ["marked", "row", "column"]},
 "typedLists": {"type": "boolean"}, "typedTables": {"type": "boolean"})";
    anyOf(schema, fmt::format(R"([{{"type": "string"{0}}},
 {{"type": "object", "properties": {{"html": {{"type": "string"{1}}}, {3}}}, "required": ["html"], "additionalProperties": false}},
 {{"type": "object", "properties": {{"lines": {{"type": "string"{1}}}, {3}}}, "required": ["lines"], "additionalProperties": false}},
 {{"type": "object", "properties": {{"blocks": {{"type": "array", "items": {{"$ref": "#/$defs/block"}}{2}}}, {3}}},
  "required": ["blocks"], "additionalProperties": false}}])",
                              plain, marked, blocks, kHints));
    schema.define("inline", &inlineSchema);
    schema.define("content", &contentSchema);
    schema.define("block", &blockSchema);
    schema.define("tableRows", &tableRowsSchema);
}

} // namespace

void anyTextSchema(SchemaWriter& schema) {
    textSchema(schema, {}, {}, {});
}

/// "•" alone would be an item of a list without text, which is none.
void filledTextSchema(SchemaWriter& schema) {
    textSchema(schema, R"(, "pattern": "[^\\s•]|\\S.*•")", R"(, "pattern": "\\S")", R"(, "minItems": 1)");
}

} // namespace sidetal::input
