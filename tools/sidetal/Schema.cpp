#include "Commands.h"
#include "files/SheetFile.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

Subcommand addSchema(CLI::App& parent) {
    auto kind = std::make_shared<std::string>();
    CLI::App* app = parent.add_subcommand("schema", "Print the JSON Schema of a kind of input");
    app->add_option(
           "KIND", *kind,
           "agenda, goal-matrix, minutes, policy, style, lint, selection, job, catalogue or mapping; none "
           "lists the kinds")
        ->type_name("");
    return {app, [kind](Jobs& jobs) {
                return exitStatus(jobs.run([&](Messages&) {
                    if (*kind == "mapping") {
                        printData(sheetMappingSchemaText());
                        return;
                    }
                    printData(
                        kind->empty()
                            ? "agenda\ngoal-"
                              "matrix\nminutes\npolicy\nstyle\nlint\nselection\njob\ncatalogue\nmapping\n"
                            : jsonSchema(*kind));
                }));
            }};
}

} // namespace sidetal::cli
