#include "files/OutputTarget.h"

#include "Common.h"
#include "files/InputFile.h"

#include <cerrno>
#include <charconv>
#include <string_view>
#include <unistd.h>

namespace sidetal::cli {

namespace {

namespace fs = std::filesystem;

constexpr int kMaxLinks = 40; // as Linux: path_resolution(7)

FileIdentity identityOfStatus(const struct stat& status) {
    return {status.st_dev, status.st_ino};
}

/// The descriptor that a path such as /dev/fd/3 stands for. Opening it anew would start at the beginning of a
/// redirected file.
std::optional<int> descriptorOf(const fs::path& path) {
    const std::string text = path.lexically_normal().string();
    if (text == "/dev/stdout") {
        return STDOUT_FILENO;
    }
    if (text == "/dev/stderr") {
        return STDERR_FILENO;
    }
    for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
        if (text.starts_with(folder)) {
            int number = -1;
            const char* end = text.data() + text.size();
            if (std::from_chars(text.data() + folder.size(), end, number).ptr == end) {
                return number;
            }
        }
    }
    return std::nullopt;
}

/// Follows symbolic links to the file itself, which need not exist, or to a path that stands for a
/// descriptor.
fs::path followLinks(const std::string& name) {
    fs::path path = name;
    for (int i = 0; i < kMaxLinks; ++i) {
        std::error_code error;
        if (descriptorOf(path) || !fs::is_symlink(path, error)) {
            return path;
        }
        const fs::path next = fs::read_symlink(path, error);
        if (error) {
            throw fileError("SID-R017", name, "cannot be followed: " + systemMessage(error.value()));
        }
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    throw fileError("SID-R017", name, "cannot be followed: too many symbolic links");
}

void checkFolder(const OutputTarget& target) {
    const fs::path folder = target.folder();
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0) {
        throw fileError("SID-R015", target.name,
                        "cannot be written: folder '" + folder.string() + "': " + systemMessage(errno));
    }
    if (!S_ISDIR(status.st_mode)) {
        throw fileError("SID-R015", target.name,
                        "cannot be written: '" + folder.string() + "' is not a directory");
    }
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        throw fileError("SID-R015", target.name,
                        "cannot be written: folder '" + folder.string() + "': " + systemMessage(errno));
    }
}

} // namespace

std::optional<FileIdentity> identityOf(const std::string& path) {
    struct stat status {};
    const int result = path == kStandard ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status);
    return result == 0 ? std::optional(identityOfStatus(status)) : std::nullopt;
}

std::optional<FileIdentity> OutputTarget::identity() const {
    return existing ? std::optional(identityOfStatus(*existing)) : std::nullopt;
}

fs::path OutputTarget::folder() const {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

OutputTarget resolveOutput(const std::string& name) {
    OutputTarget target;
    target.name = name == kStandard ? "<standard output>" : name;
    target.path = name == kStandard ? fs::path("/dev/stdout") : followLinks(name);
    struct stat status {};
    if (const auto descriptor = descriptorOf(target.path)) {
        target.kind = OutputTarget::Kind::Stream;
        target.descriptor = *descriptor;
        if (::fstat(*descriptor, &status) == 0) {
            target.existing = status;
        }
        return target;
    }
    if (::stat(target.path.c_str(), &status) == 0) {
        target.existing = status;
    }
    if (target.existing && S_ISDIR(status.st_mode)) {
        throw fileError("SID-R016", target.name, "is a directory, expected a file");
    }
    if (target.existing && ::access(target.path.c_str(), W_OK) != 0) {
        throw fileError("SID-R015", target.name, "cannot be written: " + systemMessage(errno));
    }
    if (target.existing && !S_ISREG(status.st_mode)) {
        target.kind = OutputTarget::Kind::Into;
        return target;
    }
    checkFolder(target);
    return target;
}

} // namespace sidetal::cli
