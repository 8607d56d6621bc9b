#include "Compose/Compose.h"

#include "Compose/AgendaComposer.h"
#include "Compose/Context.h"
#include "Compose/MatrixComposer.h"
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
    if ((style.kind() == StyleKind::Agenda) != (kind == DocumentKind::Agenda)) {
        diagnostics.error("SID-C002",
                          fmt::format("the style sheet '{}' is for another kind of document than '{}'",
                                      style.name, kindName(kind)),
                          headerOf(document).styleSource.orElse(headerOf(document).source), "style");
        diagnostics.throwIfErrors();
    }
}

} // namespace

BlockDocument compose(const Document& document, const StyleSheet& style, Diagnostics& diagnostics,
                      std::string_view labelLanguage) {
    expectKind(document, style, diagnostics);
    const DocumentHeader& header = headerOf(document);
    BlockDocument out;
    out.info.language = canonicalLanguage(header.language);
    Context context{out, labelsFor(header, labelLanguage, diagnostics), {}};
    if (!style.file.empty()) {
        context.style.source = diagnostics.addSource({style.file});
    }
    if (const auto* agenda = std::get_if<Agenda>(&document)) {
        const auto& look = std::get<AgendaStyle>(style.look);
        setPage(context, style, look.column.value_or(style.page.textWidth()));
        composeAgenda(context, *agenda, look, diagnostics);
    } else {
        const auto& look = std::get<GoalMatrixStyle>(style.look);
        setPage(context, style, style.page.textWidth());
        composeMatrix(context, std::get<GoalMatrix>(document), look, diagnostics);
    }
    context.unprinted.report(diagnostics, header.keyPlaces);
    return out;
}

} // namespace sidetal
