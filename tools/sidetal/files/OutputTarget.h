#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/stat.h>

namespace sidetal::cli {

/// Which file a path leads to: two paths are the same file where these are equal.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    auto operator<=>(const FileIdentity&) const = default;
};

/// The file that exists at `path` ("-": standard input), symbolic links followed, or nothing.
[[nodiscard]] std::optional<FileIdentity> identityOf(const std::string& path);

/// Where an output goes, found before anything is written.
struct OutputTarget {
    enum class Kind : std::uint8_t {
        Replace, ///< a regular file, there already or not: written beside and renamed
        Into,    ///< what exists and is no regular file: written into, never replaced
        Stream,  ///< a descriptor of this process: standard output, /dev/stdout, /dev/fd/3
    };
    Kind kind = Kind::Replace;
    std::string name;           ///< as the user wrote it, for messages
    std::filesystem::path path; ///< the target itself, symbolic links followed
    int descriptor = -1;        ///< of a Stream
    std::optional<struct stat> existing;

    /// The folder that the path names.
    [[nodiscard]] std::filesystem::path folder() const;

    /// The file behind it, where one exists.
    [[nodiscard]] std::optional<FileIdentity> identity() const;
};

/// Finds where `name` ("-": standard output) leads. Throws Error: SID-R015 the folder is missing or cannot be
/// written to, SID-R016 the name is a directory, SID-R017 links that lead nowhere.
[[nodiscard]] OutputTarget resolveOutput(const std::string& name);

} // namespace sidetal::cli
