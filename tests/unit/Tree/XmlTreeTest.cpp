#include "unit/Tree/TreeTesting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::input::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> messages(std::string_view xml) {
    const Loaded loaded(xml);
    EXPECT_EQ(loaded.good, !loaded.diagnostics.hasErrors());
    return lines(loaded.diagnostics);
}

const Tree::value_type& child(const Tree& tree, std::size_t index) {
    return *std::next(tree.begin(), static_cast<std::ptrdiff_t>(index));
}

TEST(XmlTree, MixedContentKeepsItsOrder) {
    const Loaded loaded("<p a='1'>one <b>two</b> three<!-- x --> four<![CDATA[ <five> ]]><br/></p>");
    ASSERT_TRUE(loaded.good);
    EXPECT_EQ(loaded.rootName, "p");
    ASSERT_EQ(loaded.tree.size(), 5u);
    EXPECT_EQ(child(loaded.tree, 0).first, "a");
    EXPECT_EQ(child(loaded.tree, 0).second.data().kind, TreeKind::Attribute);
    EXPECT_EQ(child(loaded.tree, 1).second.data().text, "one ");
    EXPECT_EQ(child(loaded.tree, 2).first, "b");
    EXPECT_EQ(child(child(loaded.tree, 2).second, 0).second.data().text, "two");
    EXPECT_EQ(child(loaded.tree, 3).second.data().text, " three four <five> ");
    EXPECT_EQ(child(loaded.tree, 4).second.data().kind, TreeKind::Element);
}

TEST(XmlTree, ElementsAttributesAndTextsHaveTheirPlaces) {
    const Loaded loaded("<?xml version='1.0'?>\n<!-- <a b='c'> --><?pi <a ?>\n<møde\n  sted = \"Ø>\"  "
                        "tid='x'><![CDATA[<x>]]>\n"
                        "  <a>  <!-- <q> -->\n æ</a><b/>\n\n <c/></møde>");
    ASSERT_TRUE(loaded.good) << lines(loaded.diagnostics)[0];
    EXPECT_EQ(loaded.tree.data().position, (SourcePos{3, 1}));
    EXPECT_EQ(child(loaded.tree, 0).second.data().keyPosition, (SourcePos{4, 3}));
    EXPECT_EQ(child(loaded.tree, 0).second.data().position, (SourcePos{4, 11}));
    EXPECT_EQ(child(loaded.tree, 1).second.data().keyPosition, (SourcePos{4, 16}));
    EXPECT_EQ(child(loaded.tree, 2).second.data().position, (SourcePos{4, 33}));
    const Tree& a = child(loaded.tree, 3).second;
    EXPECT_EQ(a.data().position, (SourcePos{5, 3}));
    EXPECT_EQ(child(a, 0).second.data().position, (SourcePos{6, 2}));
    EXPECT_EQ(child(loaded.tree, 4).second.data().position, (SourcePos{6, 7}));
    EXPECT_EQ(child(loaded.tree, 6).second.data().position, (SourcePos{8, 2}));
}

