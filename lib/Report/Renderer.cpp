#include "sidetal/Report.h"

#include "Documents/Documents.h"
#include "Editions/Editions.h"
#include "Lint/Lint.h"
#include "Pdf/Pdf.h"
#include "Report/CopySetMembers.h"
#include "Report/RenderStages.h"
#include "Selection/SelectGoals.h"
#include "Support/Kinds.h"

#include <fmt/format.h>

#include <utility>

namespace sidetal {

namespace {

EmbeddedFile embeddedData(const Document& document) {
    return {fmt::format("{}.json", kindName(kindOf(document))), "application/json",
            "The document's data, canonical JSON as sidetal reads it", writeJson(document)};
}

PdfOptions pdfOptions(const Document& document, const RenderOptions& options) {
    PdfOptions out;
    out.helperThread = options.helperThread;
    if (options.embedData) {
        out.embedded = embeddedData(document);
    }
    return out;
}

} // namespace

Renderer::Renderer(const std::vector<std::filesystem::path>& fontDirectories, const OwnFonts& ownFonts)
    : m_(std::make_unique<Members>(Fonts::open(fontDirectories, ownFonts))) {}
Renderer::Renderer(std::unique_ptr<Members> members)
    : m_(std::move(members)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

Renderer Renderer::withSameFonts() const {
    return Renderer(std::make_unique<Members>(m_->fonts));
}

RenderResult Renderer::render(const Document& document, const RenderOptions& options, const ByteSink& sink,
                              const std::string& name) {
    if (!options.copyFor.empty()) {
        return copies(document, options, name).write(options.copyFor, sink);
    }
    Diagnostics diagnostics = diagnosticsFor(document, name);
    bool inSink = false;
    return named(diagnostics, inSink, [&]() -> RenderResult {
        const Prepared ready = prepared(document, options, diagnostics);
        const Pages pages = m_->layOutLinted(ready, document, options, diagnostics);
        writePdf(pages, m_->breaker, pdfOptions(ready.document(), options), watched(sink, inSink));
        return {pages.count, diagnostics.all(), options.hash ? hashOf(ready.numbered) : std::string()};
    });
}

CopySet Renderer::copies(const Document& document, const RenderOptions& asked, const std::string& name) {
    Diagnostics diagnostics = diagnosticsFor(document, name);
    RenderOptions options = asked;
    if (options.copyFor.empty()) {
        options.copyFor.assign(1, ' '); // somebody
    }
    return named(diagnostics, false, [&]() -> CopySet {
        const Prepared ready = prepared(document, options, diagnostics);
        const Pages pages = m_->layOutLinted(ready, document, options, diagnostics);
        CopyWriter writer(pages, m_->breaker, pdfOptions(ready.document(), options));
        CopyFoot foot = m_->copyFoot(ready, pages, options, diagnostics);
        const RenderResult each{pages.count, {}, options.hash ? hashOf(ready.numbered) : std::string()};
        return CopySet(std::make_unique<CopySet::Members>(
            CopySet::Members{std::move(writer), std::move(foot), m_->breaker, each, diagnostics}));
    });
}

RenderResult Renderer::check(const Document& document, const RenderOptions& options,
                             const std::string& name) {
    Diagnostics diagnostics = diagnosticsFor(document, name);
    return named(diagnostics, false, [&]() -> RenderResult {
        const Prepared ready = prepared(document, options, diagnostics);
        const Pages pages = m_->layOutLinted(ready, document, options, diagnostics);
        checkPdf(pages, pdfOptions(ready.document(), options));
        if (!options.copyFor.empty()) {
            const CopyFoot foot = m_->copyFoot(ready, pages, options, diagnostics);
            (void)foot.layOut(options.copyFor, m_->breaker, diagnostics);
        }
        return {pages.count, diagnostics.all(), options.hash ? hashOf(ready.numbered) : std::string()};
    });
}

DumpResult Renderer::dump(const Document& document, const RenderOptions& options, DumpStage stage,
                          const std::string& name) {
    Diagnostics diagnostics = diagnosticsFor(document, name);
    return named(diagnostics, false, [&]() -> DumpResult {
        const Prepared ready = prepared(document, options, diagnostics);
        std::string text = m_->dump(ready, options, stage, diagnostics);
        return {std::move(text), diagnostics.all()};
    });
}

std::vector<Diagnostic> lintMessages(const Document& document, const RenderOptions& options,
                                     const std::string& name) {
    Diagnostics diagnostics = diagnosticsFor(document, name);
    return named(diagnostics, false, [&]() {
        const Prepared ready = prepared(document, options, diagnostics);
        const LintRules rules = lintRulesOf(options);
        const std::vector<LintPicture> named =
            lintDocument(ready.document(), document, options.edition, rules, diagnostics);
        lintLast(ready, options, rules, diagnostics);
        PictureShelf pictures(options.pictures, diagnostics);
        for (const LintPicture& picture : named) {
            if (options.pictures || isDataUri(*picture.address)) {
                (void)pictures.find(*picture.address, picture.source);
            }
        }
        lintPictures(pictures, rules, diagnostics);
        diagnostics.throwIfErrors();
        return diagnostics.all();
    });
}

Document selectGoals(const Document& document, const GoalSelection& selection, Diagnostics& diagnostics) {
    Diagnostics found = diagnosticsFor(document, {});
    const NumberedDocument selected = selectGoals(NumberedDocument(document), selection, found);
    diagnostics.append(found);
    found.throwIfErrors();
    return selected.document();
}

std::vector<EditionRow> compareEditions(const Document& document, const EditionPolicy& policy,
                                        const std::string& recipient, Diagnostics& diagnostics,
                                        const std::string& name) {
    Diagnostics found = diagnosticsFor(document, name);
    checkContent(document, Edition::Public, found);
    std::vector<EditionRow> out;
    if (!found.hasErrors()) {
        EditionRequest request;
        request.policy = policy;
        request.recipient = recipient;
        out = editionRows(NumberedDocument(document), request, found);
    }
    diagnostics.append(found);
    found.throwIfErrors();
    return out;
}

std::vector<FontInfo> Renderer::fonts() const {
    std::vector<FontInfo> out;
    for (const FontEntry& entry : m_->fonts->entries()) {
        const char* style = entry.bold     ? entry.italic ? "bold italic" : "bold"
                            : entry.italic ? "italic"
                                           : "regular";
        const auto file = m_->fonts->find(entry);
        out.push_back({entry.family, style, file ? file->string() : std::string(), entry.package,
                       entry.licence, entry.embedding});
    }
    return out;
}

} // namespace sidetal
