#pragma once

#include "Batch/Descriptor.h"
#include "sidetal/Batch/BatchFolder.h"

#include <optional>
#include <string>
#include <string_view>

namespace sidetal::batch {

/// ".sidetal-batch", or of one of several shards ".sidetal-batch-3-of-10": how what a batch keeps in its
/// folder begins.
[[nodiscard]] std::string hiddenName(BatchShard shard);

/// What a shard's journal is called.
[[nodiscard]] std::string journalName(BatchShard shard);

/// The shard whose journal is called `name`; nothing where that is no journal.
[[nodiscard]] std::optional<BatchShard> shardOfJournal(std::string_view name);

/// Holds a folder, or of a batch that is parted into shards one of them, until it goes. Nothing that is left
/// behind by a process that was killed holds anything.
class FolderLock {
  public:
    /// Throws Error SID-B021, who holds it named, and SID-B020.
    FolderLock(int folder, const BatchFolderOptions& options);
    ~FolderLock();
    /// Whether somebody holds that; so too where it cannot be told.
    [[nodiscard]] static bool isHeld(int folder, BatchShard shard);
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

  private:
    [[nodiscard]] Descriptor take(const std::string& name, int how, const BatchFolderOptions& options) const;

    int folder_;
    Descriptor whole_; ///< shards share it
    Descriptor shard_;
};

} // namespace sidetal::batch
