#include "unit/Markup/MarkupTesting.h"
#include "unit/Tree/TreeTesting.h"

#include "Markup/RichTextReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sidetal::input::testing {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A text in JSON, in shown() form; what was said goes to `said`, else nothing may be.
std::string read(const std::string& json, std::vector<std::string>* said = nullptr) {
    Loaded loaded(json);
    const auto text = readRichText(loaded.root);
    if (said != nullptr) {
        *said = lines(loaded.diagnostics);
    } else {
        EXPECT_THAT(lines(loaded.diagnostics), IsEmpty()) << json;
    }
    return text ? shown(*text) : "nothing";
}

TEST(Lines, KeepTheirEnds) {
    EXPECT_EQ(read(R"({"lines": "Rådhuset\nGaden 1\r\n\r\n8800   Byen\rx"})"),
              "Rådhuset|Gaden 1 / 8800 Byen|x");
    EXPECT_EQ(read(R"({"lines": "Mål:\n• et\n•to\n  mere\n\n- nej\n- nej"})"),
              "Mål: / [- et; to|mere] / - nej|- nej");
    EXPECT_EQ(read(R"({"lines": " \n \t\n"})"), "");
    Loaded xml("<r type='lines'>a\nb</r>");
    EXPECT_EQ(shown(*readRichText(xml.root)), "a|b");
}

TEST(Lines, TypedAsListsAreListsByKeyWithANote) {
    std::vector<std::string> said;
    EXPECT_EQ(
        read(
            R"({"lines": "Indstilling:\n1. at a\n2. at b\n   mere\n\n3. at c\nA) x\nB) y\n- z", "typedLists": true})",
            &said),
        "Indstilling: / [1 at a; at b|mere; at c] / [A x; y] / - z");
    EXPECT_THAT(said, SizeIs(2));
    EXPECT_THAT(said, Each(HasSubstr("are printed as a list [SID-I067]")));
    EXPECT_EQ(read(R"({"lines": "- a\n– b\n* c\n4) d\n5) e\n7) f\n1890. g", "typedLists": true})", &said),
              "[- a; b] / * c / [1=4 d; e] / 7) f|1890. g");
    EXPECT_EQ(read(R"({"lines": "1. a\n2. b"})"), "1. a|2. b") << "not asked for";
}

TEST(Lines, ThatPartColumnsByBlanksAreTablesByKey) {
    std::vector<std::string> said;
    EXPECT_EQ(
        read(
            R"({"lines": "Finansiering:\nHenlæggelser      9.051.000 kr.\nUstøttet lån   245.431.000 kr.\n\nI alt\t254.482.000 kr.\nSlut", "typedTables": true})",
            &said),
        "Finansiering: / { | !Henlæggelser, right 9.051.000 kr. | !Ustøttet lån, right 245.431.000 kr. | !I "
        "alt, right "
        "254.482.000 kr.} / Slut");
    EXPECT_THAT(said, ElementsAre(HasSubstr("are printed as a table [SID-I067]")));
    EXPECT_EQ(read(R"({"lines": "a     b\nc     d\ne     1", "typedTables": true})"), "a b|c d|e 1")
        << "no figures, and one line alone";
}

TEST(Lines, InHtmlAreShapedAcrossParagraphsAndBreaks) {
    std::vector<std::string> said;
    EXPECT_EQ(
        read(
            R"({"html": "<p>Lån<span>&nbsp;&nbsp; &nbsp;</span><b>1 kr.</b></p><p>Salg&nbsp;&nbsp;&nbsp;2 kr.</p><p>A) x<br>B) <i>y</i></p>", "typedTables": true, "typedLists": true})",
            &said),
        "{ | !Lån, right *1 kr.* | !Salg, right 2 kr.} / [A x; ~y~]");
    EXPECT_EQ(read(R"({"html": "<table><tr><th>a<td>- b<br>- c</table>", "typedLists": true})", &said),
              "{ | !a, [- b; c]}");
}

