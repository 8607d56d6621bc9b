#include "Batch/Copies.h"
#include "Batch/Digest.h"
#include "Batch/Earlier.h"
#include "Batch/Faults.h"
#include "Batch/InputReading.h"
#include "Batch/LastCopies.h"
#include "Batch/ParallelFor.h"
#include "Batch/Runs.h"
#include "Batch/Schedule.h"
#include "sidetal/Batch/Batch.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace sidetal {

namespace {

using namespace batch;

/// What the store threw: it ends the batch, where a document's faults do not.
struct StoreFailure {
    std::exception_ptr failure;
};

template <class Work>
auto atStore(const Work& work) {
    try {
        return work();
    } catch (...) {
        throw StoreFailure{std::current_exception()};
    }
}

/// Gives what `load` gives, and notes what each picture is.
PictureLoader noting(PictureLoader load, std::vector<BatchPicture>& pictures) {
    return [load = std::move(load), &pictures](const std::string& name) {
        PictureFile file = load ? load(name) : PictureFile{{}, "does not exist"};
        pictures.push_back({name, file.fault.empty() ? digestOf(file.bytes) : ""});
        return file;
    };
}

/// What a thread works with.
struct Worker {
    Renderer& renderer;
    RenderOptions options{}; ///< of the task at hand
    LastCopies copies{};
};

class Run {
  public:
    Run(const BatchPlan& plan, const BatchHost& host, BatchStore& store, const BatchOptions& options)
        : plan_(plan)
        , host_(host)
        , store_(store)
        , options_(options)
        , schedule_(plan, options.largeInput) {
        outcome_.progress.planned = plan.planned();
        rules_ = rulesOf(plan, options);
        hasAlike_.resize(plan.settings.size());
        for (std::uint32_t i = 0; i < plan.settings.size(); ++i) {
            const std::uint32_t alike = alikeOf(i);
            hasAlike_[alike] = hasAlike_[alike] || alike != i;
        }
    }

    void tellRefusals() {
        for (const BatchRefusal& refusal : plan_.refusals) {
            outcome_.progress.failed += refusal.files;
            tell(BatchEvent::Kind::Failed, nullptr, plan_.inputs[refusal.input].file, refusal.messages);
        }
    }

    /// What each thread does.
    void work(Renderer renderer) {
        std::optional<std::uint32_t> current; // settings, of which there may be thousands: the worker's
        Worker worker{renderer};
        EarlierDocuments earlier(host_, rules_);
        const OpenInput* last = nullptr; // may be gone
        try {
            while (!mayStop()) {
                const auto turn = schedule_.next(
                    [&](std::uint32_t i) { return readInput(plan_.inputs[i], host_, rules_); }, last);
                if (!turn) {
                    break;
                }
                const BatchTask& task = plan_.tasks[turn->task];
                if (current != task.settings) {
                    current = task.settings;
                    worker.options = plan_.settings[task.settings].options;
                }
                make(*turn, worker, earlier);
                last = turn->input.get();
                schedule_.done(*turn);
            }
        } catch (const StoreFailure& failure) {
            schedule_.end();
            std::rethrow_exception(failure.failure);
        } catch (...) {
            schedule_.end();
            throw;
        }
    }

    [[nodiscard]] BatchOutcome outcome() {
        outcome_.stopped = outcome_.progress.left() != 0;
        return outcome_;
    }

  private:
    /// Ends the batch where that was asked for.
    bool mayStop() {
        const std::lock_guard lock(telling_);
        const bool stops = asksToStop(options_, outcome_.progress.failed);
        if (stops) {
            schedule_.end();
        }
        return stops;
    }

