#pragma once

#include "Documents/Shape.h"

#include "Support/Kinds.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace sidetal::input {

/// The schema of documents of the kind, which are of type T.
template <class T>
std::string kindSchema(DocumentKind kind) {
    SchemaWriter schema;
    JsonWriter& json = schema.json();
    json.beginObject();
    schema.text("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.text("title", fmt::format("sidetal {}", kindName(kind)));
    schema.text("description", rowOf(kind).description);
    schema.text("type", "object");
    json.key("properties");
    json.beginObject();
    json.key("$schema");
    json.beginObject();
    schema.text("description", "The schema that an editor is to use; not read.");
    json.endObject();
    json.key("document");
    json.beginObject();
    schema.text("description", "Dokumenttype: what kind of document this is.");
    schema.text("const", kindName(kind));
    json.endObject();
    schemaProperties<T>(schema);
    json.endObject();
    schemaRequired<T>(schema, "document");
    json.key("additionalProperties");
    json.word("false");
    schemaConstraints<T>(schema);
    schema.definitions();
    json.endObject();
    return std::move(json).take();
}

} // namespace sidetal::input
