#pragma once

#include "Support/JsonWriter.h"
#include "Tree/Node.h"

#include "sidetal/Model/GoalSelection.h"

#include <string>
#include <string_view>

namespace sidetal::selection {

/// Reads a selection from an object, which may be a part of a larger file: "committee", "theme", "status",
/// "owner", each a text or a list of them, "prioritised", "deadlineBefore", "sort", "group". What is wrong is
/// told at its place (SID-I…). Whoever reads names the file in the result (GoalSelection::file).
[[nodiscard]] GoalSelection readSelection(const input::Node& object);

/// Reads a file (JSON with comments) that is such an object. Throws an Error with all of `diagnostics` if
/// there is an error among them.
[[nodiscard]] GoalSelection readSelectionFile(std::string_view bytes, const std::string& name,
                                              Diagnostics& diagnostics);

/// Writes the members of a schema object that say what readSelection() reads.
void writeSelectionSchema(JsonWriter& writer);

/// The JSON Schema (2020-12) of a file that is a selection.
[[nodiscard]] std::string selectionSchema();

/// Adds a condition or sets an order by its key as readSelection() has it and a value as text: "true",
/// "2026-12-31". Throws Error SID-F053.
void select(GoalSelection& selection, std::string_view key, std::string_view value);

} // namespace sidetal::selection
