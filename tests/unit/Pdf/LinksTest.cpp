// Whole files with links, targets and pages of several sizes; each good one is kept for the tests that read
// files back.

#include "unit/Pdf/HandMadePages.h"

namespace sidetal::test {
namespace {

using namespace literals;

constexpr Size kUpright{595_pt, 842_pt};
constexpr Size kLying{842_pt, 595_pt};

/// A link below `parent` with a line of text, and its area.
NodeId addLink(HandMadePages& made, NodeId parent, sidetal::Link link, int down) {
    const NodeId node = made.addText(parent, Role::Link, link.contents, down);
    made.tree.setLink(node, std::move(link));
    made.add(LinkOp{node, {60_pt, Length::points(down - 10), 100_pt, 14_pt}});
    return node;
}

/// A target at the top of `node` on the last page.
void foundAt(HandMadePages& made, TargetId target, NodeId node, Length top) {
    made.targets.resize(std::max<std::size_t>(made.targets.size(), index(target) + 1));
    made.targets[index(target)] = {node, static_cast<std::uint32_t>(made.pages.size() - 1), top};
}

TEST(Links, leadToPlacesAndToAddresses) {
    HandMadePages made;
    made.sizes = kUpright;
    made.sizes.add(1, kLying);
    made.addText(NodeId::Root, Role::H1, "Dagsorden", 60);
    const TargetId later = made.tree.reserveTarget();
    addLink(made, made.tree.add(NodeId::Root, Role::P), {later, "", "Se budgettet"}, 90);
    addLink(made, made.tree.add(NodeId::Root, Role::P),
            {TargetId::None, "https://example.org/m\u00F8de (1)?a=b c", "Kommunens side"}, 110);
    made.pages.emplace_back();
    const NodeId heading = made.addText(NodeId::Root, Role::H2, "Budget", 200);
    foundAt(made, later, heading, 188_pt);
    const std::string pdf = made.toPdf();
    keepPdf("unit-links", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "  /Border [\n    0\n    0\n    0\n  ]\n  /Contents (Se budgettet)\n  /Dest [\n"));
    EXPECT_TRUE(has(text, "    /XYZ\n    null\n    407\n    null\n"))
        << "from the foot of a page 595 pt high";
    EXPECT_TRUE(has(text, "/Rect [\n    60\n    748\n    160\n    762\n  ]\n  /StructParent 2\n"));
    EXPECT_TRUE(has(text, "/StructParent 3\n"));
    EXPECT_TRUE(has(text, "/URI (https://example.org/m%C3%B8de%20\\(1\\)?a=b%20c)"));
    EXPECT_TRUE(has(text, "/ParentTreeNextKey 4"));
}

TEST(Links, anAreaForEachLineAndPage) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Lange links", 60);
    const NodeId paragraph = made.tree.add(NodeId::Root, Role::P);
    const NodeId link = made.tree.add(paragraph, Role::Link);
    made.tree.setLink(link, {TargetId::None, "https://example.org/", "Hele planen for de kommende \u00E5r"});
    const NodeId plain = made.tree.add(link, Role::Span);
    const NodeId bold = made.tree.add(link, Role::Span);
    made.add(LinkOp{link, {60_pt, 780_pt, 150_pt, 14_pt}});
    made.add(TextLine{.content = plain, .text = "Hele planen", .baseline = 790_pt, .spaceAfter = true});
    made.add(LinkOp{link, {60_pt, 794_pt, 90_pt, 14_pt}});
    made.add(TextLine{.content = plain, .text = "for de", .baseline = 804_pt, .spaceAfter = true});
    made.pages.emplace_back();
    made.add(LinkOp{link, {60_pt, 50_pt, 120_pt, 14_pt}});
    made.add(
        TextLine{.content = bold, .text = "kommende \u00E5r", .font = {.family = "Carlito", .bold = true}});
    const std::string pdf = made.toPdf();
    keepPdf("unit-link-over-lines", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_EQ(countOf(text, "/Subtype /Link"), 3u);
    EXPECT_EQ(countOf(text, "/Type /OBJR"), 3u);
    EXPECT_TRUE(has(text, "/Span<</MCID 1>>BDC\n0 -730 Td\n")) << "an area is nothing that is painted";
    EXPECT_EQ(countOf(text, "/Span<</MCID"), 2u) << "nor does it part the words of a leaf";
}

TEST(Links, aHundredAndMorePagesOfThem) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Oversigt", 60);
    std::vector<TargetId> targets;
    for (int i = 0; i < 140; ++i) { // with the pages, a parent tree of several leaves
        targets.push_back(made.tree.reserveTarget());
        addLink(made, made.tree.add(NodeId::Root, Role::P), {targets.back(), "", "Punkt"}, 80 + i % 50 * 14);
        if (i % 50 == 49) {
            made.pages.emplace_back();
        }
    }
    for (const TargetId target : targets) {
        made.pages.emplace_back();
        foundAt(made, target, made.addText(NodeId::Root, Role::H2, "Punkt", 60), 50_pt);
    }
    const std::string pdf = made.toPdf();
    keepPdf("unit-many-links", pdf);
    EXPECT_EQ(countOf(unpacked(pdf), "/StructParent "), 140u);
}

