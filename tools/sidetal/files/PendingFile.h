#pragma once

#include "files/Descriptor.h"

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace sidetal::cli {

/// A file under a temporary name, open for writing. It goes away with this object unless it was renamed, and
/// with the program where a signal ends that (removePendingFilesOnSignals()). There may be any number of them
/// at a time, made and renamed by several threads.
class PendingFile {
  public:
    /// Makes ".sidetal-PID-N.tmp" in `folder`. Where that admits no new file, valid() is false and errno says
    /// why.
    PendingFile(const std::filesystem::path& folder, mode_t mode);
    ~PendingFile();
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;

    [[nodiscard]] bool valid() const { return slot_ != nullptr; }
    [[nodiscard]] int fd() const { return descriptor_.get(); }

    /// Puts what was written on the disk and closes the file. False with errno set where the system reports a
    /// write that failed late.
    [[nodiscard]] bool close();

    /// Gives the file its name; what had it before is replaced. False with errno set where that fails.
    [[nodiscard]] bool renameTo(const std::filesystem::path& path);

    struct Slot; ///< where a signal handler finds the name

  private:
    void forget();

    std::string name_; ///< its slot points to it
    Descriptor descriptor_;
    Slot* slot_ = nullptr;
};

/// From now on a signal that would end the program removes all pending files first; signals that are ignored
/// stay so. Not caught: SIGKILL, which cannot be; the signals of a fault of the program itself (SIGSEGV,
/// SIGBUS, SIGFPE, SIGILL, SIGTRAP), after which nothing can be relied on; SIGPIPE and SIGXFSZ, which the
/// program ignores; and the two real-time signals that the C library keeps for itself (32 and 33).
void removePendingFilesOnSignals();

} // namespace sidetal::cli
