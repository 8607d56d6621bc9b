#pragma once

#include "sidetal/Batch/BatchHost.h"
#include "sidetal/Export.h"
#include "sidetal/Jobs/BatchJob.h"
#include "sidetal/Report.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace sidetal {

/// Inputs of more bytes than this, 4 MB, are read one at a time, so that memory stays bounded.
inline constexpr std::uint64_t kLargeBatchInput = std::uint64_t{4} << 20;

/// How some of a batch's files are made: an entry of a job's outputs, with all that it names read. What is
/// made for recipients has settings of its own where another edition, member, style or other committees are
/// theirs; files of one input and of the same settings differ in whose copy they are, and in nothing else.
struct BatchSettings {
    RenderOptions options;
    std::uint32_t output = 0; ///< index in BatchJob::outputs
    /// The index in BatchPlan::settings of the first that differ from these in RenderOptions::recipient
    /// alone; kOwn: there are none. Where nobody's rights are fewer they show the same.
    std::uint32_t alike = kOwn;
    static constexpr std::uint32_t kOwn = std::numeric_limits<std::uint32_t>::max();
    std::string name;  ///< of its files, a pattern
    std::string style; ///< of a name's {style}: the style's, without folder and ending
    /// Hashes of what the bytes of a file depend on besides its input and the program: the style's, the
    /// policy's, and all other options'. Hexadecimal.
    std::string styleHash;
    std::string policyHash;
    std::string optionsHash;
    /// Of recipients who get papers of some committees alone: which of theirs the document is of, of a goal
    /// matrix also those whose goals are selected; empty: it may be of any. What turns out to be of another
    /// one when it is made is not made (SID-B026).
    std::vector<std::string> committees{};
    std::string corrects{}; ///< as of BatchOutputs, as they are opened
    std::string compare{};
};

/// A file that a batch makes.
struct BatchTask {
    std::uint32_t input = 0;    ///< index in BatchPlan::inputs
    std::uint32_t settings = 0; ///< index in BatchPlan::settings
    std::string name;           ///< of the file, in the folder
    std::string copyFor{};      ///< whose copy it is, as it says; empty: nobody's
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
    /// In the order of their inputs; those of one input that have the same settings stand together, and so do
    /// those that have settings alike.
    std::vector<BatchTask> tasks;
    std::vector<BatchRefusal> refusals;

    /// How many files there would be.
    [[nodiscard]] SIDETAL_API std::size_t planned() const;
};

/// Finds the inputs of a job, reads its styles, policies, rules and recipients, and names what is made.
/// Inputs are read, by `threads` threads, where names need what they say ({committee}, {date}, {kind},
/// {period}), or recipients get papers of some committees alone. `fonts`: the families that styles may name
/// besides sidetal's. Throws Error with all faults: SID-B010 no such input, SID-B012 two files of one name,
/// SID-B014 and SID-B015 of recipients; those of styles, policies, rules and lists.
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
