#include "batch/JoinBatch.h"

#include "batch/JoinTarget.h"

#include "sidetal/Batch/BatchJoin.h"

#include <utility>

namespace sidetal::cli {

namespace {

/// All that a batch reads, which its joined file must not replace.
std::vector<std::string> filesReadBy(const BatchCommand& command, const BatchPlan& plan) {
    std::vector<std::string> out = {command.job};
    for (const BatchInputFile& input : plan.inputs) {
        out.push_back(input.file);
        if (!input.mapping.empty()) {
            out.push_back(input.mapping);
        }
    }
    return out;
}

std::string countOf(std::uint64_t count, const char* one, const char* several) {
    return std::to_string(count) + " " + (count == 1 ? one : several);
}

/// Why there is no file.
Error notWritten(const std::string& file, const BatchOutcome& batch) {
    const BatchProgress& progress = batch.progress;
    if (progress.failed == 0) {
        return fileError("SID-B042", file, "was not written: there is no document");
    }
    return fileError("SID-B042", file,
                     "was not written: " + countOf(progress.failed, "document", "documents") + " of " +
                         std::to_string(progress.planned) +
                         " failed; --join-incomplete joins the others without");
}

} // namespace

void joinPlanned(const BatchCommand& command, const BatchPlan& plan, const BatchHost& host,
                 const OwnFonts& fonts, BatchOptions options, Progress& progress, Messages& messages) {
    JoinTarget target(command.join, command.joinParts != 0, filesReadBy(command, plan));
    BatchJoinOptions join;
    join.join.duplex = command.joinDuplex;
    join.join.separators = command.joinSeparators;
    join.join.mostPages = command.joinParts;
    join.join.title = command.joinTitle;
    join.leaveOutFailed = command.joinIncomplete;
    options.stop = nullptr; // nothing of it is worth keeping before all is there
    const BatchJoinOutcome outcome = joinBatch(
        plan, Renderer({}, fonts), host, [&](std::uint32_t part) { return target.open(part); }, join,
        options);
    if (outcome.isWhole) {
        target.commit();
    }
    progress.end(outcome.batch);
    if (!outcome.isWhole) {
        throw notWritten(command.join, outcome.batch);
    }
    Diagnostics later;
    for (const std::string& file : target.laterParts()) {
        later.setFile(file);
        later.warning("SID-B043",
                      "is no part of what was joined now: of an earlier time, when there were more");
    }
    messages.report(later.all());
}

} // namespace sidetal::cli
