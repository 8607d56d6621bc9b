#pragma once

#include "Descriptor.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>

namespace sidetal::cli {

/// Which file a path leads to: two paths are the same file where these are equal.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileIdentity&) const = default;
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

    /// The file behind it, where one exists.
    [[nodiscard]] std::optional<FileIdentity> identity() const;
};

/// Finds where `name` ("-": standard output) leads. Throws Error: SID-R015 the folder is missing or cannot be
/// written to, SID-R016 the name is a directory, SID-R017 links that lead nowhere.
[[nodiscard]] OutputTarget resolveOutput(const std::string& name);

/// A file on its way: what is written becomes visible with commit(), whole; without commit() nothing of it is
/// left. A regular file is written under a temporary name in the target's folder and renamed, keeping the
/// mode of a file it replaces; anything else gets all bytes at commit(). Where that fails halfway, standard
/// output that is a regular file is cut back to its length before.
class OutputFile {
  public:
    /// Throws Error SID-R015 where the folder admits no new file.
    explicit OutputFile(OutputTarget target);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Throws Error SID-R018 where the bytes cannot be written (the disk is full).
    void write(std::string_view bytes);

    /// Makes what was written the target's content. Throws Error SID-R018.
    void commit();

  private:
    void openTemporary();
    void adoptExistingMode();
    void flush();
    void writeAll(int fd, std::string_view bytes) const;
    void commitStream();
    [[noreturn]] void fail(int error) const;

    OutputTarget target_;
    Descriptor file_;
    std::string temporary_; ///< name of the file that is to go away if nothing is committed
    std::string buffer_;    ///< what waits to be written
};

/// To be called first. Removes the file that is being written if a signal ends the program (as SIGINT,
/// SIGTERM and SIGALRM do); lets writes fail with an error instead of a signal (SIGPIPE, SIGXFSZ); and holds
/// the numbers of standard descriptors that are closed, so that no output gets one of them and messages in
/// it.
void prepareProcess();

} // namespace sidetal::cli
