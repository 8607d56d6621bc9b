// What holds blocks that stand elsewhere than one under the other over the measure: FlowBuilder's panels,
// columns, lines with an end, and what stands beside the flow.

#include "Layout/FlowBuilder.h"
#include "Layout/LeaderBlock.h"
#include "Layout/PlainBlocks.h"
#include "Layout/TableBlock.h"

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

/// Says where in a flow that is never broken a mark stands: under its top and from its left edge.
void settle(Mark& mark, const FlowItem& item, const std::vector<Landmark>& landmarks) {
    const auto at = std::ranges::lower_bound(landmarks, mark.item, {}, &Landmark::item);
    if (at == landmarks.end() || at->item != mark.item) {
        return;
    }
    mark.spot = {Spot::kNoCell, 0, at->top + item.block->topOf(mark.spot, {}, nullptr).value_or(Length())};
    mark.bottom = {};
    mark.x += item.x;
    mark.height = mark.height > Length() ? mark.height : at->height;
}

/// Whether a column shows a single line at most.
bool isSingleLine(const Box& box) {
    return box.items.empty() || (box.items.size() == 1 && box.items.front().lines == 1);
}

} // namespace

/// What `inner` was filled with as a box; its marks, of a box at `x`, go to `marks`.
Box FlowBuilder::boxOf(FlowBuilder& inner, Length x, std::vector<Mark>& marks) {
    for (FlowItem& item : inner.items_) { // a page break breaks nothing, as in a cell
        item.kind = item.kind == FlowItem::Kind::PageBreak ? FlowItem::Kind::Space : item.kind;
    }
    // Never broken: where everything stands in it is known already.
    const Pagination whole = paginate(inner.items_, kEndless);
    Box box;
    const auto shown = std::ranges::find_if_not(inner.items_, isBetween);
    for (const PanelStretch& panel : inner.panels_) {
        if (panel.first == static_cast<std::uint32_t>(shown - inner.items_.begin())) {
            box.lead = std::max(box.lead, panel.format->padTop);
        }
    }
    box.height = box.lead + heightOf(inner.items_);
    for (Mark& mark : inner.marks_) {
        settle(mark, inner.items_[mark.item], whole.landmarks);
        mark.x += x;
        mark.spot.below += box.lead;
        marks.push_back(mark);
    }
    box.items = std::move(inner.items_);
    box.panels = std::move(inner.panels_);
    return box;
}

/// Marks what is to be found in the boxes of the last item.
void FlowBuilder::addBoxMarks(const std::vector<Mark>& marks) {
    for (Mark mark : marks) {
        mark.item = static_cast<std::uint32_t>(items_.size() - 1);
        marks_.push_back(mark);
    }
    items_.back().landmark = !marks.empty();
}

void FlowBuilder::addAside(Aside& aside, Frame frame) {
    FlowBuilder inner(tools_, pageHeight_);
    inner.build(aside.blocks, aside.width);
    std::vector<Mark> marks;
    Box box = boxOf(inner, {}, marks);
    const Length height = box.height;
    addItem(FlowItem::Kind::Beside, &store<AsideBlock>(std::move(box)), frame.x + aside.x).height = height;
    addBoxMarks(marks);
}

void FlowBuilder::addColumns(Columns& columns, Frame frame) {
    std::vector<ColumnsBlock::Placed> boxes;
    std::vector<Mark> marks;
    for (Column& column : columns.columns) {
        FlowBuilder inner(tools_, pageHeight_);
        inner.build(column.blocks, column.width);
        boxes.push_back({column.x, boxOf(inner, column.x, marks)});
    }
    addBoxes(std::move(boxes), marks, frame);
}

void FlowBuilder::addBoxes(std::vector<ColumnsBlock::Placed> boxes, const std::vector<Mark>& marks,
                           Frame frame) {
    SourcePos source;
    bool singleLine = true;
    for (const ColumnsBlock::Placed& placed : boxes) {
        singleLine = singleLine && isSingleLine(placed.box);
        for (const FlowItem& item : placed.box.items) {
            source = source.line == 0 ? item.source : source;
        }
    }
    const auto& block = store<ColumnsBlock>(std::move(boxes));
    FlowItem& item = addItem(FlowItem::Kind::Block, &block, frame.x);
    item.source = source;
    if (singleLine && block.height() > Length()) {
        item.lines = 1;
        item.height = block.height();
    }
    addBoxMarks(marks);
}

