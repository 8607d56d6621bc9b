#include "Report/Prepare.h"

#include "Catalogues/FollowCatalogue.h"
#include "Editions/Editions.h"
#include "Model/Check.h"
#include "Model/ClosedWords.h"
#include "Selection/SelectGoals.h"
#include "Style/StyleCheck.h"
#include "Versions/Changes.h"
#include "Versions/Excerpt.h"
#include "Versions/MatrixChanges.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sidetal {

namespace {

/// What is wrong with options that were made in code.
void checkOptions(const RenderOptions& options, Diagnostics& diagnostics) {
    if (options.style) {
        checkStyleValues(*options.style, diagnostics);
    }
    checkMoment(options.date, diagnostics);
}

EditionRequest requestOf(const RenderOptions& options) {
    EditionRequest out(options.edition);
    out.policy = options.policy;
    out.recipient = options.recipient;
    return out;
}

/// An earlier version or period, as the edition's readers saw it: its own faults are told with its name.
NumberedDocument versionBefore(const Document& before, const RenderOptions& options,
                               Diagnostics& diagnostics) {
    Diagnostics found = diagnosticsFor(before, {});
    checkContent(before, options.edition, found);
    NumberedDocument out(before);
    if (!found.hasErrors()) {
        out = applyEdition(std::move(out), requestOf(options), found);
    }
    diagnostics.append(found);
    diagnostics.throwIfErrors();
    return out;
}

/// The same part of an earlier version or period as the document shows; nothing where it has no such part.
std::optional<NumberedDocument> lastSelected(const NumberedDocument& last, const GoalSelection& selection) {
    Diagnostics unheard; // what it does not have, this period may
    NumberedDocument out = selectGoals(last, selection, unheard);
    return unheard.hasErrors() ? std::nullopt : std::optional(std::move(out));
}

/// A part of a corrected matrix, which tells of no more than it and the same part of the earlier version
/// have.
NumberedDocument tellingItsPart(const NumberedDocument& shown,
                                const std::optional<NumberedDocument>& before) {
    auto part = std::make_shared<Document>(shown.document());
    auto& matrix = std::get<GoalMatrix>(*part);
    matrix.corrects = narrowed(*matrix.corrects, matrix, before ? &matrixOf(*before) : nullptr);
    NumberedDocument out(std::move(part), {});
    out.setSelected(*shown.selected());
    return out;
}

/// Compares the whole of both periods, before a part is selected: a goal that leaves the part is not gone.
std::shared_ptr<LastPeriod> compared(const NumberedDocument& whole, const RenderOptions& options,
                                     Diagnostics& diagnostics) {
    (void)matricesOf(whole.document(), *options.lastPeriod, diagnostics);
    auto out = std::make_shared<LastPeriod>(
        LastPeriod{whole, versionBefore(*options.lastPeriod, options, diagnostics), {}});
    out->comparison = compareMatrices(matrixOf(out->whole), matrixOf(out->before),
                                      options.renumbered ? &*options.renumbered : nullptr, diagnostics);
    diagnostics.throwIfErrors();
    out->sources = static_cast<std::uint32_t>(diagnostics.sources().size());
    const DocumentHeader& header = headerOf(*options.lastPeriod);
    for (std::size_t i = 0; i < std::max(header.sources.size(), header.source.source + std::size_t{1}); ++i) {
        diagnostics.addSource(i < header.sources.size() ? header.sources[i] : SourceName());
    }
    return out;
}

} // namespace

Diagnostics diagnosticsFor(const Document& document, const std::string& name) {
    const DocumentHeader& header = headerOf(document);
    SourceNames sources = header.sources;
    const std::uint32_t own = header.source.source;
    if (own >= sources.size()) {
        sources.resize(own + std::size_t{1});
    }
    if (!name.empty()) {
        sources[own].file = name; // a spreadsheet is of a sheet, too
    }
    Diagnostics out;
    out.setSources(std::move(sources), own);
    return out;
}

void checkMoment(const std::optional<DateTime>& date, Diagnostics& diagnostics) {
    if (date && (parseDate(formatIso(date->date)) != date->date || date->hour > 23 || date->minute > 59 ||
                 date->second > 59)) {
        diagnostics.error("SID-R003", "expected a moment that exists as the file's date");
    }
}

void checkContent(const Document& document, Edition edition, Diagnostics& diagnostics) {
    Diagnostics found;
    found.setSources(diagnostics.sources(), diagnostics.ownSource());
    checkDocument(document, found);
    expectWords(document, found);
    if (edition != Edition::Full && !found.all().empty()) {
        found = withoutClosedWords(found, document);
    }
    diagnostics.append(found);
}

Prepared prepared(const Document& original, const RenderOptions& options, Diagnostics& diagnostics) {
    checkContent(original, options.edition, diagnostics);
    checkOptions(options, diagnostics);
    diagnostics.throwIfErrors();
    NumberedDocument whole = applyEdition(NumberedDocument(original), requestOf(options), diagnostics);
    diagnostics.throwIfErrors();
    std::optional<NumberedDocument> corrected;
    if (options.corrects) {
        corrected = versionBefore(*options.corrects, options, diagnostics);
        whole = correct(std::move(whole), *corrected, diagnostics);
        diagnostics.throwIfErrors();
    }
    std::shared_ptr<LastPeriod> last;
    if (options.lastPeriod) { // after the correction, which makes a document of its own
        last = compared(whole, options, diagnostics);
    }
    whole = takeExcerpt(std::move(whole), options.excerpt, diagnostics);
    NumberedDocument shown = selectGoals(std::move(whole), options.selection, diagnostics);
    diagnostics.throwIfErrors();
    if (corrected && shown.selected()) {
        shown = tellingItsPart(shown, lastSelected(*corrected, options.selection));
    }
    if (last && shown.selected()) {
        const std::optional<NumberedDocument> before = lastSelected(last->before, options.selection);
        last->comparison = narrowed(last->comparison, matrixOf(shown), before ? &matrixOf(*before) : nullptr);
    }
    return {std::move(shown), std::move(last)};
}

} // namespace sidetal
