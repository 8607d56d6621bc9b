#include "Compose/Paper.h"

#include "Model/ItemNumbers.h"

#include <algorithm>

namespace sidetal {

namespace {

void listItems(const std::vector<AgendaItem>& items, const ItemGroup* group, std::size_t depth,
               std::span<const std::string>& numbers, std::vector<PaperItem>& out) {
    for (const AgendaItem& item : items) {
        out.push_back({&item, group, numbers.front(), bareNumber(numbers.front()), depth});
        numbers = numbers.subspan(1);
        listItems(item.items, group, depth + 1, numbers, out);
    }
}

/// Headings end before the sender block.
Length measureOfHeadings(const AgendaStyle& look, Length column) {
    const Length asked = look.headingMeasure.value_or(column);
    return look.sender ? std::min(asked, column + look.sender->gap) : asked;
}

} // namespace

Paper::Paper(Context& context, const MeetingPaper& paper, std::span<const std::string> numbers,
             const AgendaStyle& style, Diagnostics& messages)
    : c(context)
    , model(paper)
    , look(style)
    , diagnostics(messages)
    , column(context.out.run().body.width)
    , headingMeasure(measureOfHeadings(style, column))
    , roll(rollOf(paper, numbers, messages)) {
    items.reserve(numbers.size());
    std::span<const std::string> left = numbers;
    listItems(paper.items, nullptr, 0, left, items);
    for (const ItemGroup& group : paper.groups) {
        listItems(group.items, &group, 0, left, items);
    }
}

Type Paper::typeOf(AgendaRole role) const {
    std::optional<Type>& type = types_[static_cast<std::size_t>(role)];
    if (!type) {
        type = c.type(look[role].text);
    }
    return *type;
}

std::string Paper::day() const {
    return model.meeting.date ? c.labels.longDate(*model.meeting.date) : std::string();
}

Label Paper::kind() const {
    return model.kind == MeetingPaper::Kind::Minutes ? Label::Minutes : Label::Agenda;
}

std::string Paper::dateText(Date date, DateForm form) const {
    return form == DateForm::Long ? c.labels.longDate(date) : c.labels.shortDate(date);
}

std::string_view Paper::title() const {
    if (!model.header.title.empty()) {
        return model.header.title;
    }
    if (model.excerpt) {
        const bool minutes = model.kind == MeetingPaper::Kind::Minutes;
        return word(minutes ? PaperWord::ExcerptMinutes : PaperWord::ExcerptAgenda);
    }
    return c.labels[kind()];
}

std::string Paper::excerptOf() const {
    const Label kind = model.kind == MeetingPaper::Kind::Minutes ? Label::Minutes : Label::Agenda;
    const std::string_view paper =
        model.excerpt->of.empty() ? c.labels[kind] : std::string_view(model.excerpt->of);
    return word(PaperWord::ExcerptItems, fmt::arg("paper", paper), fmt::arg("items", model.excerpt->items));
}

std::string_view Paper::committee() const {
    return model.committee ? std::string_view(model.committee->name) : std::string_view();
}

Block Paper::heading(const std::vector<LinePart>& parts, const ParagraphStyle& style, SourcePos source,
                     const HeadingForm& form) const {
    std::string whole(form.number);
    whole += whole.empty() ? "" : " ";
    for (const LinePart& part : parts) {
        whole += part.text;
    }
    const std::string outline = form.outlined ? outlineText(whole) : std::string();
    const NodeId node = c.out.tree.add(NodeId::Root, Context::headingRole(form.level));
    if (form.target != TargetId::None) {
        c.out.tree.bindTarget(form.target, node);
    }
    const Type type = c.type(style.text);
    Block block;
    if (form.number.empty()) {
        block.content = Heading{labelledParagraph(c, parts, type, node, source), form.level, outline};
    } else {
        ListItem item;
        item.label =
            Context::paragraph(c.out.keep(fmt::format("{}\u00a0", form.number)), type, // a blank that stays
                               c.out.tree.add(node, Role::Span), source);
        const NodeId words = c.out.tree.add(node, Role::Span);
        item.body.emplace_back().content =
            Heading{labelledParagraph(c, parts, type, words, source), form.level, outline};
        List hanging;
        hanging.items.push_back(std::move(item));
        hanging.labelWidth = form.numberWidth;
        block.content = std::move(hanging);
        block.keepWithNext = true;
    }
    block.spaceBefore = style.spaceBefore;
    block.spaceAfter = style.spaceAfter;
    block.indent = form.indent;
    block.width = form.width > Length() ? form.width : headingMeasure - form.indent;
    return block;
}

void Paper::addHeading(const std::vector<LinePart>& parts, const ParagraphStyle& style, SourcePos source,
                       const HeadingForm& form) const {
    blocks().push_back(heading(parts, style, source, form));
}

void Paper::addPartHeading(PaperWord words, TargetId target) const {
    addHeading({{std::string(word(words)), true}}, look[AgendaRole::Part], model.header.source,
               {.target = target});
}

Block Paper::line(std::string text, AgendaRole role, SourcePos source, bool ofCatalogue) const {
    const ParagraphStyle& style = look[role];
    Block block;
    const NodeId node = c.out.tree.add(NodeId::Root, Role::P);
    block.content = labelledParagraph(c, {{std::move(text), ofCatalogue}}, typeOf(role), node, source);
    block.spaceBefore = style.spaceBefore;
    block.spaceAfter = style.spaceAfter;
    return block;
}

TextLook Paper::textLook(int level) const {
    const Length gap = look[AgendaRole::Body].spaceAfter;
    TextLook out{typeOf(AgendaRole::Body), &look.list, gap, gap};
    out.headingLevel = std::min(level, kDeepestHeading);
    return out;
}

void Paper::placeText(Block& block) const {
    // Tables and pictures may take what the page has.
    const bool isWide =
        std::holds_alternative<Table>(block.content) || std::holds_alternative<Figure>(block.content);
    if (!isWide && block.width == Length() && look.items.textWidth) {
        block.width = std::max(*look.items.textWidth - block.indent, Length::points(1));
    }
    block.indent += look.items.numberWidth;
}

void Paper::placeTexts(std::vector<Block>& blocks, std::size_t first) const {
    if (look.items.numberWidth > Length() || look.items.textWidth) {
        std::for_each(blocks.begin() + static_cast<std::ptrdiff_t>(first), blocks.end(),
                      [&](Block& block) { placeText(block); });
    }
}

std::string personText(const Person& person) {
    std::string out = person.name;
    if (!person.party.empty()) {
        out += fmt::format(" ({})", person.party);
    }
    if (!person.role.empty()) {
        out += out.empty() ? person.role : ", " + person.role;
    }
    return out;
}

bool saysClosed(std::string_view title) {
    for (const std::string_view language : {"da", "en"}) {
        const Labels& labels = *Labels::find(language);
        for (const Label label : {Label::ClosedItem, Label::ClosedSection, Label::ClosedEnclosure}) {
            if (title == labels[label]) {
                return true;
            }
        }
    }
    return false;
}

} // namespace sidetal
