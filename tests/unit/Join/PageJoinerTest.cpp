#include "Join/PageJoiner.h"

#include <gtest/gtest.h>

#include <utility>

namespace sidetal {
namespace {

constexpr Size kPortrait{Length::points(595), Length::points(842)};
constexpr Size kLandscape{Length::points(842), Length::points(595)};

/// A document as layout would give it: page after page a line of a leaf, page furniture, an image and a link
/// to the first leaf.
struct MadeDocument {
    StructTree tree;
    DocumentInfo info{.title = "Prøve", .date = {}};
    NodeId leaf = tree.add(NodeId::Root, Role::P);
    NodeId link = tree.add(NodeId::Root, Role::Link);
    TargetId target = tree.reserveTarget();

    MadeDocument() {
        tree.bindTarget(target, leaf);
        Link leads;
        leads.target = target;
        leads.contents = "side {page}";
        leads.numbered = true;
        tree.setLink(link, std::move(leads));
    }
};

std::shared_ptr<const ImageData> imageOf(const std::string& bytes) {
    auto out = std::make_shared<ImageData>();
    out->width = out->height = 1;
    out->bytes = bytes;
    return out;
}

Pages pagesOf(const std::shared_ptr<MadeDocument>& made, std::uint32_t count, Size size = kPortrait) {
    Pages out;
    out.count = count;
    out.sizes = PageSizes(size);
    out.tree = &made->tree;
    out.info = &made->info;
    out.targets.push_back({made->leaf, 0, Length::points(100), 1, false});
    out.outline.push_back({"Overskrift", 1, made->target});
    out.images.push_back(imageOf("RGB"));
    out.imageSizes.push_back(kPortrait);
    out.boxes.push_back({made->leaf, count - 1, {}});
    out.paint = [made, size](std::uint32_t number, LineBreaker& breaker, Page& page) {
        breaker.shaper().trim();
        page.clear();
        page.size = size;
        TextOp text;
        text.content = made->leaf;
        text.x = Length::points(static_cast<std::int64_t>(number));
        page.ops.emplace_back(text);
        TextOp number_;
        number_.content = ArtifactKind::PageNumber;
        page.ops.emplace_back(number_);
        ImageOp image;
        image.content = made->leaf;
        page.ops.emplace_back(image);
        page.ops.emplace_back(LinkOp{made->link, {}});
    };
    return out;
}

JoinedDocument document(std::uint32_t count, const std::string& bookmark = "Dokument",
                        Size size = kPortrait) {
    JoinedDocument out;
    out.pages = pagesOf(std::make_shared<MadeDocument>(), count, size);
    out.bookmark = bookmark;
    return out;
}

class PageJoinerTest : public testing::Test {
  protected:
    const Page& paint(const Pages& pages, std::uint32_t number) {
        pages.paint(number, breaker_, page_);
        return page_;
    }
    /// The page of its document that a joined one shows; nothing of a blank one.
    std::optional<std::int64_t> shown(const Pages& pages, std::uint32_t number) {
        const Page& page = paint(pages, number);
        EXPECT_EQ(page.size, pages.sizes[number]);
        if (page.ops.empty()) {
            return std::nullopt;
        }
        return std::get<TextOp>(page.ops.front()).x.milli() / 1000;
    }
    std::vector<std::optional<std::int64_t>> shown(const Pages& pages) {
        std::vector<std::optional<std::int64_t>> out;
        for (std::uint32_t i = 0; i < pages.count; ++i) {
            out.push_back(shown(pages, i));
        }
        return out;
    }

