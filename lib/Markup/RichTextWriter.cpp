#include "Markup/RichTextWriter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sidetal::input {

namespace {

bool isPlain(const TextSpan& span) {
    return span.emphasis == Emphasis() && !span.details && span.text.find('\n') == std::string::npos;
}

/// True for a paragraph that a plain text can hold; one that begins with a bullet would be read as a list.
bool isPlain(const RichTextBlock& block) {
    const auto* paragraph = std::get_if<TextParagraph>(&block);
    return paragraph != nullptr && paragraph->spans.size() == 1 && isPlain(paragraph->spans.front()) &&
           !paragraph->spans.front().text.starts_with("•");
}

void appendEscaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '\n':
            out += "<br>";
            break;
        default:
            out += c;
        }
    }
}

void appendParagraph(std::string& out, const TextParagraph& paragraph) {
    for (const TextSpan& span : paragraph.spans) {
        out += span.emphasis.bold ? "<b>" : "";
        out += span.emphasis.italic ? "<i>" : "";
        out += span.emphasis.underline ? "<u>" : "";
        appendEscaped(out, span.text);
        out += span.emphasis.underline ? "</u>" : "";
        out += span.emphasis.italic ? "</i>" : "";
        out += span.emphasis.bold ? "</b>" : "";
    }
}

void appendBlocks(std::string& out, const RichText& text);

void appendList(std::string& out, const TextList& list) {
    constexpr std::array<std::string_view, 6> kTypes = {"", "1", "a", "A", "i", "I"};
    const bool bullet = list.marker == ListMarker::Bullet;
    out += bullet ? "<ul>" : "<ol";
    if (!bullet && list.marker != ListMarker::Decimal) {
        out += fmt::format(" type=\"{}\"", kTypes[static_cast<std::size_t>(list.marker)]);
    }
    if (!bullet && list.start != 1) {
        out += fmt::format(" start=\"{}\"", list.start);
    }
    out += bullet ? "" : ">";
    for (const RichText& item : list.items) {
        out += "<li>";
        const auto* only =
            item.blocks.size() == 1 ? std::get_if<TextParagraph>(&item.blocks.front()) : nullptr;
        if (only != nullptr) {
            appendParagraph(out, *only);
        } else {
            appendBlocks(out, item);
        }
        out += "</li>";
    }
    out += bullet ? "</ul>" : "</ol>";
}

void appendBlocks(std::string& out, const RichText& text) {
    for (const auto& block : text.blocks) {
        if (const auto* list = std::get_if<TextList>(&block)) {
            appendList(out, *list);
        } else {
            out += "<p>";
            appendParagraph(out, std::get<TextParagraph>(block));
            out += "</p>";
        }
    }
}

} // namespace

void writeRichText(JsonWriter& json, const RichText& text) {
    std::string out;
    if (std::all_of(text.blocks.begin(), text.blocks.end(),
                    [](const auto& block) { return isPlain(block); })) {
        for (const auto& block : text.blocks) {
            out += out.empty() ? "" : "\n\n";
            out += std::get<TextParagraph>(block).spans.front().text;
        }
        json.string(out);
        return;
    }
    appendBlocks(out, text);
    json.beginObject();
    json.key("html");
    json.string(out);
    json.endObject();
}

} // namespace sidetal::input
