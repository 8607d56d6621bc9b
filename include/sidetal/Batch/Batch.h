#pragma once

#include "sidetal/Batch/BatchPlan.h"
#include "sidetal/Export.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// A picture that a file shows, and its hash: the file is out of date where that changes.
struct BatchPicture {
    std::string name; ///< as the document has it
    std::string hash; ///< empty: there was none
};

/// What is known of a file before it is made: it is up to date where all of this is the same.
struct BatchOrigin {
    std::string inputHash; ///< of the input's bytes, and those of its mapping file
    std::string styleHash;
    std::string policyHash;
    std::string optionsHash;
    bool operator==(const BatchOrigin&) const = default;
};

/// What came of making a file.
struct BatchMade {
    BatchOrigin origin;
    std::uint32_t pages = 0;
    std::uint64_t bytes = 0;
    std::string hash;                   ///< of the file
    std::vector<BatchPicture> pictures; ///< in the order in which they were asked for
    std::vector<Diagnostic> messages;   ///< warnings; of what failed all that was found
    std::string contentHash{}; ///< SHA-256 of what is printed (RenderResult::hash), where the job asks for it
};

/// A file that is being made. Without commit() nothing of it is left.
class BatchFile {
  public:
    virtual ~BatchFile() = default;
    /// Takes the next bytes.
    virtual void write(std::string_view bytes) = 0;
    /// All bytes are there.
    virtual void commit(BatchMade made) = 0;
};

/// Where the files of a batch go. Called by several threads at a time; what it throws ends the batch.
class BatchStore {
  public:
    virtual ~BatchStore() = default;
    /// Whether the file of a task is there and up to date. `hashOfPicture` gives the hash that a picture has
    /// now; it is called by this function alone.
    [[nodiscard]] virtual bool
    isDone(const BatchTask& task, const BatchOrigin& origin,
           const std::function<std::string(const std::string& picture)>& hashOfPicture) = 0;
    [[nodiscard]] virtual std::unique_ptr<BatchFile> begin(const BatchTask& task) = 0;
    /// A task that came to nothing.
    virtual void failed(const BatchTask& task, BatchMade made) = 0;
};

/// Ends a batch early, from any thread or another one's signal handler.
class BatchStop {
  public:
    /// Files that are being made are still finished; no other is begun.
    void request() { requested_ = true; }
    [[nodiscard]] bool requested() const { return requested_; }

  private:
    std::atomic<bool> requested_ = false;
};

/// How far a batch is.
struct BatchProgress {
    std::uint64_t planned = 0;
    std::uint64_t made = 0;
    std::uint64_t skipped = 0; ///< there already, up to date
    std::uint64_t failed = 0;
    std::uint64_t warnings = 0;
    std::uint64_t pages = 0; ///< of those that were made
    [[nodiscard]] std::uint64_t ended() const { return made + skipped + failed; }
    [[nodiscard]] std::uint64_t left() const { return planned - ended(); }
};

/// Something that happened; told one at a time.
struct BatchEvent {
    enum class Kind : std::uint8_t { Made, Skipped, Failed };
    Kind kind = Kind::Made;
    std::string_view input;   ///< the input's file
    std::string_view name;    ///< the file's; empty where it never had one
    std::string_view copyFor; ///< as BatchTask
    /// What was found; of several files of one input what reading it found is told once.
    const std::vector<Diagnostic>& messages;
    const BatchProgress& progress;
};

/// How a batch is run.
struct BatchOptions {
    unsigned threads = 1; ///< at least 1
    bool warningsAreErrors = false;
    std::uint64_t mostFailures = 0;              ///< after so many no further file is begun; 0: any number
    std::uint64_t largeInput = kLargeBatchInput; ///< larger ones are read one at a time
    std::vector<std::string> acceptedKeys;       ///< as ReadOptions::acceptedKeys
    std::function<void(const BatchEvent&)> told{};
    const BatchStop* stop = nullptr; ///< outlives the run
};

/// What came of a batch.
struct BatchOutcome {
    BatchProgress progress;
    bool stopped = false; ///< by BatchOptions::stop or mostFailures, before its end
};

/// Makes what is planned and not in the store yet. Each thread has a renderer of its own, which shares the
/// fonts of `renderer`; an input is read once, whatever number of files is made of it, and threads without an
/// input of their own help with those of others. The bytes of a file depend on none of that. A fault of one
/// document keeps no other from being made; what the store throws ends the batch and is thrown.
[[nodiscard]] SIDETAL_API BatchOutcome runBatch(const BatchPlan& plan, const Renderer& renderer,
                                                const BatchHost& host, BatchStore& store,
                                                const BatchOptions& options);

} // namespace sidetal
