#pragma once

#include "sidetal/Editions/EditionPolicy.h"
#include "sidetal/Style/StyleLoader.h"
#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <string_view>

namespace sidetal::editions {

/// Of how many files a policy may be made.
inline constexpr std::size_t kMostPolicyFiles = 8;

/// Reads a policy (JSON with comments; docs/editions.md): what it names replaces the same of its base, the
/// strict policy or another file, which `load` gives (none: such a base is an error). Messages carry `name`,
/// or that of the base that they are about; throws an Error with all of `diagnostics` if there is an error
/// among them. A key that is not known is an error: a rule that is misspelt must not show what it was to
/// hide.
[[nodiscard]] EditionPolicy readPolicy(std::string_view bytes, const std::string& name,
                                       Diagnostics& diagnostics, const StyleLoader& load);

/// The JSON Schema (2020-12) of policies.
[[nodiscard]] std::string policySchema();

} // namespace sidetal::editions
