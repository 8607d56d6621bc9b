#include "Commands.h"
#include "Validators.h"
#include "files/FontFolder.h"
#include "files/InputFile.h"
#include "files/OutputFile.h"
#include "render/Plan.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

struct RenderCommand {
    DocumentOptions document;
    std::vector<std::string> inputs;
    std::string output;
    bool embedData = false;
    bool hash = false;
};

/// Renders one document. Where its messages ask for failure (an error, or a warning under --werror) no output
/// is committed.
void renderOne(const RenderJob& job, const DocumentOptions& asked, const RenderOptions& options,
               Renderer& renderer, Messages& messages) {
    const InputDocument read = readDocumentFile(job.input, asked, messages);
    if (job.failure) {
        throw Error(*job.failure);
    }
    OutputFile file(job.target);
    const RenderResult result = renderer.render(
        read.document, optionsFor(read, job.input, options),
        [&](std::string_view bytes) { file.write(bytes); }, inputName(job.input));
    messages.report(result.warnings);
    if (messages.outcome() != Outcome::Failed) {
        file.commit();
        if (options.hash) {
            printData(result.hash + "  " + job.target.name + "\n");
        }
    }
}

/// What versions of papers ask of their outputs.
void refuseVersions(const std::vector<RenderJob>& plan, const RenderCommand& command) {
    for (const RenderJob& job : plan) {
        const bool isFile = job.target.kind == OutputTarget::Kind::Replace;
        if (!command.document.corrects.empty() && isFile && job.target.existing) {
            throw fileError("SID-E072", job.target.name,
                            "is there already, and a corrected version replaces no file: give it a name of "
                            "its own with -o");
        }
        if (command.hash && !isFile) {
            throw fileError("SID-E073", job.target.name,
                            "--hash needs standard output for itself: let the PDF go to a file");
        }
    }
}

Outcome render(const RenderCommand& command, Jobs& jobs) {
    std::vector<RenderJob> plan;
    RenderOptions options;
    std::optional<Renderer> renderer;
    const Outcome prepared = jobs.run([&](Messages& messages) {
        plan = planRender(command.inputs, command.output, command.document.style);
        std::vector<std::string> bases;
        const OwnFonts fonts = openFontFolder(command.document.fonts);
        options = renderOptions(command.document, fonts, messages, &bases);
        if (!command.document.lint.empty()) {
            bases.push_back(command.document.lint);
        }
        if (!command.document.catalogue.empty()) {
            bases.push_back(command.document.catalogue);
        }
        refuseOverwriting(plan, bases);
        options.embedData = command.embedData;
        options.hash = command.hash;
        refuseVersions(plan, command);
        renderer.emplace(std::vector<std::filesystem::path>(), fonts);
    });
    if (prepared == Outcome::Failed) {
        return prepared;
    }
    for (const RenderJob& job : plan) {
        jobs.run(inputName(job.input),
                 [&](Messages& messages) { renderOne(job, command.document, options, *renderer, messages); });
    }
    return jobs.outcome();
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
    app->add_flag("--hash", command->hash,
                  "Print the content's SHA-256: that of the canonical JSON of what the PDF shows");
    addDocumentOptions(*app, command->document);
    addLintOption(*app, command->document);
    return {app, [command](Jobs& jobs) { return exitStatus(render(*command, jobs)); }};
}

} // namespace sidetal::cli
