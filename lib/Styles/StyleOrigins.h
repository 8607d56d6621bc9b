#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input {

/// Where a value of a sheet was set.
struct StyleOrigin {
    std::size_t sheet = 0; ///< of StyleOrigins::sheets
    SourcePos position;    ///< of the value there
    std::string percent{}; ///< "133 %", where the value was given as such
};

/// Where the values of a sheet come from.
struct StyleOrigins {
    /// What messages call the files and built-in sheets that it is made of, the most basic one first.
    std::vector<std::string> sheets;
    /// By the value's place in a style file, "title.text.size"; what is not here no sheet sets.
    std::map<std::string, StyleOrigin, std::less<>> values;
};

} // namespace sidetal::input
