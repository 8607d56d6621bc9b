#include "Commands.h"
#include "Validators.h"
#include "files/InputFile.h"
#include "files/OutputFile.h"
#include "render/Plan.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

struct MergeCommand {
    DocumentOptions document;
    std::vector<std::string> inputs;
    std::string output = kStandard;
};

/// The documents in their order, all of whose places count in the table of the last.
std::vector<Document> readAll(const MergeCommand& command, Messages& messages) {
    std::vector<Document> out;
    SourceNames sources;
    ReadOptions reading;
    reading.acceptedKeys = command.document.acceptedKeys;
    for (const std::string& input : command.inputs) {
        Diagnostics diagnostics;
        out.push_back(readDocument(readInput(input), inputName(input), diagnostics, reading, sources));
        sources = headerOf(out.back()).sources;
        messages.report(diagnostics.all());
        goOnFromMain(out.back(), input, command.document, messages);
    }
    return out;
}

void merge(const MergeCommand& command, Messages& messages) {
    if (command.inputs.size() < 2) {
        throw Error("SID-E065", "expected a main agenda and a supplement at least");
    }
    RenderJob job;
    job.target = resolveOutput(command.output);
    refuseOverwriting({job}, command.inputs);
    std::vector<Document> papers = readAll(command, messages);
    const Document main = std::move(papers.front());
    papers.erase(papers.begin());
    Diagnostics diagnostics;
    const Document merged = mergeSupplements(main, papers, diagnostics);
    messages.report(diagnostics.all());
    if (messages.outcome() != Outcome::Failed) {
        OutputFile file(job.target);
        file.write(writeJson(merged));
        file.commit();
    }
}

} // namespace

Subcommand addMerge(CLI::App& parent) {
    auto command = std::make_shared<MergeCommand>();
    CLI::App* app = parent.add_subcommand("merge", "Join an agenda and its supplements, as canonical JSON");
    addInputs(*app, command->inputs);
    app->add_option("-o,--output", command->output, "The consolidated agenda; default standard output")
        ->type_name("FILE|-")
        ->check(notEmpty());
    addKeyOption(*app, command->document);
    return {app, [command](Jobs& jobs) {
                return exitStatus(jobs.run([&](Messages& messages) { merge(*command, messages); }));
            }};
}

} // namespace sidetal::cli
