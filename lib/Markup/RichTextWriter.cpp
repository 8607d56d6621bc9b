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
           paragraph->align == TextAlign::Unsaid && paragraph->indent == Length() &&
           !paragraph->preformatted && !paragraph->spans.front().text.starts_with("•");
}

/// Appends HTML that reads back as the same blocks.
class HtmlWriter {
  public:
    explicit HtmlWriter(std::string& out)
        : out_(out) {}

    void blocks(const RichText& text) {
        for (const RichTextBlock& block : text.blocks) {
            std::visit([&](const auto& value) { add(value); }, block);
        }
    }

  private:
    void escaped(std::string_view text, std::string_view lineEnd) {
        for (const char c : text) {
            switch (c) {
            case '&':
                out_ += "&amp;";
                break;
            case '<':
                out_ += "&lt;";
                break;
            case '>':
                out_ += "&gt;";
                break;
            case '"':
                out_ += lineEnd.empty() ? "&quot;" : "\"";
                break;
            case '\n':
                out_ += lineEnd;
                break;
            default:
                out_ += c;
            }
        }
    }

    void attribute(std::string_view name, std::string_view value) {
        out_ += fmt::format(" {}=\"", name);
        escaped(value, {});
        out_ += '"';
    }

    /// Opens or closes, innermost first then, the elements of a span.
    void span(const TextSpan& span, std::string_view lineEnd) {
        std::array<std::string_view, 12> open{};
        std::size_t count = 0;
        const auto tag = [&](bool wanted, std::string_view name) {
            if (wanted) {
                out_ += fmt::format("<{}>", name);
                open[count++] = name;
            }
        };
        const auto tagWith = [&](std::string_view name, std::string_view key, std::string_view value) {
            if (!value.empty()) {
                out_ += fmt::format("<{}", name);
                attribute(key, value);
                out_ += '>';
                open[count++] = name;
            }
        };
        if (span.details) {
            tagWith("a", "href", span.details->link);
            tagWith("span", "lang", span.details->language);
            tagWith("abbr", "title", span.details->expansion);
            tag(span.details->code, "code");
        }
        const Emphasis& emphasis = span.emphasis;
        tag(emphasis.bold, "b");
        tag(emphasis.italic, "i");
        tag(emphasis.underline, "u");
        tag(emphasis.struck, "s");
        tag(emphasis.small, "small");
        tag(emphasis.raised, "sup");
        tag(emphasis.lowered, "sub");
        escaped(span.text, lineEnd);
        while (count > 0) {
            out_ += fmt::format("</{}>", open[--count]);
        }
    }

    void spans(const std::vector<TextSpan>& all, std::string_view lineEnd = "<br>") {
        for (const TextSpan& each : all) {
            span(each, lineEnd);
        }
    }

    static std::string_view alignName(TextAlign align) {
        constexpr std::array<std::string_view, 4> kNames = {"", "left", "center", "right"};
        return kNames.at(static_cast<std::size_t>(align));
    }

    void add(const TextParagraph& paragraph) {
        const std::string_view name = paragraph.preformatted ? "pre" : "p";
        out_ += fmt::format("<{}", name);
        std::string style;
        if (paragraph.align != TextAlign::Unsaid) {
            style = fmt::format("text-align: {}", alignName(paragraph.align));
        }
        if (paragraph.indent != Length()) {
            style +=
                fmt::format("{}margin-left: {}pt", style.empty() ? "" : "; ", formatPoints(paragraph.indent));
        }
        if (!style.empty()) {
            attribute("style", style);
        }
        out_ += '>';
        spans(paragraph.spans, paragraph.preformatted ? "\n" : "<br>");
        out_ += fmt::format("</{}>", name);
    }

    void add(const TextHeading& heading) {
        out_ += fmt::format("<h{}>", heading.level);
        spans(heading.spans);
        out_ += fmt::format("</h{}>", heading.level);
    }

