#include "unit/Markup/MarkupTesting.h"

#include <fmt/format.h>

namespace sidetal::input::testing {

namespace {

/// `out` between `mark`s where `wanted`.
std::string marked(bool wanted, const std::string& mark, const std::string& out) {
    return wanted ? mark + out + mark : out;
}

std::string shownSpan(const TextSpan& span) {
    std::string out = span.text;
    for (char& c : out) {
        c = c == '\n' ? '|' : c;
    }
    const Emphasis& emphasis = span.emphasis;
    out = marked(emphasis.underline, "_", out);
    out = marked(emphasis.struck, "-", out);
    out = marked(emphasis.raised, "^", out);
    out = marked(emphasis.lowered, ",", out);
    out = marked(emphasis.small, "°", out);
    out = marked(emphasis.italic, "~", out);
    out = marked(emphasis.bold, "*", out);
    if (span.details) {
        const SpanDetails& details = *span.details;
        out = marked(details.code, "`", out);
        out = details.expansion.empty() ? out : out + "(=" + details.expansion + ")";
        out = details.language.empty() ? out : out + "@" + details.language;
        out = details.link.empty() ? out : "{" + out + " -> " + details.link + "}";
    }
    return out;
}

std::string shownSpans(const std::vector<TextSpan>& spans) {
    std::string out;
    for (const TextSpan& span : spans) {
        out += shownSpan(span);
    }
    return out;
}

std::string alignMark(TextAlign align) {
    constexpr const char* kMarks[] = {"", "left ", "centre ", "right "};
    return kMarks[static_cast<std::size_t>(align)];
}

std::string shownBlock(const TextParagraph& paragraph) {
    std::string out = alignMark(paragraph.align);
    out += paragraph.preformatted ? "pre " : "";
    out += paragraph.indent == Length() ? "" : "+" + formatPoints(paragraph.indent) + " ";
    return out + shownSpans(paragraph.spans);
}

std::string shownBlock(const TextHeading& heading) {
    return std::string(static_cast<std::size_t>(heading.level), '#') + " " + shownSpans(heading.spans);
}

std::string shownBlock(const TextList& list) {
    constexpr const char* kMarkers[] = {"-", "1", "a", "A", "i", "I"};
    std::string out = fmt::format("[{}{}", kMarkers[static_cast<std::size_t>(list.marker)],
                                  list.start == 1 ? "" : fmt::format("={}", list.start));
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        out += (i == 0 ? " " : "; ") + shown(list.items[i]);
    }
    return out + "]";
}

std::string shownBlock(const TextDefinitions& definitions) {
    std::string out;
    for (const TextDefinition& item : definitions.items) {
        out += (out.empty() ? "" : "; ") + shownSpans(item.term) + " = " + shown(item.text);
    }
    return "(" + out + ")";
}

std::string shownBlock(const TextRule& /*rule*/) {
    return "----";
}

std::string shownBlock(const Boxed<TextQuote>& quote) {
    return "<<" + shown(quote->text) + ">>";
}

std::string shownBlock(const Boxed<TextPicture>& picture) {
    return "<" + picture->file + (picture->decorative ? "" : " '" + picture->alt + "'") +
           (picture->width == Length() ? "" : " " + formatPoints(picture->width)) + ">";
}

std::string shownBlock(const Boxed<TextTable>& table) {
    constexpr const char* kParts[] = {"H:", "", "F:"};
    std::string out = "{" + shownSpans(table->caption);
    for (const ColumnWidth& width : table->columns) {
        out += width.isFixed() ? " " + formatPoints(width.length())
               : width.kind() == ColumnWidth::Kind::Part
                   ? " " + formatPoints(*width.wishedOf(Length::milli(100'000))) + "%"
                   : " auto";
    }
    for (const TextRow& row : table->rows) {
        out += std::string(" | ") + kParts[static_cast<std::size_t>(row.part)];
        for (const TextCell& cell : row.cells) {
            out += &cell == &row.cells.front() ? "" : ", ";
            out += alignMark(cell.align) + (cell.header ? "!" : "") + shown(cell.content);
            out += cell.rowSpan * cell.colSpan == 1 ? "" : fmt::format("({}x{})", cell.rowSpan, cell.colSpan);
        }
    }
    return out + "}";
}

} // namespace

std::string shown(const RichText& text) {
    std::string out;
    for (const RichTextBlock& block : text.blocks) {
        out += out.empty() ? "" : " / ";
        out += std::visit([](const auto& value) { return shownBlock(value); }, block);
    }
    return out;
}

} // namespace sidetal::input::testing
