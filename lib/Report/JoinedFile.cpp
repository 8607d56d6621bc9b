#include "sidetal/Report/JoinedFile.h"

#include "Join/JoinNames.h"
#include "Join/PageJoiner.h"
#include "Join/SeparatorSheet.h"
#include "Labels/JoinWords.h"
#include "Layout/Layout.h"
#include "Pdf/Pdf.h"
#include "Report/RenderStages.h"
#include "Support/Texts.h"
#include "Support/Utf8.h"
#include "Text/Characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace sidetal {

namespace {

/// What the pages of a document refer to, as long as they may be painted.
struct KeptDocument {
    std::shared_ptr<const Document> document;
    std::shared_ptr<const Document> lastPeriod;
    std::shared_ptr<const Document> corrects;
    std::optional<Prepared> prepared{};
};

const Labels& labelsOf(const std::string& language) {
    const Labels* found = Labels::find(language);
    return found != nullptr ? *found : Labels::danish();
}

/// What a document says of itself, as it is shown.
JoinNames namesOf(const Document& document, const DocumentInfo& info, const Labels& labels) {
    JoinNames out;
    out.kind = kindOf(document);
    out.title = info.title;
    out.creator = info.creator;
    if (const auto* paper = std::get_if<MeetingPaper>(&document)) {
        out.committee = paper->committee ? paper->committee->name : "";
        out.isDay = paper->meeting.date.has_value();
        out.when = out.isDay ? labels.longDate(*paper->meeting.date) : "";
    } else if (const auto* matrix = std::get_if<GoalMatrix>(&document)) {
        out.committee = matrix->committee ? matrix->committee->name : "";
        out.when = matrix->period ? matrix->period->label : "";
    }
    return out;
}

/// A name that is given in code, composed, as all that is printed.
std::string usable(const std::string& name, std::string_view what, Diagnostics& diagnostics) {
    if (utf8::findInvalid(name) || (!name.empty() && isBlank(name))) {
        diagnostics.error("SID-R003", fmt::format("expected {} that can be read, in UTF-8", what));
        diagnostics.throwIfErrors();
    }
    return toNfc(name).value_or(name);
}

JoinOptions usable(JoinOptions options) {
    Diagnostics diagnostics;
    checkMoment(options.date, diagnostics);
    diagnostics.throwIfErrors();
    options.title = usable(options.title, "a title", diagnostics);
    return options;
}

} // namespace

struct JoinedFile::Members : RenderStages {
    using Open = std::function<ByteSink(std::uint32_t part)>;

    Members(std::shared_ptr<const Fonts> shared, JoinOptions asked, Open target)
        : RenderStages(std::move(shared))
        , options(usable(std::move(asked)))
        , open(std::move(target)) {}

    /// Lays a document out, and its sheet.
    JoinedDocument layOut(const std::shared_ptr<const Document>& document, const RenderOptions& how,
                          const std::string& calledHere, Diagnostics& diagnostics) {
        const std::string bookmark = usable(calledHere, "a bookmark", diagnostics);
        const auto kept = std::make_shared<KeptDocument>(document, how.lastPeriod, how.corrects);
        kept->prepared.emplace(prepared(*document, how, diagnostics));
        JoinedDocument out;
        out.pages = layOutLinted(*kept->prepared, *document, how, diagnostics);
        out.kept = kept;
        checkPdf(out.pages, {});
        if (!how.copyFor.empty()) {
            const CopyFoot foot = copyFoot(*kept->prepared, out.pages, how, diagnostics);
            out.foot = foot.layOut(how.copyFor, breaker, diagnostics);
        }
        const std::string& recipient = how.copyFor.empty() ? how.recipient : how.copyFor;
        const DocumentInfo& info = *out.pages.info;
        const Labels& labels = labelsOf(how.language.empty() ? info.language : how.language);
        latest = namesOf(kept->prepared->document(), info, labels);
        out.bookmark = !bookmark.empty()   ? bookmark
                       : recipient.empty() ? info.title
                                           : info.title + ", " + recipient;
        if (options.separators) {
            const SeparatorFacts facts{latest,    result.documents + 1, options.documents, bookmark,
                                       recipient, info.language};
            const StyleSheet& sheet = style(*document, how, diagnostics);
            BlockDocument blocks = separatorSheet(facts, labels, sheet, out.pages.sizes[0]);
            blocks.boxesForMissing = how.missing == MissingCharacters::Box;
            out.sheet = sidetal::layOut(std::move(blocks), breaker, diagnostics);
            diagnostics.throwIfErrors();
        }
        return out;
    }

