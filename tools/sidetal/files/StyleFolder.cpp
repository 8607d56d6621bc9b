#include "files/StyleFolder.h"

#include "files/FolderFile.h"
#include "files/InputFile.h"

#include <filesystem>
#include <utility>

namespace sidetal::cli {

StyleLoader stylesBeside(const std::string& style, std::vector<std::string>* read) {
    return [folder = std::filesystem::path(style).parent_path(),
            rules = FolderRules{"the style's", kMostInputBytes}, read](const std::string& name) {
        FolderFile file = readBelow(folder.string(), name, rules);
        if (file.fault.empty() && read != nullptr) {
            read->push_back((folder / name).string());
        }
        return StyleFile{std::move(file.bytes), std::move(file.fault)};
    };
}

} // namespace sidetal::cli
