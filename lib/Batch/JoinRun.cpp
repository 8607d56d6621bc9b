#include "Batch/InputReading.h"
#include "sidetal/Batch/BatchJoin.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace sidetal {

namespace {

using namespace batch;

/// What a sink threw: it ends all, where a document's faults do not.
struct SinkFailure {
    std::exception_ptr failure;
};

/// What `sink` throws is told from a document's faults.
ByteSink guarded(ByteSink sink) {
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
        , renderer_(renderer.withSameFonts()) {
        out_.batch.progress.planned = plan.planned();
        rules_.acceptedKeys = options.acceptedKeys;
        rules_.warningsAreErrors = options.warningsAreErrors;
        rules_.quoteClosed = std::ranges::all_of(
            plan.settings, [](const BatchSettings& s) { return s.options.edition == Edition::Full; });
        for (const BatchSettings& each : plan.settings) {
            settings_.push_back(each.options);
        }
    }

    BatchJoinOutcome run(const std::function<ByteSink(std::uint32_t part)>& open) {
        JoinOptions how = join_.join;
        how.documents = static_cast<std::uint32_t>(plan_.tasks.size());
        file_.emplace(renderer_.joinedFile(how, [open](std::uint32_t part) {
            try {
                return guarded(open(part));
            } catch (...) {
                throw SinkFailure{std::current_exception()};
            }
        }));
        for (const BatchRefusal& refusal : plan_.refusals) {
            fail(plan_.inputs[refusal.input].file, {}, refusal.messages, refusal.files);
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

    /// An input's files follow one another in the plan: it is read once.
    const ReadInput& inputOf(const BatchTask& task) {
        if (!read_ || readIndex_ != task.input) {
            read_ = readInput(plan_.inputs[task.input], host_, rules_);
            readIndex_ = task.input;
            isToldOf_ = false;
        }
        return *read_;
    }

    void take(const BatchTask& task) {
        const BatchInputFile& input = plan_.inputs[task.input];
        const ReadInput& read = inputOf(task);
        std::vector<Diagnostic> messages = isToldOf_ ? std::vector<Diagnostic>() : read.messages;
        isToldOf_ = true;
        if (!read.document) {
            fail(input.file, task.name, messages, 1);
            return;
        }
        std::uint32_t pages = 0;
        bool isIn = false;
        try {
            const RenderOptions& how = optionsFor(task, *read.document);
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
        const auto isError = [](const Diagnostic& d) { return d.severity == Severity::Error; };
        if (std::ranges::any_of(messages, isError)) {
            if (isIn) { // by a warning that only joining finds, which is an error here
                file_.reset();
            }
            fail(input.file, task.name, messages, 1);
            return;
        }
        ++out_.batch.progress.made;
        out_.batch.progress.pages += pages;
        out_.batch.progress.warnings += messages.size();
        tell(BatchEvent::Kind::Made, input.file, task.name, messages);
    }

    const RenderOptions& optionsFor(const BatchTask& task, const Document& document) {
        RenderOptions& out = settings_[task.settings];
        out.pictures = host_.picturesBeside ? host_.picturesBeside(plan_.inputs[task.input].file) : nullptr;
        out.date = plan_.settings[task.settings].options.date;
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

    void fail(const std::string& input, const std::string& name, const std::vector<Diagnostic>& messages,
              std::uint32_t files) {
        out_.batch.progress.failed += files;
        tell(BatchEvent::Kind::Failed, input, name, messages);
        if (!join_.leaveOutFailed) {
            file_.reset(); // the others are only checked
        }
    }

    void tell(BatchEvent::Kind kind, std::string_view input, std::string_view name,
              const std::vector<Diagnostic>& messages) const {
        if (options_.told) {
            options_.told({kind, input, name, messages, out_.batch.progress});
        }
    }

    const BatchPlan& plan_;
    const BatchHost& host_;
    const BatchJoinOptions& join_;
    const BatchOptions& options_;
    Renderer renderer_;
    InputRules rules_;
    std::vector<RenderOptions> settings_;
    std::optional<JoinedFile> file_; ///< nothing: it will not be whole
    std::optional<ReadInput> read_;
    std::uint32_t readIndex_ = 0;
    bool isToldOf_ = false;
    BatchJoinOutcome out_;
};

} // namespace

BatchJoinOutcome joinBatch(const BatchPlan& plan, const Renderer& renderer, const BatchHost& host,
                           const std::function<ByteSink(std::uint32_t part)>& open,
                           const BatchJoinOptions& joinOptions, const BatchOptions& options) {
    return JoinRun(plan, renderer, host, joinOptions, options).run(open);
}

} // namespace sidetal
