#pragma once

#include "sidetal/Export.h"
#include "sidetal/Model/GoalMatrix.h"
#include "sidetal/Model/MeetingPaper.h"
#include "sidetal/Support/DocumentKind.h"

#include <variant>

namespace sidetal {

/// Any document that sidetal prints.
using Document = std::variant<MeetingPaper, GoalMatrix>;

[[nodiscard]] SIDETAL_API DocumentKind kindOf(const Document& document);

/// What every kind carries.
[[nodiscard]] SIDETAL_API const DocumentHeader& headerOf(const Document& document);
[[nodiscard]] SIDETAL_API DocumentHeader& headerOf(Document& document);

} // namespace sidetal
