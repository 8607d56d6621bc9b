#include "Columns.h"
#include "Commands.h"
#include "Versions.h"
#include "batch/BatchOptions.h"
#include "batch/JoinBatch.h"
#include "batch/Progress.h"
#include "batch/Report.h"
#include "batch/Signals.h"
#include "batch/Watch.h"
#include "files/FontFolder.h"
#include "files/InputFile.h"
#include "files/OutputFile.h"
#include "files/PictureFolder.h"
#include "files/StyleFolder.h"

#include "sidetal/Batch/BatchFolder.h"
#include "sidetal/Batch/BatchJoin.h"
#include "sidetal/Version.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <optional>
#include <thread>
#include <unistd.h>

namespace sidetal::cli {

namespace {

constexpr std::array<const char*, 3> kEditionWords = {"public", "members", "full"};

BatchShard shardOf(const std::string& text) {
    BatchShard out;
    if (text.empty()) {
        return out;
    }
    const char* end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, out.number);
    const bool parted = number.ec == std::errc() && number.ptr != end && *number.ptr == '/';
    const auto of = parted ? std::from_chars(number.ptr + 1, end, out.of) : number;
    if (!parted || of.ec != std::errc() || of.ptr != end || out.number < 1 || out.number > out.of ||
        out.of > 100'000) {
        throw Error("SID-R023", "--shard: '" + text + "' is no part of a batch, expected such as 3/10");
    }
    return out;
}

std::int64_t secondsNow() {
    return std::time(nullptr);
}

/// "pid 17 on printer, since 2026-01-02T03:04:05Z"
std::string holderWords() {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) {
        host[0] = '\0';
    }
    std::array<char, 32> when{};
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    std::strftime(when.data(), when.size(), "%Y-%m-%dT%H:%M:%SZ", ::gmtime_r(&now, &parts));
    return "process " + std::to_string(::getpid()) + " on " + host.data() + ", since " + when.data();
}

BatchHost hostOf(const std::vector<std::string>& acceptedKeys) {
    BatchHost out;
    out.read = [](const std::string& file) { return readInput(file); };
    out.stylesBeside = [](const std::string& file) { return stylesBeside(file, nullptr); };
    out.policiesBeside = [](const std::string& file) { return policiesBeside(file, nullptr); };
    out.picturesBeside = picturesBeside;
    out.cataloguesBeside = cataloguesBeside;
    DocumentOptions asked;
    asked.acceptedKeys = acceptedKeys;
    out.document = [asked](std::string_view bytes, const BatchInputFile& input, Diagnostics& diagnostics,
                           ReadOptions options, const AlsoRead& alsoRead) {
        options.acceptedKeys = asked.acceptedKeys; // while planning too
        SheetOptions sheets;
        sheets.mapping = input.mapping;
        sheets.sheet = input.sheet;
        sheets.ignored = options.acceptedKeys;
        Document document = isSheetInput(bytes, input.file)
                                ? readSheetInput(bytes, input.file, sheets, diagnostics)
                                : readDocument(bytes, input.file, diagnostics, options);
        goOnFromMain(document, input.file, asked, diagnostics, alsoRead);
        return document;
    };
    out.date = fileDate(Document(MeetingPaper()));
    out.now = secondsNow;
    return out;
}

void printPlan(const BatchPlan& plan) {
    const bool hasCopies =
        std::ranges::any_of(plan.tasks, [](const BatchTask& task) { return !task.copyFor.empty(); });
    std::vector<std::vector<std::string>> rows = {{"FILE", "INPUT", "EDITION", "STYLE"}};
    if (hasCopies) {
        rows.front().emplace_back("RECIPIENT");
    }
    for (const BatchTask& task : plan.tasks) {
        const BatchSettings& settings = plan.settings[task.settings];
        rows.push_back({task.name, plan.inputs[task.input].file,
                        kEditionWords[static_cast<std::size_t>(settings.options.edition)],
                        settings.style.empty() ? "-" : settings.style});
        if (hasCopies) {
            rows.back().push_back(task.copyFor.empty() ? "-" : task.copyFor);
        }
    }
    printData(alignColumns(rows));
}

