#include "files/FolderFile.h"

#include "Common.h"
#include "files/Descriptor.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <new>
#include <optional>
#include <sys/stat.h>

namespace sidetal::cli {

namespace {

namespace fs = std::filesystem;

/// What is wrong with a name before anything is looked for; empty for nothing.
std::string faultOfName(const std::string& name, const std::string& whose) {
    if (name.empty()) {
        return "has no name";
    }
    if (name.find('\0') != std::string::npos) {
        return "has a NUL character in its name";
    }
    if (name.find("://") != std::string::npos || name.starts_with("file:")) {
        return "is an address, expected a file in " + whose + " folder";
    }
    if (name.find('\\') != std::string::npos) {
        return "has '\\' in its name, expected '/' between folders";
    }
    if (name.front() == '/') {
        return "is named from the root, expected a name within " + whose + " folder";
    }
    const fs::path path(name);
    return std::find(path.begin(), path.end(), "..") != path.end()
               ? "has '..' in its name, expected one within " + whose + " folder"
               : "";
}

/// Throws where memory is short, which says nothing of the file.
std::string systemFault(int error) {
    if (error == ENOMEM) {
        throw std::bad_alloc();
    }
    return error == ENOENT || error == ENOTDIR ? "does not exist" : "cannot be read: " + systemMessage(error);
}

/// Where a file stands below the folder, links followed; a fault where it does not.
std::string faultOfPlace(const fs::path& folder, const std::string& name, const std::string& whose,
                         fs::path& below) {
    std::error_code error;
    const fs::path root = fs::canonical(folder.empty() ? "." : folder, error);
    const fs::path file = error ? fs::path() : fs::canonical(root / name, error);
    if (error) {
        return systemFault(error.value());
    }
    below = file.lexically_relative(root);
    return below.empty() || *below.begin() == ".."
               ? "is reached by a link that leads out of " + whose + " folder"
               : "";
}

/// Opens a file step by step from the folder, following no link: what was found stays what is read.
Descriptor openBelow(const fs::path& folder, const fs::path& below) {
    Descriptor at(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (auto part = below.begin(); at.valid() && part != below.end(); ++part) {
        const bool last = std::next(part) == below.end();
        // A pipe without a writer is not waited for.
        const int how = last ? O_NONBLOCK | O_NOCTTY : O_DIRECTORY;
        at = Descriptor(::openat(at.get(), part->c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | how));
    }
    return at;
}

std::string faultOfKind(const struct stat& status, std::size_t most) {
    if (S_ISDIR(status.st_mode)) {
        return "is a folder, expected a file";
    }
    if (!S_ISREG(status.st_mode)) {
        return "is a device or a pipe, expected a file";
    }
    return static_cast<std::size_t>(status.st_size) > most
               ? "is larger than " + std::to_string(most >> 20) + " MB, the most that is read"
               : "";
}

FolderFile readAll(const Descriptor& file, std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t got = ::read(file.get(), bytes.data() + filled, size - filled);
        if (got == 0) {
            break;
        }
        if (got < 0 && errno != EINTR) {
            return {{}, systemFault(errno)};
        }
        filled += got < 0 ? 0 : static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return {std::move(bytes)};
}

} // namespace

FolderFile readBelow(const std::string& folder, const std::string& name, const FolderRules& rules) {
    if (std::string fault = faultOfName(name, rules.whose); !fault.empty()) {
        return {{}, std::move(fault)};
    }
    fs::path below;
    if (std::string fault = faultOfPlace(folder, name, rules.whose, below); !fault.empty()) {
        return {{}, std::move(fault)};
    }
    const Descriptor file = openBelow(folder, below);
    struct stat status {};
    if (!file.valid() || ::fstat(file.get(), &status) != 0) {
        return {{}, systemFault(errno)};
    }
    if (std::string fault = faultOfKind(status, rules.mostBytes); !fault.empty()) {
        return {{}, std::move(fault)};
    }
    return readAll(file, static_cast<std::size_t>(status.st_size));
}

} // namespace sidetal::cli
