#pragma once

#include "files/Descriptor.h"
#include "files/OutputTarget.h"
#include "files/PendingFile.h"

#include <optional>
#include <string>
#include <string_view>

namespace sidetal::cli {

/// A file on its way: what is written becomes visible with commit(), whole; without commit() nothing of it is
/// left. A regular file is written under a temporary name in the target's folder and renamed, keeping the
/// mode of a file it replaces; anything else gets all bytes at commit(). Where that fails halfway, standard
/// output that is a regular file is cut back to its length before.
class OutputFile {
  public:
    /// Throws Error SID-R015 where the folder admits no new file.
    explicit OutputFile(OutputTarget target);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Throws Error SID-R018 where the bytes cannot be written (the disk is full).
    void write(std::string_view bytes);

    /// Nothing more is written: a file that is to replace one is put on the disk and closed, so that commit()
    /// only has to name it. Throws Error SID-R018.
    void settle();

    /// Makes what was written the target's content. Throws Error SID-R018.
    void commit();

  private:
    void adoptExistingMode();
    void flush(int fd);
    void writeAll(int fd, std::string_view bytes) const;
    void commitStream();
    [[noreturn]] void fail(int error) const;

    OutputTarget target_;
    std::optional<PendingFile> pending_; ///< of a file that is replaced
    bool isSettled_ = false;
    std::string buffer_; ///< what waits to be written
};

} // namespace sidetal::cli
