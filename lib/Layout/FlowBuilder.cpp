#include "Layout/FlowBuilder.h"

#include "Layout/Canvas.h"
#include "Layout/PlainBlocks.h"
#include "Layout/TableBuilder.h"

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

/// One visitor out of several functions.
template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

/// The first block that stands where `block` does: of a panel its own first one.
const Block* firstOf(const Block* block) {
    const auto* panel = block != nullptr ? std::get_if<Panel>(&block->content) : nullptr;
    return panel != nullptr && !panel->blocks.empty() ? firstOf(&panel->blocks.front()) : block;
}

/// Whether something of the heading's own stands under it: not if the next heading is of its level or above.
bool headsWhat(const Heading& heading, const Block* next) {
    const Block* first = firstOf(next);
    const auto* other = first != nullptr ? std::get_if<Heading>(&first->content) : nullptr;
    return other == nullptr || other->level > heading.level;
}

} // namespace

void FlowBuilder::build(std::vector<Block>& blocks, Length width) {
    items_.clear();
    marks_.clear();
    panels_.clear();
    add(blocks, nullptr, {{}, width});
    keepLeads(items_);
}

/// Adds blocks that `after` follows, if it is not null.
void FlowBuilder::add(std::vector<Block>& blocks, const Block* after, Frame frame) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        addBlock(blocks[i], i + 1 < blocks.size() ? &blocks[i + 1] : after, frame);
    }
}

void FlowBuilder::addBlock(Block& block, const Block* next, Frame frame) {
    const std::size_t first = items_.size();
    const Length width = block.width > Length() ? block.width : frame.width - block.indent;
    addContent(block, next, {frame.x + block.indent, width});
    applyKeeps(block, next, first);
}

void FlowBuilder::addContent(Block& block, const Block* next, Frame frame) {
    std::visit(
        Overloaded{
            [&](Paragraph& paragraph) { addParagraph(paragraph, frame); },
            [&](Heading& heading) { addHeading(heading, frame); },
            [&](List& list) { addList(list, frame); },
            [&](Table& table) { addTable(table, frame); },
            [&](Rule& rule) {
                const auto& block = store<RuleBlock>(frame.width, rule.width, rule.colour);
                addItem(FlowItem::Kind::Block, &block, frame.x).silent = true;
            },
            [&](Spacer& spacer) { addItem(FlowItem::Kind::Space, nullptr, frame.x).height = spacer.height; },
            [&](PageBreak&) { addItem(FlowItem::Kind::PageBreak, nullptr, frame.x); },
            [&](Aside& aside) { addAside(aside, frame); },
            [&](Figure& figure) { addFigure(figure, frame); },
            [&](Panel& panel) { addPanel(panel, next, frame); },
            [&](Columns& columns) { addColumns(columns, frame); },
            [&](LeaderLine& line) { addLeaderLine(line, frame); },
        },
        block.content);
}

/// Gives the items from `first` on, which came of `block`, its gaps and keeps.
void FlowBuilder::applyKeeps(const Block& block, const Block* next, std::size_t first) {
    if (first == items_.size()) {
        return;
    }
    FlowItem& last = lastShown(first);
    items_[first].spaceBefore = std::max(items_[first].spaceBefore, block.spaceBefore);
    items_.back().spaceAfter = std::max(items_.back().spaceAfter, block.spaceAfter);
    if (block.keepTogether) {
        for (std::size_t i = first; i < items_.size(); ++i) {
            items_[i].whole = true;
            items_[i].keepWithNext = items_[i].keepWithNext || &items_[i] < &last;
        }
    }
    const auto* heading = std::get_if<Heading>(&block.content);
    if (!block.keepWithNext && (heading == nullptr || !headsWhat(*heading, next))) {
        return;
    }
    const bool table = dynamic_cast<const TableBlock*>(last.block) != nullptr;
    // Of what is long enough to be broken, the last part is kept with what follows.
    (table || (heading == nullptr && !last.whole && last.lines > kMostWhole) ? last.endWithNext
                                                                             : last.keepWithNext) = true;
    last.leads = !table;
}

/// The last of the items from `first` on that shows something in the flow, or the first of them.
FlowItem& FlowBuilder::lastShown(std::size_t first) {
    std::size_t last = items_.size() - 1;
    while (last > first && isBetween(items_[last])) {
        --last;
    }
    return items_[last];
}

FlowItem& FlowBuilder::addItem(FlowItem::Kind kind, const Fragmenter* block, Length x) {
    FlowItem& item = items_.emplace_back();
    item.kind = kind;
    item.block = block;
    item.x = x;
    return item;
}

/// Something that is to be found of the last item.
Mark& FlowBuilder::addMark(Spot spot) {
    items_.back().landmark = true;
    Mark& mark = marks_.emplace_back();
    mark.item = static_cast<std::uint32_t>(items_.size() - 1);
    mark.spot = spot;
    return mark;
}

/// Marks the targets that begin with `leaf`, of the last item.
void FlowBuilder::markTargets(NodeId leaf) {
    if (leaf == NodeId::None) {
        return;
    }
    found_.clear();
    tools_.targets.take(leaf, found_);
    for (const TargetId target : found_) {
        addMark().target = target;
    }
}

const TextBlock& FlowBuilder::storeText(TextId text, std::uint32_t lines, const Paragraph& paragraph) {
    return tools_.store.texts.emplace_back(text, lines, tools_.measurer.lineHeight(paragraph));
}

void FlowBuilder::addParagraph(Paragraph& paragraph, Frame frame) {
    const TextId text = tools_.measurer.measure(paragraph, frame.width);
    const TextBlock& block = storeText(text, tools_.measurer.texts()[text].lineCount, paragraph);
    FlowItem& item = addItem(FlowItem::Kind::Block, &block, frame.x);
    item.source = paragraph.source;
    item.lines = block.lines();
    item.height = block.lineHeight();
    for (const Run& run : paragraph.runs) {
        markTargets(run.leaf);
    }
}

