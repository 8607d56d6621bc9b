#include "Structure/StructTree.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace sidetal {
namespace {

std::vector<NodeId> kidsOf(const StructTree& tree, NodeId parent) {
    std::vector<NodeId> kids;
    for (NodeId kid = tree.node(parent).firstKid; kid != NodeId::None; kid = tree.node(kid).next) {
        kids.push_back(kid);
    }
    return kids;
}

TEST(StructTree, beginsWithTheDocumentAlone) {
    const StructTree tree;
    ASSERT_EQ(tree.size(), 1u);
    EXPECT_EQ(tree.node(NodeId::Root).role, Role::Document);
    EXPECT_EQ(tree.node(NodeId::Root).parent, NodeId::None);
    EXPECT_EQ(tree.node(NodeId::Root).firstKid, NodeId::None);
}

TEST(StructTree, idsAscendInReadingOrder) {
    StructTree tree;
    const NodeId list = tree.add(NodeId::Root, Role::L);
    const NodeId first = tree.add(list, Role::LI);
    const NodeId label = tree.add(first, Role::Lbl);
    const NodeId second = tree.add(list, Role::LI);
    EXPECT_LT(list, first);
    EXPECT_LT(first, label);
    EXPECT_LT(label, second);
    EXPECT_EQ(kidsOf(tree, list), (std::vector{first, second}));
    EXPECT_EQ(kidsOf(tree, NodeId::Root), std::vector{list});
    EXPECT_EQ(tree.node(label).parent, first);
    EXPECT_EQ(tree.node(list).lastKid, second);
    EXPECT_EQ(tree.node(second).next, NodeId::None);
}

TEST(StructTree, headersGetIdsAndKeepTheirOrder) {
    StructTree tree;
    const NodeId row = tree.add(tree.add(NodeId::Root, Role::Table), Role::TR);
    const NodeId column = tree.add(row, Role::TH);
    const NodeId theme = tree.add(row, Role::TH);
    const NodeId cell = tree.add(row, Role::TD);
    const NodeId other = tree.add(row, Role::TD);
    tree.setHeaders(cell, {column, theme});
    tree.setHeaders(other, {theme});
    EXPECT_TRUE(tree.node(column).hasId);
    EXPECT_TRUE(tree.node(theme).hasId);
    EXPECT_FALSE(tree.node(cell).hasId);
    ASSERT_EQ(tree.node(cell).headerCount, 2u);
    EXPECT_EQ(tree.headerOf(tree.node(cell), 0), column);
    EXPECT_EQ(tree.headerOf(tree.node(cell), 1), theme);
    EXPECT_EQ(tree.headerOf(tree.node(other), 0), theme);
}

TEST(StructTree, languageAndReplacementTextAreEmptyUnlessGiven) {
    StructTree tree;
    const NodeId plain = tree.add(NodeId::Root, Role::P);
    const NodeId sign = tree.add(NodeId::Root, Role::Span);
    EXPECT_EQ(tree.language(tree.node(plain)), "");
    EXPECT_EQ(tree.actualText(tree.node(plain)), "");
    tree.setActualText(sign, "Prioriteret mål");
    EXPECT_EQ(tree.language(tree.node(sign)), "");
    tree.setLanguage(sign, "en-GB");
    EXPECT_EQ(tree.actualText(tree.node(sign)), "Prioriteret mål");
    EXPECT_EQ(tree.language(tree.node(sign)), "en-GB");
    EXPECT_EQ(tree.language(tree.node(plain)), "");
    EXPECT_EQ(tree.spanStyle(tree.node(sign)), SpanStyle());
    const SpanStyle lowered{.shift = Length::milli(-1540)};
    tree.setSpanStyle(sign, lowered);
    EXPECT_EQ(tree.spanStyle(tree.node(sign)), lowered);
    EXPECT_EQ(tree.spanStyle(tree.node(plain)), SpanStyle());
    const NodeId figure = tree.add(NodeId::Root, Role::Figure);
    EXPECT_EQ(tree.alt(tree.node(figure)), "");
    tree.setAlt(figure, "Kort over Tårnby");
    EXPECT_EQ(tree.alt(tree.node(figure)), "Kort over Tårnby");
    EXPECT_EQ(tree.alt(tree.node(sign)), "");
}

TEST(StructTree, linksAreFoundFromWhatStandsInThem) {
    StructTree tree;
    const NodeId paragraph = tree.add(NodeId::Root, Role::P);
    const NodeId plain = tree.add(paragraph, Role::Span);
    EXPECT_EQ(tree.linkOf(plain), NodeId::None) << "no links at all";
    const NodeId link = tree.add(paragraph, Role::Link);
    const NodeId bold = tree.add(link, Role::Span);
    EXPECT_EQ(tree.link(tree.node(link)), nullptr);
    tree.setLink(link, {TargetId::None, "https://example.org/", "Eksempel"});
    tree.setLink(link, {TargetId::None, "https://example.org/2", "Eksempel"});
    ASSERT_NE(tree.link(tree.node(link)), nullptr);
    EXPECT_EQ(tree.link(tree.node(link))->uri, "https://example.org/2");
    EXPECT_EQ(tree.linkOf(link), link);
    EXPECT_EQ(tree.linkOf(bold), link);
    EXPECT_EQ(tree.linkOf(plain), NodeId::None);
    tree.setLanguage(plain, "en");
    EXPECT_EQ(tree.link(tree.node(plain)), nullptr);
}

TEST(StructTree, figuresAreFoundFromTheirCaptions) {
    StructTree tree;
    const NodeId paragraph = tree.add(NodeId::Root, Role::P);
    EXPECT_FALSE(tree.has(Role::Figure));
    EXPECT_TRUE(tree.has(Role::P));
    EXPECT_EQ(tree.figureOf(paragraph), NodeId::None);
    const NodeId figure = tree.add(NodeId::Root, Role::Figure);
    const NodeId words = tree.add(tree.add(figure, Role::Caption), Role::Span);
    EXPECT_TRUE(tree.has(Role::Figure));
    EXPECT_EQ(tree.figureOf(figure), figure);
    EXPECT_EQ(tree.figureOf(words), figure);
    EXPECT_EQ(tree.figureOf(paragraph), NodeId::None);
    EXPECT_EQ(tree.altSource(tree.node(figure)), SourcePos());
    tree.setAlt(figure, "Kort", {3, 4});
    EXPECT_EQ(tree.altSource(tree.node(figure)), (SourcePos{3, 4}));
}

TEST(StructTree, targetsAreReservedBeforeTheirNodes) {
    StructTree tree;
    const TargetId first = tree.reserveTarget();
    const TargetId second = tree.reserveTarget();
    EXPECT_NE(first, second);
    const NodeId heading = tree.add(NodeId::Root, Role::H1);
    tree.bindTarget(second, heading);
    EXPECT_EQ(tree.targetNode(first), NodeId::None);
    EXPECT_EQ(tree.targetNode(second), heading);
    EXPECT_EQ(tree.targetCount(), 2u);
}

TEST(StructTree, everyRoleAndNumberingHasAStandardNameOfItsOwn) {
    std::set<std::string_view> names;
    for (auto role = static_cast<int>(Role::Document); role <= static_cast<int>(Role::TOCI); ++role) {
        names.insert(roleName(static_cast<Role>(role)));
    }
    EXPECT_EQ(names.size(), 30u);
    EXPECT_EQ(roleName(Role::Document), "Document");
    EXPECT_EQ(roleName(Role::LBody), "LBody");
    EXPECT_EQ(roleName(Role::TD), "TD");
    EXPECT_EQ(roleName(Role::TOCI), "TOCI");
    EXPECT_EQ(listNumberingName(ListNumbering::None), "None");
    EXPECT_EQ(listNumberingName(ListNumbering::LowerAlpha), "LowerAlpha");
}

/// A tree with something of all that is kept beside the nodes.
StructTree treeOfAll(const std::string& words) {
    StructTree tree;
    const NodeId table = tree.add(NodeId::Root, Role::Table);
    const NodeId row = tree.add(table, Role::TR);
    const NodeId header = tree.add(row, Role::TH);
    const NodeId cell = tree.add(row, Role::TD);
    tree.setHeaders(cell, {header});
    tree.setLanguage(cell, "en");
    const NodeId figure = tree.add(NodeId::Root, Role::Figure);
    tree.setAlt(figure, words);
    const NodeId link = tree.add(NodeId::Root, Role::Link);
    Link leads;
    leads.target = tree.reserveTarget();
    leads.contents = words;
    tree.bindTarget(leads.target, table);
    tree.setLink(link, leads);
    tree.bindTarget(tree.reserveTarget(), NodeId::Root);
    (void)tree.reserveTarget(); // is bound to nothing
    return tree;
}

TEST(StructTreeAppend, putsAllUnderTheNode) {
    StructTree whole;
    const NodeId first = whole.add(NodeId::Root, Role::Sect);
    const NodeId before = whole.add(first, Role::P);
    const StructTree other = treeOfAll("en");
    const Appended one = whole.append(first, other);
    const NodeId second = whole.add(NodeId::Root, Role::Sect);
    const Appended two = whole.append(second, other);
    EXPECT_EQ(kidsOf(whole, NodeId::Root), (std::vector{first, second}));
    EXPECT_EQ(kidsOf(whole, first),
              (std::vector{before, one.moved(NodeId{1}), one.moved(NodeId{5}), one.moved(NodeId{6})}));
    EXPECT_EQ(whole.size(), 4 + 2 * (other.size() - 1));
    for (const Appended& at : {one, two}) {
        EXPECT_EQ(at.moved(NodeId::Root), at.parent);
        EXPECT_EQ(at.moved(NodeId::None), NodeId::None);
        EXPECT_EQ(at.moved(TargetId::None), TargetId::None);
        for (std::uint32_t i = 1; i < other.size(); ++i) {
            const StructNode& was = other.node(NodeId{i});
            const StructNode& is = whole.node(at.moved(NodeId{i}));
            EXPECT_EQ(is.role, was.role) << i;
            EXPECT_EQ(is.parent, at.moved(was.parent)) << i;
            EXPECT_EQ(is.hasId, was.hasId) << i;
            EXPECT_EQ(kidsOf(whole, at.moved(NodeId{i})).size(), kidsOf(other, NodeId{i}).size()) << i;
        }
    }
}

TEST(StructTreeAppend, takesWhatIsKnownOfFewNodes) {
    StructTree whole = treeOfAll("foran");
    const NodeId section = whole.add(NodeId::Root, Role::Sect);
    const Appended at = whole.append(section, treeOfAll("bag"));
    const StructNode& cell = whole.node(at.moved(NodeId{4}));
    ASSERT_EQ(cell.headerCount, 1u);
    EXPECT_EQ(whole.headerOf(cell, 0), at.moved(NodeId{3}));
    EXPECT_EQ(whole.language(cell), "en");
    EXPECT_EQ(whole.alt(whole.node(NodeId{5})), "foran");
    EXPECT_EQ(whole.alt(whole.node(at.moved(NodeId{5}))), "bag");
    const Link* link = whole.link(whole.node(at.moved(NodeId{6})));
    ASSERT_NE(link, nullptr);
    EXPECT_EQ(link->contents, "bag");
    EXPECT_EQ(whole.targetNode(link->target), at.moved(NodeId{1}));
    EXPECT_EQ(whole.link(whole.node(NodeId{6}))->contents, "foran");
    ASSERT_EQ(whole.targetCount(), 6u);
    EXPECT_EQ(whole.targetNode(at.moved(TargetId{1})), section) << "the root became the section";
    EXPECT_EQ(whole.targetNode(at.moved(TargetId{2})), NodeId::None);
    EXPECT_EQ(whole.linkOf(at.moved(NodeId{6})), at.moved(NodeId{6}));
    EXPECT_EQ(whole.figureOf(at.moved(NodeId{5})), at.moved(NodeId{5}));
}

TEST(StructTreeAppend, anEmptyTreeAddsNothing) {
    StructTree whole;
    const NodeId section = whole.add(NodeId::Root, Role::Sect);
    (void)whole.append(section, StructTree());
    EXPECT_EQ(whole.size(), 2u);
    EXPECT_TRUE(kidsOf(whole, section).empty());
    EXPECT_FALSE(whole.has(Role::Figure));
    (void)whole.append(section, treeOfAll("x"));
    EXPECT_TRUE(whole.has(Role::Figure));
}

} // namespace
} // namespace sidetal
