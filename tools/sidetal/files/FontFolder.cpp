#include "files/FontFolder.h"

#include "Common.h"
#include "files/InputFile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <filesystem>
#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

namespace sidetal::cli {

namespace {

struct CloseFontFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

/// Names that begin with a dot are the file system's, not fonts: "._Own.ttf" of a Mac.
bool isFontName(std::string_view name) {
    constexpr std::array<std::string_view, 4> kEndings{".ttf", ".otf", ".ttc", ".otc"};
    std::string ending = std::filesystem::path(name).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return !name.starts_with('.') && std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

/// The fonts' names in a folder, sorted, so that nothing hangs on the file system.
std::vector<std::string> fontNames(const std::string& folder) {
    const std::unique_ptr<DIR, CloseFontFolder> open(::opendir(folder.c_str()));
    if (!open) {
        const int error = errno;
        if (error == ENOMEM) {
            throw std::bad_alloc();
        }
        throw fileError(error == ENOENT ? "SID-R010" : "SID-R011", folder,
                        error == ENOTDIR ? "is a file, expected a folder of fonts"
                                         : "cannot be read: " + systemMessage(error));
    }
    std::vector<std::string> names;
    while (const dirent* entry = ::readdir(open.get())) {
        if (isFontName(entry->d_name)) {
            names.emplace_back(entry->d_name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

OwnFonts openFontFolder(const std::string& folder) {
    if (folder.empty()) {
        return {};
    }
    const std::vector<std::string> names = fontNames(folder);
    if (names.empty()) {
        throw fileError("SID-T025", folder, "holds no font, expected files called .ttf or .otf");
    }
    if (names.size() > kMostFontFiles) {
        throw fileError("SID-T025", folder,
                        "holds " + std::to_string(names.size()) + " fonts, expected at most " +
                            std::to_string(kMostFontFiles));
    }
    std::vector<FontFile> files;
    std::size_t bytes = 0;
    for (const std::string& name : names) {
        const std::string path = (std::filesystem::path(folder) / name).string();
        files.push_back({path, readInput(path, kMostFontBytes)});
        bytes += files.back().bytes.size();
        if (bytes > kMostFontBytesInAll) {
            throw fileError("SID-T025", folder,
                            "holds fonts of more than " + std::to_string(kMostFontBytesInAll >> 20) +
                                " MB, the most that is read");
        }
    }
    return OwnFonts(std::move(files));
}

} // namespace sidetal::cli
