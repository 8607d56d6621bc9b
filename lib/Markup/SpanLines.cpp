#include "Markup/SpanLines.h"

namespace sidetal::input {

void appendLine(std::vector<TextSpan>& to, const std::vector<TextSpan>& line) {
    if (!to.empty()) {
        to.back().text += '\n';
    }
    for (const TextSpan& span : line) {
        if (!to.empty() && to.back().emphasis == span.emphasis && to.back().details == span.details) {
            to.back().text += span.text;
        } else {
            to.push_back(span);
        }
    }
}

std::vector<TextSpan>* wordsIn(RichTextBlock& block) {
    if (auto* paragraph = std::get_if<TextParagraph>(&block)) {
        return &paragraph->spans;
    }
    auto* heading = std::get_if<TextHeading>(&block);
    return heading == nullptr ? nullptr : &heading->spans;
}

} // namespace sidetal::input
