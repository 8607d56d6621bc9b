#include "Columns.h"
#include "Commands.h"
#include "files/FontFolder.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

Subcommand addFonts(CLI::App& parent) {
    auto folder = std::make_shared<std::string>();
    CLI::App* app = parent.add_subcommand("fonts", "List the fonts and where they come from");
    addFontsOption(*app, *folder);
    return {app, [folder](Jobs& jobs) {
                return exitStatus(jobs.run([&folder](Messages&) {
                    std::vector<std::vector<std::string>> rows;
                    for (const FontInfo& font : Renderer({}, openFontFolder(*folder)).fonts()) {
                        const bool isOwn = !font.embedding.empty();
                        rows.push_back({font.family, font.style, isOwn ? "own" : font.package,
                                        isOwn ? "embedding: " + font.embedding : font.licence,
                                        font.file.empty() ? "missing" : font.file});
                    }
                    printData(alignColumns(rows));
                }));
            }};
}

} // namespace sidetal::cli
