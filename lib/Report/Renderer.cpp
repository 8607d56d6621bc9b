#include "sidetal/Report.h"

#include "Compose/Compose.h"
#include "Documents/Documents.h"
#include "Dump/Dump.h"
#include "Editions/Editions.h"
#include "FollowUp/Comparison.h"
#include "Layout/Layout.h"
#include "Lint/Lint.h"
#include "Model/Stages.h"
#include "Pdf/Pdf.h"
#include "Pictures/PictureShelf.h"
#include "Report/Prepare.h"
#include "Selection/SelectGoals.h"
#include "Support/Kinds.h"
#include "Support/Sha256.h"
#include "Text/Fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace sidetal {

namespace {

/// Runs `work`, and gives the errors that it throws without a file the document's name. What the caller's
/// sink throws passes through.
template <class Work>
auto named(const Diagnostics& diagnostics, const bool& inSink, const Work& work) {
    try {
        return work();
    } catch (const Error& error) {
        const auto nameless = [](const Diagnostic& d) { return d.file.empty(); };
        if (inSink || std::ranges::none_of(error.diagnostics(), nameless)) {
            throw;
        }
        Diagnostics out;
        out.setSources(diagnostics.sources(), diagnostics.ownSource());
        for (const Diagnostic& d : error.diagnostics()) {
            out.add(d);
        }
        throw Error(out.all());
    }
}

bool asksForLint(const RenderOptions& options) {
    return options.lint == LintWhen::Always ||
           (options.lint == LintWhen::Published && options.edition == Edition::Public);
}

LintRules lintRulesOf(const RenderOptions& options) {
    return joinedRules(options.policy.lintRules(), options.lintRules);
}

/// Tells what the files of pictures say of where and by whom they were taken.
void lintPictures(const PictureShelf& pictures, const LintRules& rules, Diagnostics& diagnostics) {
    pictures.eachTelling([&](const std::string& name, SourcePos source, PictureTells tells) {
        lintPicture(tells.place, tells.author, name, source, rules, diagnostics);
    });
}

/// The SHA-256 of what is printed, where it is asked for or shown.
std::string hashOf(const NumberedDocument& document) {
    return sha256(writeJson(document.document()));
}

bool showsHash(const StyleSheet& style) {
    const auto* look = std::get_if<AgendaStyle>(&style.look);
    return look != nullptr && look->foot && look->foot->hash;
}

/// Looks through what a list of changes may quote of the last period.
void lintLast(const Prepared& prepared, const RenderOptions& options, const LintRules& rules,
              Diagnostics& diagnostics) {
    if (prepared.last) {
        Diagnostics found = diagnosticsFor(*options.lastPeriod, {});
        const Document quoted = quotedOf(prepared.last->comparison);
        lintDocument(quoted, quoted, options.edition, rules, found);
        diagnostics.append(found);
    }
}

std::optional<DateTime> fileDate(const Document& document, const RenderOptions& options) {
    if (options.date) {
        return options.date;
    }
    if (const auto& date = headerOf(document).date) {
        return DateTime{*date, 0, 0, 0};
    }
    return std::nullopt;
}

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

struct Renderer::Members {
    std::shared_ptr<const Fonts> fonts;
    Shaper shaper;
    LineBreaker breaker;
    std::map<std::string, StyleSheet, std::less<>> styles; ///< built-in sheets read so far

    explicit Members(std::shared_ptr<const Fonts> shared)
        : fonts(std::move(shared))
        , shaper(fonts)
        , breaker(shaper) {}

    const StyleSheet& style(const Document& document, const RenderOptions& options,
                            Diagnostics& diagnostics) {
        if (options.style) {
            return *options.style;
        }
        const std::string& asked = headerOf(document).style;
        const std::string_view name =
            asked.empty() ? kindName(rowOf(kindOf(document)).style) : std::string_view(asked);
        const auto found = styles.find(name);
        if (found != styles.end()) {
            return found->second;
        }
        try {
            return styles.emplace(name, builtInStyle(name)).first->second;
        } catch (const Error& error) {
            Diagnostic unknown = error.diagnostics().front();
            const DocumentHeader& header = headerOf(document);
            diagnostics.error(unknown.code, std::move(unknown.message),
                              header.styleSource.orElse(header.source), "style", std::move(unknown.notes));
            throw Error(diagnostics.all());
        }
    }

