#include "Compose/PaperItems.h"

#include "Compose/PaperDecisions.h"
#include "Compose/PaperEnclosures.h"
#include "Model/Fields/MeetingFields.h"

#include <algorithm>
#include <array>

namespace sidetal {

namespace {

/// Between the rule over an item and its title.
constexpr Length kUnderRule = Length::points(7);

/// A part of an item: a section, or what all items have.
struct ItemPart {
    std::string_view key; ///< of a section, or "decisions", "enclosures"
    const Section* section = nullptr;
    std::size_t rank = 0; ///< place in the style's order
};

class ItemsComposer {
  public:
    explicit ItemsComposer(const Paper& paper)
        : paper_(paper)
        , look_(paper.look) {}

    void compose() {
        const int top = paper_.model.groups.empty() ? 2 : 3;
        const ItemGroup* group = nullptr;
        for (std::size_t i = 0; i < paper_.items.size(); ++i) {
            const PaperItem& item = paper_.items[i];
            if (item.depth == 0 && look_.items.newPage && i > 0) { // the titles of its groups too
                paper_.blocks().emplace_back().content = PageBreak();
            }
            addGroupsBefore(group, item.group, item.opening);
            const std::size_t level = static_cast<std::size_t>(top) + item.depth;
            if (level > kDeepestHeading) {
                warnOfDepth(item.item->source);
            }
            addItem(item, i, static_cast<int>(std::min<std::size_t>(level, kDeepestHeading)));
        }
        addGroupsBefore(group, nullptr, TargetId::None);
    }

  private:
    void addGroupsBefore(const ItemGroup*& last, const ItemGroup* next, TargetId opening);
    void addItem(const PaperItem& item, std::size_t index, int level);
    void addParts(const PaperItem& item, std::size_t index, int level);
    void addItemHeading(const PaperItem& item, int level);
    void addRule(const ParagraphStyle& heading);
    void addCaseLine(const AgendaItem& item);
    [[nodiscard]] std::vector<ItemPart> partsOf(const AgendaItem& item) const;
    void addSection(const Section& section, int level);
    [[nodiscard]] std::string_view headingOf(const Section& section, bool& ofCatalogue) const;
    void warnOfDepth(SourcePos source);

