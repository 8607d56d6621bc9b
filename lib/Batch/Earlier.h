#pragma once

#include "Batch/InputReading.h"
#include "sidetal/Batch/BatchPlan.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sidetal::batch {

/// What a file shows of earlier documents.
struct Earlier {
    std::shared_ptr<const Document> corrects{};
    std::shared_ptr<const Document> lastPeriod{};
    std::optional<Renumbering> renumbered{};
    std::string hash{};                 ///< of all that was read; empty: nothing was
    std::vector<Diagnostic> messages{}; ///< errors among them where a document could not be read
};

/// Reads the versions and periods that files of a thread correct and are compared with. The last one of each
/// is kept, since files of one input follow each other.
class EarlierDocuments {
  public:
    EarlierDocuments(const BatchHost& host, const InputRules& rules)
        : host_(host)
        , rules_(rules) {}

    /// Of a file of `input`, which was read as `now`. Throws nothing: what cannot be read is told.
    [[nodiscard]] Earlier of(const BatchInputFile& input, const BatchSettings& settings,
                             const ReadInput& now);

  private:
    struct Kept {
        std::string file{};
        std::string input{}; ///< whose mapping and catalogue it was read with
        ReadInput read{};
    };
    [[nodiscard]] Earlier read(const BatchInputFile& input, const BatchSettings& settings,
                               const ReadInput& now);
    std::shared_ptr<const Document> get(Kept& kept, const std::string& pattern, const BatchInputFile& input,
                                        Earlier& out);

    const BatchHost& host_;
    const InputRules& rules_;
    Kept corrects_;
    Kept lastPeriod_;
    std::optional<Renumbering> renumbered_; ///< since that one
};

} // namespace sidetal::batch
