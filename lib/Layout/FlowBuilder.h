#pragma once

#include "Blocks/Block.h"
#include "Layout/FlowPainter.h"
#include "Layout/Marks.h"
#include "Layout/Measure.h"
#include "Layout/PlainBlocks.h"
#include "Layout/TextBlock.h"

#include <deque>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace sidetal {

/// A document's blocks as pagination and painting see them; owned in one place, referred to by FlowItems.
struct BlockStore {
    std::deque<TextBlock> texts;
    std::vector<std::unique_ptr<Fragmenter>> others;
    std::vector<Size> imageSizes; ///< by ImageId: how large each is shown at most
};

/// What all builders of a document share.
struct BuilderTools {
    Measurer& measurer;
    BlockStore& store;
    TargetFinder& targets;
    Diagnostics& diagnostics;
};

/// Flattens blocks into a flow, measuring their texts: the one way from blocks to what is placed, on pages
/// and in cells.
class FlowBuilder {
  public:
    /// What becomes of a panel: a stretch of the flow, or, in cells, an item that is never broken.
    enum class Panels : std::uint8_t { Stretches, Boxes };

    /// `tools` must outlive this.
    FlowBuilder(const BuilderTools& tools, Length pageHeight, Panels panels = Panels::Stretches)
        : tools_(tools)
        , pageHeight_(pageHeight)
        , panelsAre_(panels) {}

    /// Makes the flow of `blocks` at `width`, replacing the last one; the blocks must not move afterwards.
    void build(std::vector<Block>& blocks, Length width);

    [[nodiscard]] std::vector<FlowItem>& items() { return items_; }
    /// Where its panels are.
    [[nodiscard]] std::vector<PanelStretch>& panels() { return panels_; }
    /// What is to be found of the flow, by item.
    [[nodiscard]] std::vector<Mark>& marks() { return marks_; }

  private:
    /// What holds blocks: its left edge and width.
    struct Frame {
        Length x;
        Length width;
    };
    /// A list's label that stands beside its text; null: on a line of its own.
    struct BesideLabel {
        const Fragmenter* block = nullptr;
        Length width;
        Length height;
    };

    void add(std::vector<Block>& blocks, const Block* after, Frame frame);
    void addBlock(Block& block, const Block* next, Frame frame);
    void addContent(Block& block, const Block* next, Frame frame);
    FlowItem& addItem(FlowItem::Kind kind, const Fragmenter* block, Length x);
    template <typename Made, typename... Arguments>
    const Made& store(Arguments&&... arguments) {
        auto made = std::make_unique<Made>(std::forward<Arguments>(arguments)...);
        const Made& stored = *made;
        tools_.store.others.push_back(std::move(made));
        return stored;
    }
    const TextBlock& storeText(TextId text, std::uint32_t lines, const Paragraph& paragraph);
    void addParagraph(Paragraph& paragraph, Frame frame);
    void addHeading(Heading& heading, Frame frame);
    void addFigure(Figure& figure, Frame frame);
    void noteImage(const Figure& figure, Length measure);
    void addList(List& list, Frame frame);
    [[nodiscard]] Length measureLabels(List& list, Length measure, std::vector<BesideLabel>& labels);
    [[nodiscard]] static const Paragraph* wordsOf(const Block& block);
    [[nodiscard]] BesideLabel measureLabel(const List& list, ListItem& item);
    void addTable(Table& table, Frame frame);
    void addAside(Aside& aside, Frame frame);
    void addPanel(Panel& panel, const Block* next, Frame frame);
    void addStretch(Panel& panel, const Block* next, Frame frame);
    void keepTwoLines(std::size_t first);
    void addColumns(Columns& columns, Frame frame);
    void addLeaderLine(LeaderLine& line, Frame frame);
    [[nodiscard]] static Box boxOf(FlowBuilder& inner, Length x, std::vector<Mark>& marks);
    void addBoxes(std::vector<ColumnsBlock::Placed> boxes, const std::vector<Mark>& marks, Frame frame);
    void addBoxMarks(const std::vector<Mark>& marks);
    void applyKeeps(const Block& block, const Block* next, std::size_t first);
    [[nodiscard]] FlowItem& lastShown(std::size_t first);
    Mark& addMark(Spot spot = {});
    void markTargets(NodeId leaf);

    const BuilderTools& tools_;
    Length pageHeight_;
    Panels panelsAre_;
    std::vector<FlowItem> items_;
    std::vector<PanelStretch> panels_;
    std::vector<Mark> marks_;
    std::vector<TargetId> found_;
};

} // namespace sidetal
