#pragma once

#include "Batch/Descriptor.h"
#include "Batch/Journal.h"
#include "Batch/PendingFiles.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace sidetal::batch {

/// A file on its way into the folder, all of it written.
struct WrittenFile {
    Descriptor file{};     ///< of what failed or is kept: none
    std::string pending{}; ///< its name so far
    JournalEntry entry;
};

/// Puts files into the folder and the journal, many at a time, in a thread of its own: on the disk together,
/// then under their names, then the folder on the disk, then the journal. So what the journal has is there.
class Committer {
  public:
    Committer(int folder, std::string folderName, PendingFiles& pending, Journal& journal,
              BatchDurability durability);
    /// What waits is not committed.
    ~Committer();
    Committer(const Committer&) = delete;
    Committer& operator=(const Committer&) = delete;

    /// Takes a file; waits where too many wait already, and with BatchDurability::Each until it is there.
    /// Throws what went wrong with those before.
    void add(WrittenFile file);
    /// All that was added is there. Throws what went wrong.
    void finish();

  private:
    void work();
    void commit(std::vector<WrittenFile>& group);
    void sync(std::vector<WrittenFile>& group) const;
    [[noreturn]] void failOn(const WrittenFile& file, int error) const;
    [[noreturn]] void failOnFolder(int error) const;
    void throwIfFailed() const;

    int folder_;
    std::string folderName_;
    PendingFiles& pending_;
    Journal& journal_;
    BatchDurability durability_;
    std::size_t mostWaiting_; ///< fewer where few files may be open
    std::size_t fullGroup_;

    std::mutex guard_;
    std::condition_variable changed_;
    std::vector<WrittenFile> waiting_;
    std::uint64_t added_ = 0;
    std::uint64_t committed_ = 0;
    bool flush_ = false; ///< what waits is committed though it is no full group
    bool ending_ = false;
    bool hasKept_ = false; ///< files that were there already: a batch that synced nothing may have made them
    std::exception_ptr failure_;
    std::thread thread_;
};

} // namespace sidetal::batch
