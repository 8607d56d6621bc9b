#include "files/StyleFolder.h"

#include "files/FolderFile.h"
#include "files/InputFile.h"

#include <filesystem>
#include <utility>

namespace sidetal::cli {

namespace {

/// Loads files below the folder of another one, whose is `whose`.
StyleLoader loaderBeside(const std::string& first, const char* whose, std::vector<std::string>* read) {
    return [folder = std::filesystem::path(first).parent_path(), rules = FolderRules{whose, kMostInputBytes},
            read](const std::string& name) {
        FolderFile file = readBelow(folder.string(), name, rules);
        if (file.fault.empty() && read != nullptr) {
            read->push_back((folder / name).string());
        }
        return StyleFile{std::move(file.bytes), std::move(file.fault)};
    };
}

} // namespace

StyleLoader stylesBeside(const std::string& style, std::vector<std::string>* read) {
    return loaderBeside(style, "the style's", read);
}

StyleLoader policiesBeside(const std::string& policy, std::vector<std::string>* read) {
    return loaderBeside(policy, "the policy's", read);
}

StyleLoader cataloguesBeside(const std::string& document) {
    if (document == kStandard) {
        return [](const std::string&) {
            return StyleFile{
                {}, "cannot be looked for: the document comes from standard input, not from a folder"};
        };
    }
    return loaderBeside(document, "the document's", nullptr);
}

} // namespace sidetal::cli
