#include "Compose/Context.h"

#include "Compose/LabelledLine.h"
#include "Support/Texts.h"
#include "Support/Utf8.h"

#include <algorithm>
#include <fmt/format.h>

#include <array>

namespace sidetal {

namespace {

TextFormat formatOf(const TextStyle& style, Align align) {
    TextFormat out;
    out.family = style.family;
    out.size = style.size;
    out.lineHeight = style.lineHeight;
    out.colour = style.colour;
    out.kerning = style.kerning;
    out.ligatures = style.ligatures;
    out.hyphenate = style.hyphenation;
    out.bonds = style.bonds;
    out.optimum = style.lines == LineChoice::Optimum;
    out.fullLastLine = style.fullLastLine;
    out.align = style.justified && align == Align::Left ? Align::Justify : align;
    return out;
}

bool same(const TextFormat& a, const TextFormat& b) {
    return a.size == b.size && a.lineHeight == b.lineHeight && a.colour == b.colour &&
           a.kerning == b.kerning && a.ligatures == b.ligatures && a.hyphenate == b.hyphenate &&
           a.bonds == b.bonds && a.optimum == b.optimum && a.fullLastLine == b.fullLastLine &&
           a.align == b.align && a.family == b.family;
}

} // namespace

Type Context::type(const TextStyle& style, Align align) {
    return {formatId(formatOf(style, align)), {.bold = style.bold, .italic = style.italic}};
}

Type Context::varied(const Type& type, Align align, std::string_view family) {
    TextFormat format = out.formats[static_cast<std::size_t>(type.format)];
    format.align = align;
    if (!family.empty()) {
        format.family = family;
    }
    return {formatId(format), type.emphasis};
}

FormatId Context::formatId(const TextFormat& format) {
    std::size_t at = 0;
    while (at < out.formats.size() && !same(out.formats[at], format)) {
        ++at;
    }
    if (at == out.formats.size()) {
        out.formats.push_back(format);
    }
    return static_cast<FormatId>(at);
}

Role Context::headingRole(int level) {
    return static_cast<Role>(static_cast<int>(Role::H1) + level - 1);
}

Run Context::run(std::string_view text, const Type& type, NodeId leaf) {
    Run out;
    out.text = text;
    out.leaf = leaf;
    out.emphasis = type.emphasis;
    return out;
}

Paragraph Context::paragraph(std::string_view text, const Type& type, NodeId leaf, SourcePos source) {
    Paragraph out;
    if (!text.empty()) {
        out.runs.push_back(run(text, type, leaf));
    }
    out.format = type.format;
    out.source = source;
    return out;
}

bool Context::labelsDiffer() const {
    return labels.language() != std::string_view(out.info.language).substr(0, out.info.language.find('-'));
}

bool Context::standsInCell(NodeId node) const {
    const auto isCell = [](Role role) { return role == Role::TD || role == Role::TH; };
    while (node != NodeId::None && !isCell(out.tree.node(node).role)) {
        node = out.tree.node(node).parent;
    }
    return node != NodeId::None;
}

void Context::setLabelLanguage(NodeId node) {
    if (labelsDiffer()) {
        out.tree.setLanguage(node, std::string(labels.language()));
    }
}

std::string Context::draftRemark(const DocumentHeader& header) const {
    return header.status == DocumentStatus::Draft ? fmt::format(" ({})", labels[Label::Draft])
                                                  : std::string();
}

void Context::markDraft(const DocumentHeader& header) {
    if (header.status != DocumentStatus::Draft) {
        return;
    }
    TextStyle style; // no sheet's: a draft is known by it wherever it comes from
    style.family = "Carlito";
    style.size = style.lineHeight = Length::points(96);
    style.colour = {0xe9, 0xec, 0xef};
    style.bold = true;
    const Type look = type(style);
    Watermark mark;
    mark.text = std::string(labels[Label::DraftMark]);
    mark.format = look.format;
    mark.emphasis = look.emphasis;
    mark.source = header.source;
    out.run().watermark = std::move(mark);
}

void Context::addTitle(const DocumentHeader& header, std::string_view fallback, const ParagraphStyle& style,
                       Length measure, std::initializer_list<std::string> details) {
    const bool ofCatalogue = header.title.empty();
    const std::string_view title = ofCatalogue ? fallback : std::string_view(header.title);
    const std::string remark = draftRemark(header);
    const NodeId node = out.tree.add(NodeId::Root, Role::H1);
    if (ofCatalogue) {
        setLabelLanguage(node);
    }
    Block block;
    const SourcePos source = header.titleSource.orElse(header.source);
    const Type look = type(style.text);
    Paragraph words = remark.empty()
                          ? paragraph(title, look, node, source)
                          : labelledParagraph(*this, {{std::string(title), ofCatalogue}, {remark, true}},
                                              look, node, source);
    block.content = Heading{std::move(words), 1, outlineText(std::string(title) + remark)};
    block.spaceBefore = style.spaceBefore;
    block.spaceAfter = style.spaceAfter;
    block.width = measure;
    out.run().blocks.push_back(std::move(block));
    nameFile(header, title, details);
}

void Context::nameFile(const DocumentHeader& header, std::string_view title,
                       std::initializer_list<std::string> details) {
    out.info.title = outlineText(title) + draftRemark(header);
    out.info.titleSource = header.titleSource.orElse(header.source);
    if (header.organisation) {
        const Organisation& from = *header.organisation;
        out.info.creator = joined(std::array{outlineText(from.name), outlineText(from.unit)}, ", ");
    }
    for (const std::string& detail : details) {
        if (out.info.title.find(detail) == std::string::npos) {
            out.info.title += ", " + outlineText(detail);
        }
    }
}

void Context::describe(std::initializer_list<std::string> sentences) {
    for (const std::string& sentence : sentences) {
        if (!sentence.empty()) {
            out.info.description += out.info.description.empty() ? "" : " ";
            out.info.description += outlineText(sentence);
            out.info.description += sentence.ends_with('.') || sentence.ends_with('?') ? "" : ".";
        }
    }
}

std::string outlineText(std::string_view text) {
    // Most letters are of no byte that begins a line end or an invisible character: they are taken at once.
    const auto isPlain = [](char c) { return c != '\n' && c != '\xC2' && c != '\xE2' && c != '\xEF'; };
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && isPlain(text[at])) {
            ++at;
        }
        if (at > begin) {
            plain += text.substr(begin, at - begin);
            continue;
        }
        const char32_t c = utf8::next(text, at);
        const bool invisible = c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
        if (!invisible) {
            plain += c == '\n' ? " " : text.substr(begin, at - begin);
        }
    }
    return plain;
}

std::string runningWords(std::string_view text) {
    std::string out = outlineText(text);
    std::ranges::replace(out, '{', '(');
    std::ranges::replace(out, '}', ')');
    return out;
}

} // namespace sidetal
