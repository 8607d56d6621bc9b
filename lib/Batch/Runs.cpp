#include "Batch/Runs.h"

#include <algorithm>
#include <utility>

namespace sidetal::batch {

InputRules rulesOf(const BatchPlan& plan, const BatchOptions& options) {
    InputRules out;
    out.acceptedKeys = options.acceptedKeys;
    out.warningsAreErrors = options.warningsAreErrors;
    out.quoteClosed = std::ranges::all_of(
        plan.settings, [](const BatchSettings& s) { return s.options.edition == Edition::Full; });
    return out;
}

bool asksToStop(const BatchOptions& options, std::uint64_t failures) {
    return (options.stop != nullptr && options.stop->requested()) ||
           (options.mostFailures != 0 && failures >= options.mostFailures);
}

bool isError(const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::Error;
}

void addMessages(std::vector<Diagnostic>& all, std::vector<Diagnostic> more, const std::string& name,
                 const BatchOptions& options) {
    for (Diagnostic& d : more) {
        d.severity = options.warningsAreErrors ? Severity::Error : d.severity;
        if (d.file.empty()) {
            d.file = name;
        }
        all.push_back(std::move(d));
    }
}

void takeTask(RenderOptions& options, const BatchTask& task, const BatchPlan& plan, const Document& document,
              Earlier earlier, const BatchHost& host) {
    options.corrects = std::move(earlier.corrects);
    options.lastPeriod = std::move(earlier.lastPeriod);
    options.renumbered = std::move(earlier.renumbered);
    options.copyFor = task.copyFor;
    options.pictures = host.picturesBeside ? host.picturesBeside(plan.inputs[task.input].file) : nullptr;
    options.date = plan.settings[task.settings].options.date;
    if (!options.date && !headerOf(document).date) {
        options.date = host.date;
    }
}

} // namespace sidetal::batch
