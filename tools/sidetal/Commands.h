#pragma once

#include "Common.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace sidetal::cli {

/// A subcommand: `app` is its part of the parser, `run` does what the parsed command line asks for and
/// returns the program's exit status.
struct Subcommand {
    CLI::App* app = nullptr;
    std::function<int(Jobs&)> run;
};

// Each registers its subcommand with the parser; one file each.
[[nodiscard]] Subcommand addRender(CLI::App& parent);
[[nodiscard]] Subcommand addCheck(CLI::App& parent);
[[nodiscard]] Subcommand addLint(CLI::App& parent);
[[nodiscard]] Subcommand addDump(CLI::App& parent);
[[nodiscard]] Subcommand addSchema(CLI::App& parent);
[[nodiscard]] Subcommand addStyles(CLI::App& parent);
[[nodiscard]] Subcommand addFonts(CLI::App& parent);
[[nodiscard]] Subcommand addImport(CLI::App& parent);
[[nodiscard]] Subcommand addExport(CLI::App& parent);
[[nodiscard]] Subcommand addNew(CLI::App& parent);
[[nodiscard]] Subcommand addEditions(CLI::App& parent);
[[nodiscard]] Subcommand addMerge(CLI::App& parent);
[[nodiscard]] Subcommand addBatch(CLI::App& parent);

/// Registers --fonts.
void addFontsOption(CLI::App& app, std::string& folder);

/// Registers --mapping and --sheet.
void addSheetOptions(CLI::App& app, SheetOptions& options);

/// Which kind of spreadsheet is written.
struct SheetKind {
    bool isCsv = false;
    bool isXlsx = false;
};

/// Registers --xlsx and --csv, one of which must be given.
void addSheetKind(CLI::App& app, SheetKind& kind);

/// Registers --policy and --recipient.
void addPolicyOptions(CLI::App& app, DocumentOptions& options);

/// Registers --committee, --theme, --status, --prioritised, --owner, --deadline-before, --sort and --group.
void addSelectionOptions(CLI::App& app, GoalSelection& selection);

/// Registers --accept-unknown-key.
void addKeyOption(CLI::App& app, DocumentOptions& options);

/// Registers --style, --fonts, --edition, --policy, --recipient, --lang, --missing, --date, --compare,
/// --accept-unknown-key, --catalogue, those of a selection and those of spreadsheets.
void addDocumentOptions(CLI::App& app, DocumentOptions& options);

/// Registers --items, --case, --decided-by and --corrects, which come with these.
void addVersionOptions(CLI::App& app, DocumentOptions& options);

/// Registers --lint.
void addLintOption(CLI::App& app, DocumentOptions& options);

/// Registers the one positional argument `name`, which must be given.
void addInput(CLI::App& app, std::string& input, const char* name, const char* help);

/// Registers one or several positional INPUTs, standard input at most once among them.
void addInputs(CLI::App& app, std::vector<std::string>& inputs);

/// A document that was read.
struct InputDocument {
    Document document;
    std::shared_ptr<const GoalCatalogue> catalogue{}; ///< that it follows; null: none
};

/// Reads the document `input`, its warnings reported; of a goal matrix what its catalogue says is filled in,
/// that of --catalogue or else the one that it names. Throws Error: SID-F089 that file cannot be read.
[[nodiscard]] InputDocument readDocumentFile(const std::string& input, const DocumentOptions& options,
                                             Messages& messages);

/// Lets the numbers of `document`, read from `input`, go on after those of the main agenda whose file it
/// names, where it does and does not say after which. Throws Error: SID-E064 that file cannot be read, and as
/// readDocument() and continueNumbers() do.
void goOnFromMain(Document& document, const std::string& input, const DocumentOptions& options,
                  Messages& messages);

/// What was asked for, with the date that a document, read from `input`, leaves to the environment
/// (fileDate()), the pictures below the input's folder, and, where it is compared with the last period by a
/// catalogue, what goals were renumbered since then. Throws Error: as renumberedGoals().
[[nodiscard]] RenderOptions optionsFor(const InputDocument& read, const std::string& input,
                                       RenderOptions options);

/// Writes `text` to standard output, whole. Throws Error SID-R018.
void printData(std::string_view text);

} // namespace sidetal::cli
