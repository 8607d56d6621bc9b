#pragma once

#include "sidetal/Style/StyleLoader.h"

#include <string>
#include <vector>

namespace sidetal::cli {

/// Loads what the style file `style` is based on from its own folder and those below it, as pictures are
/// loaded from their document's. The names of what was read are added to `read` (null: nowhere), which
/// outlives the loader.
[[nodiscard]] StyleLoader stylesBeside(const std::string& style, std::vector<std::string>* read);

/// The same of what an edition policy is based on.
[[nodiscard]] StyleLoader policiesBeside(const std::string& policy, std::vector<std::string>* read);

/// The same of the catalogue of goals that a document names.
[[nodiscard]] StyleLoader cataloguesBeside(const std::string& document);

} // namespace sidetal::cli
