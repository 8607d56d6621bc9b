#pragma once

#include <span>
#include <string_view>

namespace sidetal {

/// A style sheet that is part of the library: lib/Style/NAME.json, as text.
struct BuiltInStyle {
    std::string_view name;
    std::string_view kind; ///< of the documents that it dresses, as files name it: "agenda"
    std::string_view text; ///< JSON with comments
};

/// All of them, in the order in which `sidetal styles` lists them.
[[nodiscard]] std::span<const BuiltInStyle> builtInStyleFiles();

/// The sheet of that name, or null.
[[nodiscard]] const BuiltInStyle* findBuiltInStyle(std::string_view name);

} // namespace sidetal