    void append(JoinedDocument document) {
        const DocumentInfo& info = *document.pages.info;
        if (info.date && (!lastDate || *lastDate < *info.date)) {
            lastDate = info.date;
        }
        language = names.empty() ? info.language : language;
        names.push_back(std::move(latest));
        joiner->add(std::move(document));
        ++result.documents;
    }

    /// Begins a part where there is none, and says how many pages it would have with the document.
    std::uint32_t countWith(const JoinedDocument& document) {
        if (!joiner) {
            joiner.emplace(options.duplex);
            if (!options.language.empty()) {
                joiner->setLanguage(options.language);
            }
        }
        return joiner->countWith(document.sheet ? document.sheet->count : 0, document.pages.count);
    }

    DocumentInfo infoOfPart() const {
        const Labels& labels = labelsOf(options.language.empty() ? language : options.language);
        DocumentInfo out;
        out.title = options.title.empty() ? commonTitle(names, labels) : options.title;
        if (options.mostPages != 0) {
            out.title = fmt::format(fmt::runtime(joinWord(labels, JoinWord::Part)),
                                    fmt::arg("title", out.title), fmt::arg("part", result.parts));
        }
        out.creator = commonCreator(names);
        out.date = options.date ? options.date : lastDate;
        return out;
    }

    void writePart() {
        ++result.parts;
        isBroken = true; // until it is there
        const Pages pages = joiner->join(infoOfPart());
        joiner.reset();
        names.clear();
        lastDate.reset();
        PdfOptions how;
        how.helperThread = options.helperThread;
        const ByteSink sink = open(result.parts);
        writePdf(pages, breaker, how, sink);
        result.pages += pages.count;
        isBroken = false;
    }

    void expectSound() const {
        if (isBroken) {
            throw Error("SID-R006", "a part of the joined file could not be written: nothing more can");
        }
    }

    JoinOptions options;
    Open open;
    JoinResult result;
    JoinNames latest;                 ///< of the document at hand
    std::optional<PageJoiner> joiner; ///< of the part at hand
    std::vector<JoinNames> names;     ///< of its documents
    std::optional<DateTime> lastDate; ///< of their dates
    std::string language;             ///< of its first one
    bool toldOfData = false;
    bool isBroken = false; ///< writing a part failed
};

JoinedFile::JoinedFile(std::unique_ptr<Members> members)
    : m_(std::move(members)) {}
JoinedFile::~JoinedFile() = default;
JoinedFile::JoinedFile(JoinedFile&&) noexcept = default;
JoinedFile& JoinedFile::operator=(JoinedFile&&) noexcept = default;

RenderResult JoinedFile::add(std::shared_ptr<const Document> document, const RenderOptions& options,
                             const std::string& name, const std::string& bookmark) {
    Diagnostics diagnostics = diagnosticsFor(*document, name);
    bool inSink = false;
    return named(diagnostics, inSink, [&]() -> RenderResult {
        m_->expectSound();
        JoinedDocument laid = m_->layOut(document, options, bookmark, diagnostics);
        const std::uint32_t pages = laid.pages.count;
        const std::uint32_t most = m_->options.mostPages;
        if (most != 0 && m_->countWith(laid) > most && m_->joiner->documents() > 0) {
            inSink = true; // what becomes of the part is not this document's fault
            m_->writePart();
            inSink = false;
        }
        if (const std::uint32_t alone = m_->countWith(laid); most != 0 && alone > most) {
            diagnostics.warning("SID-R004",
                                fmt::format("the document has {} pages with what stands before it, where a "
                                            "part is to have {} at most: it is a part of its own",
                                            alone, most));
        }
        if (options.embedData && !m_->toldOfData) {
            m_->toldOfData = true;
            diagnostics.warning("SID-R005",
                                "a joined file embeds no data: those of its documents are left out");
        }
        const auto kept = std::static_pointer_cast<const KeptDocument>(laid.kept);
        std::string hash = options.hash ? hashOf(kept->prepared->numbered) : std::string();
        m_->append(std::move(laid));
        return {pages, diagnostics.all(), std::move(hash)};
    });
}

JoinResult JoinedFile::finish() {
    m_->expectSound();
    if (m_->joiner && m_->joiner->documents() > 0) {
        m_->writePart();
    }
    return m_->result;
}

JoinedFile Renderer::joinedFile(const JoinOptions& options,
                                std::function<ByteSink(std::uint32_t part)> open) const {
    return JoinedFile(std::make_unique<JoinedFile::Members>(m_->fonts, options, std::move(open)));
}

} // namespace sidetal
