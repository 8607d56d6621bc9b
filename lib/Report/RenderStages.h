#pragma once

#include "Blocks/Block.h"
#include "Pages/Pages.h"
#include "Pictures/PictureShelf.h"
#include "Report/CopyFoot.h"
#include "Report/Prepare.h"
#include "Text/Fonts.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace sidetal {

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

/// `sink`, and whether it is being called in `inSink`; both must outlive it.
[[nodiscard]] inline ByteSink watched(const ByteSink& sink, bool& inSink) {
    return [&sink, &inSink](std::string_view bytes) {
        inSink = true;
        sink(bytes);
        inSink = false;
    };
}

/// What a document is looked through by.
[[nodiscard]] LintRules lintRulesOf(const RenderOptions& options);

/// Tells what the files of pictures say of where and by whom they were taken.
void lintPictures(const PictureShelf& pictures, const LintRules& rules, Diagnostics& diagnostics);

/// Looks through what a list of changes may quote of the last period.
void lintLast(const Prepared& prepared, const RenderOptions& options, const LintRules& rules,
              Diagnostics& diagnostics);

/// The SHA-256 of what is printed.
[[nodiscard]] std::string hashOf(const NumberedDocument& document);

/// The stages from a prepared document to its pages, with what is remembered between documents: fonts, words,
/// styles. What a document's pages refer to must outlive them: it and its options' other documents.
class RenderStages {
  public:
    explicit RenderStages(std::shared_ptr<const Fonts> shared)
        : fonts(std::move(shared))
        , shaper(fonts)
        , breaker(shaper) {}

    /// The sheet that a document is dressed in. Throws where it names none that there is.
    const StyleSheet& style(const Document& document, const RenderOptions& options, Diagnostics& diagnostics);

    /// The pages of a document as they are published; `whole` is what the edition was made from.
    Pages layOutLinted(const Prepared& document, const Document& whole, const RenderOptions& options,
                       Diagnostics& diagnostics);

    /// What names, in the feet of a document's pages, whom a copy is for.
    CopyFoot copyFoot(const Prepared& document, const Pages& pages, const RenderOptions& options,
                      Diagnostics& diagnostics);

    /// A stage's product as text.
    std::string dump(const Prepared& document, const RenderOptions& options, DumpStage stage,
                     Diagnostics& diagnostics);

    std::shared_ptr<const Fonts> fonts;
    Shaper shaper;
    LineBreaker breaker;

  private:
    /// The document as blocks; throws if that finds errors.
    BlockDocument compose(const Prepared& prepared, const RenderOptions& options, PictureShelf& pictures,
                          Diagnostics& diagnostics);
    /// `lint`: what pictures are looked through by; null: they are not.
    Pages layOut(const Prepared& document, const RenderOptions& options, Diagnostics& diagnostics,
                 const LintRules* lint = nullptr);

    std::map<std::string, StyleSheet, std::less<>> styles_; ///< built-in sheets read so far
};

struct Renderer::Members : RenderStages {
    using RenderStages::RenderStages;
};

} // namespace sidetal