TEST(Links, nameThePageThatIsPrintedWhereTheyLead) {
    HandMadePages made;
    const TargetId target = made.tree.reserveTarget();
    sidetal::Link link{target, "", "{page} kort, side {page}"};
    link.numbered = true;
    addLink(made, made.tree.add(NodeId::Root, Role::P), link, 90);
    link.numbered = false;
    addLink(made, made.tree.add(NodeId::Root, Role::P), link, 110);
    foundAt(made, target, made.addText(NodeId::Root, Role::P, "Her", 200), 188_pt);
    made.targets[0].number = 17;
    const std::string text = unpacked(made.toPdf());
    EXPECT_TRUE(has(text, "/Contents ({page} kort, side 17)"));
    EXPECT_TRUE(has(text, "/Contents ({page} kort, side {page})"));
}

TEST(PageLabels, areInTheCatalogWherePagesAreNotCountedFromOne) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::P, "Uden", 60);
    EXPECT_FALSE(has(unpacked(made.toPdf()), "/PageLabels"));
    made.pages.resize(6);
    made.labels = {{0, 0}, {3, 12}, {5, 0}};
    const std::string pdf = made.toPdf();
    keepPdf("unit-page-labels", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "/PageLabels "));
    EXPECT_TRUE(has(text, R"(  /Nums [
    0
    <<
      /P (0)
    >>
    1
    <<
      /S /D
    >>
    3
    <<
      /S /D
      /St 12
    >>
    5
    <<
      /P (0)
    >>
  ]
)"));
}

TEST(PageLabels, sayNothingOfPagesWithoutANumber) {
    HandMadePages made;
    made.pages.resize(3);
    made.labels = {{0, 1}, {1, 0, false}, {2, 1}};
    EXPECT_TRUE(has(unpacked(made.toPdf()), R"(    1
    <<
    >>
    2
    <<
      /S /D
      /St 1
    >>
)"));
}

TEST(PagesOfSeveralSizes, haveBoxesAndPlacesOfTheirOwn) {
    HandMadePages made;
    made.sizes = kUpright;
    made.sizes.add(1, kLying);
    made.sizes.add(2, kUpright);
    for (const int page : {0, 1, 2}) {
        const NodeId heading =
            made.addText(NodeId::Root, page == 0 ? Role::H1 : Role::H2, "Side " + std::to_string(page), 60);
        made.addOutline("Side " + std::to_string(page), page == 0 ? 1 : 2, heading, 50_pt);
        made.add(DrawnPath{{.content = ArtifactKind::Background, .fill = Colour{250, 250, 250}},
                           {{PathSegment::Kind::Move, {}, {}, {}},
                            {PathSegment::Kind::Line, {100_pt, 0_pt}, {}, {}},
                            {PathSegment::Kind::Line, {0_pt, 100_pt}, {}, {}}}});
        if (page < 2) {
            made.pages.emplace_back();
        }
    }
    const std::string pdf = made.toPdf();
    keepPdf("unit-page-sizes", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_EQ(countOf(text, "/MediaBox [\n    0\n    0\n    595\n    842\n"), 2u);
    EXPECT_EQ(countOf(text, "/MediaBox [\n    0\n    0\n    842\n    595\n"), 1u);
    EXPECT_EQ(countOf(text, "/XYZ\n    null\n    792\n"), 2u);
    EXPECT_EQ(countOf(text, "/XYZ\n    null\n    545\n"), 1u);
    EXPECT_EQ(countOf(text, "/Artifact<</Type/Background/BBox[0 495 100 595]>>BDC\n"), 1u);
    EXPECT_EQ(countOf(text, "/Artifact<</Type/Background/BBox[0 742 100 842]>>BDC\n"), 2u);
}

TEST(Links, thatLeadNowhereAreRefused) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Fejl", 60);
    const TargetId target = made.tree.reserveTarget();
    const NodeId link = addLink(made, made.tree.add(NodeId::Root, Role::P), {target, "", "Se bilag"}, 90);
    const std::string nowhere =
        "SID-P013: the link \"Se bilag\" leads nowhere, expected a place on a page or an address";
    EXPECT_EQ(messageOf(made), nowhere) << "layout has found no target";
    made.targets.resize(1);
    EXPECT_EQ(messageOf(made), nowhere) << "nor this one";
    made.targets[0].page = 0;
    EXPECT_EQ(messageOf(made), "none");
    made.tree.setLink(link, {TargetId::None, "", "Se bilag"});
    EXPECT_EQ(messageOf(made), nowhere);
    made.tree.setLink(link, {TargetId::None, std::string(11'000, '\xE6'), "Se bilag", {7, 4}});
    EXPECT_EQ(messageOf(made),
              "SID-P004: a link's address takes 33000 bytes in the file, expected at most 32767 (7:4)");
    made.tree.setLink(link, {TargetId::None, "https://example.org/", "", {7, 3}});
    EXPECT_EQ(messageOf(made), "SID-P012: a link has no text, expected words that say where it leads (7:3)");
    made.outline.push_back({"Bilag", 1, TargetId{7}});
    made.tree.setLink(link, {TargetId::None, "https://example.org/", "Se bilag"});
    EXPECT_EQ(messageOf(made),
              "SID-P013: \"Bilag\" in the outline leads nowhere, expected a place on a page");
}

} // namespace
} // namespace sidetal::test
