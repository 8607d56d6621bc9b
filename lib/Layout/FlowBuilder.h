#pragma once

#include "Blocks/Block.h"
#include "Layout/Flow.h"
#include "Layout/Measure.h"
#include "Layout/TableBlock.h"
#include "Layout/TextBlock.h"

#include <deque>
#include <memory>
#include <vector>

namespace sidetal {

/// A document's blocks as pagination and painting see them; owned in one place, referred to by FlowItems.
struct BlockStore {
    std::deque<TextBlock> texts;
    std::vector<std::unique_ptr<Fragmenter>> others;
};

/// What a traced item is: an entry of the outline or a table.
struct TracedItem {
    std::uint32_t item = 0;
    const Heading* heading = nullptr;
    const TableBlock* block = nullptr;
    NodeId table = NodeId::None;
};

/// Flattens blocks into a flow, measuring their texts.
class FlowBuilder {
  public:
    FlowBuilder(Measurer& measurer, BlockStore& store, Diagnostics& diagnostics, Length pageHeight)
        : measurer_(measurer)
        , store_(store)
        , diagnostics_(diagnostics)
        , pageHeight_(pageHeight) {}

    /// Makes the flow of `blocks` at `width`, replacing the last one; the blocks must not move afterwards.
    void build(std::vector<Block>& blocks, Length width);

    [[nodiscard]] std::vector<FlowItem>& items() { return items_; }
    /// Headings and tables of the flow.
    [[nodiscard]] std::vector<TracedItem>& traced() { return traced_; }

  private:
    /// What holds blocks: its left edge and width.
    struct Frame {
        Length x;
        Length width;
    };

    void add(std::vector<Block>& blocks, Frame frame);
    void addBlock(Block& block, const Block* next, Frame frame);
    void addContent(Block& block, Frame frame);
    FlowItem& addItem(FlowItem::Kind kind, const Fragmenter* block, Length x);
    void addParagraph(Paragraph& paragraph, Frame frame);
    void addHeading(Heading& heading, Frame frame);
    void addList(List& list, Frame frame);
    [[nodiscard]] Length measureLabels(List& list, Length measure, std::vector<TextId>& labels);
    void addTable(Table& table, Frame frame);
    void addAside(Aside& aside, Frame frame);
    void applyKeeps(const Block& block, const Block* next, std::size_t first);

    Measurer& measurer_;
    BlockStore& store_;
    Diagnostics& diagnostics_;
    Length pageHeight_;
    std::vector<FlowItem> items_;
    std::vector<TracedItem> traced_;
};

} // namespace sidetal
