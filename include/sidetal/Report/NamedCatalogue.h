#pragma once

#include "sidetal/Export.h"
#include "sidetal/Model/Document.h"
#include "sidetal/Model/GoalCatalogue.h"
#include "sidetal/Style/StyleLoader.h"
#include "sidetal/Support/Diagnostic.h"

#include <optional>

namespace sidetal {

/// The catalogue of goals whose file a goal matrix names ("catalogue": {"file": "maal.json"}), for
/// followCatalogue(); nothing where it names none, or the document is of another kind. `load` gives that file
/// by its name from the document's folder: the library opens none. One that cannot be had is an error
/// SID-F089 at the place that names it. As readGoalCatalogue(), whose name is that of the file beside the
/// document.
[[nodiscard]] SIDETAL_API std::optional<GoalCatalogue>
namedCatalogue(const Document& document, const StyleLoader& load, Diagnostics& diagnostics);

} // namespace sidetal
