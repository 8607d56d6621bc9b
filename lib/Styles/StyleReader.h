#pragma once

#include "Styles/StyleOrigins.h"

#include "sidetal/Style/StyleLoader.h"
#include "sidetal/Style/StyleSheet.h"
#include "sidetal/Support/Diagnostic.h"

#include <span>
#include <string>
#include <string_view>

namespace sidetal::input {

/// Of how many style files a sheet may be made, the built-in ones not counted.
inline constexpr std::size_t kMostStyleFiles = 8;

/// Reads a style file (JSON with comments; lib/Style/README.md): what it names replaces the same of its base,
/// a built-in sheet or another file, which `load` gives (none: such a base is an error).
/// `families` are the font families that it may name; none: any. `origins`, where it is given, is told where
/// each value comes from.
/// Messages carry `name`, or that of the base that they are about; throws an Error with all of `diagnostics`
/// if there is an error among them (lib/Styles/README.md has the codes).
[[nodiscard]] StyleSheet readStyleSheet(std::string_view bytes, const std::string& name,
                                        std::span<const std::string_view> families, Diagnostics& diagnostics,
                                        const StyleLoader& load = {}, StyleOrigins* origins = nullptr);

/// A sheet of the library. Throws Error SID-S001 for an unknown name, the known ones named.
[[nodiscard]] StyleSheet builtInStyleSheet(std::string_view name, StyleOrigins* origins = nullptr);

} // namespace sidetal::input
