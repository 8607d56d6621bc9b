#pragma once

#include <functional>
#include <string>

namespace sidetal {

/// What a loader has of a style file.
struct StyleFile {
    std::string bytes; ///< JSON with comments
    /// Why there are none: the end of a sentence that begins with the file's name ("does not exist"). Empty
    /// where there are.
    std::string fault{};
};

/// Gives the bytes of a style file that another one is based on: the library opens no file. `name` is from
/// the folder of the first sheet, with "/" between folders, "." and ".." resolved as far as names alone tell.
/// Which names it follows is its own business. What it throws passes through.
using StyleLoader = std::function<StyleFile(const std::string& name)>;

} // namespace sidetal
