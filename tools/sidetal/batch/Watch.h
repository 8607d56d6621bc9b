#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sidetal/Batch/Batch.h"
#include "sidetal/Jobs/BatchJob.h"

namespace sidetal::cli {

/// The folders whose changes may change what a job makes: of the job, its inputs, styles, policies and rules.
[[nodiscard]] std::set<std::string> foldersOf(const std::string& jobFile, const BatchJob& job);

/// Watches folders, and those below them.
class FolderWatch {
  public:
    /// Throws Error SID-B041 where the system admits no more watches.
    explicit FolderWatch(const std::set<std::string>& folders);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// Waits until files were changed since this was made, and then until nothing changes for a moment. False
    /// where `stop` ended it. What a batch itself writes counts for nothing.
    [[nodiscard]] bool wait(const BatchStop& stop) const;

  private:
    [[nodiscard]] bool changedWithin(int milliseconds) const;

    int fd_ = -1;
};

} // namespace sidetal::cli
