#include "Commands.h"

#include "Validators.h"
#include "files/InputFile.h"
#include "files/OutputFile.h"
#include "files/PictureFolder.h"
#include "files/StyleFolder.h"

#include "sidetal/Report/NamedCatalogue.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace sidetal::cli {

void addFontsOption(CLI::App& app, std::string& folder) {
    app.add_option("--fonts", folder,
                   "A folder of further fonts, .ttf and .otf, whose families a style may name")
        ->type_name("DIR")
        ->check(notEmpty());
}

void addSheetOptions(CLI::App& app, SheetOptions& options) {
    app.add_option(
           "--mapping", options.mapping,
           "Of a spreadsheet: a file that says what headings of one's own mean (sidetal schema mapping)")
        ->type_name("FILE")
        ->check(notEmpty());
    app.add_option("--sheet", options.sheet,
                   "Of a spreadsheet: the sheet that is read; default the first with headings")
        ->type_name("NAME")
        ->check(notEmpty());
}

void addSheetKind(CLI::App& app, SheetKind& kind) {
    CLI::Option_group* group = app.add_option_group("Kind");
    group->add_flag("--xlsx", kind.isXlsx, "As a workbook");
    group->add_flag("--csv", kind.isCsv, "As CSV");
    group->require_option(1);
}

void addPolicyOptions(CLI::App& app, DocumentOptions& options) {
    app.add_option("--policy", options.policy,
                   "What editions show of closed things, a file; default the strict policy")
        ->type_name("FILE")
        ->check(notEmpty());
    app.add_option("--recipient", options.recipient,
                   "Who gets a members' edition, without what they were disqualified from")
        ->type_name("NAME")
        ->check(notEmpty());
}

void addSelectionOptions(CLI::App& app, GoalSelection& selection) {
    struct SelectionOption {
        const char* flag;
        const char* key;
        const char* type;
        const char* help;
    };
    static constexpr SelectionOption kOptions[] = {
        {"--committee", "committee", "NAME", "Of a goal matrix: only goals of this committee; repeatable"},
        {"--theme", "theme", "TITLE", "Of a goal matrix: only this theme; repeatable"},
        {"--status", "status", "STATUS",
         "Of a goal matrix: only goals that are reached, on-track, partly, not-reached or not-assessed; "
         "repeatable"},
        {"--owner", "owner", "NAME", "Of a goal matrix: only initiatives that NAME answers for; repeatable"},
        {"--deadline-before", "deadlineBefore", "DATE",
         "Of a goal matrix: only initiatives due before that day (YYYY-MM-DD)"},
        {"--sort", "sort", "BY",
         "Of a goal matrix: order of goals under their theme, by number, status or deadline"},
        {"--group", "group", "BY", "Of a goal matrix: what goals stand under, theme (default) or committee"},
    };
    for (const SelectionOption& option : kOptions) {
        app.add_option_function<std::vector<std::string>>(
               option.flag,
               [&selection, key = option.key, flag = option.flag](const std::vector<std::string>& values) {
                   for (const std::string& value : values) {
                       try {
                           addToSelection(selection, key, value);
                       } catch (const Error& error) {
                           const Diagnostic& fault = error.diagnostics().front();
                           const std::string note = fault.notes.empty() ? "" : "; " + fault.notes.front();
                           throw CLI::ValidationError(flag, fault.message + note);
                       }
                   }
               },
               option.help)
            ->type_name(option.type)
            ->allow_extra_args(false)
            ->check(notEmpty());
    }
    app.add_flag("--prioritised", selection.prioritised, "Of a goal matrix: only prioritised goals");
}

void addKeyOption(CLI::App& app, DocumentOptions& options) {
    app.add_option("--accept-unknown-key", options.acceptedKeys,
                   "Pass over unknown keys of this name, though they may say who sees what; repeatable")
        ->type_name("NAME")
        ->allow_extra_args(false)
        ->check(notEmpty());
}

