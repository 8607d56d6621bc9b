#include "Batch/PendingFiles.h"

#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <vector>

namespace sidetal::batch {

namespace {

constexpr std::string_view kEnding = ".tmp";
constexpr mode_t kNewFileMode = 0666; // less the umask, as for any new file

struct CloseListed {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

} // namespace

void PendingFiles::removeLeftOver() const {
    const int fd = ::openat(folder_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, CloseListed> open(fd < 0 ? nullptr : ::fdopendir(fd));
    std::vector<std::string> found;
    while (const dirent* entry = open ? ::readdir(open.get()) : nullptr) {
        const std::string_view name = entry->d_name;
        if (name.starts_with(prefix_) && name.ends_with(kEnding)) {
            found.emplace_back(name);
        }
    }
    for (const std::string& name : found) {
        ::unlinkat(folder_, name.c_str(), 0);
    }
}

Descriptor PendingFiles::make(std::string& name) {
    const std::lock_guard lock(guard_);
    name = prefix_ + "-" + std::to_string(next_++) + std::string(kEnding);
    Descriptor out(
        ::openat(folder_, name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, kNewFileMode));
    if (out.valid()) {
        names_.insert(name);
    }
    return out;
}

bool PendingFiles::rename(const std::string& name, const std::string& to) {
    const std::lock_guard lock(guard_);
    if (::renameat(folder_, name.c_str(), folder_, to.c_str()) != 0) {
        return false;
    }
    names_.erase(name);
    return true;
}

void PendingFiles::remove(const std::string& name) {
    const std::lock_guard lock(guard_);
    ::unlinkat(folder_, name.c_str(), 0);
    names_.erase(name);
}

void PendingFiles::abandon() noexcept {
    guard_.lock(); // for good
    for (const std::string& name : names_) {
        ::unlinkat(folder_, name.c_str(), 0);
    }
}

} // namespace sidetal::batch
