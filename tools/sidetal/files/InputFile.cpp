#include "files/InputFile.h"

#include "Common.h"
#include "files/Descriptor.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace sidetal::cli {

namespace {

constexpr std::size_t kFirstChunk = 64u << 10;

Descriptor openInput(const std::string& name) {
    if (name == kStandard) {
        return Descriptor(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0));
    }
    return Descriptor(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
}

[[noreturn]] void failToRead(const std::string& name, int error) {
    throw fileError(error == ENOENT || error == ENOTDIR ? "SID-R010" : "SID-R011", inputName(name),
                    "cannot be read: " + systemMessage(error));
}

/// How much is to come, for one allocation: the size of a regular file, else 0. Refuses what is known to be
/// too large.
std::size_t expectedSize(const Descriptor& input, const std::string& name, std::size_t limit) {
    struct stat status {};
    if (::fstat(input.get(), &status) != 0) {
        failToRead(name, errno);
    }
    if (S_ISDIR(status.st_mode)) {
        throw fileError("SID-R012", inputName(name), "is a directory, expected a file");
    }
    const auto size = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
    return std::min(size, limit + 1);
}

void checkSize(std::size_t size, const std::string& name, std::size_t limit) {
    if (size > limit) {
        throw fileError("SID-R014", inputName(name),
                        "larger than " + std::to_string(limit >> 20) + " MB, the most that is read");
    }
}

/// Reads into what is left of `bytes`; 0 at the end.
std::size_t readSome(const Descriptor& input, const std::string& name, std::string& bytes,
                     std::size_t filled) {
    while (true) {
        const ssize_t got = ::read(input.get(), bytes.data() + filled, bytes.size() - filled);
        if (got >= 0) {
            return static_cast<std::size_t>(got);
        }
        if (errno != EINTR) {
            failToRead(name, errno);
        }
    }
}

} // namespace

std::string inputName(const std::string& name) {
    return name == kStandard ? "<standard input>" : name;
}

std::string readInput(const std::string& name, std::size_t limit) {
    const Descriptor input = openInput(name);
    if (!input.valid()) {
        failToRead(name, errno);
    }
    const std::size_t expected = expectedSize(input, name, limit);
    checkSize(expected, name, limit);
    // One byte more than a regular file has, so that its end is found without growing.
    std::string bytes(std::min(std::max(expected + 1, kFirstChunk), limit + 1), '\0');
    std::size_t filled = 0;
    while (const std::size_t got = readSome(input, name, bytes, filled)) {
        filled += got;
        checkSize(filled, name, limit);
        if (filled == bytes.size()) {
            bytes.resize(std::min(2 * filled, limit + 1));
        }
    }
    if (filled == 0) {
        throw fileError("SID-R013", inputName(name), "is empty");
    }
    bytes.resize(filled);
    return bytes;
}

} // namespace sidetal::cli
