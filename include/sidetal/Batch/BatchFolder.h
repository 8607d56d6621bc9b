#pragma once

#include "sidetal/Batch/Batch.h"
#include "sidetal/Export.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sidetal {

/// What is promised of a file that the journal has.
enum class BatchDurability : std::uint8_t {
    None,  ///< it is whole whatever happens to the program, but for the machine's own end
    Group, ///< the same, and it outlives the machine's end; files are put on the disk together
    Each   ///< and each is on the disk before the next one is begun by the same thread
};

/// How a batch's folder is used.
struct BatchFolderOptions {
    std::string folder; ///< is made where it is missing
    BatchShard shard{};
    BatchDurability durability = BatchDurability::Group;
    bool resume = false; ///< what is there and up to date is kept; else everything is made anew
    bool wait = false;   ///< for another batch in this folder to end; else that is an error (SID-B021)
    std::string holder;  ///< who this is, for others that find the folder in use: "pid 17 on printer"
    std::function<std::int64_t()> now{}; ///< as BatchHost::now
};

/// What a journal says of a file.
struct BatchRecord {
    std::string name;
    std::string input;
    bool made = false; ///< else it failed
    std::uint32_t pages = 0;
    std::uint64_t bytes = 0;
    std::vector<std::string> messages; ///< each as formatJson() has it
    std::string copyFor{};             ///< as BatchTask
    std::string contentHash{};         ///< as BatchMade
};

/// What a journal says of the last run of its shard.
struct BatchStatus {
    BatchShard shard;
    std::string job;
    std::uint64_t planned = 0;
    std::uint64_t made = 0; ///< there and up to date
    std::uint64_t failed = 0;
    std::string state;         ///< "running", "stopped", "ended"; "broken off": by a kill or a fault
    std::int64_t started = 0;  ///< seconds since 1970
    std::int64_t lastDone = 0; ///< when the last file was made
};

/// A folder of files with a journal, in which nothing is lost: a file appears whole, and the journal has it
/// once it is there. Batches in one folder exclude each other; shards of one batch do not.
class SIDETAL_API BatchFolder : public BatchStore {
  public:
    /// Takes the folder. What a batch that was killed left behind is removed. Warnings go to `diagnostics`:
    /// SID-B022 and SID-B023, a journal that cannot be read, set aside. Throws Error: SID-B020 the folder
    /// cannot be used, SID-B021 another batch has it.
    BatchFolder(const BatchFolderOptions& options, Diagnostics& diagnostics);
    ~BatchFolder() override;

    /// A run begins: its plan is noted.
    void start(const BatchPlan& plan);
    [[nodiscard]] bool
    isDone(const BatchTask& task, const BatchOrigin& origin,
           const std::function<std::string(const std::string& picture)>& hashOfPicture) override;
    [[nodiscard]] std::unique_ptr<BatchFile> begin(const BatchTask& task) override;
    void failed(const BatchTask& task, BatchMade made) override;
    /// All that was committed is in the folder and the journal. Throws Error: SID-B024 it could not be
    /// written, SID-B025 the journal could not.
    void finish(const BatchOutcome& outcome);
    /// Ends the use of the folder at once, whatever other threads do: no file appears any more, and what is
    /// half-written goes. The process is to end after it.
    void abandon() noexcept;

    /// What the journal has of this run, by name, what failed first.
    void eachRecord(const std::function<void(const BatchRecord&)>& tell) const;

    /// What the journals of a folder say, by shard. Throws Error SID-B020, SID-B022.
    [[nodiscard]] static std::vector<BatchStatus> status(const std::string& folder);

  private:
    struct Members;
    std::unique_ptr<Members> m_;
};

} // namespace sidetal
