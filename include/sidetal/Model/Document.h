#pragma once

#include "sidetal/Export.h"
#include "sidetal/Model/Agenda.h"
#include "sidetal/Model/GoalMatrix.h"

#include <string_view>
#include <variant>

namespace sidetal {

/// The kinds of documents.
enum class DocumentKind : std::uint8_t { Agenda, GoalMatrix };

/// The kind's name in files and on the command line: "agenda", "goal-matrix".
[[nodiscard]] SIDETAL_API std::string_view kindName(DocumentKind kind);

/// Any document that sidetal prints.
using Document = std::variant<Agenda, GoalMatrix>;

[[nodiscard]] SIDETAL_API DocumentKind kindOf(const Document& document);

/// What every kind carries.
[[nodiscard]] SIDETAL_API const DocumentHeader& headerOf(const Document& document);
[[nodiscard]] SIDETAL_API DocumentHeader& headerOf(Document& document);

} // namespace sidetal
