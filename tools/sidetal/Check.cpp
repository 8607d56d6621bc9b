#include "Commands.h"
#include "InputFile.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

struct CheckCommand {
    DocumentOptions document;
    std::vector<std::string> inputs;
};

Status check(const CheckCommand& command, Messages& messages) {
    RenderOptions options;
    std::optional<Renderer> renderer;
    Status status = guarded(messages, [&] {
        options = renderOptions(command.document, messages);
        renderer.emplace();
    });
    if (status == Status::Failed) {
        return status;
    }
    for (const std::string& input : command.inputs) {
        status = worse(
            status, guarded(messages, [&] {
                const Document document = readDocumentFile(input, messages);
                messages.report(
                    renderer->check(document, withFileDate(options, document), inputName(input)).warnings);
            }));
    }
    return status;
}

} // namespace

Subcommand addCheck(CLI::App& parent) {
    auto command = std::make_shared<CheckCommand>();
    CLI::App* app = parent.add_subcommand("check", "Say what rendering would say, without a PDF");
    addInputs(*app, command->inputs);
    addDocumentOptions(*app, command->document);
    return {app, [command](Messages& messages) { return check(*command, messages); }};
}

} // namespace sidetal::cli
