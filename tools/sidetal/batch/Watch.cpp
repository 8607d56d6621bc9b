#include "batch/Watch.h"

#include "Common.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace sidetal::cli {

namespace {

namespace fs = std::filesystem;

constexpr int kPause = 200; ///< milliseconds between looks at whether to stop
constexpr int kQuiet = 300; ///< milliseconds without a change after which a change is over
constexpr std::uint32_t kChanges =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ONLYDIR;

/// The folder that a file, a folder or a pattern of a job stands in; of a pattern in its folders' names the
/// last one without.
fs::path folderOf(const fs::path& job, const std::string& name) {
    fs::path path = job.parent_path() / name;
    std::error_code error;
    if (fs::is_directory(path, error)) {
        return path;
    }
    path = path.parent_path();
    while (path.string().find_first_of("*?[") != std::string::npos) {
        path = path.parent_path();
    }
    return path.empty() ? "." : path;
}

/// A batch's own files: PDFs, its journal, what is half-written. No input ends so.
bool isOwn(std::string_view name) {
    return name.ends_with(".pdf") || name.starts_with(".sidetal-");
}

} // namespace

std::set<std::string> foldersOf(const std::string& jobFile, const BatchJob& job) {
    std::set<std::string> out = {folderOf(jobFile, fs::path(jobFile).filename().string()).string()};
    const auto add = [&](const std::string& name) {
        if (!name.empty()) {
            out.insert(folderOf(jobFile, name).lexically_normal().string());
        }
    };
    for (const BatchInputs& inputs : job.inputs) {
        add(inputs.files);
        add(inputs.mapping);
        add(inputs.catalogue);
    }
    for (const BatchOutputs& outputs : job.outputs) {
        add(isStyleFile(outputs.style) ? outputs.style : "");
        add(outputs.policy);
        add(outputs.lint);
        add(outputs.recipients);
        add(outputs.corrects);
        add(outputs.compare);
    }
    return out;
}

FolderWatch::FolderWatch(const std::set<std::string>& folders)
    : fd_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    const auto watch = [&](const fs::path& folder) {
        if (::inotify_add_watch(fd_, folder.c_str(), kChanges) < 0 && errno != ENOENT && errno != ENOTDIR) {
            const int error = errno;
            ::close(fd_);
            throw fileError("SID-B041", folder.string(), "cannot be watched: " + systemMessage(error));
        }
    };
    for (const std::string& folder : folders) {
        watch(folder);
        std::error_code error;
        for (auto entry = fs::recursive_directory_iterator(
                 folder, fs::directory_options::skip_permission_denied, error);
             !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            std::error_code none;
            if (entry->is_directory(none)) {
                watch(entry->path());
            }
        }
    }
}

FolderWatch::~FolderWatch() {
    ::close(fd_);
}

bool FolderWatch::changedWithin(int milliseconds) const {
    pollfd waited{fd_, POLLIN, 0};
    if (::poll(&waited, 1, milliseconds) <= 0) {
        return false;
    }
    alignas(inotify_event) std::array<char, 16384> buffer{};
    const ssize_t got = ::read(fd_, buffer.data(), buffer.size());
    bool changed = false;
    for (ssize_t at = 0; at < got;) {
        inotify_event event{};
        std::memcpy(&event, buffer.data() + at, sizeof event);
        const char* name = buffer.data() + at + sizeof event;
        changed = changed || event.len == 0 || !isOwn(name);
        at += static_cast<ssize_t>(sizeof event + event.len);
    }
    return changed;
}

bool FolderWatch::wait(const BatchStop& stop) const {
    while (!changedWithin(kPause)) {
        if (stop.requested()) {
            return false;
        }
    }
    while (!stop.requested() && changedWithin(kQuiet)) {
    }
    return !stop.requested();
}

} // namespace sidetal::cli
