#include "Pages/Pages.h"

#include <gtest/gtest.h>

namespace sidetal::test {

TEST(Content, isALeafOrAnArtifact) {
    const Content leaf(NodeId{58});
    EXPECT_FALSE(leaf.isArtifact());
    EXPECT_EQ(leaf.leaf(), NodeId{58});
    for (const auto kind : {ArtifactKind::Layout, ArtifactKind::Header, ArtifactKind::Footer,
                            ArtifactKind::PageNumber, ArtifactKind::Continuation, ArtifactKind::Background}) {
        const Content artifact(kind);
        EXPECT_TRUE(artifact.isArtifact());
        EXPECT_EQ(artifact.artifact(), kind);
        EXPECT_NE(artifact, leaf);
    }
    EXPECT_EQ(Content(), Content(ArtifactKind::Layout));
}

TEST(Content, theRootIsALeafLikeAnyOther) {
    EXPECT_FALSE(Content(NodeId::Root).isArtifact());
}

// A page is painted thousands of times into the same vectors: clearing it must not give their memory back.
TEST(Page, clearKeepsItsMemory) {
    Page page;
    page.ops.resize(100);
    page.pieces.resize(300);
    page.clear();
    EXPECT_TRUE(page.ops.empty());
    EXPECT_TRUE(page.pieces.empty());
    EXPECT_GE(page.ops.capacity(), 100u);
    EXPECT_GE(page.pieces.capacity(), 300u);
}

} // namespace sidetal::test
