#include "Commands.h"
#include "Validators.h"
#include "files/FontFolder.h"
#include "files/InputFile.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

struct DumpCommand {
    DocumentOptions document;
    std::string input;
    DumpStage stage = DumpStage::Model;
};

/// Prints nothing to standard output where the messages ask for failure: an error, or a warning under
/// --werror.
Outcome dump(const DumpCommand& command, Jobs& jobs) {
    RenderOptions options;
    OwnFonts fonts;
    const Outcome prepared = jobs.run([&](Messages& messages) {
        fonts = openFontFolder(command.document.fonts);
        options = renderOptions(command.document, fonts, messages);
    });
    if (prepared == Outcome::Failed) {
        return prepared;
    }
    jobs.run(inputName(command.input), [&](Messages& messages) {
        const InputDocument read = readDocumentFile(command.input, command.document, messages);
        const DumpResult result = Renderer({}, fonts).dump(
            read.document, optionsFor(read, command.input, options), command.stage, inputName(command.input));
        messages.report(result.warnings);
        if (messages.outcome() != Outcome::Failed) {
            printData(result.text);
        }
    });
    return jobs.outcome();
}

} // namespace

Subcommand addDump(CLI::App& parent) {
    auto command = std::make_shared<DumpCommand>();
    CLI::App* app = parent.add_subcommand("dump", "Print what a stage makes of a document");
    addInput(*app, command->input, "INPUT", "The document; - is standard input");
    CLI::Option_group* stages = app->add_option_group("Stage", "Exactly one of");
    const auto addStage = [&](const char* flag, DumpStage stage, const char* help) {
        stages->add_flag_callback(
            flag, [command, stage] { command->stage = stage; }, help);
    };
    addStage("--model", DumpStage::Model, "The document as canonical JSON");
    addStage("--blocks", DumpStage::Blocks, "Headings, paragraphs, tables with their styles");
    addStage("--pages", DumpStage::Pages, "What stands where on each page");
    addStage("--tags", DumpStage::Tags, "The structure tree in reading order");
    addStage("--outline", DumpStage::Outline, "The bookmarks");
    stages->require_option(1);
    addDocumentOptions(*app, command->document);
    return {app, [command](Jobs& jobs) { return exitStatus(dump(*command, jobs)); }};
}

} // namespace sidetal::cli
