#include "Columns.h"
#include "Commands.h"

#include <CLI/CLI.hpp>

namespace sidetal::cli {

Subcommand addFonts(CLI::App& parent) {
    CLI::App* app = parent.add_subcommand("fonts", "List the fonts and where they come from");
    return {app, [](Jobs& jobs) {
                return exitStatus(jobs.run([](Messages&) {
                    std::vector<std::vector<std::string>> rows;
                    for (const FontInfo& font : Renderer().fonts()) {
                        rows.push_back({font.family, font.style, font.package, font.licence,
                                        font.file.empty() ? "missing" : font.file});
                    }
                    printData(alignColumns(rows));
                }));
            }};
}

} // namespace sidetal::cli
