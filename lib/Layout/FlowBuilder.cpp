#include "Layout/FlowBuilder.h"

#include "Layout/PlainBlocks.h"
#include "Layout/TableBuilder.h"

#include <algorithm>

namespace sidetal {

namespace {

/// One visitor out of several functions.
template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

/// Whether something of the heading's own stands under it: not if the next heading is of its level or above.
bool headsWhat(const Heading& heading, const Block* next) {
    const auto* other = next != nullptr ? std::get_if<Heading>(&next->content) : nullptr;
    return other == nullptr || other->level > heading.level;
}

} // namespace

void FlowBuilder::build(std::vector<Block>& blocks, Length width) {
    items_.clear();
    traced_.clear();
    add(blocks, {{}, width});
    keepLeads(items_);
}

void FlowBuilder::add(std::vector<Block>& blocks, Frame frame) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        addBlock(blocks[i], i + 1 < blocks.size() ? &blocks[i + 1] : nullptr, frame);
    }
}

void FlowBuilder::addBlock(Block& block, const Block* next, Frame frame) {
    const std::size_t first = items_.size();
    const Length width = block.width > Length() ? block.width : frame.width - block.indent;
    addContent(block, {frame.x + block.indent, width});
    applyKeeps(block, next, first);
}

void FlowBuilder::addContent(Block& block, Frame frame) {
    std::visit(
        Overloaded{
            [&](Paragraph& paragraph) { addParagraph(paragraph, frame); },
            [&](Heading& heading) { addHeading(heading, frame); },
            [&](List& list) { addList(list, frame); },
            [&](Table& table) { addTable(table, frame); },
            [&](Rule& rule) {
                store_.others.push_back(std::make_unique<RuleBlock>(frame.width, rule.width, rule.colour));
                addItem(FlowItem::Kind::Block, store_.others.back().get(), frame.x);
            },
            [&](Spacer& spacer) { addItem(FlowItem::Kind::Space, nullptr, frame.x).height = spacer.height; },
            [&](PageBreak&) { addItem(FlowItem::Kind::PageBreak, nullptr, frame.x); },
            [&](Aside& aside) { addAside(aside, frame); },
        },
        block.content);
}

/// Gives the items from `first` on, which came of `block`, its gaps and keeps.
void FlowBuilder::applyKeeps(const Block& block, const Block* next, std::size_t first) {
    if (first == items_.size()) {
        return;
    }
    FlowItem& last = items_.back();
    items_[first].spaceBefore = std::max(items_[first].spaceBefore, block.spaceBefore);
    last.spaceAfter = std::max(last.spaceAfter, block.spaceAfter);
    if (block.keepTogether) {
        for (std::size_t i = first; i < items_.size(); ++i) {
            items_[i].whole = true;
            items_[i].keepWithNext = items_[i].keepWithNext || i + 1 < items_.size();
        }
    }
    const auto* heading = std::get_if<Heading>(&block.content);
    if (!block.keepWithNext && (heading == nullptr || !headsWhat(*heading, next))) {
        return;
    }
    const bool table = std::holds_alternative<Table>(block.content);
    // Of what is long enough to be broken, the last part is kept with what follows.
    (table || (heading == nullptr && !last.whole && last.lines > kMostWhole) ? last.endWithNext
                                                                            : last.keepWithNext) = true;
    last.leads = !table;
}

FlowItem& FlowBuilder::addItem(FlowItem::Kind kind, const Fragmenter* block, Length x) {
    FlowItem& item = items_.emplace_back();
    item.kind = kind;
    item.block = block;
    item.x = x;
    return item;
}

void FlowBuilder::addParagraph(Paragraph& paragraph, Frame frame) {
    const TextId text = measurer_.measure(paragraph, frame.width);
    const TextBlock& block =
        store_.texts.emplace_back(text, measurer_.texts()[text].lineCount, measurer_.lineHeight(paragraph));
    FlowItem& item = addItem(FlowItem::Kind::Block, &block, frame.x);
    item.source = paragraph.source;
    item.lines = block.lines();
}

void FlowBuilder::addHeading(Heading& heading, Frame frame) {
    addParagraph(heading.text, frame);
    FlowItem& item = items_.back();
    item.heading = true;
    if (!heading.outline.empty()) {
        item.landmark = true;
        traced_.push_back({static_cast<std::uint32_t>(items_.size() - 1), &heading, nullptr, NodeId::None});
    }
}

void FlowBuilder::addList(List& list, Frame frame) {
    std::vector<TextId> labels; // None: on a line of its own
    const Length labelWidth = measureLabels(list, frame.width, labels);
    const Frame body{frame.x + labelWidth, frame.width - labelWidth};
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        ListItem& item = list.items[i];
        if (labels[i] == TextId::None && !item.label.runs.empty()) {
            addParagraph(item.label, frame);
            items_.back().keepWithNext = !item.body.empty();
        }
        const std::size_t firstText = store_.texts.size();
        add(item.body, body);
        if (labels[i] != TextId::None) {
            store_.texts[firstText].setLabel(labels[i], -(labelWidth + item.body.front().indent));
        }
    }
}

/// Measures the labels that stand beside texts. Returns how far the bodies stand in: what the list says, or
/// what its labels need, up to half of the measure.
Length FlowBuilder::measureLabels(List& list, Length measure, std::vector<TextId>& labels) {
    std::vector<Length> widths;
    Length needed = list.labelWidth;
    for (ListItem& item : list.items) {
        const bool besideText =
            !item.body.empty() && std::holds_alternative<Paragraph>(item.body.front().content);
        const bool measured = besideText && !item.label.runs.empty();
        labels.push_back(measured ? measurer_.measureLine(item.label, list.labelWidth) : TextId::None);
        widths.push_back(measured ? measurer_.widestLine(labels.back()) + list.labelGap : Length());
        if (widths.back() * 2 <= measure) {
            needed = std::max(needed, widths.back());
        }
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (widths[i] > needed) {
            labels[i] = TextId::None;
        }
    }
    return needed;
}

void FlowBuilder::addTable(Table& table, Frame frame) {
    std::unique_ptr<TableBlock> block = TableBuilder(measurer_, diagnostics_).build(table, pageHeight_);
    if (!block) {
        return;
    }
    FlowItem& item = addItem(FlowItem::Kind::Block, block.get(), frame.x);
    item.source = table.source;
    item.landmark = true;
    traced_.push_back({static_cast<std::uint32_t>(items_.size() - 1), nullptr, block.get(), table.node});
    store_.others.push_back(std::move(block));
}

void FlowBuilder::addAside(Aside& aside, Frame frame) {
    FlowBuilder inner(measurer_, store_, diagnostics_, pageHeight_);
    inner.build(aside.blocks, aside.width);
    store_.others.push_back(std::make_unique<AsideBlock>(std::move(inner.items())));
    addItem(FlowItem::Kind::Beside, store_.others.back().get(), frame.x + aside.x);
}

} // namespace sidetal
