#include "Commands.h"
#include "Validators.h"
#include "files/InputFile.h"
#include "files/OutputFile.h"
#include "files/SheetFile.h"
#include "render/Plan.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

struct ExportCommand {
    DocumentOptions document;
    std::string input;
    std::string output = kStandard;
    SheetKind kind;
};

Outcome exportSheet(const ExportCommand& command, Jobs& jobs) {
    return jobs.run(inputName(command.input), [&](Messages& messages) {
        const OutputTarget target = resolveOutput(command.output);
        refuseOverwriting({{command.input, target, std::nullopt}}, {command.input});
        Document document = readDocumentFile(command.input, command.document, messages).document;
        Diagnostics diagnostics;
        if (!command.document.selection.isEmpty()) {
            document = selectGoals(document, command.document.selection, diagnostics);
        }
        const std::string bytes = writeSheet(document, command.kind.isCsv, diagnostics);
        messages.report(diagnostics.all());
        if (messages.outcome() != Outcome::Failed) {
            OutputFile file(target);
            file.write(bytes);
            file.commit();
        }
    });
}

} // namespace

Subcommand addExport(CLI::App& parent) {
    auto command = std::make_shared<ExportCommand>();
    CLI::App* app = parent.add_subcommand("export", "Write a goal matrix as a spreadsheet to be filled in");
    addInput(*app, command->input, "FILE", "The goal matrix; - is standard input");
    addSheetKind(*app, command->kind);
    app->add_option("-o,--output", command->output, "The spreadsheet; - is standard output, the default")
        ->type_name("FILE|-")
        ->check(notEmpty());
    addSelectionOptions(*app, command->document.selection);
    addSheetOptions(*app, command->document.sheets);
    return {app, [command](Jobs& jobs) { return exitStatus(exportSheet(*command, jobs)); }};
}

} // namespace sidetal::cli