TEST(XmlTree, PlacesGoPastLine65535) {
    const Loaded loaded("<a>" + std::string(70'000, '\n') + "<b/></a>");
    ASSERT_TRUE(loaded.good);
    EXPECT_EQ(child(loaded.tree, 1).second.data().position, (SourcePos{70'001, 1}));
}

TEST(XmlTree, NamespacesAreNoNames) {
    const Loaded loaded(
        "<x:agenda xmlns:x='u' xmlns='v' xml:lang='da' xmlns:xsi='w' xsi:schemaLocation='s' x:title='t'/>");
    ASSERT_TRUE(loaded.good);
    EXPECT_EQ(loaded.rootName, "agenda");
    ASSERT_EQ(loaded.tree.size(), 1u);
    EXPECT_EQ(child(loaded.tree, 0).first, "title");
    EXPECT_EQ(child(loaded.tree, 0).second.data().keyPosition, (SourcePos{1, 84}));
}

TEST(XmlTree, DanishLettersInNamesAndAByteOrderMark) {
    const Loaded loaded("\xEF\xBB\xBF<?xml version='1.0'?><Møde Åben='true'/>");
    ASSERT_TRUE(loaded.good);
    EXPECT_EQ(loaded.rootName, "Møde");
    EXPECT_EQ(child(loaded.tree, 0).first, "Åben");
}

TEST(XmlTree, AttributeThatStandsTwiceIsNamedWithBothPlaces) {
    EXPECT_THAT(messages("<x a='1' a='2'/>"),
                ElementsAre("1:10: error: key 'a' stands there already, at 1:4 [SID-I009]"));
}

TEST(XmlTree, CutOffAnywhereGivesOneMessage) {
    const std::string whole =
        "<?xml version=\"1.0\"?><a b=\"1\"><!-- c --><d>e &amp; f<![CDATA[g]]></d><h/></a>";
    for (std::size_t length = 1; length < whole.size(); ++length) {
        ASSERT_EQ(messages(whole.substr(0, length)).size(), 1u) << whole.substr(0, length);
    }
    EXPECT_THAT(messages(whole), IsEmpty());
}

TEST(XmlTree, DoctypeIsRefusedWhateverItHolds) {
    const std::string message = ": error: DOCTYPE is not allowed: a document declares no entities and names "
                                "no other files [SID-I008]";
    EXPECT_THAT(messages("<!DOCTYPE a><a/>"), ElementsAre("1:1" + message));
    EXPECT_THAT(messages("<?xml version='1.0'?>\n<!-- x --> <!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n<a/>"),
                ElementsAre("2:12" + message));
    EXPECT_THAT(messages("<!DOCTYPE a [<!ENTITY x '1'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>"),
                ElementsAre("1:1" + message));
    EXPECT_THAT(messages("<!doctype html>\n<a/>"), ElementsAre("1:1" + message));
    EXPECT_THAT(messages("<a>\n <!DOCTYPE a></a>"), ElementsAre("2:2" + message));
    EXPECT_THAT(messages("<a/><!Doctype a>"), ElementsAre("1:5" + message));
}

TEST(XmlTree, IdentifiersAndLanguagesOfXmlAreNotLookedAt) {
    EXPECT_THAT(messages("<a xml:id='1 2'><b xml:id='1 2' xml:lang='?' xml:space='x'/></a>"), IsEmpty());
}

TEST(XmlTree, PredefinedEntitiesAndCharacterReferencesAreTheirCharacters) {
    const Loaded loaded(
        "<a b='&amp;lt; &#38;amp; &lt;&gt;&quot;&apos;'>&amp;lt; &#38;amp; &lt;&gt;&quot;&apos;</a>");
    ASSERT_TRUE(loaded.good);
    EXPECT_EQ(child(loaded.tree, 0).second.data().text, "&lt; &amp; <>\"'");
    EXPECT_EQ(child(loaded.tree, 1).second.data().text, "&lt; &amp; <>\"'");
}

TEST(XmlTree, PrefixThatNothingDeclaresStaysInTheName) {
    const Loaded loaded("<a><o:p q:r='s'/></a>");
    ASSERT_TRUE(loaded.good);
    EXPECT_EQ(child(loaded.tree, 0).first, "o:p");
    EXPECT_EQ(child(child(loaded.tree, 0).second, 0).first, "q:r");
}

TEST(XmlTree, NoControlCharacterGetsIn) {
    EXPECT_THAT(messages("<a>&#xE;</a>"),
                ElementsAre("1:4: error: control character U+000E cannot be printed [SID-I010]"));
    EXPECT_THAT(messages("<a>\x01</a>"),
                ElementsAre("1:4: error: control character U+0001 cannot be printed [SID-I010]"));
    EXPECT_THAT(messages("<a b='&#x85;'/>"),
                ElementsAre("1:7: error: control character U+0085 cannot be printed [SID-I010]"));
    EXPECT_THAT(messages("<a>\n &#127;</a>"),
                ElementsAre("2:2: error: control character U+007F cannot be printed [SID-I010]"));
    EXPECT_EQ(messages(std::string("<a>\0</a>", 8)).size(), 1u);
}

TEST(XmlTree, OldWhiteSpaceInTextsIsASpace) {
    const std::string warning = ": warning: form feed U+000C is read as a space";
    for (const std::string space : {"\f", "&#12;", "&#xC;", "&#xc;", "&#012;", "&#x0C;", "&#x000c;"}) {
        const Loaded text("<a><b>x" + space + "y</b></a>");
        EXPECT_THAT(lines(text.diagnostics), ElementsAre("1:8" + warning + " [SID-I046]"));
        ASSERT_TRUE(text.good) << space;
        EXPECT_EQ(text.tree.front().second.front().second.data().text, "x y") << space;
        const Loaded value("<a b='x" + space + "\"'><c/></a>");
        EXPECT_EQ(value.tree.front().second.data().text, "x \"") << space;
        ASSERT_EQ(value.tree.size(), 2u);
        EXPECT_EQ(value.tree.back().second.data().position.column, 11 + space.size()) << "places stay";
    }
    for (const std::string space : {"\v", "&#11;", "&#xB;", "&#x0b;"}) {
        EXPECT_THAT(messages("<a>\nx" + space + "</a>"),
                    ElementsAre("2:2: warning: vertical tab U+000B is read as a space [SID-I046]"));
    }
    EXPECT_THAT(messages("<a b='\v'><!-- --><c/>\f<![CDATA[&#12;\f]]>&#12;</a>"),
                ElementsAre("1:7: warning: vertical tab U+000B is read as a space, the first of 4 such "
                            "characters [SID-I046]"));
    const Loaded section("<a><![CDATA[&#12;]]></a>");
    EXPECT_EQ(section.tree.front().second.data().text, "&#12;");
    EXPECT_THAT(lines(section.diagnostics), IsEmpty());
}

TEST(XmlTree, OldWhiteSpaceElsewhereIsRefused) {
    for (const std::string xml : {"\f<a/>", "<a/>\f", "<a\f/>", "<a \fb='x'/>", "<a><!-- \f --></a>",
                                  "<a><?b \f?></a>", "<a></a\v>", "<\va/>", "<a b=\v'x'/>"}) {
        const auto said = messages(xml);
        ASSERT_EQ(said.size(), 1u) << xml;
        EXPECT_THAT(said[0], ::testing::HasSubstr(": error: ")) << xml;
    }
    EXPECT_EQ(messages("<a>\f</b>").size(), 1u) << "a fault alone";
}

TEST(XmlTree, NoMoreMarksStandOnEndThanAreStreamSafe) {
    const std::string tooMany = ": error: more than 30 combining marks on end, from U+0301 on [SID-I035]";
    const std::string marks = times(15, "\u0301");
    EXPECT_THAT(messages("<a>x" + marks + marks + "</a>"), IsEmpty());
    EXPECT_THAT(messages("<a>x" + marks + marks + "\u0301</a>"), ElementsAre("1:4" + tooMany));
    EXPECT_THAT(messages("<a>x" + times(31, "&#x301;") + "</a>"), ElementsAre("1:4" + tooMany));
    EXPECT_THAT(messages("<a>x" + marks + "<!-- -->" + marks + "<![CDATA[\u0301]]></a>"),
                ElementsAre("1:4" + tooMany))
        << "in pieces";
    EXPECT_THAT(messages("<a>x" + marks + "<!-- -->y" + marks + "<![CDATA[" + marks + "]]></a>"), IsEmpty());
    EXPECT_THAT(messages("<a b='x" + marks + marks + "\u0301'/>"), ElementsAre("1:7" + tooMany));
    EXPECT_THAT(messages("<a b" + marks + marks + "\u0301='x'/>"), ElementsAre("1:4" + tooMany));
    EXPECT_THAT(messages("<a><b" + marks + marks + "\u0301/></a>"), ElementsAre("1:4" + tooMany));
}

} // namespace
} // namespace sidetal::input::testing
