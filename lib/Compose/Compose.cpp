#include "Compose/Compose.h"

#include "Compose/AgendaComposer.h"
#include "Compose/Context.h"
#include "Compose/CopyFoot.h"
#include "Compose/MatrixColumns.h"
#include "Compose/MatrixComposer.h"
#include "Compose/RunningHead.h"
#include "Compose/UnprintedKeys.h"
#include "Support/Kinds.h"
#include "Support/LanguageTag.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

const Labels& labelsFor(const DocumentHeader& header, std::string_view asked, Diagnostics& diagnostics) {
    const std::string language = canonicalLanguage(asked.empty() ? std::string_view(header.language) : asked);
    if (const Labels* found = Labels::find(language)) {
        return *found;
    }
    diagnostics.warning(
        "SID-C003",
        fmt::format("sidetal has no words of its own in '{}', expected 'da' or 'en'; the Danish ones are "
                    "printed",
                    language),
        asked.empty() ? header.languageSource.orElse(header.source) : header.source,
        asked.empty() ? "language" : "");
    return Labels::danish();
}

Align alignOf(HorizontalPlace place) {
    switch (place) {
    case HorizontalPlace::Left:
        return Align::Left;
    case HorizontalPlace::Centre:
        return Align::Centre;
    case HorizontalPlace::Right:
        break;
    }
    return Align::Right;
}

/// The paper, the body between its margins, `width` wide, and the page number under it.
void setPage(Context& context, const StyleSheet& style, Length width) {
    const PageStyle& page = style.page;
    PageRun& out = context.out.run();
    out.page = {page.width, page.height};
    out.body = {page.marginLeft, page.marginTop, width, page.height - page.marginTop - page.marginBottom};

    RunningLine line;
    line.kind = RunningLine::Kind::PageNumber;
    line.pattern = context.labels[Label::PageOfPages];
    const Type type = context.type(style.pageNumber.text);
    line.format = type.format;
    line.emphasis = type.emphasis;
    line.align = alignOf(style.pageNumber.place);
    line.x = page.marginLeft;
    line.baseline = page.height - style.pageNumber.baseline;
    line.width = page.textWidth();
    line.source = context.style;
    out.running.push_back(std::move(line));
}

void expectKind(const Document& document, const StyleSheet& style, Diagnostics& diagnostics) {
    const DocumentKind kind = kindOf(document);
    if (style.kind() != rowOf(kind).style) {
        diagnostics.error("SID-C002",
                          fmt::format("the style sheet '{}' is for another kind of document than '{}'",
                                      style.name, kindName(kind)),
                          headerOf(document).styleSource.orElse(headerOf(document).source), "style");
        diagnostics.throwIfErrors();
    }
}

/// Composes a document of any type, by a sheet that dresses it.
struct KindComposer {
    Context& context;
    const NumberedDocument& numbered;
    const StyleSheet& style;
    const FollowUpRequest& followUp;
    Diagnostics& diagnostics;

    void operator()(const MeetingPaper& paper) const {
        const auto& look = std::get<AgendaStyle>(style.look);
        setPage(context, style, look.column.value_or(style.page.textWidth()));
        context.markDraft(paper.header);
        if (!look.head) {
            addDraftMark(context, paper.header, style);
        }
        composeAgenda(context, paper, numbered.numbers(), look, diagnostics);
    }
    void operator()(const GoalMatrix& matrix) const {
        setPage(context, style, style.page.textWidth());
        context.markDraft(matrix.header);
        const auto& look = std::get<GoalMatrixStyle>(style.look);
        if (!look.head) {
            addDraftMark(context, matrix.header, style);
        }
        composeMatrix(context, matrix, numbered.selected(), look, followUp, diagnostics);
    }
};

/// The parts of pages that a paper has by its style sheet.
PageParts partsOf(const MeetingPaper& /*paper*/, const StyleSheet& style) {
    const auto& look = std::get<AgendaStyle>(style.look);
    PageParts out;
    const auto add = [&](bool has, model::PagePart part) {
        if (has) {
            out.add(part);
        }
    };
    add(look.sender || look.cover || look.foot, model::PagePart::Sender);
    add(look.cover.has_value(), model::PagePart::Cover);
    add(look.attendance.has_value(), model::PagePart::Attendance);
    return out;
}

/// The parts of pages that a matrix has by its columns.
PageParts partsOf(const GoalMatrix& matrix, const StyleSheet& /*style*/) {
    PageParts out;
    out.add(model::PagePart::Committees); // by them a part is shown, and whose it is
    for (const MatrixColumn& column : matrix.columns) {
        out.add(partOf(column.key));
    }
    return out;
}

} // namespace

BlockDocument compose(const NumberedDocument& numbered, const StyleSheet& style, Diagnostics& diagnostics,
                      const ComposeRequest& request) {
    const Document& document = numbered.document();
    expectKind(document, style, diagnostics);
    const DocumentHeader& header = headerOf(document);
    BlockDocument out;
    out.info.language = canonicalLanguage(header.language);
    Context context{out, labelsFor(header, request.labelLanguage, diagnostics)};
    context.texts = &style.texts;
    context.contentHash = request.contentHash;
    context.diagnostics = &diagnostics;
    const PictureLoader none;
    PictureShelf empty(none, diagnostics);
    context.pictures = request.pictures != nullptr ? request.pictures : &empty;
    if (!style.file.empty()) {
        context.style.source = diagnostics.addSource({style.file});
    }
    if (request.forCopies && style.copyCover) {
        addCopyCover(context, style.page);
    }
    std::visit(KindComposer{context, numbered, style, request.followUp, diagnostics}, document);
    Unprinted unprinted;
    noteUnprinted(unprinted, document,
                  std::visit([&](const auto& each) { return partsOf(each, style); }, document));
    unprinted.report(diagnostics, header.keyPlaces);
    return out;
}

} // namespace sidetal
