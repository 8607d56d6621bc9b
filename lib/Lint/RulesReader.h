#pragma once

#include "Support/JsonWriter.h"
#include "Tree/Node.h"

#include "sidetal/Lint/LintRules.h"
#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <string_view>

namespace sidetal::lint {

/// Reads rules from an object with the keys "forbiddenNames", "allowed" and "severity", which may be a part
/// of a larger file. What is wrong is told at its place (SID-I…, SID-N040 to SID-N042).
[[nodiscard]] LintRules readRules(const input::Node& object);

/// Reads a file of rules (JSON with comments) that is such an object. Throws an Error with all of
/// `diagnostics` if there is an error among them.
[[nodiscard]] LintRules readRulesFile(std::string_view bytes, const std::string& name,
                                      Diagnostics& diagnostics);

/// Writes the members of a schema object that say what readRules() reads: "type", "properties" and
/// "additionalProperties".
void writeRulesSchema(JsonWriter& writer);

/// The JSON Schema (2020-12) of a file of rules.
[[nodiscard]] std::string rulesSchema();

} // namespace sidetal::lint
