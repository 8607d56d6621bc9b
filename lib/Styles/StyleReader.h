#pragma once

#include "sidetal/Style/StyleSheet.h"
#include "sidetal/Support/Diagnostic.h"

#include <span>
#include <string>
#include <string_view>

namespace sidetal::input {

/// Reads a style file (JSON with comments; lib/Style/README.md): what it names replaces the same of its base.
/// `families` are the font families that it may name; none: any.
/// Messages carry `name`; throws an Error with all of `diagnostics` if there is an error among them
/// (lib/Styles/README.md has the codes).
[[nodiscard]] StyleSheet readStyleSheet(std::string_view bytes, const std::string& name,
                                        std::span<const std::string_view> families, Diagnostics& diagnostics);

/// A sheet of the library. Throws Error SID-S001 for an unknown name, the known ones named.
[[nodiscard]] StyleSheet builtInStyleSheet(std::string_view name);

} // namespace sidetal::input
