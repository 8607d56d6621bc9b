#include "Batch/Copies.h"
#include "Batch/Earlier.h"
#include "Batch/Faults.h"
#include "Batch/InputReading.h"
#include "sidetal/Batch/BatchJoin.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace sidetal {

namespace {

using namespace batch;

/// What a sink threw: it ends all, where a document's faults do not.
struct SinkFailure {
    std::exception_ptr failure;
};

/// What `sink` throws is told from a document's faults.
ByteSink tellingApart(ByteSink sink) {
    return [sink = std::move(sink)](std::string_view bytes) {
        try {
            sink(bytes);
        } catch (...) {
            throw SinkFailure{std::current_exception()};
        }
    };
}

bool isFault(const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::Error;
}

class JoinRun {
  public:
    JoinRun(const BatchPlan& plan, const Renderer& renderer, const BatchHost& host,
            const BatchJoinOptions& join, const BatchOptions& options)
        : plan_(plan)
        , host_(host)
        , join_(join)
        , options_(options)
        , renderer_(renderer.withSameFonts())
        , earlier_(host_, rules_)
        , known_(plan.inputs.size()) {
        out_.batch.progress.planned = plan.planned();
        rules_.acceptedKeys = options.acceptedKeys;
        rules_.warningsAreErrors = options.warningsAreErrors;
        rules_.quoteClosed = std::ranges::all_of(
            plan.settings, [](const BatchSettings& s) { return s.options.edition == Edition::Full; });
    }

    BatchJoinOutcome run(const std::function<ByteSink(std::uint32_t part)>& open) {
        JoinOptions how = join_.join;
        how.documents = static_cast<std::uint32_t>(plan_.tasks.size());
        file_.emplace(renderer_.joinedFile(how, [open](std::uint32_t part) {
            try {
                return tellingApart(open(part));
            } catch (...) {
                throw SinkFailure{std::current_exception()};
            }
        }));
        for (const BatchRefusal& refusal : plan_.refusals) {
            fail(nullptr, plan_.inputs[refusal.input].file, refusal.messages, refusal.files);
        }
        try {
            for (const BatchTask& task : plan_.tasks) {
                if (mayStop()) {
                    break;
                }
                take(task);
            }
            if (file_ && !out_.batch.stopped) {
                out_.joined = file_->finish();
                out_.isWhole = out_.joined.documents > 0;
            }
        } catch (const SinkFailure& failure) {
            std::rethrow_exception(failure.failure);
        }
        return std::move(out_);
    }

  private:
    bool mayStop() {
        const std::uint64_t failed = out_.batch.progress.failed;
        const bool stops = (options_.stop != nullptr && options_.stop->requested()) ||
                           (options_.mostFailures != 0 && failed >= options_.mostFailures);
        out_.batch.stopped = out_.batch.stopped || stops;
        return stops;
    }

    /// An input that was read: of its messages what was not told yet. What pages need is kept until they are
    /// written: as long it need not be read again.
    struct Taken {
        std::shared_ptr<const Document> document;
        std::vector<Diagnostic> messages{};
    };
    Taken takeInput(std::uint32_t index) {
        KnownInput& known = known_[index];
        if (auto document = known.document.lock()) {
            return {std::move(document)};
        }
        ReadInput read = readInput(plan_.inputs[index], host_, rules_);
        known.document = read.document;
        if (std::exchange(known.isToldOf, true)) {
            read.messages.clear();
        }
        return {std::move(read.document), std::move(read.messages)};
    }

