#include "Columns.h"
#include "Commands.h"

#include <CLI/CLI.hpp>

namespace sidetal::cli {

Subcommand addStyles(CLI::App& parent) {
    CLI::App* app = parent.add_subcommand("styles", "List the built-in style sheets");
    return {app, [](Jobs& jobs) {
                return exitStatus(jobs.run([](Messages&) {
                    std::vector<std::vector<std::string>> rows;
                    for (const auto& [name, description] : builtInStyles()) {
                        rows.push_back({name, "built in", description});
                    }
                    printData(alignColumns(rows));
                }));
            }};
}

} // namespace sidetal::cli