void addDocumentOptions(CLI::App& app, DocumentOptions& options) {
    app.add_option("--style", options.style, "Style sheet: a built-in name (sidetal styles) or a file")
        ->type_name("NAME|FILE")
        ->check(notEmpty());
    addFontsOption(app, options.fonts);
    app.add_option("--edition", options.edition, "Who it is for: public (default), members or full")
        ->type_name("EDITION")
        ->check(oneOf({"public", "members", "full"}));
    addPolicyOptions(app, options);
    app.add_option("--copy-for", options.copyFor,
                   "Whom the copy is for: named in the foot of each page and in the metadata")
        ->type_name("NAME")
        ->check(notEmpty());
    app.add_option("--lang", options.language,
                   "Language of sidetal's own words: da or en; default the document's own")
        ->type_name("LANG")
        ->check(oneOf({"da", "en"}));
    app.add_option("--missing", options.missing,
                   "A character that no font has: error (default), or box to set \u25A1 with a warning")
        ->type_name("HOW")
        ->check(oneOf({"error", "box"}));
    app.add_option(
           "--date", options.date,
           "The file's date (ISO 8601); default the document's own, else SOURCE_DATE_EPOCH, else none")
        ->type_name("ISO")
        ->check(notEmpty());
    app.add_option("--compare", options.compare,
                   "Of a goal matrix: the last period, a document, with which it is compared")
        ->type_name("FILE")
        ->check(notEmpty());
    addKeyOption(app, options);
    app.add_option("--catalogue", options.catalogue,
                   "Of a goal matrix: the catalogue that it follows, a file (sidetal schema catalogue)")
        ->type_name("FILE")
        ->check(notEmpty());
    addSelectionOptions(app, options.selection);
    addVersionOptions(app, options);
    addSheetOptions(app, options.sheets);
}

void addLintOption(CLI::App& app, DocumentOptions& options) {
    app.add_option(
           "--lint", options.lint,
           "Rules to look through documents by, whatever the edition is; unless given, public editions "
           "are, strictly")
        ->type_name("FILE")
        ->check(notEmpty());
}

void addInputs(CLI::App& app, std::vector<std::string>& inputs) {
    app.add_option("INPUT", inputs, "Documents, JSON, XML, XLSX or CSV; - is standard input")
        ->required()
        ->type_name("")
        ->check(notEmpty());
    app.callback([&inputs] {
        if (std::count(inputs.begin(), inputs.end(), kStandard) > 1) {
            throw CLI::ValidationError("INPUT",
                                       "'-' is given several times, standard input can be read only once");
        }
    });
}

void addInput(CLI::App& app, std::string& input, const char* name, const char* help) {
    app.add_option(name, input, help)->required()->type_name("")->check(notEmpty());
}

namespace {

/// Fills in what the document's catalogue says, that of the options or else the one that it names.
void follow(InputDocument& read, const std::string& input, const std::string& file, Messages& messages) {
    Diagnostics diagnostics;
    std::optional<GoalCatalogue> catalogue;
    if (file.empty()) {
        catalogue = namedCatalogue(read.document, cataloguesBeside(input), diagnostics);
    } else {
        catalogue = readGoalCatalogue(readInput(file), file, diagnostics, headerOf(read.document).sources);
    }
    if (catalogue) {
        read.document = followCatalogue(read.document, *catalogue, diagnostics);
        read.catalogue = std::make_shared<const GoalCatalogue>(*std::move(catalogue));
    }
    messages.report(diagnostics.all());
}

/// The version of its catalogue that a goal matrix follows; empty: it names none.
std::string_view catalogueVersionOf(const Document& document) {
    const auto* matrix = std::get_if<GoalMatrix>(&document);
    return matrix != nullptr && matrix->catalogue ? matrix->catalogue->version : std::string_view();
}

/// What goals were renumbered between the versions that two periods follow; nothing where one names none.
std::optional<Renumbering> renumberedBetween(const Document& before, const Document& now,
                                             const GoalCatalogue& catalogue) {
    const std::string_view from = catalogueVersionOf(before);
    const std::string_view to = catalogueVersionOf(now);
    if (from.empty() || to.empty()) {
        return std::nullopt;
    }
    return renumberedGoals(catalogue, from, to);
}

} // namespace

InputDocument readDocumentFile(const std::string& input, const DocumentOptions& options, Messages& messages) {
    Diagnostics diagnostics;
    ReadOptions reading;
    reading.acceptedKeys = options.acceptedKeys;
    reading.quoteClosed = options.edition == "full";
    const std::string bytes = readInput(input);
    SheetOptions sheets = options.sheets;
    sheets.ignored = options.acceptedKeys;
    InputDocument out{isSheetInput(bytes, input)
                          ? readSheetInput(bytes, inputName(input), sheets, diagnostics)
                          : readDocument(bytes, inputName(input), diagnostics, reading)};
    messages.report(diagnostics.all());
    follow(out, input, options.catalogue, messages);
    goOnFromMain(out.document, input, options, messages);
    return out;
}

RenderOptions optionsFor(const InputDocument& read, const std::string& input, RenderOptions options) {
    if (options.lastPeriod && read.catalogue) {
        options.renumbered = renumberedBetween(*options.lastPeriod, read.document, *read.catalogue);
    }
    options.pictures = picturesBeside(input);
    if (!options.date) {
        options.date = fileDate(read.document);
    }
    return options;
}

void printData(std::string_view text) {
    OutputFile output(resolveOutput(kStandard));
    output.write(text);
    output.commit();
}

} // namespace sidetal::cli
