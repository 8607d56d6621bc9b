#pragma once

#include "sidetal/Export.h"
#include "sidetal/Model/GoalCatalogue.h"
#include "sidetal/Support/Diagnostic.h"

#include <string_view>

namespace sidetal {

/// Finds what is wrong of a catalogue's versions taken together (SID-F086 to F088).
void checkCatalogue(const GoalCatalogue& catalogue, Diagnostics& diagnostics);

/// The goal of that number; null where the version has none.
[[nodiscard]] const CatalogueGoal* findGoal(const CatalogueVersion& version, std::string_view number);

/// What goals are called in the version `to` by their numbers in `from`, an earlier one, where these differ.
/// Throws Error SID-F081 where the catalogue has no such versions. Public by sidetal/Report.h.
[[nodiscard]] SIDETAL_API RenumberedGoals renumberedGoals(const GoalCatalogue& catalogue,
                                                          std::string_view from, std::string_view to);

} // namespace sidetal
