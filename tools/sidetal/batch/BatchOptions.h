#pragma once

#include "Common.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sidetal::cli {

/// What the command line says of a batch.
struct BatchCommand {
    std::string job;
    std::string output; ///< the folder
    std::string status; ///< a folder whose batches are to be told of; empty: none
    std::string fonts;
    std::vector<std::string> reports;
    std::string shard;
    std::string durability = "group";
    std::string progress = "text";
    std::string join;            ///< a file that all becomes, in place of the folder; empty: none
    std::string joinTitle;       ///< its title; empty: what its documents have in common
    std::uint32_t joinParts = 0; ///< most pages of a part; 0: all is one file
    bool joinDuplex = false;
    bool joinSeparators = false;
    bool joinIncomplete = false;
    std::vector<std::string> acceptedKeys;
    unsigned threads = 0; ///< 0: as many as the machine has
    std::uint64_t mostFailures = 0;
    bool failFast = false;
    bool dryRun = false;
    bool resume = false;
    bool wait = false;
    bool watch = false;
};

/// Does what the command line asks for; the exit status of the program. Throws Error SID-B040 where the
/// program was built without batches.
[[nodiscard]] int runBatchCommand(const BatchCommand& command, Jobs& jobs);

} // namespace sidetal::cli