    void take(const BatchTask& task) {
        const BatchInputFile& input = plan_.inputs[task.input];
        Taken read = takeInput(task.input);
        std::vector<Diagnostic> messages = std::move(read.messages);
        if (!read.document) {
            fail(&task, input.file, messages, 1);
            return;
        }
        Earlier earlier;
        try {
            earlier = earlier_.of(input, plan_.settings[task.settings], *read.document);
        } catch (...) { // no fault of a file ends the batch
            earlier.messages = messagesOf(std::current_exception(), input.file);
        }
        add(messages, std::move(earlier.messages), input.file);
        if (std::ranges::any_of(messages, isFault)) {
            fail(&task, input.file, messages, 1);
            return;
        }
        std::uint32_t pages = 0;
        bool isIn = false;
        try {
            const RenderOptions& how = optionsFor(task, *read.document, std::move(earlier));
            RenderResult result;
            if (!file_ || options_.warningsAreErrors) {
                result = renderer_.check(*read.document, how, input.file);
            }
            if (file_ && (!options_.warningsAreErrors || (messages.empty() && result.warnings.empty()))) {
                result = file_->add(read.document, how, input.file);
                isIn = true;
            }
            pages = result.pages;
            add(messages, result.warnings, input.file);
        } catch (const SinkFailure&) {
            throw;
        } catch (...) {
            add(messages, messagesOf(std::current_exception(), input.file), input.file);
        }
        if (std::ranges::any_of(messages, isFault)) {
            if (isIn) { // by a warning that only joining finds, which is an error here
                file_.reset();
            }
            fail(&task, input.file, messages, 1);
            return;
        }
        ++out_.batch.progress.made;
        out_.batch.progress.pages += pages;
        out_.batch.progress.warnings += messages.size();
        tell(BatchEvent::Kind::Made, &task, input.file, messages);
    }

    const RenderOptions& optionsFor(const BatchTask& task, const Document& document, Earlier earlier) {
        const BatchSettings& settings = plan_.settings[task.settings];
        if (!isFor(settings, document)) {
            throw faultOf("SID-B026", plan_.inputs[task.input].file,
                          "was changed while the batch ran: it is of another committee now");
        }
        if (current_ != task.settings) {
            current_ = task.settings;
            how_ = settings.options;
        }
        RenderOptions& out = how_;
        out.corrects = std::move(earlier.corrects);
        out.lastPeriod = std::move(earlier.lastPeriod);
        out.renumbered = std::move(earlier.renumbered);
        out.copyFor = task.copyFor;
        out.pictures = host_.picturesBeside ? host_.picturesBeside(plan_.inputs[task.input].file) : nullptr;
        out.date = settings.options.date;
        if (!out.date && !headerOf(document).date) {
            out.date = host_.date;
        }
        return out;
    }

    void add(std::vector<Diagnostic>& all, std::vector<Diagnostic> more, const std::string& name) const {
        for (Diagnostic& d : more) {
            d.severity = options_.warningsAreErrors ? Severity::Error : d.severity;
            if (d.file.empty()) {
                d.file = name;
            }
            all.push_back(std::move(d));
        }
    }

    /// `task`: null where there was none yet.
    void fail(const BatchTask* task, const std::string& input, const std::vector<Diagnostic>& messages,
              std::uint32_t files) {
        out_.batch.progress.failed += files;
        tell(BatchEvent::Kind::Failed, task, input, messages);
        if (!join_.leaveOutFailed) {
            file_.reset(); // the others are only checked
        }
    }

    void tell(BatchEvent::Kind kind, const BatchTask* task, const std::string& input,
              const std::vector<Diagnostic>& messages) const {
        if (options_.told) {
            const BatchTask none;
            const BatchTask& known = task != nullptr ? *task : none;
            options_.told({kind, input, known.name, known.copyFor, messages, out_.batch.progress});
        }
    }

    const BatchPlan& plan_;
    const BatchHost& host_;
    const BatchJoinOptions& join_;
    const BatchOptions& options_;
    Renderer renderer_;
    InputRules rules_;
    std::optional<std::uint32_t> current_; ///< settings, of which there may be thousands: those of `how_`
    RenderOptions how_;
    EarlierDocuments earlier_;
    std::optional<JoinedFile> file_; ///< nothing: it will not be whole
    /// An input that was read before.
    struct KnownInput {
        std::weak_ptr<const Document> document;
        bool isToldOf = false;
    };
    std::vector<KnownInput> known_; ///< by input
    BatchJoinOutcome out_;
};

} // namespace

void groupByRecipient(BatchPlan& plan) {
    std::unordered_map<std::string, std::size_t> ranks = {{std::string(), 0}};
    for (const BatchTask& task : plan.tasks) {
        ranks.emplace(task.copyFor, ranks.size());
    }
    std::ranges::stable_sort(plan.tasks, {}, [&](const BatchTask& task) { return ranks.at(task.copyFor); });
}

BatchJoinOutcome joinBatch(const BatchPlan& plan, const Renderer& renderer, const BatchHost& host,
                           const std::function<ByteSink(std::uint32_t part)>& open,
                           const BatchJoinOptions& joinOptions, const BatchOptions& options) {
    return JoinRun(plan, renderer, host, joinOptions, options).run(open);
}

} // namespace sidetal