    void make(const Schedule::Turn& turn, Worker& worker, EarlierDocuments& earlierDocuments) {
        const BatchTask& task = plan_.tasks[turn.task];
        const BatchInputFile& input = plan_.inputs[task.input];
        const ReadInput& read = turn.input->read;
        BatchMade made;
        made.origin = originOf(task, read);
        if (!read.document) {
            made.messages = read.messages;
            fail(turn, std::move(made));
            return;
        }
        Earlier earlier = earlierDocuments.of(input, plan_.settings[task.settings], read);
        if (!earlier.hash.empty()) {
            made.origin.inputHash = digestOf(made.origin.inputHash + earlier.hash);
        }
        addMessages(made.messages, std::move(earlier.messages), input.file, options_);
        if (std::ranges::any_of(made.messages, isError)) {
            made.messages.insert(made.messages.begin(), read.messages.begin(), read.messages.end());
            fail(turn, std::move(made));
            return;
        }
        takeTask(worker.options, task, plan_, *read.document, std::move(earlier), host_);
        const PictureLoader& pictures = worker.options.pictures;
        const auto hashOfPicture = [&](const std::string& name) {
            const PictureFile file = pictures ? pictures(name) : PictureFile{{}, "does not exist"};
            return file.fault.empty() ? digestOf(file.bytes) : std::string();
        };
        if (atStore([&] { return store_.isDone(task, made.origin, hashOfPicture); })) {
            const std::lock_guard lock(telling_);
            ++outcome_.progress.skipped;
            tell(BatchEvent::Kind::Skipped, &task, input.file, {});
            return;
        }
        render(turn, worker, std::move(made));
    }

    [[nodiscard]] BatchOrigin originOf(const BatchTask& task, const ReadInput& read) const {
        const BatchSettings& settings = plan_.settings[task.settings];
        if (task.copyFor.empty()) {
            return {read.hash, settings.styleHash, settings.policyHash, settings.optionsHash};
        }
        Digest digest;
        digest.addText(settings.optionsHash);
        digest.addText(task.copyFor);
        return {read.hash, settings.styleHash, settings.policyHash, digest.hex()};
    }

    void render(const Schedule::Turn& turn, Worker& worker, BatchMade made) {
        const BatchTask& task = plan_.tasks[turn.task];
        const std::string& name = plan_.inputs[task.input].file;
        const std::vector<Diagnostic>& known = turn.input->read.messages;
        made.messages.insert(made.messages.begin(), known.begin(), known.end());
        RenderOptions& options = worker.options;
        options.pictures = noting(std::move(options.pictures), made.pictures); // until the next one
        std::unique_ptr<BatchFile> file = atStore([&] { return store_.begin(task); });
        try {
            checkName(task, *turn.input->read.document);
            Digest digest;
            const RenderResult result = renderTask(turn, worker, made, [&](std::string_view bytes) {
                digest.add(bytes);
                made.bytes += bytes.size();
                atStore([&] { file->write(bytes); });
            });
            made.pages = result.pages;
            made.contentHash = result.hash;
            made.hash = digest.hex();
            addMessages(made.messages, result.warnings, name, options_);
        } catch (const StoreFailure&) {
            throw;
        } catch (...) {
            addMessages(made.messages, messagesOf(std::current_exception(), name), name, options_);
        }
        if (std::ranges::any_of(made.messages, isError)) {
            file.reset();
            fail(turn, std::move(made));
            return;
        }
        const BatchMade told = {{}, made.pages, made.bytes, {}, {}, made.messages};
        atStore([&] { file->commit(std::move(made)); });
        succeed(turn, told);
    }

    RenderResult renderTask(const Schedule::Turn& turn, Worker& worker, BatchMade& made,
                            const ByteSink& sink) const {
        const BatchTask& task = plan_.tasks[turn.task];
        const std::string& name = plan_.inputs[task.input].file;
        const Document& document = *turn.input->read.document;
        if (task.copyFor.empty()) {
            worker.copies.forget();
            return worker.renderer.render(document, worker.options, sink, name);
        }
        const std::uint32_t alike = alikeOf(task.settings);
        LastCopies::Of of{task.input, alike, made.origin.inputHash, {}};
        if (hasAlike_[alike]) {
            of.view = viewOf(document, worker, name);
            made.pictures.clear(); // noted once more by who renders
        }
        return worker.copies.write(of, worker.renderer, document, worker.options, sink, name, made.pictures);
    }