void printStatus(const std::string& folder) {
    std::vector<std::vector<std::string>> rows = {
        {"SHARD", "STATE", "PLANNED", "MADE", "FAILED", "LEFT", "JOB"}};
    BatchStatus all;
    const auto add = [&](const std::string& shard, const std::string& state, const BatchStatus& s) {
        const std::uint64_t ended = std::min(s.planned, s.made + s.failed);
        rows.push_back({shard, state, std::to_string(s.planned), std::to_string(s.made),
                        std::to_string(s.failed), std::to_string(s.planned - ended), s.job});
    };
    const std::vector<BatchStatus> shards = BatchFolder::status(folder);
    for (const BatchStatus& s : shards) {
        add(std::to_string(s.shard.number) + "/" + std::to_string(s.shard.of), s.state, s);
        all.planned += s.planned;
        all.made += s.made;
        all.failed += s.failed;
    }
    if (shards.size() > 1) {
        add("all", "-", all);
    }
    printData(alignColumns(rows));
}

BatchDurability durabilityOf(const std::string& word) {
    return word == "none"   ? BatchDurability::None
           : word == "each" ? BatchDurability::Each
                            : BatchDurability::Group;
}

/// A batch from its job to its report.
class BatchCall {
  public:
    BatchCall(const BatchCommand& command, Jobs& jobs)
        : command_(command)
        , jobs_(jobs)
        , threads_(command.threads != 0 ? command.threads : std::max(1u, std::thread::hardware_concurrency()))
        , progress_(jobs.options().quiet         ? Progress::Form::None
                    : command.progress == "json" ? Progress::Form::Json
                    : command.progress == "none" ? Progress::Form::None
                                                 : Progress::Form::Text) {}

    int run() {
        std::optional<StopSignals> signals;
        // Before the first thread is there. A joined file is whole or not at all: it goes as any other
        // output.
        if (!command_.dryRun && command_.join.empty()) {
            signals.emplace([this] { return stopSoon(); }, [this] { stopAtOnce(); });
        }
        runOnce();
        while (command_.watch && !command_.dryRun && waitForChange()) {
            runOnce();
        }
        const int signal = signals ? signals->signal() : 0;
        return signal != 0 && (outcome_.stopped || command_.watch) ? 128 + signal
                                                                   : exitStatus(jobs_.outcome());
    }

  private:
    void runOnce() {
        {
            const std::lock_guard lock(guard_);
            isPreparing_ = true;
        }
        const Outcome prepared = jobs_.run(command_.job, [&](Messages& messages) { prepare(messages); });
        if (prepared != Outcome::Failed && !command_.dryRun) {
            jobs_.run(command_.job, [&](Messages& messages) { make(messages); });
        }
    }

    /// Waits for a change of what the job reads; false where that is stopped, or cannot be.
    bool waitForChange() {
        bool changed = false;
        jobs_.run(command_.job, [&](Messages&) { changed = watch_ && watch_->wait(stop_); });
        return changed;
    }

    void prepare(Messages& messages) {
        shard_ = shardOf(command_.shard);
        host_ = hostOf(command_.acceptedKeys);
        Diagnostics diagnostics;
        const BatchJob job = readBatchJob(readInput(command_.job), command_.job, diagnostics);
        if (command_.watch && !command_.dryRun) {
            // Before anything else is read, so that no change is missed while it is.
            watch_.emplace(foldersOf(command_.job, job));
        }
        fonts_ = openFontFolder(command_.fonts);
        plan_ = planBatch(job, host_, fonts_, threads_, diagnostics);
        messages.report(diagnostics.all());
        keepShard(plan_, shard_);
        if (!command_.join.empty()) {
            groupByRecipient(plan_);
        }
        if (command_.dryRun) {
            printPlan(plan_);
            for (const BatchRefusal& refusal : plan_.refusals) {
                messages.report(refusal.messages);
            }
        }
    }

