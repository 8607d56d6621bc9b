#pragma once

#include "Batch/Sqlite.h"
#include "sidetal/Batch/BatchFolder.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace sidetal::batch {

/// What is written of a file: that it was made, that it failed, or that it was there already.
struct JournalEntry {
    enum class Kind : std::uint8_t { Made, Failed, Kept };
    Kind kind = Kind::Made;
    std::string name;
    std::string input;
    BatchMade made;
    std::int64_t time = 0;
    std::string copyFor{}; ///< as BatchTask
};

/// What proves that a file is up to date.
struct JournalProof {
    BatchOrigin origin;
    std::string program;
    std::uint64_t bytes = 0;
    std::string hash;
    std::vector<BatchPicture> pictures;
};

/// The journal of a shard: a SQLite database in the folder. All may be called by several threads.
class Journal {
  public:
    /// Opens `file`, which is made where it is missing. One that is damaged or of another version is set
    /// aside, with a warning (SID-B022, SID-B023). Throws Error SID-B025 where there can be none.
    Journal(const std::string& file, BatchDurability durability, Diagnostics& diagnostics);

    /// A run begins. Throws Error SID-B025, as all that follow.
    void start(const BatchPlan& plan, std::int64_t time);
    /// Writes all of them or none.
    void write(const std::vector<JournalEntry>& entries);
    void end(const char* state, std::int64_t time);

    [[nodiscard]] std::optional<JournalProof> proofOf(const std::string& name);
    void eachRecord(const std::function<void(const BatchRecord&)>& tell);

    /// What the journal `file` says of its last run. Throws Error SID-B022.
    [[nodiscard]] static BatchStatus status(const std::string& file, BatchShard shard);

  private:
    void open(BatchDurability durability);
    void put(const JournalEntry& entry);
    void setAside(std::string_view code, const std::string& why, Diagnostics& diagnostics);
    [[nodiscard]] Error fault(const DatabaseFault& fault) const;
    template <class Work>
    auto guarded(const Work& work) {
        const std::lock_guard lock(guard_);
        try {
            return work();
        } catch (const DatabaseFault& found) {
            throw fault(found);
        }
    }

    std::string file_;
    std::mutex guard_;
    std::optional<Database> database_;
    std::optional<Statement> put_;
    std::optional<Statement> keep_;
    std::optional<Statement> get_;
    std::int64_t run_ = 0;
};

} // namespace sidetal::batch
