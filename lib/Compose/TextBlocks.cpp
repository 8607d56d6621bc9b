#include "Compose/TextBlocks.h"

#include "Compose/AdLabel.h"
#include "Compose/ListNumbers.h"
#include "Compose/PictureBlocks.h"
#include "Compose/TextTables.h"

#include <algorithm>
#include <span>
#include <utility>

namespace sidetal {

namespace {

constexpr int kDeepestHeading = 6;
constexpr Length kMostIndent = Length::points(120); ///< of a paragraph: words must fit beside it

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

const TextParagraph* onlyParagraph(const RichText& text) {
    return text.blocks.size() == 1 ? std::get_if<TextParagraph>(&text.blocks.front()) : nullptr;
}

/// Writes the blocks of one text; texts within it by further writers.
class TextWriter {
  public:
    TextWriter(Context& context, const RichText& text, NodeId parent, const TextLook& look,
               std::vector<Block>& out)
        : c_(context)
        , text_(text)
        , parent_(parent)
        , look_(look)
        , out_(out) {}

    void write() {
        const bool startsOtherwise =
            !text_.blocks.empty() && !std::holds_alternative<TextParagraph>(text_.blocks.front());
        if (look_.sign != nullptr && startsOtherwise) {
            const NodeId leaf = c_.out.tree.add(parent_, Role::P);
            out_.emplace_back().content = signedParagraph(
                c_, look_.sign, look_.type, Context::paragraph({}, look_.type, leaf, text_.source), leaf);
        }
        for (at_ = look_.from; at_ < text_.blocks.size(); ++at_) {
            if (look_.adLists && adLabelAt(at_) > 0 && adLabelAt(at_ + 1) > 0) {
                addAdList();
                continue;
            }
            std::visit([&](const auto& block) { add(block); }, text_.blocks[at_]);
        }
    }

  private:
    void add(const TextParagraph& paragraph);
    void add(const TextHeading& heading);
    void add(const TextList& list);
    void add(const TextDefinitions& definitions);
    void add(const TextRule& rule);
    void add(const Boxed<TextTable>& table);
    void add(const Boxed<TextPicture>& picture);
    void add(const Boxed<TextQuote>& quote);

    [[nodiscard]] std::size_t adLabelAt(std::size_t at) const;
    void addAdList();
    void addHeading(std::span<const TextSpan> spans, int level, SourcePos source);
    void addIndented(const RichText& text, NodeId node, Length indent);
    [[nodiscard]] bool isBoldHeading(const TextParagraph& paragraph) const;
    [[nodiscard]] bool listFollows() const {
        return at_ + 1 < text_.blocks.size() && std::holds_alternative<TextList>(text_.blocks[at_ + 1]);
    }
    [[nodiscard]] bool pictureFollows() const {
        return at_ + 1 < text_.blocks.size() &&
               std::holds_alternative<Boxed<TextPicture>>(text_.blocks[at_ + 1]);
    }
    [[nodiscard]] int levelOf(int own);
    [[nodiscard]] TextLook inner() const;

