#include "Commands.h"
#include "InputFile.h"
#include "OutputFile.h"
#include "Plan.h"
#include "Validators.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

struct RenderCommand {
    DocumentOptions document;
    std::vector<std::string> inputs;
    std::string output;
    bool embedData = false;
};

/// Renders one document. Where its messages ask for failure (an error, or a warning under --werror) no output
/// is committed.
Status renderOne(const RenderJob& job, const RenderOptions& options, Renderer& renderer, Messages& messages) {
    std::optional<OutputFile> file;
    const Status status = guarded(messages, [&] {
        const Document document = readDocumentFile(job.input, messages);
        if (job.failure) {
            throw Error(*job.failure);
        }
        file.emplace(job.target);
        const RenderResult result = renderer.render(
            document, withFileDate(options, document), [&](std::string_view bytes) { file->write(bytes); },
            inputName(job.input));
        messages.report(result.warnings);
    });
    if (status == Status::Failed) {
        return status;
    }
    return worse(status, guarded(messages, [&] { file->commit(); }));
}

Status render(const RenderCommand& command, Messages& messages) {
    std::vector<RenderJob> jobs;
    RenderOptions options;
    std::optional<Renderer> renderer;
    Status status = guarded(messages, [&] {
        jobs = planRender(command.inputs, command.output, command.document.style);
        options = renderOptions(command.document, messages);
        options.embedData = command.embedData;
        renderer.emplace();
    });
    if (status == Status::Failed) {
        return status;
    }
    for (const RenderJob& job : jobs) {
        status = worse(status, renderOne(job, options, *renderer, messages));
    }
    return status;
}

} // namespace

Subcommand addRender(CLI::App& parent) {
    auto command = std::make_shared<RenderCommand>();
    CLI::App* app = parent.add_subcommand("render", "Render documents as PDF/UA-1 and PDF/A-2a");
    addInputs(*app, command->inputs);
    app->add_option("-o,--output", command->output,
                    "The PDF, or a folder for several; - is standard output; default beside the input")
        ->type_name("FILE|DIR|-")
        ->check(notEmpty());
    app->add_flag("--embed-data", command->embedData, "Embed the edition's data as JSON (PDF/A-3a)");
    addDocumentOptions(*app, command->document);
    return {app, [command](Messages& messages) { return render(*command, messages); }};
}

} // namespace sidetal::cli
