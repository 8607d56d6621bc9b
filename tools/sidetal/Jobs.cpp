#include "Jobs.h"

#include <algorithm>
#include <cstdio>
#include <new>
#include <utility>

namespace sidetal::cli {

int exitStatus(Outcome outcome) {
    switch (outcome) {
    case Outcome::Done:
        return 0;
    case Outcome::Warnings:
        return 3;
    case Outcome::Failed:
        break;
    }
    return 2;
}

void Messages::report(Diagnostic diagnostic) {
    if (options_.werror) {
        diagnostic.severity = Severity::Error;
    }
    if (diagnostic.file.empty()) {
        diagnostic.file = input_;
    }
    const bool isError = diagnostic.severity == Severity::Error;
    outcome_ = std::max(outcome_, isError ? Outcome::Failed : Outcome::Warnings);
    if (isError || !options_.quiet) {
        lines_ += options_.json ? formatJson(diagnostic) : format(diagnostic);
        lines_ += '\n';
    }
}

void Messages::report(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        report(diagnostic);
    }
}

Outcome Jobs::run(const std::string& input, const std::function<void(Messages&)>& work) {
    Messages messages(options_, input);
    try {
        work(messages);
    } catch (const Error& error) {
        messages.report(error.diagnostics());
    } catch (const std::bad_alloc&) {
        messages.report(Error("SID-R026", "out of memory").diagnostics());
    } catch (const std::exception& error) {
        messages.report(Error("SID-R027", std::string("internal error: ") + error.what()).diagnostics());
    }
    std::fwrite(messages.lines().data(), 1, messages.lines().size(), stderr);
    outcome_ = std::max(outcome_, messages.outcome());
    return messages.outcome();
}

} // namespace sidetal::cli
