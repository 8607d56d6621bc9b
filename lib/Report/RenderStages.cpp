#include "Report/RenderStages.h"

#include "Compose/Compose.h"
#include "Dump/Dump.h"
#include "FollowUp/Comparison.h"
#include "Layout/Layout.h"
#include "Lint/Lint.h"
#include "Support/Kinds.h"
#include "Support/Sha256.h"

namespace sidetal {

namespace {

bool asksForLint(const RenderOptions& options) {
    return options.lint == LintWhen::Always ||
           (options.lint == LintWhen::Published && options.edition == Edition::Public);
}

bool showsHash(const StyleSheet& style) {
    const auto* look = std::get_if<AgendaStyle>(&style.look);
    return look != nullptr && look->foot && look->foot->hash;
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

} // namespace

LintRules lintRulesOf(const RenderOptions& options) {
    return joinedRules(options.policy.lintRules(), options.lintRules);
}

void lintPictures(const PictureShelf& pictures, const LintRules& rules, Diagnostics& diagnostics) {
    pictures.eachTelling([&](const std::string& name, SourcePos source, PictureTells tells) {
        lintPicture(tells.place, tells.author, name, source, rules, diagnostics);
    });
}

std::string hashOf(const NumberedDocument& document) {
    return sha256(writeJson(document.document()));
}

void lintLast(const Prepared& prepared, const RenderOptions& options, const LintRules& rules,
              Diagnostics& diagnostics) {
    if (prepared.last) {
        Diagnostics found = diagnosticsFor(*options.lastPeriod, {});
        const Document quoted = quotedOf(prepared.last->comparison);
        lintDocument(quoted, quoted, options.edition, rules, found);
        diagnostics.append(found);
    }
}

const StyleSheet& RenderStages::style(const Document& document, const RenderOptions& options,
                                      Diagnostics& diagnostics) {
    if (options.style) {
        return *options.style;
    }
    const std::string& asked = headerOf(document).style;
    const std::string_view name =
        asked.empty() ? kindName(rowOf(kindOf(document)).style) : std::string_view(asked);
    const auto found = styles_.find(name);
    if (found != styles_.end()) {
        return found->second;
    }
    try {
        return styles_.emplace(name, builtInStyle(name)).first->second;
    } catch (const Error& error) {
        Diagnostic unknown = error.diagnostics().front();
        const DocumentHeader& header = headerOf(document);
        diagnostics.error(unknown.code, std::move(unknown.message), header.styleSource.orElse(header.source),
                          "style", std::move(unknown.notes));
        throw Error(diagnostics.all());
    }
}

BlockDocument RenderStages::compose(const Prepared& prepared, const RenderOptions& options,
                                    PictureShelf& pictures, Diagnostics& diagnostics) {
    const Document& document = prepared.document();
    const StyleSheet& sheet = style(document, options, diagnostics);
    const std::string hash = showsHash(sheet) ? hashOf(prepared.numbered) : std::string();
    ComposeRequest request;
    request.labelLanguage = options.language;
    request.pictures = &pictures;
    request.contentHash = hash;
    request.forCopies = !options.copyFor.empty();
    FollowUpRequest& followUp = request.followUp;
    followUp.day = options.date ? std::optional(options.date->date) : std::nullopt;
    if (prepared.last) {
        followUp.comparison = &prepared.last->comparison;
        followUp.before = &matrixOf(prepared.last->before);
        followUp.beforeSources = prepared.last->sources;
    }
    BlockDocument blocks = sidetal::compose(prepared.numbered, sheet, diagnostics, request);
    diagnostics.throwIfErrors();
    blocks.info.date = fileDate(document, options);
    blocks.boxesForMissing = options.missing == MissingCharacters::Box;
    for (PageRun& run : blocks.runs) {
        run.blocks.shrink_to_fit(); // up to half of their room is free, and layout needs more beside them
    }
    return blocks;
}

Pages RenderStages::layOutLinted(const Prepared& document, const Document& whole,
                                 const RenderOptions& options, Diagnostics& diagnostics) {
    if (!asksForLint(options)) {
        return layOut(document, options, diagnostics);
    }
    const LintRules rules = lintRulesOf(options);
    lintDocument(document.document(), whole, options.edition, rules, diagnostics);
    lintLast(document, options, rules, diagnostics);
    return layOut(document, options, diagnostics, &rules);
}

Pages RenderStages::layOut(const Prepared& document, const RenderOptions& options, Diagnostics& diagnostics,
                           const LintRules* lint) {
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

CopyFoot RenderStages::copyFoot(const Prepared& document, const Pages& pages, const RenderOptions& options,
                                Diagnostics& diagnostics) {
    const std::string& asked = options.language;
    return {style(document.document(), options, diagnostics), pages,
            asked.empty() ? headerOf(document.document()).language : asked, options.missing};
}

std::string RenderStages::dump(const Prepared& document, const RenderOptions& options, DumpStage stage,
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
        break;
    }
    std::string text = dumpPages(pages, breaker);
    if (!options.copyFor.empty()) {
        const CopyFoot foot = copyFoot(document, pages, options, diagnostics);
        text += "over these\n" + dumpPages(foot.layOut(options.copyFor, breaker, diagnostics), breaker);
    }
    return text;
}

} // namespace sidetal
