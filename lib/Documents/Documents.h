#pragma once

#include "sidetal/Model/Document.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/ReadOptions.h"

#include <string>
#include <string_view>

namespace sidetal::input {

/// Reads a document, JSON or XML by content (XML begins with "<"), UTF-8; `name` stands in messages. The
/// document names its kind: "document": "agenda", "goal-matrix" or "minutes", or the root <agenda>,
/// <goalMatrix>, <minutes>. Faults are collected in `diagnostics`; throws an Error that holds them all if
/// there is an error among them. The document's sources are `others`, then its own name.
[[nodiscard]] Document readDocument(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                                    const ReadOptions& options = {}, const SourceNames& others = {});

/// The document as canonical JSON: keys in the schema's order, two blanks of indent, defaults left out, a
/// line end at the end. Read again it is the same document, written again the same bytes.
[[nodiscard]] std::string writeJson(const Document& document);

/// The JSON Schema (2020-12) of a kind of documents: from the tables that the readers read by.
[[nodiscard]] std::string documentSchema(DocumentKind kind);

} // namespace sidetal::input
