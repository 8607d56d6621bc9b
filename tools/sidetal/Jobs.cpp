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
    if (diagnostic.file.empty()) {
        diagnostic.file = input_;
    }
    outcome_ = std::max(outcome_, isError(diagnostic) ? Outcome::Failed : Outcome::Warnings);
    if (diagnostic.code == "SID-D001") { // a part of the job had more to say than is told
        leftOut_ = std::move(diagnostic);
    } else {
        told_.add(std::move(diagnostic));
    }
}

void Messages::report(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        report(diagnostic);
    }
}

std::string Messages::lines() const {
    std::vector<Diagnostic> all = told_.all();
    if (leftOut_ && !all.empty() && all.back().code != "SID-D001") {
        all.push_back(*leftOut_);
    }
    std::string out;
    for (Diagnostic& diagnostic : all) {
        const bool error = isError(diagnostic);
        diagnostic.severity = error ? Severity::Error : diagnostic.severity;
        if (error || !options_.quiet) {
            out += options_.json ? formatJson(diagnostic) : format(diagnostic);
            out += '\n';
        }
    }
    return out;
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
    const std::string lines = messages.lines();
    std::fwrite(lines.data(), 1, lines.size(), stderr);
    outcome_ = std::max(outcome_, messages.outcome());
    return messages.outcome();
}

} // namespace sidetal::cli
