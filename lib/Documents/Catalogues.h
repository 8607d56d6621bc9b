#pragma once

#include "sidetal/Model/GoalCatalogue.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/ReadOptions.h"

#include <string>
#include <string_view>

namespace sidetal::input {

/// Reads a catalogue of goals (JSON with comments), as readDocument() reads documents: the catalogue's
/// sources are `others`, then its own name.
[[nodiscard]] GoalCatalogue readCatalogue(std::string_view bytes, const std::string& name,
                                          Diagnostics& diagnostics, const SourceNames& others = {});

/// The JSON Schema (2020-12) of catalogues.
[[nodiscard]] std::string catalogueSchema();

} // namespace sidetal::input
