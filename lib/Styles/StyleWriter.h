#pragma once

#include "Styles/StyleOrigins.h"

#include "sidetal/Style/StyleSheet.h"

#include <string>

namespace sidetal::input {

/// A sheet whole, as a style file: every key with its value, percentages resolved, and behind each as a
/// comment where it comes from: "by.json:4", a sheet and its line; "font", what a text has of the sheet's
/// font; "default", what no sheet sets. Read again it is the same sheet.
[[nodiscard]] std::string writeStyle(const StyleSheet& sheet, const StyleOrigins& origins);

} // namespace sidetal::input
