#include "Commands.h"
#include "files/FontFolder.h"
#include "files/InputFile.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

struct LintCommand {
    DocumentOptions document;
    std::vector<std::string> inputs;
};

Outcome lint(const LintCommand& command, Jobs& jobs) {
    RenderOptions options;
    const Outcome prepared = jobs.run([&](Messages& messages) {
        options = renderOptions(command.document, openFontFolder(command.document.fonts), messages);
    });
    if (prepared == Outcome::Failed) {
        return prepared;
    }
    for (const std::string& input : command.inputs) {
        jobs.run(inputName(input), [&](Messages& messages) {
            const InputDocument read = readDocumentFile(input, command.document, messages);
            messages.report(lintMessages(read.document, optionsFor(read, input, options), inputName(input)));
        });
    }
    return jobs.outcome();
}

} // namespace

Subcommand addLint(CLI::App& parent) {
    auto command = std::make_shared<LintCommand>();
    CLI::App* app = parent.add_subcommand("lint", "Say what should not be published of documents");
    addInputs(*app, command->inputs);
    addLintOption(*app, command->document);
    addDocumentOptions(*app,
                       command->document); // those of check, so that one command line is as good for both
    return {app, [command](Jobs& jobs) { return exitStatus(lint(*command, jobs)); }};
}

} // namespace sidetal::cli
