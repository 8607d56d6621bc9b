#pragma once

#include "sidetal/Export.h"

#include <cstdint>
#include <string_view>

namespace sidetal {

/// The kinds of documents, in the order of their names.
enum class DocumentKind : std::uint8_t { Agenda, GoalMatrix, Minutes };

/// The kind's name in files and on the command line: "agenda", "goal-matrix", "minutes".
[[nodiscard]] SIDETAL_API std::string_view kindName(DocumentKind kind);

} // namespace sidetal