    /// The document as blocks; throws if that finds errors.
    BlockDocument compose(const Prepared& prepared, const RenderOptions& options, PictureShelf& pictures,
                          Diagnostics& diagnostics) {
        const Document& document = prepared.document();
        const StyleSheet& sheet = style(document, options, diagnostics);
        const std::string hash = showsHash(sheet) ? hashOf(prepared.numbered) : std::string();
        FollowUpRequest followUp;
        followUp.day = options.date ? std::optional(options.date->date) : std::nullopt;
        if (prepared.last) {
            followUp.comparison = &prepared.last->comparison;
            followUp.before = &matrixOf(prepared.last->before);
            followUp.beforeSources = prepared.last->sources;
        }
        BlockDocument blocks = sidetal::compose(prepared.numbered, sheet, diagnostics, options.language,
                                                &pictures, followUp, hash);
        diagnostics.throwIfErrors();
        blocks.info.date = fileDate(document, options);
        blocks.boxesForMissing = options.missing == MissingCharacters::Box;
        return blocks;
    }

    /// `whole` is what the edition was made from.
    Pages layOutLinted(const Prepared& document, const Document& whole, const RenderOptions& options,
                       Diagnostics& diagnostics) {
        if (!asksForLint(options)) {
            return layOut(document, options, diagnostics);
        }
        const LintRules rules = lintRulesOf(options);
        lintDocument(document.document(), whole, options.edition, rules, diagnostics);
        lintLast(document, options, rules, diagnostics);
        return layOut(document, options, diagnostics, &rules);
    }

    /// `lint`: what pictures are looked through by; null: they are not.
    Pages layOut(const Prepared& document, const RenderOptions& options, Diagnostics& diagnostics,
                 const LintRules* lint = nullptr) {
        PictureShelf pictures(options.pictures, diagnostics);
        BlockDocument blocks = compose(document, options, pictures, diagnostics);
        if (lint != nullptr) {
            lintPictures(pictures, *lint, diagnostics);
        }
        Pages pages = sidetal::layOut(std::move(blocks), breaker, diagnostics);
        diagnostics.throwIfErrors();
        if (pictures.size() > 0) {
            const std::int32_t dpi = style(document.document(), options, diagnostics).pictures.dpi;
            pages.images = pictures.images(pages.imageSizes, dpi);
            diagnostics.throwIfErrors();
        }
        return pages;
    }

    std::string dump(const Prepared& document, const RenderOptions& options, DumpStage stage,
                     Diagnostics& diagnostics) {
        if (stage == DumpStage::Model) {
            return writeJson(document.document());
        }
        if (stage == DumpStage::Blocks) {
            PictureShelf pictures(options.pictures, diagnostics);
            return dumpBlocks(compose(document, options, pictures, diagnostics));
        }
        const Pages pages = layOut(document, options, diagnostics);
        switch (stage) {
        case DumpStage::Tags:
            return dumpTags(*pages.tree, pages, breaker);
        case DumpStage::Outline:
            return dumpOutline(pages);
        default:
            return dumpPages(pages, breaker);
        }
    }
};

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
    Diagnostics diagnostics = diagnosticsFor(document, name);
    bool inSink = false;
    return named(diagnostics, inSink, [&]() -> RenderResult {
        const Prepared ready = prepared(document, options, diagnostics);
        const Pages pages = m_->layOutLinted(ready, document, options, diagnostics);
        writePdf(pages, m_->breaker, pdfOptions(ready.document(), options), [&](std::string_view bytes) {
            inSink = true;
            sink(bytes);
            inSink = false;
        });
        return {pages.count, diagnostics.all(), options.hash ? hashOf(ready.numbered) : std::string()};
    });
}

RenderResult Renderer::check(const Document& document, const RenderOptions& options,
                             const std::string& name) {
    Diagnostics diagnostics = diagnosticsFor(document, name);
    return named(diagnostics, false, [&]() -> RenderResult {
        const Prepared ready = prepared(document, options, diagnostics);
        const Pages pages = m_->layOutLinted(ready, document, options, diagnostics);
        checkPdf(pages, pdfOptions(ready.document(), options));
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
