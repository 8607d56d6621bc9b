#pragma once

#include "sidetal/Batch/BatchHost.h"
#include "sidetal/Export.h"
#include "sidetal/Jobs/BatchJob.h"
#include "sidetal/Report.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sidetal {

/// Inputs of more bytes than this, 4 MB, are read one at a time, so that memory stays bounded.
inline constexpr std::uint64_t kLargeBatchInput = std::uint64_t{4} << 20;

/// How some of a batch's files are made: an entry of a job's outputs, with all that it names read.
struct BatchSettings {
    RenderOptions options;
    std::string name;  ///< of its files, a pattern
    std::string style; ///< of a name's {style}: the style's, without folder and ending
    /// Hashes of what the bytes of a file depend on besides its input and the program: the style's, the
    /// policy's, and all other options'. Hexadecimal.
    std::string styleHash;
    std::string policyHash;
    std::string optionsHash;
};

/// A file that a batch makes.
struct BatchTask {
    std::uint32_t input = 0;    ///< index in BatchPlan::inputs
    std::uint32_t settings = 0; ///< index in BatchPlan::settings
    std::string name;           ///< of the file, in the folder
};

/// Files that cannot be made, found before anything runs: an input that cannot be read, though the names need
/// what it says.
struct BatchRefusal {
    std::uint32_t input = 0;
    std::uint32_t files = 0; ///< how many would have been made of it
    std::vector<Diagnostic> messages;
};

/// All that a batch makes, input after input.
struct BatchPlan {
    std::string job; ///< the job's file
    std::vector<BatchInputFile> inputs;
    std::vector<BatchSettings> settings;
    std::vector<BatchTask> tasks; ///< in the order of their inputs
    std::vector<BatchRefusal> refusals;

    /// How many files there would be.
    [[nodiscard]] SIDETAL_API std::size_t planned() const;
};

/// Finds the inputs of a job, reads its styles, policies and rules, and names what is made. Inputs are read,
/// by `threads` threads, where names need what they say ({committee}, {date}, {kind}, {period}). `fonts`: the
/// families that styles may name besides sidetal's. Throws Error with all faults: SID-B010 no such input,
/// SID-B012 two files of one name; those of styles, policies and rules.
[[nodiscard]] SIDETAL_API BatchPlan planBatch(const BatchJob& job, const BatchHost& host,
                                              const OwnFonts& fonts, unsigned threads,
                                              Diagnostics& diagnostics);

/// A part of a batch that is made by several machines.
struct BatchShard {
    std::uint32_t number = 1; ///< 1 to `of`
    std::uint32_t of = 1;
};

/// Keeps what belongs to one shard: of a plan that is the same everywhere each file is in exactly one of
/// them, by its name alone.
SIDETAL_API void keepShard(BatchPlan& plan, BatchShard shard);

} // namespace sidetal
