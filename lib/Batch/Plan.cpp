#include "Batch/Copies.h"
#include "Batch/InputFiles.h"
#include "Batch/InputReading.h"
#include "Batch/ParallelFor.h"
#include "Batch/Settings.h"
#include "sidetal/Jobs/FileName.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace sidetal {

namespace {

using namespace batch;

/// Inputs are read so many at a time: what is known of them is then made into names, and forgotten.
constexpr std::size_t kInputsAtOnce = 2'000;

/// What planning finds of an input.
struct InputFacts {
    bool isRead = true; ///< or need not be
    NameValues values{};
    DocumentCommittees committees{};
    std::vector<Diagnostic> messages{}; ///< why it could not be read
};

/// Makes a plan of inputs, one after the other.
class Planner {
  public:
    Planner(BatchPlan& plan, const BatchJob& job, const BatchHost& host, SettingsTable& settings,
            Diagnostics& diagnostics)
        : plan_(plan)
        , job_(job)
        , host_(host)
        , settings_(settings)
        , diagnostics_(diagnostics)
        , reads_(settings.asksForCommittees() ||
                 std::ranges::any_of(settings.outputs(), [](const ReadOutputs& read) {
                     return tellsOfDocument(read.settings);
                 })) {}

    void plan(unsigned threads) {
        const std::size_t count = plan_.inputs.size();
        for (std::size_t begin = 0; begin < count; begin += kInputsAtOnce) {
            std::vector<InputFacts> facts(std::min(kInputsAtOnce, count - begin));
            parallelFor(facts.size(), reads_ ? threads : 1, [&](std::size_t i) {
                facts[i] = reads_ ? factsOf(plan_.inputs[begin + i]) : InputFacts();
            });
            for (std::size_t i = 0; i < facts.size(); ++i) {
                addInput(static_cast<std::uint32_t>(begin + i), std::move(facts[i]));
            }
        }
        refuseSameNames();
        if (settings_.asksForCommittees()) {
            tellOfCommittees();
        }
    }

  private:
    /// What is kept of a task while planning.
    struct Origin {
        std::uint32_t output = 0;
        const BatchRecipient* recipient = nullptr; ///< null: nobody
    };

    [[nodiscard]] InputFacts factsOf(const BatchInputFile& input) {
        std::unique_lock<std::mutex> turn(largeOnes_, std::defer_lock);
        if (input.bytes > kLargeBatchInput) {
            turn.lock();
        }
        const ReadInput read = readInput(input, host_, {});
        return read.document ? InputFacts{true, namesOf(*read.document), committeesOf(*read.document), {}}
                             : InputFacts{false, {}, {}, read.messages};
    }

    /// Adds the files of an input, but where one of its names cannot be.
    void addInput(std::uint32_t index, InputFacts facts) {
        if (!facts.isRead) {
            plan_.refusals.push_back({index, filesOfUnread(), std::move(facts.messages)});
            return;
        }
        noteCommittees(index, facts.committees);
        const std::size_t before = plan_.tasks.size();
        std::vector<Diagnostic> messages;
        for (std::uint32_t output = 0; output < settings_.outputs().size(); ++output) {
            addOutput(index, output, facts, messages);
        }
        if (!messages.empty()) {
            const auto files = static_cast<std::uint32_t>(plan_.tasks.size() - before);
            plan_.tasks.resize(before);
            origins_.resize(before);
            plan_.refusals.push_back({index, files, std::move(messages)});
        }
    }

    void addOutput(std::uint32_t input, std::uint32_t output, const InputFacts& facts,
                   std::vector<Diagnostic>& messages) {
        if (job_.outputs[output].recipients.empty()) {
            addTask(input, settings_.settingsOf(output), {output, nullptr}, facts, messages);
            return;
        }
        // Those of the same settings stand together, and those of settings alike, else in the order of the
        // list.
        std::vector<std::pair<std::uint32_t, const BatchRecipient*>> copies;
        for (const BatchRecipient& recipient : settings_.outputs()[output].recipients) {
            if (const auto settings = settings_.settingsOf(output, recipient, facts.committees)) {
                copies.emplace_back(*settings, &recipient);
            }
        }
        std::ranges::stable_sort(
            copies, {}, [&](const auto& copy) { return std::pair(settings_[copy.first].alike, copy.first); });
        for (const auto& [settings, recipient] : copies) {
            addTask(input, settings, {output, recipient}, facts, messages);
        }
    }

    void addTask(std::uint32_t input, std::uint32_t settings, Origin origin, const InputFacts& facts,
                 std::vector<Diagnostic>& messages) {
        std::vector<Diagnostic> found;
        const std::string copyFor = origin.recipient != nullptr ? origin.recipient->name : std::string();
        std::string name = nameOf(plan_.inputs[input], settings_[settings], copyFor, facts.values, found);
        plan_.tasks.push_back({input, settings, std::move(name), copyFor});
        origins_.push_back(origin);
        for (Diagnostic& d : found) { // what all copies lack is told once
            if (std::ranges::none_of(messages, [&](const auto& told) { return told.message == d.message; })) {
                messages.push_back(std::move(d));
            }
        }
    }

