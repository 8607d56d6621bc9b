#include "Commands.h"
#include "Process.h"
#include "Validators.h"

#include "sidetal/Version.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <new>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace sidetal::cli;

void addMessageOptions(CLI::App& app, MessageOptions& options) {
    app.add_flag("--quiet", options.quiet, "Print errors only");
    app.add_flag("--werror", options.werror, "Take warnings as errors");
    app.add_option("--diagnostics", "Form of messages: text (default) or json, one object a line")
        ->type_name("FORM")
        ->check(oneOf({"text", "json"}))
        ->each([&options](const std::string& form) { options.json = form == "json"; });
}

/// The parser's words in the manner of our own messages.
std::string usageMessage(const CLI::Error& error, const CLI::App& app) {
    const std::vector<std::string> rest = app.remaining();
    if (app.get_subcommands().empty() && !rest.empty()) {
        return "unknown subcommand or option '" + rest.front() + "'";
    }
    std::string text = error.what();
    while (!text.empty() && (text.back() == '\n' || text.back() == '.')) {
        text.pop_back();
    }
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() > 1 && isUpper(text[0]) && !isUpper(text[1])) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

/// The form of messages that the command line asks for, wherever it does: the parser may have stopped before
/// it came there.
bool asksForJson(int argc, char** argv) {
    constexpr std::string_view kOption = "--diagnostics";
    bool json = false;
    for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
        const std::string_view argument = argv[i];
        if (argument == kOption && i + 1 < argc) {
            json = std::string_view(argv[i + 1]) == "json";
        } else if (argument.starts_with(kOption) && argument.substr(kOption.size()).starts_with('=')) {
            json = argument.substr(kOption.size() + 1) == "json";
        }
    }
    return json;
}

/// Prints what --help and --version ask for.
int printRequest(const CLI::Success& request, const CLI::App& app, MessageOptions options) {
    std::ostringstream text;
    (void)app.exit(request, text, text);
    return exitStatus(Jobs(options).run([&](Messages&) { printData(text.str()); }));
}

/// The arguments as the parser is to see them: it takes "[a.json]" for a list of "a.json".
std::vector<std::string> guardedBrackets(int argc, char** argv) {
    std::vector<std::string> out(argv, argv + argc);
    for (std::string& argument : out) {
        if (argument.starts_with('[') && argument.ends_with(']')) {
            argument.insert(0, "./");
        }
    }
    return out;
}

int reportUsage(const CLI::ParseError& error, const CLI::App& app, MessageOptions options) {
    const auto chosen = app.get_subcommands();
    sidetal::Diagnostic diagnostic;
    diagnostic.code = "SID-R023";
    diagnostic.message = usageMessage(error, app);
    diagnostic.notes = {"see: sidetal " + (chosen.empty() ? "" : chosen.front()->get_name() + " ") +
                        "--help"};
    return exitStatus(Jobs(options).run([&](Messages& messages) { messages.report(diagnostic); }));
}

int run(int argc, char** argv) {
    CLI::App app(
        "Turns meeting data into official PDFs: agendas and goal matrices, accessible (PDF/UA-1) and for the "
        "archive (PDF/A-2a).",
        "sidetal");
    MessageOptions options;
    app.set_version_flag("--version", "sidetal " SIDETAL_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    app.footer("Exit status: 0 done, 3 done with warnings, 2 failed.");
    const std::vector<Subcommand> subcommands = {
        addRender(app),   addCheck(app), addLint(app),   addDump(app),   addSchema(app),
        addStyles(app),   addFonts(app), addImport(app), addExport(app), addNew(app),
        addEditions(app), addMerge(app), addBatch(app)};
    addMessageOptions(app, options);
    for (const Subcommand& subcommand : subcommands) {
        addMessageOptions(*subcommand.app, options);
    }
    const std::vector<std::string> arguments = guardedBrackets(argc, argv);
    std::vector<const char*> pointers;
    for (const std::string& argument : arguments) {
        pointers.push_back(argument.c_str());
    }
    try {
        app.parse(argc, pointers.data());
    } catch (const CLI::Success& request) {
        return printRequest(request, app, options);
    } catch (const CLI::ParseError& error) {
        options.json = asksForJson(argc, argv);
        return reportUsage(error, app, options);
    }
    const auto chosen = std::find_if(subcommands.begin(), subcommands.end(),
                                     [](const Subcommand& subcommand) { return subcommand.app->parsed(); });
    Jobs jobs(options);
    return chosen->run(jobs);
}

} // namespace

int main(int argc, char** argv) {
    prepareProcess();
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        // Nothing is left to make a message from.
        std::fputs(
            asksForJson(argc, argv)
                ? R"({"severity":"error","code":"SID-R026","message":"out of memory","file":"","line":0,)"
                  R"("column":0,"path":"","notes":[]})"
                  "\n"
                : "error: out of memory [SID-R026]\n",
            stderr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "error: internal error: %s [SID-R027]\n", error.what());
    }
    return exitStatus(Outcome::Failed);
}