void FlowBuilder::addPanel(Panel& panel, const Block* next, Frame frame) {
    if (panelsAre_ == Panels::Stretches) {
        addStretch(panel, next, frame);
        return;
    }
    FlowBuilder inner(tools_, pageHeight_);
    inner.addStretch(panel, next, {{}, frame.width});
    keepLeads(inner.items_);
    if (!inner.items_.empty()) {
        std::vector<Mark> marks;
        std::vector<ColumnsBlock::Placed> boxes;
        boxes.push_back({{}, boxOf(inner, {}, marks)});
        addBoxes(std::move(boxes), marks, frame);
    }
}

/// Adds a panel's blocks to the flow. Its padding is empty height, which is dropped at the top of a page and
/// may pass its foot: there the ground hangs into the margin.
void FlowBuilder::addStretch(Panel& panel, const Block* next, Frame frame) {
    const std::size_t before = items_.size();
    const std::size_t stretch = panels_.size();
    if (panel.format.padTop > Length()) {
        addItem(FlowItem::Kind::Space, nullptr, frame.x).height = panel.format.padTop;
    }
    const std::size_t first = items_.size();
    panels_.emplace_back();
    add(panel.blocks, next, frame);
    if (items_.size() == first) {
        items_.resize(before);
        panels_.resize(stretch);
        return;
    }
    keepTwoLines(first);
    panels_[stretch] = {static_cast<std::uint32_t>(first),
                        static_cast<std::uint32_t>(items_.size()),
                        0,
                        &panel.format,
                        frame.x,
                        frame.width};
    std::uint32_t farthest = stretch > 0 ? panels_[stretch - 1].farthest : 0;
    for (std::size_t i = stretch; i < panels_.size(); ++i) {
        farthest = panels_[i].farthest = std::max(farthest, panels_[i].end);
    }
    items_[before].spaceBefore = std::exchange(items_[first].spaceBefore, {});
    if (panel.format.padBottom > Length()) {
        const Length after = std::exchange(items_.back().spaceAfter, {});
        FlowItem& space = addItem(FlowItem::Kind::Space, nullptr, frame.x);
        space.height = panel.format.padBottom;
        space.spaceAfter = after;
    }
}

/// Keeps single lines at either end of a panel, whose items begin with `first`, with a line more.
void FlowBuilder::keepTwoLines(std::size_t first) {
    FlowItem* begin = nullptr;
    for (std::size_t i = first; i < items_.size() && begin == nullptr; ++i) {
        begin = isBetween(items_[i]) ? nullptr : &items_[i];
    }
    FlowItem& last = lastShown(first);
    if (begin == nullptr || begin == &last) {
        return;
    }
    if (begin->lines == 1) {
        begin->keepWithNext = true;
    }
    if (last.lines == 1) {
        FlowItem* above = &last - 1;
        while (isBetween(*above)) {
            --above;
        }
        const bool table = dynamic_cast<const TableBlock*>(above->block) != nullptr;
        (table || (above->lines > kMostWhole && !above->whole) ? above->endWithNext : above->keepWithNext) =
            true;
    }
}

void FlowBuilder::addLeaderLine(LeaderLine& line, Frame frame) {
    Measurer& measurer = tools_.measurer;
    const LeaderFormat& format = measurer.format(line);
    TextId end = TextId::None;
    Length endWidth;
    Length width = frame.width;
    if (!line.end.runs.empty()) {
        end = measurer.measureLine(line.end, {});
        endWidth = measurer.widestLine(end);
        width -= endWidth + format.gap;
    }
    const TextId text = measurer.measure(line.text, width);
    if (end != TextId::None) {
        measurer.endWithBlank(text);
    }
    const TextBlock& lines = storeText(text, measurer.texts()[text].lineCount, line.text);
    const auto& block = store<LeaderBlock>(
        line, format, LeaderBlock::Parts{lines, text, end, endWidth, measurer.lastLine(text), frame.width});
    FlowItem& item = addItem(FlowItem::Kind::Block, &block, frame.x);
    item.source = line.text.source;
    item.lines = lines.lines();
    item.height = lines.lineHeight();
    for (const Paragraph* paragraph : {&line.text, &line.end}) {
        for (const Run& run : paragraph->runs) {
            markTargets(run.leaf);
        }
    }
}

} // namespace sidetal