    Context& c_;
    const RichText& text_;
    NodeId parent_;
    const TextLook& look_;
    std::vector<Block>& out_;
    std::size_t at_ = 0;
    std::vector<int> levels_; ///< of the headings that the next one may stand under
};

/// The look of texts within this one.
TextLook TextWriter::inner() const {
    TextLook out = look_;
    out.sign = nullptr;
    out.from = 0;
    out.headingLevel = 0;
    out.adLists = false;
    return out;
}

void TextWriter::add(const TextParagraph& paragraph) {
    if (isBoldHeading(paragraph)) {
        return addHeading(paragraph.spans, levelOf(kDeepestHeading + 1), paragraph.source);
    }
    const NodeId leaf = c_.out.tree.add(parent_, Role::P);
    Block& block = out_.emplace_back();
    block.content = textParagraph(c_, paragraph, leaf, look_, at_ == 0 ? look_.sign : nullptr);
    block.indent = std::min(paragraph.indent, kMostIndent);
    block.spaceAfter = listFollows() ? look_.beforeList : look_.gap;
    block.keepWithNext = (listFollows() || pictureFollows()) && announces(paragraph);
}

/// Headings within texts take the level under what holds the text, those under them the next: none is left
/// out, whatever their names say (ISO 14289-1, 7.4.2).
int TextWriter::levelOf(int own) {
    while (!levels_.empty() && levels_.back() >= own) {
        levels_.pop_back();
    }
    levels_.push_back(own);
    return look_.headingLevel + static_cast<int>(levels_.size()) - 1;
}

void TextWriter::add(const TextHeading& heading) {
    if (look_.headingLevel != 0 && c_.texts != nullptr) {
        return addHeading(heading.spans, levelOf(heading.level), heading.source);
    }
    Type bold = look_.type;
    bold.emphasis.bold = true;
    const NodeId leaf = c_.out.tree.add(parent_, Role::P);
    Block& block = out_.emplace_back();
    block.content = spanParagraph(c_, heading.spans, bold, leaf, heading.source, look_.notes);
    block.keepWithNext = true;
}

void TextWriter::addHeading(std::span<const TextSpan> spans, int level, SourcePos source) {
    const ParagraphStyle& style = level == look_.headingLevel ? c_.texts->heading : c_.texts->subheading;
    const int tagged = std::min(level, kDeepestHeading);
    const Type type = c_.type(style.text);
    const NodeId node = c_.out.tree.add(parent_, Context::headingRole(tagged));
    Block& block = out_.emplace_back();
    block.content = Heading{spanParagraph(c_, spans, type, node, source, look_.notes), tagged,
                            outlineText(plainWords(spans))};
    block.spaceBefore = style.spaceBefore;
    block.spaceAfter = style.spaceAfter;
}

/// A paragraph that is bold from end to end and has another kind of text under it looks like a heading.
bool TextWriter::isBoldHeading(const TextParagraph& paragraph) const {
    const auto isBold = [](const TextSpan& span) { return span.emphasis.bold; };
    if (look_.headingLevel == 0 || c_.texts == nullptr || at_ + 1 == text_.blocks.size() ||
        !std::ranges::all_of(paragraph.spans, isBold)) {
        return false;
    }
    const auto* next = std::get_if<TextParagraph>(&text_.blocks[at_ + 1]);
    if (next != nullptr && std::ranges::all_of(next->spans, isBold)) {
        return false;
    }
    if (c_.texts->boldParagraphs == BoldParagraphs::Headings) {
        return true;
    }
    if (!std::exchange(c_.toldBoldParagraph, true) && c_.diagnostics != nullptr) {
        c_.diagnostics->warning(
            "SID-C008",
            "a wholly bold paragraph looks like a heading, but nobody who listens is told: "
            "make it one, or all of them by the style's \"boldParagraphs\": \"heading\"",
            paragraph.source);
    }
    return false;
}

void TextWriter::add(const TextList& list) {
    StructTree& tree = c_.out.tree;
    const NodeId node = tree.add(parent_, Role::L);
    tree.node(node).numbering = numberingOf(list.marker);

    List content;
    content.items.reserve(list.items.size());
    TextLook look = inner();
    look.gap = look.beforeList = look_.list->itemGap;
    const bool bullets = list.marker == ListMarker::Bullet;
    const SourcePos labelSource = bullets && c_.style.source != 0 ? c_.style : list.source;
    const std::string_view bullet = bullets ? c_.out.keep(look_.list->bullet) : std::string_view();
    int number = list.start;
    for (const RichText& text : list.items) {
        const NodeId item = tree.add(node, Role::LI);
        const std::string_view label = bullets ? bullet : c_.out.keep(itemNumber(list.marker, number) + ".");
        ListItem out;
        out.label = Context::paragraph(label, look_.type, tree.add(item, Role::Lbl), labelSource);
        TextWriter(c_, text, tree.add(item, Role::LBody), look, out.body).write();
        content.items.push_back(std::move(out));
        ++number;
    }
    content.labelWidth = look_.list->labelWidth;
    content.labelsEndTogether = look_.list->numbersAtDot && !bullets;
    content.labelGap = c_.sizeOf(look_.type) * 3 / 10;
    Block& block = out_.emplace_back();
    block.content = std::move(content);
    block.spaceAfter = look_.gap;
}

/// The length of the label that the block begins with, "Ad 1."; 0 where it has none.
std::size_t TextWriter::adLabelAt(std::size_t at) const {
    const auto* paragraph =
        at < text_.blocks.size() ? std::get_if<TextParagraph>(&text_.blocks[at]) : nullptr;
    return paragraph == nullptr || paragraph->spans.empty() ? 0
                                                            : adLabelLength(paragraph->spans.front().text);
}

/// The paragraphs from here on that have such labels, as a list; what is indented under them in the text is
/// not told apart from what follows.
void TextWriter::addAdList() {
    StructTree& tree = c_.out.tree;
    const NodeId node = tree.add(parent_, Role::L);
    tree.node(node).numbering = ListNumbering::Decimal;
    List content;
    for (std::size_t length = adLabelAt(at_); length > 0; length = adLabelAt(++at_)) {
        const auto& text = std::get<TextParagraph>(text_.blocks[at_]);
        const NodeId item = tree.add(node, Role::LI);
        const std::string_view label = std::string_view(text.spans.front().text).substr(0, length);
        ListItem& out = content.items.emplace_back();
        out.label = Context::paragraph(label, look_.type, tree.add(item, Role::Lbl), text.source);
        Paragraph words = textParagraph(c_, text, tree.add(item, Role::LBody), look_, nullptr);
        if (!words.runs.empty()) {
            std::string_view& first = words.runs.front().text;
            first.remove_prefix(length);
            first.remove_prefix(first.starts_with(' ') ? 1 : first.starts_with("\u00a0") ? 2 : 0);
            if (first.empty()) {
                words.runs.erase(words.runs.begin());
            }
        }
        out.body.emplace_back().content = std::move(words);
        out.body.back().spaceAfter = look_.list->itemGap;
    }
    --at_; // of the last of them
    content.labelWidth = look_.list->labelWidth;
    content.labelGap = c_.sizeOf(look_.type) * 3 / 10;
    Block& block = out_.emplace_back();
    block.content = std::move(content);
    block.spaceAfter = look_.gap;
}

/// Appends a text that stands in from the left, its nodes to `node`.
void TextWriter::addIndented(const RichText& text, NodeId node, Length indent) {
    const std::size_t first = out_.size();
    TextWriter(c_, text, node, inner(), out_).write();
    for (Block& block : std::span(out_).subspan(first)) {
        block.indent += indent;
    }
}

/// A list without marks whose labels are the terms, each over what is said of it (ISO 32000-1, 14.8.4.3.3).
void TextWriter::add(const TextDefinitions& definitions) {
    StructTree& tree = c_.out.tree;
    const NodeId node = tree.add(parent_, Role::L);
    Type bold = look_.type;
    bold.emphasis.bold = true;
    const Length indent = c_.texts != nullptr ? c_.texts->quoteIndent : Length::points(18);
    for (const TextDefinition& item : definitions.items) {
        const NodeId entry = tree.add(node, Role::LI);
        if (!item.term.empty()) {
            const NodeId label = tree.add(entry, Role::Lbl);
            Block& block = out_.emplace_back();
            block.content = spanParagraph(c_, item.term, bold, label, item.source, look_.notes);
            block.keepWithNext = !item.text.empty();
        }
        if (!item.text.empty()) {
            addIndented(item.text, tree.add(entry, Role::LBody), indent);
        }
    }
}

void TextWriter::add(const TextRule& /*rule*/) {
    const TextTableStyle look = c_.texts != nullptr ? c_.texts->table : TextTableStyle();
    Block& block = out_.emplace_back();
    block.content = Rule{std::max(look.ruleWidth, Length::milli(500)), look.ruleColour};
    block.spaceBefore = block.spaceAfter = look_.gap;
    block.keepWithNext = true; // a heading over it would be left alone with it
}

void TextWriter::add(const Boxed<TextQuote>& quote) {
    // Cells hold no block quotations (ISO 32005, table 5).
    const NodeId node = c_.standsInCell(parent_) ? parent_ : c_.out.tree.add(parent_, Role::BlockQuote);
    addIndented(quote->text, node, c_.texts != nullptr ? c_.texts->quoteIndent : Length::points(18));
}

void TextWriter::add(const Boxed<TextTable>& table) {
    addTextTable(c_, *table, parent_, inner(), out_);
}

void TextWriter::add(const Boxed<TextPicture>& picture) {
    if (auto block = pictureBlock(c_, *picture, parent_, look_.gap)) {
        out_.push_back(std::move(*block));
    }
}

/// The notes of links, each "1 https://…": the number leads back to nothing, the address to its page.
void addNotes(Context& context, std::span<const LinkNote> notes, NodeId parent, const TextLook& look,
              std::vector<Block>& out) {
    StructTree& tree = context.out.tree;
    Type small = look.type;
    small.emphasis.small = true;
    for (const LinkNote& note : notes) {
        const NodeId node = tree.add(parent, Role::Note);
        tree.node(node).hasId = true;
        const NodeId label = tree.add(node, Role::Lbl);
        tree.bindTarget(note.target, label);
        const NodeId body = tree.add(tree.add(node, Role::P), Role::Link);
        const std::string address(note.address);
        tree.setLink(body, {TargetId::None, address, address});
        Block& block = out.emplace_back();
        Paragraph words =
            Context::paragraph(context.out.keep(std::to_string(note.number) + " "), small, label, {});
        words.runs.push_back(Context::run(shownAddress(note.address), small, body));
        block.content = std::move(words);
        block.spaceAfter = &note == &notes.back() ? look.gap : Length();
    }
}

} // namespace

Align alignOf(TextAlign align, Align otherwise) {
    switch (align) {
    case TextAlign::Left:
        return Align::Left;
    case TextAlign::Centre:
        return Align::Centre;
    case TextAlign::Right:
        return Align::Right;
    case TextAlign::Unsaid:
        break;
    }
    return otherwise;
}

Paragraph textParagraph(Context& context, const TextParagraph& text, NodeId leaf, const TextLook& look,
                        const LeadingSign* sign) {
    Type type = look.type;
    Align own = context.out.formats[static_cast<std::size_t>(type.format)].align;
    own = text.preformatted && own == Align::Justify ? Align::Left : own; // its blanks are meant
    if (text.align != TextAlign::Unsaid || text.preformatted) {
        const bool code = text.preformatted && context.texts != nullptr;
        type = context.varied(type, alignOf(text.align, own),
                              code ? std::string_view(context.texts->codeFamily) : std::string_view());
    }
    if (sign == nullptr) {
        return spanParagraph(context, text.spans, type, leaf, text.source, look.notes);
    }
    Paragraph out =
        signedParagraph(context, sign, type, Context::paragraph({}, type, leaf, text.source), leaf);
    const std::vector<Run> runs = runsOf(context, text.spans, type, leaf, look.notes, true);
    out.runs.insert(out.runs.end(), runs.begin(), runs.end());
    return out;
}

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
    if (look.notes != nullptr || context.texts == nullptr || context.texts->links != LinkForm::Notes) {
        return TextWriter(context, text, parent, look, out).write();
    }
    std::vector<LinkNote> notes;
    TextLook noting = look;
    noting.notes = &notes;
    TextWriter(context, text, parent, noting, out).write();
    addNotes(context, notes, parent, look, out);
}

void fillCell(Context& context, TableCell& cell, const RichText& text, const TextLook& look) {
    const TextParagraph* only = onlyParagraph(text);
    if (only != nullptr || (text.empty() && look.sign != nullptr)) {
        cell.content.emplace_back().content =
            only != nullptr
                ? textParagraph(context, *only, cell.node, look, look.sign)
                : signedParagraph(context, look.sign, look.type,
                                  Context::paragraph({}, look.type, cell.node, text.source), cell.node);
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