    /// What differs from a version before may tell one member more than another where both get the same of
    /// this one: that is shared by none.
    [[nodiscard]] std::uint32_t alikeOf(std::uint32_t settings) const {
        const BatchSettings& of = plan_.settings[settings];
        return of.alike == BatchSettings::kOwn || !of.corrects.empty() ? settings : of.alike;
    }

    /// A hash of all that is printed of a document, and of what is told of that: members' editions are the
    /// same for all who have the same rights. Throws Error where the document does not know the member.
    static std::string viewOf(const Document& document, Worker& worker, const std::string& name) {
        const DumpResult model = worker.renderer.dump(document, worker.options, DumpStage::Model, name);
        Digest digest;
        digest.addText(model.text);
        for (const Diagnostic& warning : model.warnings) {
            digest.addText(format(warning));
        }
        return digest.hex();
    }

    /// An input may have become another one since its files were named after it, and it was found whom it is
    /// for.
    void checkName(const BatchTask& task, const Document& document) const {
        const BatchSettings& settings = plan_.settings[task.settings];
        const BatchInputFile& input = plan_.inputs[task.input];
        if (!isFor(settings, document)) {
            throw faultOf("SID-B026", input.file,
                          "was changed while the batch ran: it is of another committee now, which '" +
                              task.name + "' is not for");
        }
        if (!tellsOfDocument(settings)) {
            return;
        }
        std::vector<Diagnostic> missing;
        if (nameOf(input, settings, task.copyFor, namesOf(document), missing) != task.name ||
            !missing.empty()) {
            throw faultOf(
                "SID-B026", input.file,
                "was changed while the batch ran: its file would have another name now, expected '" +
                    task.name + "'");
        }
    }

    void succeed(const Schedule::Turn& turn, const BatchMade& made) {
        const std::lock_guard lock(telling_);
        const BatchTask& task = plan_.tasks[turn.task];
        ++outcome_.progress.made;
        outcome_.progress.pages += made.pages;
        const std::vector<Diagnostic> news = notToldYet(*turn.input, made.messages);
        outcome_.progress.warnings += news.size();
        tell(BatchEvent::Kind::Made, &task, plan_.inputs[task.input].file, news);
    }

    void fail(const Schedule::Turn& turn, BatchMade made) {
        const BatchTask& task = plan_.tasks[turn.task];
        const std::vector<Diagnostic> messages = made.messages;
        atStore([&] { store_.failed(task, std::move(made)); });
        const std::lock_guard lock(telling_);
        ++outcome_.progress.failed;
        tell(BatchEvent::Kind::Failed, &task, plan_.inputs[task.input].file,
             notToldYet(*turn.input, messages));
    }

    /// A file's messages begin with those of its input, which are told with the first one alone.
    static std::vector<Diagnostic> notToldYet(OpenInput& input, const std::vector<Diagnostic>& messages) {
        const std::size_t known = input.isToldOf ? input.read.messages.size() : 0;
        input.isToldOf = true;
        return {messages.begin() + static_cast<std::ptrdiff_t>(std::min(known, messages.size())),
                messages.end()};
    }

    void tell(BatchEvent::Kind kind, const BatchTask* task, std::string_view input,
              const std::vector<Diagnostic>& messages) const {
        if (options_.told) {
            const std::string_view name = task != nullptr ? task->name : std::string_view();
            const std::string_view copyFor = task != nullptr ? task->copyFor : std::string_view();
            options_.told({kind, input, name, copyFor, messages, outcome_.progress});
        }
    }

    const BatchPlan& plan_;
    const BatchHost& host_;
    BatchStore& store_;
    const BatchOptions& options_;
    InputRules rules_;
    std::vector<bool> hasAlike_; ///< by index of settings: others are alike
    Schedule schedule_;
    std::mutex telling_; ///< one thread tells at a time
    BatchOutcome outcome_;
};

} // namespace

BatchOutcome runBatch(const BatchPlan& plan, const Renderer& renderer, const BatchHost& host,
                      BatchStore& store, const BatchOptions& options) {
    Run run(plan, host, store, options);
    run.tellRefusals();
    inThreads(std::max(options.threads, 1u), [&](unsigned) { run.work(renderer.withSameFonts()); });
    return run.outcome();
}

} // namespace sidetal
