#pragma once

#include "Tree/Tree.h"
#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// The messages of a reading, those about something closed without its words (Model/ClosedWords.h). Closed
/// is what stands within an object whose "access" is anything but "open", or with a key that may have been
/// meant as such; where the reading ended before there was a `tree`, in doubt all that quotes the file.
[[nodiscard]] Diagnostics withoutClosedWords(const Diagnostics& diagnostics, const Tree& tree,
                                             std::string_view bytes,
                                             const std::vector<std::string>& acceptedKeys);

} // namespace sidetal::input
