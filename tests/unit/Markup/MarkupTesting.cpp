#include "unit/Markup/MarkupTesting.h"

#include <fmt/format.h>

namespace sidetal::input::testing {

namespace {

std::string shownSpan(const TextSpan& span) {
    std::string out = span.text;
    for (char& c : out) {
        c = c == '\n' ? '|' : c;
    }
    out = span.emphasis.underline ? "_" + out + "_" : out;
    out = span.emphasis.italic ? "~" + out + "~" : out;
    return span.emphasis.bold ? "*" + out + "*" : out;
}

} // namespace

std::string shown(const RichText& text) {
    constexpr const char* kMarkers[] = {"-", "1", "a", "A", "i", "I"};
    std::string out;
    for (const auto& block : text.blocks) {
        out += out.empty() ? "" : " / ";
        if (const auto* paragraph = std::get_if<TextParagraph>(&block)) {
            for (const TextSpan& span : paragraph->spans) {
                out += shownSpan(span);
            }
            continue;
        }
        const auto& list = std::get<TextList>(block);
        out += fmt::format("[{}{}", kMarkers[static_cast<std::size_t>(list.marker)],
                           list.start == 1 ? "" : fmt::format("={}", list.start));
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            out += (i == 0 ? " " : "; ") + shown(list.items[i]);
        }
        out += "]";
    }
    return out;
}

} // namespace sidetal::input::testing
