#include "Batch/InputFiles.h"
#include "Batch/InputReading.h"
#include "Batch/ParallelFor.h"
#include "Batch/Settings.h"
#include "sidetal/Jobs/FileName.h"

#include <algorithm>
#include <fmt/format.h>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace sidetal {

namespace {

using namespace batch;

/// What planning finds of an input: its files' names, or why there are none.
struct NamedInput {
    std::vector<std::string> names;
    std::vector<Diagnostic> messages;
};

NamedInput nameFiles(const BatchInputFile& input, const std::vector<BatchSettings>& settings,
                     const NameValues& values) {
    NamedInput out;
    for (const BatchSettings& each : settings) {
        std::string name = nameOf(input, each, values, out.messages);
        out.names.push_back(std::move(name));
    }
    return out;
}

std::vector<NamedInput> nameAll(const BatchPlan& plan, const BatchHost& host, unsigned threads) {
    std::vector<NamedInput> out(plan.inputs.size());
    const bool reads = std::ranges::any_of(plan.settings, tellsOfDocument);
    std::mutex largeOnes;
    parallelFor(plan.inputs.size(), reads ? threads : 1, [&](std::size_t i) {
        const BatchInputFile& input = plan.inputs[i];
        if (!reads) {
            out[i] = nameFiles(input, plan.settings, {});
            return;
        }
        std::unique_lock<std::mutex> turn(largeOnes, std::defer_lock);
        if (input.bytes > kLargeBatchInput) {
            turn.lock();
        }
        const ReadInput read = readInput(input, host, {});
        out[i] = read.document ? nameFiles(input, plan.settings, namesOf(*read.document))
                               : NamedInput{{}, read.messages};
    });
    return out;
}

/// Adds the files of an input to a plan, but where one of its names cannot be.
void addInput(BatchPlan& plan, std::uint32_t index, NamedInput named) {
    const auto count = static_cast<std::uint32_t>(plan.settings.size());
    const auto isError = [](const Diagnostic& d) { return d.severity == Severity::Error; };
    if (named.names.empty() || std::ranges::any_of(named.messages, isError)) {
        plan.refusals.push_back({index, count, std::move(named.messages)});
        return;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        plan.tasks.push_back({index, i, std::move(named.names[i])});
    }
}

/// Two files of one name are an error, also where only some file systems take the names for one.
void refuseSameNames(const BatchPlan& plan, const BatchJob& job, Diagnostics& diagnostics) {
    std::unordered_map<std::string, std::size_t> seen;
    seen.reserve(plan.tasks.size());
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
        const BatchTask& task = plan.tasks[i];
        const auto [other, isNew] = seen.emplace(foldedFileName(task.name), i);
        if (!isNew) {
            const BatchTask& first = plan.tasks[other->second];
            diagnostics.error("SID-B012",
                              fmt::format("two files would be called '{}': of '{}' and of '{}'", task.name,
                                          plan.inputs[first.input].file, plan.inputs[task.input].file),
                              job.outputs[task.settings].nameSource,
                              fmt::format("outputs[{}].name", task.settings),
                              {"names may have {stem}, {edition}, {style}, {committee}, {date}, {kind}, "
                               "{period} and {recipient}"});
        }
    }
}

} // namespace

std::size_t BatchPlan::planned() const {
    std::size_t out = tasks.size();
    for (const BatchRefusal& refusal : refusals) {
        out += refusal.files;
    }
    return out;
}

BatchPlan planBatch(const BatchJob& job, const BatchHost& host, const OwnFonts& fonts, unsigned threads,
                    Diagnostics& diagnostics) {
    Diagnostics own;
    own.setFile(job.file);
    BatchPlan plan;
    plan.job = job.file;
    plan.settings = readSettings(job, host, fonts, own);
    plan.inputs = findInputs(job, own);
    if (!own.hasErrors()) {
        std::vector<NamedInput> named = nameAll(plan, host, threads);
        for (std::uint32_t i = 0; i < named.size(); ++i) {
            addInput(plan, i, std::move(named[i]));
        }
        refuseSameNames(plan, job, own);
    }
    diagnostics.append(own);
    own.throwIfErrors();
    return plan;
}

void keepShard(BatchPlan& plan, BatchShard shard) {
    const auto isOther = [&](std::string_view name) {
        std::uint64_t sum = 14695981039346656037u; // FNV-1a: the same on every machine
        for (const char c : name) {
            sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211u;
        }
        sum ^= sum >> 32; // the low bits alone are even in short names
        return sum % shard.of != shard.number - 1;
    };
    std::erase_if(plan.tasks, [&](const BatchTask& task) { return isOther(task.name); });
    std::erase_if(plan.refusals,
                  [&](const BatchRefusal& refusal) { return isOther(plan.inputs[refusal.input].file); });
}

} // namespace sidetal
