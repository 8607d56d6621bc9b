#include "Compose/TextBlocks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal {

namespace {

Paragraph paragraphOf(const TextParagraph& text, NodeId leaf, const Type& type) {
    Paragraph out;
    out.format = type.format;
    out.source = text.source;
    out.runs.reserve(text.spans.size());
    for (const TextSpan& span : text.spans) {
        Run run = Context::run(span.text, type, leaf);
        const Emphasis own = run.emphasis;
        run.emphasis = span.emphasis;
        run.emphasis.bold = own.bold || span.emphasis.bold;
        run.emphasis.italic = own.italic || span.emphasis.italic;
        out.runs.push_back(run);
    }
    return out;
}

/// "a" to "z", "aa" …: what HTML counts with (WHATWG HTML 4.4.5, CSS Counter Styles 6.2).
std::string alphabetic(int number, char first) {
    std::string out;
    for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
        out.insert(out.begin(), static_cast<char>(first + (rest - 1) % 26));
    }
    return out;
}

std::string roman(int number, bool upper) {
    static constexpr std::array<std::pair<int, std::string_view>, 13> kDigits = {{
        {1000, "m"},
        {900, "cm"},
        {500, "d"},
        {400, "cd"},
        {100, "c"},
        {90, "xc"},
        {50, "l"},
        {40, "xl"},
        {10, "x"},
        {9, "ix"},
        {5, "v"},
        {4, "iv"},
        {1, "i"},
    }};
    std::string out;
    for (const auto& [value, digits] : kDigits) {
        for (; number >= value; number -= value) {
            out += digits;
        }
    }
    if (upper) {
        std::transform(out.begin(), out.end(), out.begin(),
                       [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    }
    return out;
}

/// An item's number in its list's own figures; those of 0, and Roman ones past 3999, are decimal (CSS Counter
/// Styles 6.1).
std::string itemNumber(ListMarker marker, int number) {
    if (number >= 1) {
        switch (marker) {
        case ListMarker::LowerAlpha:
            return alphabetic(number, 'a');
        case ListMarker::UpperAlpha:
            return alphabetic(number, 'A');
        case ListMarker::LowerRoman:
        case ListMarker::UpperRoman:
            if (number <= 3999) {
                return roman(number, marker == ListMarker::UpperRoman);
            }
            break;
        case ListMarker::Bullet:
        case ListMarker::Decimal:
            break;
        }
    }
    return std::to_string(number);
}

ListNumbering numberingOf(ListMarker marker) {
    switch (marker) {
    case ListMarker::Decimal:
        return ListNumbering::Decimal;
    case ListMarker::LowerAlpha:
        return ListNumbering::LowerAlpha;
    case ListMarker::UpperAlpha:
        return ListNumbering::UpperAlpha;
    case ListMarker::LowerRoman:
        return ListNumbering::LowerRoman;
    case ListMarker::UpperRoman:
        return ListNumbering::UpperRoman;
    case ListMarker::Bullet:
        break;
    }
    return ListNumbering::Disc;
}

Block listBlock(Context& context, const TextList& list, NodeId parent, const TextLook& look) {
    StructTree& tree = context.out.tree;
    const NodeId node = tree.add(parent, Role::L);
    tree.node(node).numbering = numberingOf(list.marker);

    List content;
    content.items.reserve(list.items.size());
    TextLook inner = look;
    inner.gap = inner.beforeList = look.list->itemGap;
    inner.sign = nullptr;
    const bool bullets = list.marker == ListMarker::Bullet;
    const SourcePos labelSource = bullets && context.style.source != 0 ? context.style : list.source;
    const std::string_view bullet = bullets ? context.out.keep(look.list->bullet) : std::string_view();
    int number = list.start;
    for (const RichText& text : list.items) {
        const NodeId item = tree.add(node, Role::LI);
        const std::string_view label =
            bullets ? bullet : context.out.keep(itemNumber(list.marker, number) + ".");
        ListItem out;
        out.label = Context::paragraph(label, look.type, tree.add(item, Role::Lbl), labelSource);
        addText(context, text, tree.add(item, Role::LBody), inner, out.body);
        content.items.push_back(std::move(out));
        ++number;
    }
    content.labelWidth = look.list->labelWidth;
    content.labelGap = context.out.formats[static_cast<std::size_t>(look.type.format)].size * 3 / 10;
    Block block;
    block.content = std::move(content);
    block.spaceAfter = look.gap;
    return block;
}

bool listFollows(const RichText& text, std::size_t paragraph) {
    return paragraph + 1 < text.blocks.size() && std::holds_alternative<TextList>(text.blocks[paragraph + 1]);
}

/// Whether a paragraph announces what follows it: it ends in ":" or in ", at", as in "Det indstilles, at".
bool announces(const TextParagraph& paragraph) {
    constexpr std::size_t kLongestEnd = 4;
    std::string end; // the last characters, over the borders of spans
    for (auto span = paragraph.spans.rbegin(); span != paragraph.spans.rend() && end.size() < kLongestEnd;
         ++span) {
        end.insert(0, span->text);
        end.erase(end.find_last_not_of(" \n") + 1);
    }
    return end.ends_with(':') || end.ends_with(", at");
}

Length gapAfter(const RichText& text, std::size_t paragraph, const TextLook& look) {
    return listFollows(text, paragraph) ? look.beforeList : look.gap;
}

const TextParagraph* onlyParagraph(const RichText& text) {
    return text.blocks.size() == 1 ? std::get_if<TextParagraph>(&text.blocks.front()) : nullptr;
}

} // namespace

Paragraph signedParagraph(Context& context, const LeadingSign* sign, const Type& type, Paragraph text,
                          NodeId leaf) {
    if (sign == nullptr) {
        return text;
    }
    StructTree& tree = context.out.tree;
    const NodeId span = tree.add(leaf, Role::Span);
    tree.setActualText(span, sign->words);
    context.setLabelLanguage(span);
    if (!text.runs.empty()) {
        const NodeId rest = tree.add(leaf, Role::Span);
        for (Run& run : text.runs) {
            run.leaf = rest;
        }
    }
    text.runs.insert(text.runs.begin(), Context::run(sign->sign, type, span));
    return text;
}

void addText(Context& context, const RichText& text, NodeId parent, const TextLook& look,
             std::vector<Block>& out) {
    if (look.sign != nullptr && !text.blocks.empty() &&
        std::holds_alternative<TextList>(text.blocks.front())) {
        const NodeId leaf = context.out.tree.add(parent, Role::P);
        out.emplace_back().content = signedParagraph(
            context, look.sign, look.type, Context::paragraph({}, look.type, leaf, text.source), leaf);
    }
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        if (const auto* list = std::get_if<TextList>(&text.blocks[i])) {
            out.push_back(listBlock(context, *list, parent, look));
            continue;
        }
        const NodeId leaf = context.out.tree.add(parent, Role::P);
        Block block;
        block.content =
            signedParagraph(context, i == 0 ? look.sign : nullptr, look.type,
                            paragraphOf(std::get<TextParagraph>(text.blocks[i]), leaf, look.type), leaf);
        block.spaceAfter = gapAfter(text, i, look);
        block.keepWithNext = listFollows(text, i) && announces(std::get<TextParagraph>(text.blocks[i]));
        out.push_back(std::move(block));
    }
}

void fillCell(Context& context, TableCell& cell, const RichText& text, const TextLook& look) {
    const TextParagraph* only = onlyParagraph(text);
    if (only != nullptr || (text.empty() && look.sign != nullptr)) {
        Paragraph words = only != nullptr ? paragraphOf(*only, cell.node, look.type)
                                          : Context::paragraph({}, look.type, cell.node, text.source);
        cell.content.emplace_back().content =
            signedParagraph(context, look.sign, look.type, std::move(words), cell.node);
        return;
    }
    addText(context, text, cell.node, look, cell.content);
}

void fillCell(Context& context, TableCell& cell, std::string_view title, const Type& titleType,
              SourcePos source, const RichText& text, const TextLook& look) {
    if (title.empty()) {
        fillCell(context, cell, text, look);
        return;
    }
    const NodeId leaf = text.empty() ? cell.node : context.out.tree.add(cell.node, Role::P);
    cell.content.emplace_back().content = Context::paragraph(title, titleType, leaf, source);
    addText(context, text, cell.node, look, cell.content);
}

} // namespace sidetal
