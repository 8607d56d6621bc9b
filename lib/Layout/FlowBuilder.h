#pragma once

#include "Blocks/Block.h"
#include "Layout/Flow.h"
#include "Layout/Marks.h"
#include "Layout/Measure.h"
#include "Layout/TextBlock.h"

#include <deque>
#include <memory>
#include <span>
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
    /// `tools` must outlive this.
    FlowBuilder(const BuilderTools& tools, Length pageHeight)
        : tools_(tools)
        , pageHeight_(pageHeight) {}

    /// Makes the flow of `blocks` at `width`, replacing the last one; the blocks must not move afterwards.
    void build(std::vector<Block>& blocks, Length width);

    [[nodiscard]] std::vector<FlowItem>& items() { return items_; }
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

    void add(std::vector<Block>& blocks, Frame frame);
    void addBlock(Block& block, const Block* next, Frame frame);
    void addContent(Block& block, Frame frame);
    FlowItem& addItem(FlowItem::Kind kind, const Fragmenter* block, Length x);
    template <typename Made, typename... Arguments>
    const Made& store(Arguments&&... arguments);
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
    void applyKeeps(const Block& block, const Block* next, std::size_t first);
    Mark& addMark(Spot spot = {});
    void markTargets(NodeId leaf);

    const BuilderTools& tools_;
    Length pageHeight_;
    std::vector<FlowItem> items_;
    std::vector<Mark> marks_;
    std::vector<TargetId> found_;
};

} // namespace sidetal
