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

struct ImportCommand {
    SheetOptions sheets;
    std::string input;
    std::string output = kStandard;
};

Outcome importSheet(const ImportCommand& command, Jobs& jobs) {
    return jobs.run(inputName(command.input), [&](Messages& messages) {
        const OutputTarget target = resolveOutput(command.output);
        std::vector<std::string> read = {command.input};
        if (!command.sheets.mapping.empty()) {
            read.push_back(command.sheets.mapping);
        }
        refuseOverwriting({{command.input, target, std::nullopt}}, read);
        Diagnostics diagnostics;
        const std::string bytes = readInput(command.input);
        const Document document =
            readSheetInput(bytes, inputName(command.input), command.sheets, diagnostics);
        messages.report(diagnostics.all());
        if (messages.outcome() != Outcome::Failed) {
            OutputFile file(target);
            file.write(writeJson(document));
            file.commit();
        }
    });
}

} // namespace

Subcommand addImport(CLI::App& parent) {
    auto command = std::make_shared<ImportCommand>();
    CLI::App* app = parent.add_subcommand("import", "Make documents of files that others keep");
    app->require_subcommand(1);
    CLI::App* sheet = app->add_subcommand("sheet", "Make a goal matrix of a spreadsheet (XLSX or CSV)");
    addInput(*sheet, command->input, "FILE", "The spreadsheet; - is standard input");
    sheet
        ->add_option("-o,--output", command->output,
                     "The document, as JSON; - is standard output, the default")
        ->type_name("FILE|-")
        ->check(notEmpty());
    addSheetOptions(*sheet, command->sheets);
    return {app, [command](Jobs& jobs) { return exitStatus(importSheet(*command, jobs)); }};
}

} // namespace sidetal::cli
