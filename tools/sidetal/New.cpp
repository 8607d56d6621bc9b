#include "Commands.h"
#include "Validators.h"
#include "files/InputFile.h"
#include "files/OutputFile.h"
#include "files/SheetFile.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

namespace sidetal::cli {

namespace {

struct NewCommand {
    std::string kind;
    std::string output = kStandard;
    std::string language = "da";
    SheetKind sheet;
};

Outcome writeNew(const NewCommand& command, Jobs& jobs) {
    return jobs.run(command.output, [&](Messages&) {
        std::error_code ignored;
        if (command.output != kStandard && std::filesystem::is_regular_file(command.output, ignored)) {
            throw Error("SID-X034", "the file is there already, and somebody may have filled it in: expected "
                                    "another name");
        }
        OutputFile file(resolveOutput(command.output));
        file.write(newSheet(command.sheet.isCsv, command.language));
        file.commit();
    });
}

} // namespace

Subcommand addNew(CLI::App& parent) {
    auto command = std::make_shared<NewCommand>();
    CLI::App* app = parent.add_subcommand("new", "Begin a document: an empty sheet to fill in");
    app->add_option("KIND", command->kind, "What is begun: goal-matrix")
        ->required()
        ->type_name("")
        ->check(oneOf({"goal-matrix"}));
    addSheetKind(*app, command->sheet);
    app->add_option("--lang", command->language, "Language of headings and words: da (default) or en")
        ->type_name("LANG")
        ->check(oneOf({"da", "en"}));
    app->add_option("-o,--output", command->output, "The new file; - is standard output, the default")
        ->type_name("FILE|-")
        ->check(notEmpty());
    return {app, [command](Jobs& jobs) { return exitStatus(writeNew(*command, jobs)); }};
}

} // namespace sidetal::cli