    void make(Messages& messages) {
        if (!command_.join.empty()) {
            joinPlanned(command_, plan_, host_, fonts_, options(), progress_, messages);
            return;
        }
        const Renderer renderer({}, fonts_);
        Diagnostics diagnostics;
        BatchFolder folder(folderOptions(), diagnostics);
        messages.report(diagnostics.all());
        const auto forget = [this](BatchFolder*) {
            const std::lock_guard lock(guard_);
            folder_ = nullptr;
        };
        const std::unique_ptr<BatchFolder, decltype(forget)> known(&folder, forget);
        {
            const std::lock_guard lock(guard_);
            folder_ = &folder;
            isPreparing_ = false;
        }
        folder.start(plan_);
        outcome_ = runBatch(plan_, renderer, host_, folder, options());
        folder.finish(outcome_);
        for (const std::string& report : command_.reports) {
            BatchReportFacts facts;
            facts.outcome = outcome_;
            facts.shard = shard_;
            facts.ended = host_.date ? host_.date : fromUnixTime(secondsNow());
            writeReport(report, command_.output, renderer, plan_, folder, std::move(facts));
        }
        progress_.end(outcome_);
        if (outcome_.stopped && !stop_.requested()) {
            throw Error("SID-B027", "stopped after " + std::to_string(outcome_.progress.failed) +
                                        " failures, " + std::to_string(outcome_.progress.left()) +
                                        " files are left: --resume goes on");
        }
    }

    [[nodiscard]] BatchFolderOptions folderOptions() const {
        BatchFolderOptions out;
        out.folder = command_.output;
        out.shard = shard_;
        out.durability = durabilityOf(command_.durability);
        out.resume = command_.resume || command_.watch;
        out.wait = command_.wait;
        out.holder = holderWords();
        out.now = secondsNow;
        return out;
    }

    [[nodiscard]] BatchOptions options() {
        BatchOptions out;
        out.threads = threads_;
        out.warningsAreErrors = jobs_.options().werror;
        out.mostFailures = command_.failFast ? 1 : command_.mostFailures;
        out.acceptedKeys = command_.acceptedKeys;
        out.stop = &stop_;
        out.told = [this](const BatchEvent& event) {
            progress_.tell(event, [&] {
                if (!event.messages.empty()) {
                    jobs_.run(std::string(event.input),
                              [&](Messages& messages) { messages.report(event.messages); });
                }
            });
        };
        return out;
    }

    /// False where there is nothing to be finished: names are read, or another batch is waited for.
    bool stopSoon() {
        stop_.request();
        const std::lock_guard lock(guard_);
        if (!jobs_.options().quiet) {
            progress_.say(isPreparing_ ? "stopped before anything was made"
                                       : "stopping: what is being made is finished; again to stop at once");
        }
        return !isPreparing_;
    }

    void stopAtOnce() {
        const std::lock_guard lock(guard_);
        if (folder_ != nullptr) {
            folder_->abandon();
        }
    }

    const BatchCommand& command_;
    Jobs& jobs_;
    unsigned threads_;
    Progress progress_;
    BatchShard shard_;
    BatchHost host_;
    OwnFonts fonts_;
    BatchPlan plan_;
    BatchStop stop_;
    std::optional<FolderWatch> watch_;
    BatchOutcome outcome_;
    std::mutex guard_;
    BatchFolder* folder_ = nullptr; ///< while there is one
    bool isPreparing_ = true;       ///< what is to be made is not known yet, or not whose turn it is
};

} // namespace

int runBatchCommand(const BatchCommand& command, Jobs& jobs) {
    if (!command.status.empty()) {
        printStatus(command.status);
        return exitStatus(Outcome::Done);
    }
    return BatchCall(command, jobs).run();
}

} // namespace sidetal::cli
