#include "Compose/CopyFoot.h"

#include "Compose/Context.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

/// What printers leave white along an edge, and a little of the letters below the line.
constexpr Length kClearOfEdge = Length::points(14);

/// From the lower edge: the line below that of the page number or, where that is too near to the edge, above.
Length baselineOf(const PageNumberStyle& number) {
    const Length below = number.baseline - number.text.lineHeight;
    return below >= kClearOfEdge ? below : number.baseline + number.text.lineHeight;
}

} // namespace

BlockDocument composeCopyFoot(std::string_view copyFor, const StyleSheet& style, const DocumentInfo& info,
                              std::string_view labelLanguage, std::span<const Size> papers) {
    BlockDocument out;
    out.info = info;
    const Labels* const labels = Labels::find(labelLanguage);
    Context context{out, labels != nullptr ? *labels : Labels::danish()};
    const std::string words = fmt::format("{} {}", context.labels[Label::CopyFor], outlineText(copyFor));
    context.describe({words});
    const Type type = context.type(style.pageNumber.text);
    RunningLine line;
    line.kind = RunningLine::Kind::Footer;
    line.pattern = runningWords(words);
    line.format = type.format;
    line.emphasis = type.emphasis;
    line.align = Align::Left;
    line.x = style.page.marginLeft;
    out.runs.clear();
    for (const Size& paper : papers) {
        PageRun& run = out.runs.emplace_back();
        run.page = paper;
        run.body = {style.page.marginLeft, style.page.marginTop, paper.width, paper.height};
        line.baseline = paper.height - baselineOf(style.pageNumber);
        line.width = paper.width - style.page.marginLeft - style.page.marginRight;
        run.running.push_back(line);
    }
    return out;
}

} // namespace sidetal