TEST(Lines, OfPlainTextsAreJoinedButForWhatWasTyped) {
    std::vector<std::string> said;
    Loaded loaded(R"("Det\nindstilles:\n- at a\n  b\n- at c\n\nSlut")");
    const TextHints hints{.typedLists = true};
    const Node node(loaded.tree, loaded.diagnostics, {.hints = &hints});
    EXPECT_EQ(shown(*readRichText(node)), "Det indstilles: / [- at a b; at c] / Slut");
}

TEST(Lines, HaveOneFormOnly) {
    std::vector<std::string> said;
    EXPECT_EQ(read(R"({"lines": "a", "html": "b"})", &said), "nothing");
    EXPECT_THAT(said, ElementsAre(HasSubstr("several of its forms")));
    EXPECT_EQ(read(R"({"typedLists": true})", &said), "nothing");
    EXPECT_THAT(said, ElementsAre(HasSubstr("html: missing")));
    EXPECT_EQ(read(R"({"html": "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "tableHeaders": "row"})"),
              "{ | H:!a, !b | c, d}");
    EXPECT_EQ(read(R"({"html": "a", "tableHeaders": "top"})", &said), "a");
    EXPECT_THAT(said, ElementsAre(HasSubstr("expected 'marked', 'row' or 'column'")));
}

TEST(TextBlocks, SayWithoutMarkupWhatMarkupSays) {
    EXPECT_EQ(
        read(
            R"({"blocks": ["a  b\nc", ["d ", {"text": "e", "bold": true, "struck": true}, {"text": " f", "link": "https://x.dk/"}],
        {"heading": "Tal", "level": 3}, {"paragraph": "g", "align": "right"}, {"rule": true}, {"preformatted": "h  i\n j"},
        {"quote": "k"}, {"list": ["l", {"blocks": ["m", {"list": ["n"], "marker": "lower-alpha", "start": 3}]}]},
        {"definitions": [{"term": "o", "text": "p"}]}, {"picture": {"file": "q.png", "alt": "Kort", "width": "60pt"}},
        {"picture": {"file": "r.png", "decorative": true}}]})"),
        "a b|c / d *-e-*{ f -> https://x.dk/} / ### Tal / right g / ---- / pre h \u00a0i|\u00a0j / <<k>> / "
        "[- l; m / [a=3 n]] / (o = p) / <q.png 'Kort' 60> / <r.png>");
}

TEST(TextBlocks, AreNotShapedByWhatIsSaidOfLines) {
    std::vector<std::string> said;
    EXPECT_EQ(read(R"({"blocks": ["- a"], "typedLists": true, "typedTables": true})", &said), "- a");
    EXPECT_THAT(said, ElementsAre(AllOf(HasSubstr("typedLists"), HasSubstr("SID-I014")),
                                  AllOf(HasSubstr("typedTables"), HasSubstr("SID-I014"))));
}

TEST(TextBlocks, HoldTables) {
    EXPECT_EQ(
        read(
            R"({"blocks": [{"table": {"caption": "C", "columns": ["auto", "25%"], "head": [["År", {"text": "Kr.", "align": "right"}]],
        "rows": [["2025", {"text": "1", "align": "right"}], [{"text": "x", "header": true, "rowSpan": 1, "colSpan": 2}]], "foot": [["I alt", {"blocks": ["y", "z"]}]]}}]})"),
        "{C auto 25% | H:!År, right !Kr. | 2025, right 1 | !x(1x2) | F:I alt, y / z}");
}

TEST(TextBlocks, ThatAreNoneAreRefused) {
    std::vector<std::string> said;
    (void)read(
        R"({"blocks": [{"headline": "a"}, 5, {"heading": "b", "level": 7}, {"picture": {"file": "x"}}]})",
        &said);
    EXPECT_THAT(said, ElementsAre(HasSubstr("blocks[0]: missing, expected one of 'paragraph'"),
                                  HasSubstr("blocks[1]: expected"), HasSubstr("blocks[2].level: "),
                                  HasSubstr("SID-I060")));
}

} // namespace
} // namespace sidetal::input::testing