void FlowBuilder::addHeading(Heading& heading, Frame frame) {
    addParagraph(heading.text, frame);
    items_.back().heading = true;
    if (!heading.outline.empty()) {
        addMark().heading = &heading;
    }
}

/// Notes how large an image is shown.
void FlowBuilder::noteImage(const Figure& figure, Length measure) {
    const auto* image = std::get_if<ImageId>(&figure.shown);
    if (image == nullptr) {
        return;
    }
    std::vector<Size>& sizes = tools_.store.imageSizes;
    const auto at = static_cast<std::size_t>(*image);
    sizes.resize(std::max(sizes.size(), at + 1));
    const Size shown = shownSize(figure, measure);
    sizes[at] = {std::max(sizes[at].width, shown.width), std::max(sizes[at].height, shown.height)};
}

void FlowBuilder::addFigure(Figure& figure, Frame frame) {
    noteImage(figure, frame.width);
    addItem(FlowItem::Kind::Block, &store<FigureBlock>(figure, frame.width), frame.x).source = figure.source;
    items_.back().silent = figure.leaf == NodeId::None;
    if (figure.leaf != NodeId::None) {
        markTargets(figure.leaf);
        Mark& mark = addMark();
        mark.boxed = figure.leaf;
        const Size shown = shownSize(figure, frame.width);
        mark.x = alignIn(figure.align, frame.width, shown.width);
        mark.width = shown.width;
        mark.height = shown.height;
    }
}

void FlowBuilder::addList(List& list, Frame frame) {
    std::vector<BesideLabel> labels;
    const Length labelWidth = measureLabels(list, frame.width, labels);
    Length widest;
    for (const BesideLabel& label : labels) {
        widest = std::max(widest, label.block != nullptr ? label.width : Length());
    }
    const Frame body{frame.x + labelWidth, frame.width - labelWidth};
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        ListItem& item = list.items[i];
        const BesideLabel& label = labels[i];
        if (label.block == nullptr) {
            const std::size_t before = items_.size();
            if (auto* figure = std::get_if<Figure>(&item.label)) {
                addFigure(*figure, frame);
            } else if (auto& words = std::get<Paragraph>(item.label); !words.runs.empty()) {
                addParagraph(words, frame);
            }
            if (items_.size() > before) {
                items_.back().keepWithNext = !item.body.empty();
            }
        }
        const std::size_t firstText = tools_.store.texts.size();
        const std::size_t firstItem = items_.size();
        add(item.body, nullptr, body);
        if (label.block != nullptr) {
            const bool figure = std::holds_alternative<Figure>(item.label);
            const Length y = figure ? (items_[firstItem].height - label.height) / 2 : Length();
            const Length right = list.labelsEndTogether ? widest - label.width : Length();
            tools_.store.texts[firstText].setLabel(label.block,
                                                   right - (labelWidth + item.body.front().indent), y);
        }
    }
}

/// The words of a block that a label may stand beside; null for any other.
const Paragraph* FlowBuilder::wordsOf(const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) {
        return &heading->text;
    }
    if (const auto* line = std::get_if<LeaderLine>(&block.content)) {
        return &line->text;
    }
    return std::get_if<Paragraph>(&block.content);
}

FlowBuilder::BesideLabel FlowBuilder::measureLabel(const List& list, ListItem& item) {
    const Paragraph* text = item.body.empty() ? nullptr : wordsOf(item.body.front());
    if (text == nullptr) {
        return {};
    }
    if (const auto* figure = std::get_if<Figure>(&item.label)) {
        noteImage(*figure, std::max(list.labelWidth, figure->width));
        const bool fits = figure->height <= tools_.measurer.lineHeight(*text);
        return {fits ? &store<FigureBlock>(*figure, std::max(list.labelWidth, figure->width)) : nullptr,
                figure->width, figure->height};
    }
    auto& words = std::get<Paragraph>(item.label);
    if (words.runs.empty()) {
        return {};
    }
    const TextId measured = tools_.measurer.measureLine(words, list.labelWidth);
    return {&storeText(measured, 1, words), tools_.measurer.widestLine(measured), {}};
}

/// Measures the labels that stand beside texts. Returns how far the bodies stand in: what the list says, or
/// what its labels need, up to half of the measure.
Length FlowBuilder::measureLabels(List& list, Length measure, std::vector<BesideLabel>& labels) {
    Length needed = list.labelWidth;
    for (ListItem& item : list.items) {
        BesideLabel& label = labels.emplace_back(measureLabel(list, item));
        label.width += list.labelGap;
        if (label.block != nullptr && label.width * 2 <= measure) {
            needed = std::max(needed, label.width);
        }
    }
    for (BesideLabel& label : labels) {
        if (label.width > needed) {
            label.block = nullptr;
        }
    }
    return needed;
}

void FlowBuilder::addTable(Table& table, Frame frame) {
    std::vector<TargetId> own; // before those of the cells
    tools_.targets.take(table.node, own);
    TableBuilder builder(tools_);
    std::unique_ptr<TableBlock> block = builder.build(table, frame.width, pageHeight_);
    if (!block) {
        return;
    }
    addItem(FlowItem::Kind::Block, block.get(), frame.x).source = table.source;
    Mark& box = addMark();
    box.boxed = table.node;
    box.width = block->width();
    for (const TargetId target : own) {
        addMark().target = target;
    }
    for (Mark& inside : builder.marks()) {
        inside.item = marks_.back().item;
        marks_.push_back(inside);
    }
    tools_.store.others.push_back(std::move(block));
}

} // namespace sidetal
