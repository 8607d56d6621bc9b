#include "files/PictureFolder.h"

#include "files/FolderFile.h"
#include "files/InputFile.h"

#include <filesystem>
#include <utility>

namespace sidetal::cli {

PictureLoader picturesBeside(const std::string& input) {
    if (input == kStandard) {
        return [](const std::string&) {
            return PictureFile{
                {}, "cannot be looked for: the document comes from standard input, not from a folder"};
        };
    }
    return [folder = std::filesystem::path(input).parent_path().string(),
            rules = FolderRules{"the document's", kMostPictureBytes}](const std::string& name) {
        FolderFile file = readBelow(folder, name, rules);
        return PictureFile{std::move(file.bytes), std::move(file.fault)};
    };
}

} // namespace sidetal::cli
