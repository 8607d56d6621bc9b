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

template <class Kind>
Kind of(NodeId leaf) {
    Kind op;
    op.content = leaf;
    return op;
}

/// The layers of a page's ops.
std::vector<Layer> layersOf(const Page& page) {
    std::vector<Layer> layers;
    for (const Op& op : page.ops) {
        layers.push_back(std::visit([](const auto& o) { return o.layer; }, op));
    }
    return layers;
}

/// What the ops of a page show.
std::vector<Content> contentsOf(const Page& page) {
    std::vector<Content> contents;
    for (const Op& op : page.ops) {
        contents.push_back(std::visit(
            [](const auto& o) {
                if constexpr (requires { o.content; }) {
                    return o.content;
                } else {
                    return Content(o.link);
                }
            },
            op));
    }
    return contents;
}

TEST(Page, furnitureIsPaintedByLayers) {
    Page page;
    for (const ArtifactKind kind : {ArtifactKind::Layout, ArtifactKind::Background}) {
        page.ops.emplace_back(LinkOp{NodeId{5}, {}});
        page.ops.emplace_back(TextOp());
        page.ops.emplace_back(ImageOp());
        page.ops.emplace_back(PathOp());
        page.ops.emplace_back(LineOp());
        page.ops.emplace_back(FillOp());
        std::get<FillOp>(page.ops.back()).content = kind;
        page.ops.emplace_back(PathOp());
        std::get<PathOp>(page.ops.back()).layer = Layer::Background;
    }
    page.sortForPainting();
    using enum Layer;
    EXPECT_EQ(layersOf(page), (std::vector{Background, Background, Fill, Fill, Line, Line, Figure, Figure,
                                           Figure, Figure, Text, Text, Layer::Link, Layer::Link}));
    EXPECT_EQ(std::get<FillOp>(page.ops[2]).content, Content(ArtifactKind::Layout)) << "as they were drawn";
    EXPECT_TRUE(std::holds_alternative<ImageOp>(page.ops[6])) << "drawings and images as they are drawn";
    EXPECT_TRUE(std::holds_alternative<PathOp>(page.ops[7]));
    EXPECT_TRUE(std::holds_alternative<ImageOp>(page.ops[8]));
    const std::vector<Layer> sorted = layersOf(page);
    page.sortForPainting();
    EXPECT_EQ(layersOf(page), sorted);
}

TEST(Page, leavesArePaintedInReadingOrderWhateverTheirLayers) {
    Page page;
    page.ops.emplace_back(of<TextOp>(NodeId{7}));
    page.ops.emplace_back(TextOp()); // furniture stays behind what it was painted after
    page.ops.emplace_back(of<TextOp>(NodeId{3}));
    page.ops.emplace_back(of<ImageOp>(NodeId{4}));
    page.ops.emplace_back(of<LineOp>(NodeId{3}));
    page.ops.emplace_back(FillOp());
    page.ops.emplace_back(of<TextOp>(NodeId{7}));
    page.sortForPainting();
    using enum Layer;
    EXPECT_EQ(layersOf(page), (std::vector{Fill, Line, Text, Figure, Text, Text, Text}));
    EXPECT_EQ(contentsOf(page), (std::vector<Content>{Content(), NodeId{3}, NodeId{3}, NodeId{4}, NodeId{7},
                                                      Content(), NodeId{7}}));
}

TEST(PageSizes, areTheSameToWhereTheNextOnesBegin) {
    constexpr Size kUpright{Length::points(595), Length::points(842)};
    constexpr Size kLying{Length::points(842), Length::points(595)};
    PageSizes sizes = kUpright;
    EXPECT_EQ(sizes[0], kUpright);
    EXPECT_EQ(sizes[9'999], kUpright);
    sizes.add(2, kUpright);
    EXPECT_EQ(sizes.stretches().size(), 1u);
    sizes.add(3, kLying);
    sizes.add(4, kUpright);
    EXPECT_EQ(sizes[2], kUpright);
    EXPECT_EQ(sizes[3], kLying);
    EXPECT_EQ(sizes[4], kUpright);
    EXPECT_EQ(sizes[5], kUpright);
}

// A page is painted thousands of times into the same vectors: clearing it must not give their memory back.
TEST(Page, clearKeepsItsMemory) {
    Page page;
    page.ops.resize(100);
    page.pieces.resize(300);
    page.segments.resize(200);
    page.clear();
    EXPECT_TRUE(page.ops.empty());
    EXPECT_TRUE(page.pieces.empty());
    EXPECT_GE(page.ops.capacity(), 100u);
    EXPECT_GE(page.pieces.capacity(), 300u);
    EXPECT_TRUE(page.segments.empty());
    EXPECT_GE(page.segments.capacity(), 200u);
}

} // namespace sidetal::test
