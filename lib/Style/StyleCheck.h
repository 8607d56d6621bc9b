#pragma once

#include "sidetal/Style/StyleSheet.h"
#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// What is wrong with a sheet's values taken together; each value alone is inside its range already.
struct StyleFault {
    Severity severity = Severity::Error;
    std::string code; ///< SID-S…
    std::string key;  ///< where the culprit stands in a style file: "columns", "header.text.colour"
    std::string message;
    /// Further keys, any of which may have brought it about where a file does not have `key`; the likeliest
    /// first.
    std::vector<std::string_view> causes{};
};

/// Checks that what a sheet puts side by side or on top of each other fits its page, that lines are at least
/// as high as their type, and that every text has its contrast (a warning).
[[nodiscard]] std::vector<StyleFault> checkStyle(const StyleSheet& sheet);

/// Finds in a sheet that was built in code what no style file could have given: values out of their ranges,
/// texts that are empty or no UTF-8 (SID-R003). What checkStyle() tells is left to the caller, who may know
/// that nothing stands beside his columns.
void checkStyleValues(const StyleSheet& sheet, Diagnostics& diagnostics);

} // namespace sidetal
