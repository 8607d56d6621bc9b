#include "sidetal/Report.h"
#include "sidetal/Report/NamedCatalogue.h"

#include "Catalogues/CatalogueChecks.h"
#include "Catalogues/FollowCatalogue.h"
#include "Documents/Catalogues.h"
#include "Documents/Documents.h"
#include "Editions/PolicyReader.h"
#include "Jobs/JobReader.h"
#include "Labels/PaperWords.h"
#include "Lint/RulesReader.h"
#include "Selection/SelectionReader.h"
#include "Style/BuiltInStyles.h"
#include "Style/StyleSchema.h"
#include "Styles/StyleReader.h"
#include "Styles/StyleWriter.h"
#include "Support/FileNames.h"
#include "Support/Kinds.h"
#include "Support/LanguageTag.h"
#include "Text/Fonts.h"
#include "Versions/Merge.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

/// Calls `read` with diagnostics of its own, so that what the caller has collected before neither fails this
/// reading nor is renamed by it; what was found is added to the caller's, whatever comes of it.
template <class Read>
auto readApart(Diagnostics& diagnostics, const Read& read) {
    Diagnostics own;
    try {
        auto result = read(own);
        diagnostics.append(own);
        return result;
    } catch (const Error&) {
        diagnostics.append(own);
        throw;
    }
}

} // namespace

Document readDocument(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                      const ReadOptions& options, const SourceNames& others) {
    return readApart(diagnostics, [&](Diagnostics& own) {
        return input::readDocument(bytes, name, own, options, others);
    });
}

StyleSheet readStyleSheet(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                          const StyleLoader& load, const OwnFonts& fonts) {
    return readApart(diagnostics, [&](Diagnostics& own) {
        return input::readStyleSheet(bytes, name, fontFamilies(fonts), own, load);
    });
}

EditionPolicy readEditionPolicy(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                                const StyleLoader& load) {
    return readApart(diagnostics,
                     [&](Diagnostics& own) { return editions::readPolicy(bytes, name, own, load); });
}

std::string showStyle(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                      const StyleLoader& load, const OwnFonts& fonts) {
    return readApart(diagnostics, [&](Diagnostics& own) {
        input::StyleOrigins origins;
        const StyleSheet sheet = input::readStyleSheet(bytes, name, fontFamilies(fonts), own, load, &origins);
        return input::writeStyle(sheet, origins);
    });
}

std::string showBuiltInStyle(std::string_view name) {
    input::StyleOrigins origins;
    const StyleSheet sheet = input::builtInStyleSheet(name, &origins);
    return input::writeStyle(sheet, origins);
}

StyleSheet builtInStyle(std::string_view name) {
    return input::builtInStyleSheet(name);
}

std::vector<std::pair<std::string, std::string>> builtInStyles() {
    std::vector<std::pair<std::string, std::string>> out;
    for (const BuiltInStyle& file : builtInStyleFiles()) {
        out.emplace_back(file.name, builtInStyle(file.name).description);
    }
    return out;
}

LintRules readLintRules(std::string_view bytes, const std::string& name, Diagnostics& diagnostics) {
    return readApart(diagnostics, [&](Diagnostics& own) { return lint::readRulesFile(bytes, name, own); });
}

GoalSelection readGoalSelection(std::string_view bytes, const std::string& name, Diagnostics& diagnostics) {
    return readApart(diagnostics,
                     [&](Diagnostics& own) { return selection::readSelectionFile(bytes, name, own); });
}

GoalCatalogue readGoalCatalogue(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                                const SourceNames& others) {
    return readApart(diagnostics, [&](Diagnostics& own) {
        GoalCatalogue out = input::readCatalogue(bytes, name, own, others);
        checkCatalogue(out, own);
        own.throwIfErrors();
        return out;
    });
}

std::optional<GoalCatalogue> namedCatalogue(const Document& document, const StyleLoader& load,
                                            Diagnostics& diagnostics) {
    const auto* matrix = std::get_if<GoalMatrix>(&document);
    if (matrix == nullptr || !matrix->catalogue || matrix->catalogue->file.empty()) {
        return std::nullopt;
    }
    const DocumentHeader& header = matrix->header;
    const std::string& file = matrix->catalogue->file;
    return readApart(diagnostics, [&](Diagnostics& own) -> std::optional<GoalCatalogue> {
        const StyleFile read = load ? load(file) : StyleFile{{}, "cannot be looked for"};
        if (!read.fault.empty()) {
            own.setSources(header.sources, header.source.source);
            own.error("SID-F089", fmt::format("'{}' {}", file, read.fault),
                      matrix->catalogue->fileSource.orElse(header.source), "catalogue.file");
            own.throwIfErrors();
        }
        const bool isNamed = header.source.source < header.sources.size();
        const std::string from = isNamed ? header.sources[header.source.source].file : std::string();
        return readGoalCatalogue(read.bytes, resolvedName(from, file), own, header.sources);
    });
}

Document followCatalogue(const Document& document, const GoalCatalogue& catalogue, Diagnostics& diagnostics) {
    const auto* matrix = std::get_if<GoalMatrix>(&document);
    if (matrix == nullptr) {
        return document;
    }
    return readApart(diagnostics, [&](Diagnostics& own) -> Document {
        own.setSources(catalogue.sources, matrix->header.source.source);
        GoalMatrix out = followCatalogue(*matrix, catalogue, own);
        own.throwIfErrors();
        return out;
    });
}

void addToSelection(GoalSelection& selection, std::string_view key, std::string_view value) {
    selection::select(selection, key, value);
}

std::string writeJson(const Document& document) {
    return input::writeJson(document);
}

void continueNumbers(Document& supplement, const Document& main, Diagnostics& diagnostics) {
    readApart(diagnostics, [&](Diagnostics& own) {
        const DocumentHeader& header = headerOf(supplement);
        own.setSources(header.sources, header.source.source);
        goOnAfter(supplement, main, own);
        own.throwIfErrors();
        return 0;
    });
}

Document mergeSupplements(const Document& main, const std::vector<Document>& supplements,
                          Diagnostics& diagnostics) {
    return readApart(diagnostics, [&](Diagnostics& own) {
        const DocumentHeader& header = headerOf(main);
        SourceNames sources = header.sources;
        for (const Document& supplement : supplements) {
            if (headerOf(supplement).sources.size() > sources.size()) {
                sources = headerOf(supplement).sources;
            }
        }
        own.setSources(std::move(sources), header.source.source);
        const Labels* labels = Labels::find(canonicalLanguage(header.language));
        const Labels& words = labels == nullptr ? Labels::danish() : *labels;
        Document out = mergePapers(main, supplements, paperWord(words, PaperWord::SupplementGroup), own);
        own.throwIfErrors();
        return out;
    });
}

std::string jsonSchema(std::string_view kind) {
    for (const KindRow& row : kKinds) {
        if (kind == row.word) {
            return input::documentSchema(row.kind);
        }
    }
    if (kind == "policy") {
        return editions::policySchema();
    }
    if (kind == "style") {
        return styleSchema();
    }
    if (kind == "lint") {
        return lint::rulesSchema();
    }
    if (kind == "catalogue") {
        return input::catalogueSchema();
    }
    if (kind == "selection") {
        return selection::selectionSchema();
    }
    if (kind == "job") {
        return jobs::jobSchema();
    }
    throw Error(
        "SID-R001",
        fmt::format("no schema named '{}'; there are {}, policy, style, lint, selection, job and catalogue",
                    kind, fmt::join(kindColumn(&KindRow::word), ", ")));
}

} // namespace sidetal