  private:
    Shaper shaper_{Fonts::open()};
    LineBreaker breaker_{shaper_};
    Page page_;
};

using Shown = std::vector<std::optional<std::int64_t>>;
constexpr std::nullopt_t kBlank = std::nullopt;

TEST_F(PageJoinerTest, pagesFollowOneAnother) {
    PageJoiner joiner(false);
    joiner.add(document(2));
    joiner.add(document(1, "Andet", kLandscape));
    joiner.add(document(3));
    EXPECT_EQ(joiner.pages(), 6u);
    EXPECT_EQ(joiner.documents(), 3u);
    const Pages pages = joiner.join({.title = "Samlet", .date = {}});
    EXPECT_EQ(shown(pages), (Shown{0, 1, 0, 0, 1, 2}));
    EXPECT_EQ(pages.info->title, "Samlet");
    EXPECT_EQ(pages.sizes[2], kLandscape);
    EXPECT_EQ(pages.sizes.stretches().size(), 3u);
}

TEST_F(PageJoinerTest, opsBelongToWhatTheirLeavesBecame) {
    PageJoiner joiner(false);
    joiner.add(document(1));
    joiner.add(document(1));
    const Pages pages = joiner.join({.title = "Samlet", .date = {}});
    const StructTree& tree = *pages.tree;
    NodeId section = tree.node(NodeId::Root).firstKid;
    for (std::uint32_t i = 0; i < 2; ++i, section = tree.node(section).next) {
        EXPECT_EQ(tree.node(section).role, Role::Sect);
        const Page& page = paint(pages, i);
        ASSERT_EQ(page.ops.size(), 4u);
        const NodeId leaf = std::get<TextOp>(page.ops[0]).content.leaf();
        EXPECT_EQ(tree.node(leaf).role, Role::P);
        EXPECT_EQ(tree.node(leaf).parent, section);
        EXPECT_EQ(std::get<TextOp>(page.ops[1]).content, Content(ArtifactKind::PageNumber));
        const Link* link = tree.link(tree.node(std::get<LinkOp>(page.ops[3]).link));
        ASSERT_NE(link, nullptr);
        EXPECT_EQ(pages.target(link->target).node, leaf);
        EXPECT_EQ(pages.target(link->target).page, i);
        EXPECT_EQ(pages.contentsOf(*link), "side 1");
        EXPECT_EQ(pages.boxes[i].node, leaf);
        EXPECT_EQ(pages.boxes[i].page, i);
    }
}

TEST_F(PageJoinerTest, equalImagesAreKeptOnce) {
    PageJoiner joiner(false);
    joiner.add(document(1));
    JoinedDocument other = document(1);
    other.pages.images = {imageOf("BGR"), imageOf("RGB")};
    other.pages.imageSizes = {kLandscape};
    joiner.add(std::move(other));
    joiner.add(document(1));
    const Pages pages = joiner.join({.title = "Samlet", .date = {}});
    ASSERT_EQ(pages.images.size(), 2u);
    EXPECT_EQ(pages.images[0]->bytes, "RGB");
    EXPECT_EQ(pages.images[1]->bytes, "BGR");
    for (const auto& [page, image] : {std::pair(0u, 0u), std::pair(1u, 1u), std::pair(2u, 0u)}) {
        EXPECT_EQ(std::get<ImageOp>(paint(pages, page).ops[2]).image, ImageId{image}) << page;
    }
}

TEST_F(PageJoinerTest, eachDocumentHasItsBookmarkAndPageNumbers) {
    PageJoiner joiner(false);
    joiner.add(document(2, "Første"));
    JoinedDocument other = document(3, "Andet");
    other.pages.labels = {{0, 5}, {2, 1}};
    joiner.add(std::move(other));
    const Pages pages = joiner.join({.title = "Samlet", .date = {}});
    ASSERT_EQ(pages.outline.size(), 4u);
    const auto entry = [&](std::size_t i) { return pages.outline[i]; };
    EXPECT_EQ(entry(0).title, "Første");
    EXPECT_EQ(entry(1).title, "Overskrift");
    EXPECT_EQ(entry(2).title, "Andet");
    EXPECT_EQ((std::vector{entry(0).level, entry(1).level, entry(2).level}), (std::vector{1, 2, 1}));
    EXPECT_TRUE(entry(0).isClosed && !entry(1).isClosed && entry(2).isClosed);
    EXPECT_EQ(pages.target(entry(2).target).page, 2u);
    EXPECT_EQ(pages.target(entry(2).target).top, Length());
    EXPECT_EQ(pages.tree->node(pages.target(entry(2).target).node).role, Role::Sect);
    EXPECT_EQ(pages.target(entry(3).target).page, 2u);
    EXPECT_EQ(pages.target(entry(3).target).top, Length::points(100));
    ASSERT_EQ(pages.labels.size(), 3u);
    EXPECT_EQ(pages.labels[0].page, 0u);
    EXPECT_EQ(pages.labels[0].number, 1u);
    EXPECT_EQ(pages.labels[1].page, 2u);
    EXPECT_EQ(pages.labels[1].number, 5u);
    EXPECT_EQ(pages.labels[2].page, 4u);
    EXPECT_EQ(pages.labels[2].number, 1u);
}

TEST_F(PageJoinerTest, targetsThatOnlyLayoutFoundAreTakenToo) {
    PageJoiner joiner(false);
    for (int i = 0; i < 2; ++i) {
        JoinedDocument each = document(2);
        each.pages.targets.push_back({NodeId{2}, 1, Length::points(50), 2, false});
        each.pages.outline.push_back({"Fundet", 1, TargetId{1}});
        joiner.add(std::move(each));
    }
    const Pages pages = joiner.join({.title = "Samlet", .date = {}});
    ASSERT_EQ(pages.outline.size(), 6u);
    for (const std::size_t i : {2u, 5u}) {
        EXPECT_EQ(pages.target(pages.outline[i].target).page, i == 2 ? 1u : 3u);
        EXPECT_EQ(pages.target(pages.outline[i].target).top, Length::points(50));
    }
    EXPECT_EQ(pages.targets.size(), pages.tree->targetCount());
    EXPECT_EQ(pages.target(pages.outline[4].target).top, Length::points(100));
}

TEST_F(PageJoinerTest, blankPagesFillSheetsOfPaper) {
    PageJoiner joiner(true);
    joiner.add(document(1, "Et", kLandscape));
    EXPECT_EQ(joiner.countWith(0, 2), 4u);
    joiner.add(document(2));
    joiner.add(document(3));
    joiner.add(document(1));
    EXPECT_EQ(joiner.pages(), 9u) << "nothing stands after the last one";
    const Pages pages = joiner.join({.title = "Samlet", .date = {}});
    EXPECT_EQ(shown(pages), (Shown{0, kBlank, 0, 1, 0, 1, 2, kBlank, 0}));
    EXPECT_EQ(pages.sizes[1], kLandscape);
    EXPECT_EQ(pages.sizes[2], kPortrait);
    ASSERT_EQ(pages.labels.size(), 6u);
    EXPECT_EQ(pages.labels[1].page, 1u);
    EXPECT_FALSE(pages.labels[1].isNumbered);
    EXPECT_TRUE(pages.labels[2].isNumbered);
    EXPECT_EQ(pages.outline[2].title, "Dokument");
    EXPECT_EQ(pages.target(pages.outline[2].target).page, 2u);
}

TEST_F(PageJoinerTest, aSheetStandsBeforeItsDocument) {
    for (const bool duplex : {false, true}) {
        PageJoiner joiner(duplex);
        joiner.add(document(1));
        JoinedDocument other = document(2);
        other.sheet = pagesOf(std::make_shared<MadeDocument>(), 1, kLandscape);
        EXPECT_EQ(joiner.countWith(1, 2), duplex ? 6u : 4u);
        joiner.add(std::move(other));
        const Pages pages = joiner.join({.title = "Samlet", .date = {}});
        EXPECT_EQ(shown(pages), duplex ? (Shown{0, kBlank, 0, kBlank, 0, 1}) : (Shown{0, 0, 0, 1}));
        const std::uint32_t sheet = duplex ? 2 : 1;
        EXPECT_EQ(pages.sizes[sheet], kLandscape);
        const Target& bookmark = pages.target(pages.outline[2].target);
        EXPECT_EQ(bookmark.page, sheet) << "the sheet is the document's first page for who looks for it";
        const NodeId leaf = std::get<TextOp>(paint(pages, sheet).ops[0]).content.leaf();
        EXPECT_EQ(pages.tree->node(leaf).parent, bookmark.node);
        EXPECT_FALSE(pages.labels[duplex ? 2 : 1].isNumbered);
        EXPECT_TRUE(pages.labels.back().isNumbered);
        EXPECT_EQ(pages.labels.back().page, sheet + (duplex ? 2 : 1));
    }
}

TEST_F(PageJoinerTest, aDocumentInAnotherLanguageSaysSo) {
    PageJoiner joiner(false);
    joiner.add(document(1));
    const auto english = std::make_shared<MadeDocument>();
    english->info.language = "en";
    JoinedDocument other;
    other.pages = pagesOf(english, 1);
    other.bookmark = "English";
    joiner.add(std::move(other));
    const Pages pages = joiner.join({.title = "Samlet", .date = {}});
    EXPECT_EQ(pages.info->language, "da");
    const StructTree& tree = *pages.tree;
    const NodeId first = tree.node(NodeId::Root).firstKid;
    EXPECT_EQ(tree.language(tree.node(first)), "");
    EXPECT_EQ(tree.language(tree.node(tree.node(first).next)), "en");
}

TEST_F(PageJoinerTest, oneDocumentAloneIsShownOpen) {
    PageJoiner joiner(true);
    joiner.setLanguage("en");
    joiner.add(document(1));
    const Pages pages = joiner.join({.title = "Samlet", .date = {}});
    EXPECT_EQ(pages.count, 1u);
    EXPECT_FALSE(pages.outline.front().isClosed);
    EXPECT_EQ(pages.info->language, "en");
    EXPECT_EQ(pages.tree->language(pages.tree->node(pages.tree->node(NodeId::Root).firstKid)), "da");
}

} // namespace
} // namespace sidetal
