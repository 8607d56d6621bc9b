#pragma once

#include <cstddef>
#include <string>

namespace sidetal::cli {

/// What came of reading a file that another one names.
struct FolderFile {
    std::string bytes;
    std::string
        fault{}; ///< the end of a sentence that begins with the file's name; empty where there is none
};

/// What may be read of a folder.
struct FolderRules {
    std::string whose; ///< for messages: "the document's"
    std::size_t mostBytes = 0;
};

/// Reads a file by its name from `folder` (empty: the current one), in it or below. What leads out of there
/// is refused: absolute names, "..", symbolic links; so is what is no regular file.
[[nodiscard]] FolderFile readBelow(const std::string& folder, const std::string& name,
                                   const FolderRules& rules);

} // namespace sidetal::cli
