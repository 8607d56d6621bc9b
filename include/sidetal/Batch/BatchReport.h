#pragma once

#include "sidetal/Batch/BatchFolder.h"
#include "sidetal/Export.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal {

/// What a report of a batch tells besides what the journal has.
struct BatchReportFacts {
    BatchOutcome outcome;
    BatchShard shard{};
    std::string folder;              ///< as it is shown
    std::string program;             ///< "sidetal 0.1.0"
    std::optional<DateTime> ended{}; ///< when, in UTC
    /// What the addresses of the files begin with, from the report's own folder: "./ud/", "../ud/"; or an
    /// address of the web. Empty: files are named, not linked.
    std::string links{};
    bool english = false; ///< else Danish; messages are English
    std::size_t mostMessages =
        10'000; ///< so many files with messages are listed, of those that failed and of the others
    std::size_t mostFiles = 1'000; ///< and so many others
};

/// The name of a file or folder as a part of an address: what may not stand there as `%C3` (RFC 3986,
/// section 2.1).
[[nodiscard]] SIDETAL_API std::string addressPart(std::string_view name);

/// Renders a report of what came of a batch, for people: how many files of which edition and style, those
/// that failed and why, those with warnings, and those that are there. To be called after
/// BatchFolder::finish(). Throws as Renderer::render().
SIDETAL_API RenderResult renderBatchReport(const Renderer& renderer, const BatchPlan& plan,
                                           const BatchFolder& folder, const BatchReportFacts& facts,
                                           const ByteSink& sink);

} // namespace sidetal
