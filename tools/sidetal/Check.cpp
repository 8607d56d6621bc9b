#include "Commands.h"
#include "files/FontFolder.h"
#include "files/InputFile.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

struct CheckCommand {
    DocumentOptions document;
    std::vector<std::string> inputs;
};

Outcome check(const CheckCommand& command, Jobs& jobs) {
    RenderOptions options;
    std::optional<Renderer> renderer;
    const Outcome prepared = jobs.run([&](Messages& messages) {
        const OwnFonts fonts = openFontFolder(command.document.fonts);
        options = renderOptions(command.document, fonts, messages);
        renderer.emplace(std::vector<std::filesystem::path>(), fonts);
    });
    if (prepared == Outcome::Failed) {
        return prepared;
    }
    for (const std::string& input : command.inputs) {
        jobs.run(inputName(input), [&](Messages& messages) {
            const InputDocument read = readDocumentFile(input, command.document, messages);
            messages.report(
                renderer->check(read.document, optionsFor(read, input, options), inputName(input)).warnings);
        });
    }
    return jobs.outcome();
}

} // namespace

Subcommand addCheck(CLI::App& parent) {
    auto command = std::make_shared<CheckCommand>();
    CLI::App* app = parent.add_subcommand("check", "Say what rendering would say, without a PDF");
    addInputs(*app, command->inputs);
    addDocumentOptions(*app, command->document);
    addLintOption(*app, command->document);
    return {app, [command](Jobs& jobs) { return exitStatus(check(*command, jobs)); }};
}

} // namespace sidetal::cli