    /// How many files an input would have had: of copies for some committees that is not known.
    [[nodiscard]] std::uint32_t filesOfUnread() const {
        std::uint32_t out = 0;
        for (const ReadOutputs& read : settings_.outputs()) {
            const auto& recipients = read.recipients;
            out += job_.outputs[read.settings.output].recipients.empty()
                       ? 1
                       : static_cast<std::uint32_t>(std::ranges::count_if(
                             recipients, [](const BatchRecipient& r) { return r.committees.empty(); }));
        }
        return std::max<std::uint32_t>(out, 1);
    }

    /// Two files of one name are an error, also where only some file systems take the names for one.
    void refuseSameNames() {
        std::unordered_map<std::string, std::size_t> seen;
        seen.reserve(plan_.tasks.size());
        for (std::size_t i = 0; i < plan_.tasks.size(); ++i) {
            const auto [other, isNew] = seen.emplace(foldedFileName(plan_.tasks[i].name), i);
            if (!isNew) {
                tellSameName(other->second, i);
            }
        }
    }

    [[nodiscard]] std::string describe(std::size_t task) const {
        const BatchRecipient* recipient = origins_[task].recipient;
        const std::string& input = plan_.inputs[plan_.tasks[task].input].file;
        return recipient == nullptr ? fmt::format("of '{}'", input)
                                    : fmt::format("of '{}' for '{}' (line {})", input, recipient->name,
                                                  recipient->source.line);
    }

    void tellSameName(std::size_t first, std::size_t other) {
        const Origin& origin = origins_[other];
        const BatchOutputs& outputs = job_.outputs[origin.output];
        Diagnostic d;
        d.code = "SID-B012";
        d.message = fmt::format("two files would be called '{}': {} and {}", plan_.tasks[other].name,
                                describe(first), describe(other));
        d.file = job_.file;
        d.position = outputs.nameSource;
        d.path = outputs.path + ".name";
        d.notes = {"names may have {stem}, {edition}, {style}, {committee}, {date}, {kind}, {period} and "
                   "{recipient}"};
        if (origin.recipient != nullptr && origins_[first].recipient != nullptr &&
            plan_.tasks[first].input == plan_.tasks[other].input && origins_[first].output == origin.output) {
            d.file = besideJob(job_.file, outputs.recipients);
            d.position = origin.recipient->source;
            d.path.clear();
            d.notes = {"each recipient has a name of their own: add what they are, or where they live"};
        }
        diagnostics_.add(std::move(d));
    }

    void noteCommittees(std::uint32_t input, const DocumentCommittees& committees) {
        for (const std::string& name : committees.names) {
            committees_.try_emplace(foldedFileName(name), name);
        }
        if (committees.names.empty() && withoutCommittee_++ == 0) {
            firstWithoutCommittee_ = input;
        }
    }

    /// Recipients who get less than one might think: what does not say whose it is goes to nobody who is to
    /// get what is of some committees alone.
    void tellOfCommittees() {
        if (withoutCommittee_ != 0) {
            diagnostics_.warning("SID-B017",
                                 fmt::format("inputs that are of no committee: {}, first '{}': recipients "
                                             "whose committees are named get none of them",
                                             withoutCommittee_, plan_.inputs[firstWithoutCommittee_].file));
        }
        std::unordered_set<std::string> told;
        for (const ReadOutputs& read : settings_.outputs()) {
            const BatchOutputs& asked = job_.outputs[read.settings.output];
            for (const BatchRecipient& recipient : read.recipients) {
                for (const GoalSelection::Name& name : recipient.committees) {
                    const std::string folded = foldedFileName(name.text);
                    if (plan_.refusals.empty() && !committees_.contains(folded) &&
                        told.insert(folded).second) {
                        tellUnknown(name, besideJob(job_.file, asked.recipients));
                    }
                }
            }
        }
    }

    void tellUnknown(const GoalSelection::Name& name, const std::string& list) {
        constexpr std::size_t kMost = 10;
        std::string known;
        std::size_t count = 0;
        for (const auto& [folded, committee] : committees_) {
            if (count++ < kMost) {
                known += fmt::format("{}'{}'", known.empty() ? "" : ", ", committee);
            }
        }
        Diagnostic d;
        d.severity = Severity::Warning;
        d.code = "SID-B016";
        d.message = fmt::format("no input of the job is of the committee '{}'", name.text);
        d.file = list;
        d.position = name.source;
        d.notes = {known.empty()
                       ? "none of the inputs is of any"
                       : fmt::format("their committees: {}{}", known, count > kMost ? " and others" : ""),
                   "several committees are parted by | or ;"};
        diagnostics_.add(std::move(d));
    }

    BatchPlan& plan_;
    const BatchJob& job_;
    const BatchHost& host_;
    SettingsTable& settings_;
    Diagnostics& diagnostics_;
    bool reads_;
    std::mutex largeOnes_;
    std::vector<Origin> origins_;                   ///< of the plan's tasks
    std::map<std::string, std::string> committees_; ///< the inputs', by how they compare
    std::size_t withoutCommittee_ = 0;
    std::uint32_t firstWithoutCommittee_ = 0;
};

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
    SettingsTable settings(readOutputs(job, host, fonts, own));
    plan.inputs = findInputs(job, own);
    if (!own.hasErrors()) {
        Planner(plan, job, host, settings, own).plan(threads);
        plan.settings = std::move(settings).take();
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