    const Paper& paper_;
    const AgendaStyle& look_;
    bool warnedOfDepth_ = false;
};

/// Headings of the groups between the one of the last item and that of the next: those without items too.
/// `opening` is the target of the last of them.
void ItemsComposer::addGroupsBefore(const ItemGroup*& last, const ItemGroup* next, TargetId opening) {
    const std::vector<ItemGroup>& groups = paper_.model.groups;
    if (groups.empty() || (last == next && last != nullptr)) {
        return;
    }
    const ItemGroup* at = last == nullptr ? groups.data() : last + 1;
    const ItemGroup* end = next == nullptr ? groups.data() + groups.size() : next + 1;
    for (; at < end; ++at) {
        if (at->items.empty()) {
            paper_.diagnostics.warning("SID-C009", "the group has no items: its title stands alone",
                                       at->titleSource.orElse(at->source));
        }
        paper_.addHeading({{at->title}}, look_[AgendaRole::Group], at->titleSource.orElse(at->source),
                          {.target = at + 1 == end ? opening : TargetId::None});
    }
    last = next == nullptr ? last : next;
}

void ItemsComposer::warnOfDepth(SourcePos source) {
    if (!warnedOfDepth_) {
        paper_.diagnostics.warning(
            "SID-C007",
            "these items are headed at the seventh level and deeper, which PDF/UA-1 does not have: "
            "they are tagged as headings of the sixth",
            source);
    }
    warnedOfDepth_ = true;
}

void ItemsComposer::addItem(const PaperItem& item, std::size_t index, int level) {
    addItemHeading(item, level);
    addCaseLine(*item.item);
    const std::size_t first = paper_.blocks().size();
    addParts(item, index, level);
    const bool within = index + 1 < paper_.items.size() && paper_.items[index + 1].depth > item.depth;
    if (paper_.blocks().size() == first && !within) { // no need to stand with the next item
        paper_.blocks().back().keepWithNext = false;
    }
}

void ItemsComposer::addParts(const PaperItem& item, std::size_t index, int level) {
    const std::size_t first = paper_.blocks().size();
    addText(paper_.c, item.item->body, NodeId::Root, paper_.textLook(level + 1), paper_.blocks());
    paper_.placeTexts(paper_.blocks(), first);
    const int inner = std::min(level + 1, kDeepestHeading);
    bool decided = false;
    for (const ItemPart& part : partsOf(*item.item)) {
        if (part.section != nullptr) {
            addSection(*part.section, inner);
        } else if (part.key == "decisions") {
            addDecisions(paper_, item, index, inner);
            decided = true;
        } else {
            addEnclosures(paper_, item, inner);
        }
    }
    if (!decided) {
        const auto isDecision = [](const Section& section) { return section.key == "decision"; };
        addNotices(paper_, index, std::ranges::any_of(item.item->sections, isDecision));
    }
}

void ItemsComposer::addItemHeading(const PaperItem& item, int level) {
    const ParagraphStyle& own = look_[item.depth == 0 ? AgendaRole::Item : AgendaRole::SubItem];
    ParagraphStyle style = own;
    if (item.depth == 0 && look_.items.ruleWidth > Length()) {
        addRule(own);
        style.spaceBefore = kUnderRule;
    }
    const bool hangs = look_.hangingNumbers && !item.number.empty();
    const std::string before = hangs || item.number.empty() ? std::string() : fmt::format("{} ", item.number);
    std::vector<LinePart> parts{{before + item.item->title}};
    const auto addRemark = [&](std::string_view word) {
        parts.push_back({fmt::format(" ({})", word), true});
    };
    const bool hasKind = item.item->kind != AgendaItem::Kind::Unspecified;
    if (hasKind && look_.items.kindMark != KindMark::None) {
        const bool letter = look_.items.kindMark == KindMark::Letter;
        addRemark(paper_.word(letter ? PaperWord::LetterDecision : PaperWord::KindDecision, item.item->kind));
    }
    if (item.item->status == AgendaItem::Status::Withdrawn) {
        addRemark(paper_.c.labels[Label::Withdrawn]);
    }
    if (item.item->access == Access::Closed && !look_.items.showAccess && !saysClosed(item.item->title)) {
        addRemark(paper_.c.labels[Label::Closed]);
    }
    HeadingForm form;
    form.level = level;
    form.target = item.target;
    if (hangs) {
        form.number = item.number;
        form.numberWidth = look_.items.numberWidth;
    } else if (item.number.empty()) {
        form.indent = look_.items.numberWidth;
    }
    paper_.addHeading(parts, style, item.item->titleSource.orElse(item.item->source), form);
}

void ItemsComposer::addRule(const ParagraphStyle& heading) {
    Block rule;
    rule.content = Rule{look_.items.ruleWidth, look_.items.ruleColour};
    rule.spaceBefore = heading.spaceBefore;
    rule.width = paper_.headingMeasure;
    rule.keepWithNext = true;
    paper_.blocks().push_back(std::move(rule));
}

/// A word of a line that breaks only between its parts: blanks within it stay, where it is no sentence.
std::string kept(std::string text) {
    constexpr std::size_t kLongest = 60;
    if (text.size() > kLongest) {
        return text;
    }
    std::string out;
    for (const char c : text) {
        out += c == ' ' ? std::string("\u00a0") : std::string(1, c);
    }
    return out;
}

/// "Sagsnr. 01.02.05-P16-4-26 · Sagsbehandler ab · Åben sag · Beslutningssag"
void ItemsComposer::addCaseLine(const AgendaItem& item) {
    std::vector<LinePart> parts;
    const auto add = [&](std::string_view label, const std::string& value) {
        if (!parts.empty()) {
            parts.push_back({"\u00a0· "});
        }
        if (!label.empty()) {
            parts.push_back({kept(std::string(label)) + (value.empty() ? "" : "\u00a0"), true});
        }
        if (!value.empty()) {
            parts.push_back({kept(value)});
        }
    };
    const auto addValue = [&](std::string_view label, const std::string& value) {
        if (!value.empty()) {
            add(label, value);
        }
    };
    addValue(paper_.c.labels[Label::CaseNumber], item.caseNumber);
    addValue(paper_.c.labels[Label::CaseOfficer], item.caseOfficer);
    addValue(paper_.word(PaperWord::Competence), item.competence);
    addValue(paper_.word(PaperWord::Presenter), item.presenter);
    if (look_.items.showAccess) {
        add(paper_.word(item.access == Access::Closed ? PaperWord::ClosedCase : PaperWord::OpenCase), {});
    }
    if (item.kind != AgendaItem::Kind::Unspecified && look_.items.kindMark != KindMark::Word) {
        add(paper_.word(PaperWord::CaseDecision, item.kind), {});
    }
    if (parts.empty()) {
        return;
    }
    const ParagraphStyle& style = look_[AgendaRole::CaseLine];
    Block block;
    block.content = labelledParagraph(paper_.c, parts, paper_.c.type(style.text),
                                      paper_.c.out.tree.add(NodeId::Root, Role::P), item.source);
    block.spaceBefore = style.spaceBefore;
    block.spaceAfter = style.spaceAfter;
    block.keepWithNext = true;
    block.indent = look_.items.numberWidth;
    block.width = std::max(paper_.headingMeasure - block.indent, Length::points(1));
    paper_.blocks().push_back(std::move(block));
}

// ---- sections

std::vector<ItemPart> ItemsComposer::partsOf(const AgendaItem& item) const {
    std::vector<ItemPart> parts;
    for (const Section& section : item.sections) {
        parts.push_back({section.key, &section});
    }
    if (!item.decisions.empty()) {
        parts.push_back({"decisions"});
    }
    if (!item.enclosures.empty()) {
        parts.push_back({"enclosures"});
    }
    const std::vector<std::string>& order = look_.sections.order;
    std::size_t last = 0;
    for (ItemPart& part : parts) {
        const auto at = std::ranges::find(order, part.key);
        part.rank = at == order.end() ? last : static_cast<std::size_t>(at - order.begin()) + 1;
        last = part.rank;
    }
    std::ranges::stable_sort(parts, {}, &ItemPart::rank);
    return parts;
}

/// The section's own title, or that of its key; `ofCatalogue` says which.
std::string_view ItemsComposer::headingOf(const Section& section, bool& ofCatalogue) const {
    const auto at = std::ranges::find(model::kSectionKeys, section.key);
    ofCatalogue = section.title.empty() && at != model::kSectionKeys.end();
    if (!ofCatalogue) {
        return section.title.empty() ? std::string_view(section.key) : section.title;
    }
    return paper_.word(
        wordAfter(PaperWord::Resume, static_cast<std::size_t>(at - model::kSectionKeys.begin())));
}

void ItemsComposer::addSection(const Section& section, int level) {
    const bool empty = section.body.empty();
    if (empty && look_.sections.empty == EmptySections::Hide && !saysClosed(section.title)) {
        return; // but a heading that says that something is withheld
    }
    bool ofCatalogue = false;
    std::vector<LinePart> words{{std::string(headingOf(section, ofCatalogue)), ofCatalogue}};
    if (section.access == Access::Closed && !saysClosed(section.title)) {
        words.push_back({fmt::format(" ({})", paper_.c.labels[Label::Closed]), true});
    }
    const bool isDecision = section.key == "decision";
    const ParagraphStyle& style = look_[isDecision ? AgendaRole::Decision : AgendaRole::Section];
    std::vector<Block> blocks;
    blocks.push_back(paper_.heading(words, style, section.source,
                                    {.level = level, .width = paper_.textWidth(), .outlined = isDecision}));
    if (empty && look_.sections.empty == EmptySections::Nothing) {
        blocks.push_back(paper_.line(std::string(paper_.word(PaperWord::Nothing)), AgendaRole::Body,
                                     section.source, true));
    }
    TextLook look = paper_.textLook(level + 1);
    look.adLists = isDecision;
    addText(paper_.c, section.body, NodeId::Root, look, blocks);
    const bool isRecommendation = section.key == "recommendation";
    addPanel(paper_, isDecision ? look_.sections.decision : look_.sections.recommendation,
             isDecision || isRecommendation, std::move(blocks));
}

} // namespace

void addItems(const Paper& paper) {
    ItemsComposer(paper).compose();
}

} // namespace sidetal