    /// What a list item or a cell holds: of one paragraph that says nothing of itself its words alone.
    void content(const RichText& text) {
        const auto* only =
            text.blocks.size() == 1 ? std::get_if<TextParagraph>(&text.blocks.front()) : nullptr;
        if (only != nullptr && only->align == TextAlign::Unsaid && only->indent == Length() &&
            !only->preformatted) {
            spans(only->spans);
        } else {
            blocks(text);
        }
    }

    void add(const TextList& list) {
        constexpr std::array<std::string_view, 6> kTypes = {"", "1", "a", "A", "i", "I"};
        const bool bullet = list.marker == ListMarker::Bullet;
        out_ += bullet ? "<ul>" : "<ol";
        if (!bullet && list.marker != ListMarker::Decimal) {
            attribute("type", kTypes[static_cast<std::size_t>(list.marker)]);
        }
        if (!bullet && list.start != 1) {
            attribute("start", std::to_string(list.start));
        }
        out_ += bullet ? "" : ">";
        for (const RichText& item : list.items) {
            out_ += "<li>";
            content(item);
            out_ += "</li>";
        }
        out_ += bullet ? "</ul>" : "</ol>";
    }

    void add(const TextDefinitions& definitions) {
        out_ += "<dl>";
        for (const TextDefinition& item : definitions.items) {
            if (!item.term.empty()) {
                out_ += "<dt>";
                spans(item.term);
                out_ += "</dt>";
            }
            if (!item.text.empty()) {
                out_ += "<dd>";
                content(item.text);
                out_ += "</dd>";
            }
        }
        out_ += "</dl>";
    }

    void add(const TextRule& /*rule*/) { out_ += "<hr>"; }

    void add(const Boxed<TextQuote>& quote) {
        out_ += "<blockquote>";
        blocks(quote->text);
        out_ += "</blockquote>";
    }

    void add(const Boxed<TextPicture>& picture) {
        out_ += "<img";
        attribute("src", picture->file);
        attribute("alt", picture->decorative ? std::string_view() : picture->alt);
        if (picture->width != Length()) {
            attribute("width", formatPoints(picture->width) + "pt");
        }
        out_ += '>';
    }

    void add(const Boxed<TextTable>& table) {
        out_ += "<table role=\"table\">"; // one of a single cell is one, too
        if (!table->caption.empty()) {
            out_ += "<caption>";
            spans(table->caption);
            out_ += "</caption>";
        }
        for (const ColumnWidth& width : table->columns) {
            out_ += "<col";
            if (width.isFixed()) {
                attribute("width", formatPoints(width.length()) + "pt");
            } else if (const auto part = width.wishedOf(Length::milli(100'000))) { // percent, in thousandths
                attribute("width", formatPoints(*part) + "%");
            }
            out_ += '>';
        }
        constexpr std::array<std::string_view, 3> kParts = {"thead", "tbody", "tfoot"};
        for (std::size_t i = 0; i < table->rows.size(); ++i) {
            const TextRow& row = table->rows[i];
            const std::string_view part = kParts.at(static_cast<std::size_t>(row.part));
            if (i == 0 || table->rows[i - 1].part != row.part) {
                out_ += fmt::format("<{}>", part);
            }
            addRow(row);
            if (i + 1 == table->rows.size() || table->rows[i + 1].part != row.part) {
                out_ += fmt::format("</{}>", part);
            }
        }
        out_ += "</table>";
    }

    void addRow(const TextRow& row) {
        out_ += "<tr>";
        for (const TextCell& cell : row.cells) {
            const std::string_view name = cell.header ? "th" : "td";
            out_ += fmt::format("<{}", name);
            if (cell.rowSpan > 1) {
                attribute("rowspan", std::to_string(cell.rowSpan));
            }
            if (cell.colSpan > 1) {
                attribute("colspan", std::to_string(cell.colSpan));
            }
            if (cell.align != TextAlign::Unsaid) {
                attribute("align", alignName(cell.align));
            }
            out_ += '>';
            content(cell.content);
            out_ += fmt::format("</{}>", name);
        }
        out_ += "</tr>";
    }

    std::string& out_;
};

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
    HtmlWriter(out).blocks(text);
    json.beginObject();
    json.key("html");
    json.string(out);
    json.endObject();
}

} // namespace sidetal::input
