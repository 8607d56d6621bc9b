#include "Columns.h"
#include "Commands.h"
#include "Validators.h"
#include "files/InputFile.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace sidetal::cli {

namespace {

constexpr std::array<const char*, 3> kEditions = {"public", "members", "full"};
constexpr std::array<const char*, 3> kViews = {"shown", "replaced", "dropped"}; // as FieldView

struct EditionsCommand {
    DocumentOptions document;
    std::string input;
    std::vector<std::string> compared; ///< two editions; none: the whole table
};

std::size_t editionIndex(const std::string& name) {
    return static_cast<std::size_t>(std::find(kEditions.begin(), kEditions.end(), name) - kEditions.begin());
}

std::vector<std::string> cellsOf(const EditionRow& row) {
    return {row.item.empty() ? "-" : row.item, row.thing, row.kind, row.field};
}

/// Each field with what each edition makes of it.
std::string tableOf(const std::vector<EditionRow>& rows) {
    std::vector<std::vector<std::string>> cells = {
        {"ITEM", "PLACE", "KIND", "FIELD", "PUBLIC", "MEMBERS", "FULL"}};
    for (const EditionRow& row : rows) {
        cells.push_back(cellsOf(row));
        for (const FieldView view : row.views) {
            cells.back().emplace_back(kViews[static_cast<std::size_t>(view)]);
        }
    }
    return alignColumns(cells);
}

/// The fields that two editions do not show alike, marked by what the first one lacks of the second ("-"),
/// has other words for ("~"), or has more ("+").
std::string differenceOf(const std::vector<EditionRow>& rows, std::size_t first, std::size_t second) {
    std::vector<std::vector<std::string>> cells;
    for (const EditionRow& row : rows) {
        const FieldView a = row.views[first];
        const FieldView b = row.views[second];
        if (a != b) {
            const char* mark = a < b ? "+" : a == FieldView::Replaced ? "~" : "-";
            cells.push_back(cellsOf(row));
            cells.back().insert(cells.back().begin(), mark);
        }
    }
    return alignColumns(cells);
}

Outcome compare(const EditionsCommand& command, Jobs& jobs) {
    return jobs.run(inputName(command.input), [&](Messages& messages) {
        const EditionPolicy policy = editionPolicy(command.document.policy, messages);
        const Document document = readDocumentFile(command.input, command.document, messages).document;
        Diagnostics diagnostics;
        const std::vector<EditionRow> rows = compareEditions(document, policy, command.document.recipient,
                                                             diagnostics, inputName(command.input));
        messages.report(diagnostics.all());
        if (messages.outcome() != Outcome::Failed) {
            printData(command.compared.empty() ? tableOf(rows)
                                               : differenceOf(rows, editionIndex(command.compared[0]),
                                                              editionIndex(command.compared[1])));
        }
    });
}

} // namespace

Subcommand addEditions(CLI::App& parent) {
    auto command = std::make_shared<EditionsCommand>();
    CLI::App* app = parent.add_subcommand("editions", "Say what each edition shows of closed things");
    addInput(*app, command->input, "INPUT", "The document, JSON or XML by content; - is standard input");
    app->add_option("--diff", command->compared, "Two editions: only the fields that they do not show alike")
        ->type_name("EDITION")
        ->expected(2)
        ->check(oneOf({"public", "members", "full"}));
    addPolicyOptions(*app, command->document);
    addKeyOption(*app, command->document);
    return {app, [command](Jobs& jobs) { return exitStatus(compare(*command, jobs)); }};
}

} // namespace sidetal::cli
