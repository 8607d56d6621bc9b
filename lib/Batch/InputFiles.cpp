#include "Batch/InputFiles.h"

#include "Batch/Faults.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <filesystem>
#include <fmt/format.h>
#include <glob.h>
#include <memory>
#include <new>
#include <string_view>
#include <sys/stat.h>
#include <unordered_set>
#include <utility>

namespace sidetal::batch {

namespace {

namespace fs = std::filesystem;

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

/// What of a folder is taken for a document, by its ending.
bool isDocumentName(std::string_view name) {
    static constexpr std::array<std::string_view, 5> kEndings = {".json", ".xml", ".xlsx", ".csv", ".tsv"};
    std::string ending = fs::path(name).extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return !name.starts_with('.') && std::ranges::find(kEndings, ending) != kEndings.end();
}

/// What a pattern or a folder leads to, sorted by bytes, so that nothing hangs on the file system.
struct Found {
    std::vector<std::string> files;
    std::string fault{};
};

Found inFolder(const std::string& folder) {
    Found out;
    const std::unique_ptr<DIR, CloseFolder> open(::opendir(folder.c_str()));
    if (!open) {
        out.fault = fmt::format("cannot be read: {}", systemWords(errno));
        return out;
    }
    while (const dirent* entry = ::readdir(open.get())) {
        if (isDocumentName(entry->d_name)) {
            out.files.push_back((fs::path(folder) / entry->d_name).string());
        }
    }
    std::ranges::sort(out.files);
    if (out.files.empty()) {
        out.fault = "holds no document, expected files called .json, .xml, .xlsx or .csv";
    }
    return out;
}

Found matching(const std::string& pattern) {
    Found out;
    glob_t found{};
    const int status = ::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found);
    const std::unique_ptr<glob_t, void (*)(glob_t*)> freeing(&found, ::globfree);
    if (status == GLOB_NOSPACE) {
        throw std::bad_alloc();
    }
    for (std::size_t i = 0; status == 0 && i < found.gl_pathc; ++i) {
        struct stat file {};
        if (::stat(found.gl_pathv[i], &file) == 0 && S_ISREG(file.st_mode)) {
            out.files.emplace_back(found.gl_pathv[i]);
        }
    }
    std::ranges::sort(out.files);
    if (out.files.empty()) {
        out.fault = "matches no file";
    }
    return out;
}

Found filesOf(const std::string& name) {
    struct stat status {};
    if (::stat(name.c_str(), &status) == 0) {
        return S_ISDIR(status.st_mode) ? inFolder(name) : Found{{name}};
    }
    const int error = errno;
    if (name.find_first_of("*?[") != std::string::npos) {
        return matching(name);
    }
    return {{}, fmt::format("cannot be read: {}", systemWords(error))};
}

} // namespace

std::string besideJob(const std::string& job, const std::string& name) {
    const fs::path path(name);
    return (fs::path(job).parent_path() / path).lexically_normal().string();
}

std::vector<BatchInputFile> findInputs(const BatchJob& job, Diagnostics& diagnostics) {
    std::vector<BatchInputFile> out;
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < job.inputs.size(); ++i) {
        const BatchInputs& inputs = job.inputs[i];
        const std::string name = besideJob(job.file, inputs.files);
        Found found = filesOf(name);
        if (!found.fault.empty()) {
            diagnostics.error("SID-B010", fmt::format("'{}' {}", name, found.fault), inputs.source,
                              fmt::format("inputs[{}]", i));
        }
        const std::string mapping = inputs.mapping.empty() ? "" : besideJob(job.file, inputs.mapping);
        const std::string catalogue = inputs.catalogue.empty() ? "" : besideJob(job.file, inputs.catalogue);
        for (std::string& file : found.files) {
            // A file that two entries lead to is one input.
            if (seen.insert(fs::path(file).lexically_normal().string()).second) {
                struct stat status {};
                const auto bytes = ::stat(file.c_str(), &status) == 0 ? status.st_size : 0;
                out.push_back(
                    {std::move(file), mapping, inputs.sheet, static_cast<std::uint64_t>(bytes), catalogue});
            }
        }
    }
    return out;
}

} // namespace sidetal::batch
