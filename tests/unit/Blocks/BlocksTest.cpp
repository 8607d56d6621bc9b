#include "Blocks/Block.h"

#include <gtest/gtest.h>

namespace sidetal::test {

// Runs refer to kept texts while further ones are kept and while the document moves from stage to stage.
TEST(BlockDocument, keptTextsStayWhereTheyAre) {
    BlockDocument document;
    const std::string_view first = document.keep("1.");
    const char* at = first.data();
    for (int i = 0; i < 10'000; ++i) {
        (void)document.keep(std::to_string(i));
    }
    const BlockDocument moved = std::move(document);
    EXPECT_EQ(moved.strings.front().data(), at);
    EXPECT_EQ(first, "1.");
}

// A block whose gaps or keeps were not set changes nothing of its neighbours.
TEST(Block, asksForNothingUnlessTold) {
    const Block block;
    EXPECT_EQ(block.spaceBefore, Length());
    EXPECT_EQ(block.spaceAfter, Length());
    EXPECT_EQ(block.width, Length());
    EXPECT_FALSE(block.keepWithNext);
    EXPECT_FALSE(block.keepTogether);
    EXPECT_EQ(sidetal::Run().leaf, NodeId::None);
}

} // namespace sidetal::test
