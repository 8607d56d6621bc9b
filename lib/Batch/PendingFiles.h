#pragma once

#include "Batch/Descriptor.h"

#include <cstdint>
#include <mutex>
#include <set>
#include <string>

namespace sidetal::batch {

/// The temporary files of a batch in its folder, so that none is left where the batch ends at once.
class PendingFiles {
  public:
    /// `prefix`: how their names begin.
    PendingFiles(int folder, std::string prefix)
        : folder_(folder)
        , prefix_(std::move(prefix)) {}

    /// Removes those of a batch that was killed.
    void removeLeftOver() const;
    /// A new one, open for writing, and its name; not valid, with errno set, where there can be none.
    [[nodiscard]] Descriptor make(std::string& name);
    /// Gives it its name; what had that before is replaced. False with errno set.
    [[nodiscard]] bool rename(const std::string& name, const std::string& to);
    void remove(const std::string& name);
    /// Removes all, and lets none be made or renamed any more: who tries waits for the process to end.
    void abandon() noexcept;

  private:
    int folder_;
    std::string prefix_;
    std::mutex guard_;
    std::set<std::string> names_;
    std::uint64_t next_ = 0;
};

} // namespace sidetal::batch
