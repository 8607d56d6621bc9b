#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sidetal {

/// A stretch of text in one emphasis. White space is collapsed; '\n' is a forced line break (`<br>`). UTF-8.
struct TextSpan {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool operator==(const TextSpan&) const = default;
};

/// A paragraph of a text: at least one span with at least one character that is not white space.
struct TextParagraph {
    std::vector<TextSpan> spans;
    SourcePos source;
};

struct RichText;

/// How a list marks its items (HTML `type`).
enum class ListMarker : std::uint8_t { Bullet, Decimal, LowerAlpha, UpperAlpha, LowerRoman, UpperRoman };

/// A list within a text; its items may hold lists of their own.
struct TextList {
    ListMarker marker = ListMarker::Bullet;
    int start = 1; ///< the first item's number; 0 to 100,000
    std::vector<RichText> items;
    SourcePos source;
};

/// A text: paragraphs and lists in their order (docs/domain.md, "Texts").
struct RichText {
    std::vector<std::variant<TextParagraph, TextList>> blocks;
    SourcePos source;
    [[nodiscard]] bool empty() const { return blocks.empty(); }
};

/// A text of one unmarked paragraph.
[[nodiscard]] inline RichText plainText(std::string text, SourcePos source = {}) {
    RichText out;
    out.source = source;
    if (!text.empty()) {
        TextParagraph paragraph;
        paragraph.spans.push_back({std::move(text)});
        paragraph.source = source;
        out.blocks.emplace_back(std::move(paragraph));
    }
    return out;
}

} // namespace sidetal
