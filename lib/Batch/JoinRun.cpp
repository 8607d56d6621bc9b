#include "Batch/Copies.h"
#include "Batch/Earlier.h"
#include "Batch/Faults.h"
#include "Batch/InputReading.h"
#include "Batch/Runs.h"
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
        rules_ = rulesOf(plan, options);
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
        const bool stops = asksToStop(options_, out_.batch.progress.failed);
        out_.batch.stopped = out_.batch.stopped || stops;
        return stops;
    }

    /// An input that was read: of its messages what was not told yet. What pages need is kept until they are
    /// written: as long it need not be read again.
    ReadInput takeInput(std::uint32_t index) {
        KnownInput& known = known_[index];
        if (auto document = known.document.lock()) {
            return {{}, std::move(document), known.catalogue, {}};
        }
        ReadInput read = readInput(plan_.inputs[index], host_, rules_);
        known.document = read.document;
        known.catalogue = read.catalogue;
        if (std::exchange(known.isToldOf, true)) {
            read.messages.clear();
        }
        return read;
    }

    void take(const BatchTask& task) {
        const BatchInputFile& input = plan_.inputs[task.input];
        ReadInput read = takeInput(task.input);
        std::vector<Diagnostic> messages = std::move(read.messages);
        if (!read.document) {
            fail(&task, input.file, messages, 1);
            return;
        }
        Earlier earlier = earlier_.of(input, plan_.settings[task.settings], read);
        addMessages(messages, std::move(earlier.messages), input.file, options_);
        if (std::ranges::any_of(messages, isError)) {
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
            addMessages(messages, result.warnings, input.file, options_);
        } catch (const SinkFailure&) {
            throw;
        } catch (...) {
            addMessages(messages, messagesOf(std::current_exception(), input.file), input.file, options_);
        }
        if (std::ranges::any_of(messages, isError)) {
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
        takeTask(how_, task, plan_, document, std::move(earlier), host_);
        return how_;
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
        std::shared_ptr<const GoalCatalogue> catalogue{}; ///< as of ReadInput: it is small
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
