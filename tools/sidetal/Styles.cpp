#include "Columns.h"
#include "Commands.h"

#include "Validators.h"
#include "files/FontFolder.h"
#include "files/InputFile.h"
#include "files/StyleFolder.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

std::string listOfStyles() {
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, description] : builtInStyles()) {
        rows.push_back({name, "built in", description});
    }
    return alignColumns(rows);
}

std::string shown(const std::string& style, const std::string& fonts, Messages& messages) {
    if (!isStyleFile(style)) {
        return showBuiltInStyle(style);
    }
    Diagnostics diagnostics;
    std::string text =
        showStyle(readInput(style), style, diagnostics, stylesBeside(style, nullptr), openFontFolder(fonts));
    messages.report(diagnostics.all());
    return text;
}

} // namespace

Subcommand addStyles(CLI::App& parent) {
    auto style = std::make_shared<std::string>();
    CLI::App* app = parent.add_subcommand("styles", "List the built-in style sheets, or show one whole");
    app->add_option("--show", *style, "Print a style sheet whole, each value with where it comes from")
        ->type_name("NAME|FILE")
        ->check(notEmpty());
    auto fonts = std::make_shared<std::string>();
    addFontsOption(*app, *fonts);
    return {app, [style, fonts](Jobs& jobs) {
                return exitStatus(jobs.run([&](Messages& messages) {
                    const std::string text =
                        style->empty() ? listOfStyles() : shown(*style, *fonts, messages);
                    if (messages.outcome() != Outcome::Failed) {
                        printData(text);
                    }
                }));
            }};
}

} // namespace sidetal::cli
