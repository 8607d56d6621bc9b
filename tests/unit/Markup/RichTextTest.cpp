#include "unit/Markup/MarkupTesting.h"
#include "unit/Tree/TreeTesting.h"

#include "Markup/HtmlFragment.h"
#include "Markup/RichTextReader.h"
#include "Markup/RichTextWriter.h"
#include "Support/Utf8.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::input::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The fragment in shown() form; what was said goes to `said`.
std::string html(std::string_view fragment, std::vector<std::string>* said = nullptr) {
    const Loaded place("{}");
    Diagnostics diagnostics;
    const RichText text = readHtmlFragment(fragment, Node(place.tree, diagnostics));
    if (said != nullptr) {
        *said = lines(diagnostics);
    } else {
        EXPECT_THAT(lines(diagnostics), IsEmpty()) << fragment;
    }
    return shown(text);
}

RichText plainTextOf(std::string_view text) {
    const Loaded place("{}");
    return readPlainText(text, place.root);
}

std::string plain(std::string_view text) {
    return shown(plainTextOf(text));
}

TEST(PlainText, BlankLinesPartParagraphsOtherLineBreaksAreSpaces) {
    EXPECT_EQ(plain("one\ntwo\n\nthree"), "one two / three");
    EXPECT_EQ(plain("one\r\ntwo\r\n \t \r\n\r\nthree\r\n"), "one two / three");
    EXPECT_EQ(plain("one\rtwo\r\rthree"), "one two / three");
    EXPECT_EQ(plain("  a   b  "), "a b");
    EXPECT_EQ(plain("a\u00a0b"), "a\u00a0b");
    EXPECT_EQ(plain(""), "");
    EXPECT_EQ(plain("\n \n\u00a0\n"), "");
    EXPECT_EQ(plain("<b>&amp;"), "<b>&amp;") << "no markup in a plain text";
}

TEST(PlainText, LinesThatBeginWithABulletAreAList) {
    EXPECT_EQ(plain("Goals:\n• one\n  • two\n  goes on\n\n• three\n\nafter"),
              "Goals: / [- one; two goes on; three] / after");
    EXPECT_EQ(plain("•one"), "[- one]");
    EXPECT_EQ(plain("a • b"), "a • b");
    EXPECT_EQ(plain("•\n• x"), "[- x]");
    EXPECT_EQ(plain("x\n\n•"), "x");
}

TEST(HtmlFragment, NoMoreMarksStandOnEndThanAreStreamSafe) {
    const std::string marks = times(15, "&#x301;");
    const std::string tooMany = "1:1: error: more than 30 combining marks on end, from U+0301 on [SID-I035]";
    std::vector<std::string> said;
    (void)html("<p>x" + marks + "<!-- -->" + marks + "</p><p>&#x301;", &said);
    EXPECT_THAT(said, IsEmpty());
    (void)html("<p>x" + marks + "<!-- --><i></i>" + marks + "<b></b>&#x301;</p>", &said);
    EXPECT_THAT(said, ElementsAre(tooMany));
    (void)html("<ul><li>x" + marks + marks + "&#x301;</ul>", &said);
    EXPECT_THAT(said, ElementsAre(tooMany));
}

TEST(PlainText, WordsPrivateBulletsAreBullets) {
    std::vector<std::string> said;
    const auto shownOf = [&](std::string_view text) {
        const Loaded place("{}");
        Diagnostics diagnostics;
        const RichText read = readPlainText(text, Node(place.tree, diagnostics));
        said = lines(diagnostics);
        return shown(read);
    };
    EXPECT_EQ(shownOf("M\u00E5l:\n\uF0B7\t et\n  \uF0A7to\n\uF0D8 tre\n\uF0FC\uF076 fire"),
              "M\u00E5l: / [- et; to; tre; \u2756 fire]");
    EXPECT_EQ(said.size(), 5u);
    EXPECT_EQ(shownOf("a \uF0FC b\n\uE000 c"), "a \u2713 b \uE000 c");
    EXPECT_THAT(said,
                ElementsAre("1:1: warning: the private character U+F0FC of Word's symbol fonts is read as "
                            "'\u2713', and others of them as what they show [SID-I036]"));
}

TEST(PlainText, OfDefaultIgnorablesAloneIsEmpty) {
    EXPECT_EQ(plain("\u200D\u034F\uFE0F \u2061\n\n\U000E0100\n\n\u3164"), "");
    EXPECT_EQ(plain("x\n\n\u034F"), "x");
}

TEST(HtmlFragment, ParagraphsAndLineBreaks) {
    EXPECT_EQ(html("<p>one</p><p>two</p>three"), "one / two / three");
    EXPECT_EQ(html("<p>one<p>two"), "one / two") << "p need not be closed";
    EXPECT_EQ(html("<P ALIGN=left>one</P >"), "one");
    EXPECT_EQ(html("a<br>b<br/>c<br clear=all>"), "a|b|c");
    EXPECT_EQ(html("a <br> <br> b"), "a / b") << "two breaks part paragraphs";
    EXPECT_EQ(html("<br>a<br>"), "a");
    EXPECT_EQ(html("<p>&nbsp;</p><p>a</p><p> &#160;<br>&nbsp; </p>"), "a");
    EXPECT_EQ(html("plain"), "plain");
    EXPECT_EQ(html(""), "");
}

TEST(HtmlFragment, WhiteSpaceCollapsesAcrossTags) {
    EXPECT_EQ(html("<p>\r\n  one\r\n  <b> two </b>\n three </p>"), "one *two *three");
    EXPECT_EQ(html("a<b> b</b>"), "a* b*");
    EXPECT_EQ(html("<b>a</b> <i>b</i>"), "*a* ~b~");
}

TEST(HtmlFragment, EmphasisNestsAnyHow) {
    EXPECT_EQ(html("a <b>b <i>c</i></b> <u>d</u>"), "a *b **~c~* _d_");
    EXPECT_EQ(html("<strong>a</strong><em>b</em>"), "*a*~b~");
    EXPECT_EQ(html("<b>a<p>b</b>c</p>"), "*a* / *b*c");
    EXPECT_EQ(html("<b><b>a</b>b</b>c</b>d"), "*ab*cd");
    EXPECT_EQ(html("</i>a"), "a");
}

TEST(HtmlFragment, ListsKeepMarkerStartAndNesting) {
    EXPECT_EQ(html("<ul type=disc><li>a</li><li>b</li></ul>"), "[- a; b]");
    EXPECT_EQ(html("<ol type=A start='3'><li>a<li>b</ol>x"), "[A=3 a; b] / x");
    EXPECT_EQ(html("<ol style=\"margin:0; list-style-type: upper-alpha\"><li>a</ol>"), "[A a]");
    EXPECT_EQ(html("<ol style='LIST-STYLE-TYPE: Upper-Roman'><li>a</ol>"), "[I a]");
    EXPECT_EQ(html("<ol style='list-style-type=upper-roman'><li>a</ol>"), "[1 a]") << "no colon";
    EXPECT_EQ(html("<ol type=i><li>a</ol><ol type=I><li>a</ol><ol type=a><li>b</ol><ol><li>c</ol>"),
              "[i a] / [I a] / [a b] / [1 c]");
    EXPECT_EQ(html("<ul><li>a<ol><li>b</ol>c</ul>"), "[- a / [1 b] / c]");
    EXPECT_EQ(html("<ul><li>a</li><ul><li>b</li></ul></ul>"), "[- a / [- b]]") << "a list beside items";
    EXPECT_EQ(html("<ol><li><p>a</p><p>b</p></li></ol>"), "[1 a / b]");
    EXPECT_EQ(html("<li>a<li>b"), "[- a; b]");
    EXPECT_EQ(html("<ul>a<li>b</ul>"), "[- a; b]");
    EXPECT_EQ(html("<ul></ul><ol><li></ol>"), "");
    EXPECT_EQ(html("<ul><li>a</ol></ul>b"), "[- a] / b");
}

TEST(HtmlFragment, AnItemOutsideOfAListSwallowsNothing) {
    EXPECT_EQ(html("<li>a</li>b"), "[- a] / b");
    EXPECT_EQ(html("<li>a</li>\n<li>b</li><p>c</p>d"), "[- a; b] / c / d");
    EXPECT_EQ(html("<li>a</li> <br> <b>b</b>"), "[- a] / *b*");
    EXPECT_EQ(html("<li>a<li>b<p>c</p>d"), "[- a; b] / c / d") << "li need not be closed";
    EXPECT_EQ(html("<li><p>a</p></li><li><p>b</p> c</li>d"), "[- a; b / c] / d");
    EXPECT_EQ(html("<li><p>a<p>b</li>c<li>d"), "[- a] / b / c / [- d]");
    EXPECT_EQ(html("<li>a</li><ol><li>b</ol>c"), "[- a] / [1 b] / c");
    EXPECT_EQ(html("<li>a<ul><li>b<p>c</p></ul>d</li>e"), "[- a / [- b / c] / d] / e");
    EXPECT_EQ(html("<p><li>a</p>b"), "[- a] / b");
    EXPECT_EQ(html("<li>a</li></ul>b"), "[- a] / b");
    EXPECT_EQ(html("<li>&nbsp;</li>a"), "a");
    EXPECT_EQ(html("<li>a<div>b"), "[- a] / b");
    EXPECT_EQ(html("<li>a<h2>b"), "[- a] / ## b");
    EXPECT_EQ(html("<li>a<hr>b"), "[- a] / ---- / b");
    EXPECT_EQ(html("<li>a<blockquote>b"), "[- a] / <<b>>");
    std::vector<std::string> said;
    EXPECT_EQ(html("<div><li>a</div>b<div><li><div>c</div>d</div>e", &said), "[- a] / b / [- c / d] / e");
    Loaded xml("<r><li>a</li><li><p>b</p></li> c</r>");
    EXPECT_EQ(shown(*readRichText(xml.root)), "[- a; b] / c");
}

TEST(HtmlFragment, MarksThatCannotBePrintedSoAreTold) {
    std::vector<std::string> said;
    EXPECT_EQ(html("<ol reversed start=3><li>a<li>b</ol>", &said), "[1=3 a; b]");
    EXPECT_THAT(said,
                ElementsAre("1:1: warning: a list is to be numbered downwards ('reversed'); its numbers "
                            "count upwards [SID-I045]"));
    for (const std::string none : {"style='list-style: none'", "style='list-style-type:none'", "type=none",
                                   "type=A style='list-style:none inside'"}) {
        EXPECT_EQ(html("<ol " + none + "><li>a</ol>", &said), "[1 a]");
        EXPECT_THAT(said, ElementsAre("1:1: warning: the list '<ol>' is to have no marks; its marks are "
                                      "printed [SID-I045]"));
        EXPECT_EQ(html("<ul " + none + "><li>a</ul>", &said), "[- a]");
        EXPECT_THAT(said, ElementsAre("1:1: warning: the list '<ul>' is to have no marks; its marks are "
                                      "printed [SID-I045]"));
    }
    EXPECT_EQ(html("<ol style='list-style: upper-alpha outside'><li>a</ol>"), "[A a]");
    EXPECT_EQ(html("<ol style='list-style: none lower-roman'><li>a</ol>"), "[i a]") << "no picture";
    EXPECT_EQ(html("<ol type=a style='list-style-type: upper-roman'><li>a</ol>"), "[I a]");
    EXPECT_EQ(html("<ol type=a style='list-style: url(\"x none\")'><li>a</ol>"), "[a a]");
}

TEST(HtmlFragment, NumbersStayWhatTheyWereWhenAnItemIsEmpty) {
    EXPECT_EQ(html("<ol><li>a<li>&nbsp;<li>c<li>d</ol>"), "[1 a] / [1=3 c; d]");
    EXPECT_EQ(html("<ol><li>a<li value=7>b<li>c</ol>"), "[1 a] / [1=7 b; c]");
    EXPECT_EQ(html("<ul><li>a<li><li>c</ul>"), "[- a; c]");
}

TEST(HtmlFragment, MalformedNumbersOfAListAreAWarning) {
    for (const std::string start : {"", "x", "-1", "2.5", "1.0", "1e2", "100001", "99999999999", "3 4"}) {
        std::vector<std::string> said;
        EXPECT_EQ(html("<ol start='" + start + "'><li>a</ol>", &said), "[1 a]");
        EXPECT_THAT(said,
                    ElementsAre("1:1: warning: expected a whole number from 0 to 100000 as 'start' of a "
                                "list, found '" +
                                start + "'; 1 is taken [SID-I027]"));
    }
    std::vector<std::string> said;
    EXPECT_EQ(html("<ol><li value=3>a<li value=x>b</ol>", &said), "[1=3 a; b]");
    EXPECT_THAT(said, ElementsAre("1:1: warning: expected a whole number from 0 to 100000 as 'value' of a "
                                  "list, found 'x'; 4 is taken [SID-I027]"));
    EXPECT_EQ(html("<ol start=' 7 '><li>a</ol>"), "[1=7 a]");
}

TEST(HtmlFragment, CharactersByNameAndNumber) {
    EXPECT_EQ(html("&aelig;&Oslash;&aring;&sect;&ndash;&rdquo;&#39;&amp;&lt;b&gt;&quot;&hellip;"),
              "æØå§–”'&<b>\"…");
    EXPECT_EQ(html("&#xE6;&#XE6;&#230;&#128512;"), "æææ\U0001F600");
    EXPECT_EQ(html("&#150;&#x93;"), "–“") << "Windows-1252, as browsers read it";
    EXPECT_EQ(html("&#128;&#130;&#131;&#132;&#133;&#134;&#135;&#136;&#137;&#138;&#139;&#140;&#142;&#145;&#"
                   "146;&#147;&#148;&#149;&#150;&#151;&#152;&#153;&#154;&#155;&#156;&#158;&#159;"),
              "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");
    EXPECT_EQ(html("&aelig &nbsp;x"), "æ \u00a0x") << "the older names may lack their semicolon";
    EXPECT_EQ(html("&lstrok;&zcaron;&NotEqualTilde;&CounterClockwiseContourIntegral;"), "łž\u2242\u0338∳");
    EXPECT_EQ(html("a&#12;b&#xB;c"), "a b c") << "old white space";
    EXPECT_EQ(html("&amp;nbsp;"), "&nbsp;") << "escaped once, read once";
}

TEST(HtmlFragment, ReferencesToNoCharacterAreTold) {
    std::vector<std::string> said;
    EXPECT_EQ(html("A & B, R&D; &; &# &#x; &unknownx &ndash x", &said),
              "A & B, R&D; &; &# &#x; &unknownx &ndash x");
    EXPECT_THAT(said,
                ElementsAre("1:1: warning: '&D;' is no named character of HTML; it is kept as it stands "
                            "[SID-I043]"));
    EXPECT_EQ(html("&unknown;<b title='&nosuch;'>x</b>", &said), "&unknown;*x*");
    EXPECT_THAT(
        said, ElementsAre("1:1: warning: '&unknown;' is no named character of HTML; it is kept as it stands "
                          "[SID-I043]",
                          "1:1: warning: '&nosuch;' is no named character of HTML; it is kept as it stands "
                          "[SID-I043]"));
    for (const std::string reference :
         {"&#0;", "&#xD800;", "&#x110000;", "&#7;", "&#99999999999;", "&#xFFFE;"}) {
        EXPECT_EQ(html("a" + reference + "b", &said), "a\uFFFDb");
        EXPECT_THAT(said,
                    ElementsAre("1:1: warning: '" + reference +
                                "' stands for no character that can be printed, expected one of Unicode; "
                                "U+FFFD is taken [SID-I043]"));
    }
}

TEST(HtmlFragment, MarkupThatNeverEndsIsTold) {
    for (const std::string text :
         {"<b og c", "<!-- b", "</b", "<b x='1>2</b>", "<![CDATA[ b", "<!DOCTYPE b", "<?php"}) {
        std::vector<std::string> said;
        EXPECT_EQ(html("a " + text, &said), "a " + text);
        EXPECT_THAT(said,
                    ElementsAre(fmt::format("1:1: warning: '{}' begins markup that never ends; it is kept as "
                                            "text, with all that follows [SID-I042]",
                                            text.substr(0, text.find(' ')))));
    }
}

TEST(HtmlFragment, LessThanIsACharacterWhereNoTagBegins) {
    EXPECT_EQ(html("1 < 2 <3 <"), "1 < 2 <3 <");
    EXPECT_EQ(html("a <!-- b --> c<!DOCTYPE x><?xml?>"), "a c");
}

TEST(HtmlFragment, LessThanBeforeNoTagsNameIsKeptWithAWarning) {
    std::vector<std::string> said;
    EXPECT_EQ(html("Skriv til <mk@viborg.dk>, x<y og z>w <MK@viborg.dk>", &said),
              "Skriv til <mk@viborg.dk>, x<y og z>w <MK@viborg.dk>");
    EXPECT_THAT(
        said,
        ElementsAre("1:1: warning: '<mk@viborg.dk' begins no tag of HTML; it is kept as it stands [SID-I026]",
                    "1:1: warning: '<y' begins no tag of HTML; it is kept as it stands [SID-I026]",
                    "1:1: warning: '<MK@viborg.dk' begins no tag of HTML; it is kept as it stands "
                    "[SID-I026]"));
    for (const std::string text : {"<http://viborg.dk>", "<mailto:mk@viborg.dk>", "<www.viborg.dk>", "<b,c>",
                                   "</foo>", "<æ>", "<anne-marie@viborg.dk>", "<c:\\d>"}) {
        EXPECT_EQ(html(text + "<b>x</b>", &said), text + "*x*");
        EXPECT_EQ(said.size(), text == "<æ>" ? 0u : 1u) << text;
    }
}

TEST(HtmlFragment, LongWordsAfterLessThanAreQuotedInWholeCharacters) {
    for (std::size_t length = 0; length < 4; ++length) {
        std::string word = "<" + std::string(length, 'x') + "x";
        for (int i = 0; i < 39; ++i) {
            word += "€";
        }
        std::vector<std::string> said;
        EXPECT_EQ(html(word, &said), word);
        ASSERT_EQ(said.size(), 1u);
        EXPECT_FALSE(utf8::findInvalid(said[0])) << said[0];
    }
}

TEST(HtmlFragment, NamesWithAPrefixOrAHyphenAreTags) {
    std::vector<std::string> said;
    EXPECT_EQ(html("a<o:p></o:p><st1:place w:st=\"on\">b</st1:place><my-tag>c</my-tag>", &said), "abc");
    EXPECT_THAT(said,
                ElementsAre("1:1: warning: tag '<my-tag>' is not known here; its text is kept [SID-I021]"));
}

TEST(HtmlFragment, SectionsOfXmlAreText) {
    EXPECT_EQ(html("a <![CDATA[<b> &amp;  c]]><i>d</i>"), "a <b> &amp; c~d~");
    EXPECT_EQ(html("<![if !supportLists]>a<![endif]>"), "a") << "Word's";
}

TEST(HtmlFragment, PicturesAreBlocksOfTheirOwn) {
    EXPECT_EQ(html("a <img src=kort.png alt='Kort &amp; plan'> b"), "a / <kort.png 'Kort & plan'> / b");
    EXPECT_EQ(html("<IMG SRC=' x.png ' alt='' width=96>"), "<x.png 72>");
    EXPECT_EQ(html("<ul><li>a<img src=x alt=y>b</ul>"), "[- a / <x 'y'> / b]");
    Loaded xml("<r>a <img src='x' alt='b'/></r>");
    EXPECT_EQ(shown(*readRichText(xml.root)), "a / <x 'b'>");
    std::vector<std::string> said;
    EXPECT_EQ(html("a <img alt='b'> c<img>", &said), "a b c");
    EXPECT_THAT(
        said, ElementsAre("1:1: warning: tag '<img>' is left out, it names no picture; its alternative text "
                          "is kept [SID-I021]",
                          "1:1: warning: tag '<img>' is left out, it names no picture [SID-I021]"));
    EXPECT_EQ(html("<img src=x.png>", &said), "");
    EXPECT_THAT(
        said,
        ElementsAre("1:1: error: the picture has no alternative text, expected 'alt' with the words that "
                    "stand for it, or an empty one where it is decorative [SID-I060]"));
}

TEST(HtmlFragment, TagsThatHoldNoTextAreLeftOut) {
    std::vector<std::string> said;
    EXPECT_EQ(html("a<input>b<wbr>c", &said), "abc");
    EXPECT_THAT(said, ElementsAre("1:1: warning: tag '<input>' is left out [SID-I021]"));
}

TEST(HtmlFragment, LineSeparatorsAreWhiteSpace) {
    EXPECT_EQ(html("a\u2028b\u2029 c&#x2028;d"), "a b c d");
    EXPECT_EQ(html("<p>\u2028</p>a<br>\u2029b"), "a|b");
    Loaded xml("<r><b>a</b>\u2028b</r>");
    EXPECT_EQ(shown(*readRichText(xml.root)), "*a* b");
}

TEST(HtmlFragment, OtherTagsAreUnwrappedWithOneWarningEach) {
    std::vector<std::string> said;
    EXPECT_EQ(
        html("<form>a<label style=x>b</label><LABEL>c</LABEL></form><td>d</td><td>e</td><o:p>f</o:p>", &said),
        "abc / d / e / f");
    EXPECT_THAT(
        said, ElementsAre("1:1: warning: tag '<form>' is not known here; its text is kept [SID-I021]",
                          "1:1: warning: tag '<label>' is not known here; its text is kept [SID-I021]",
                          "1:1: warning: tag '<td>' stands outside of a table; its text is kept [SID-I021]"));
}

TEST(HtmlFragment, ContainersAreSilentAndTheirStylesCount) {
    for (const std::string name :
         {"div", "span", "font", "o:p", "section", "article", "header", "footer", "main", "w:sdt"}) {
        EXPECT_EQ(html("<" + name + " class=x>a</" + name + ">"), "a") << name;
        EXPECT_EQ(html("<" + name + " style='font-weight:bold'>a</" + name + "><p>b"), "*a* / b") << name;
    }
    EXPECT_EQ(html("a<span style='font-weight:700'>b</span>c"), "a*b*c");
    EXPECT_EQ(html("a<span style='font-weight:500'>b</span>c"), "abc");
    EXPECT_EQ(html("<b style='font-weight:normal'>a</b>"), "a");
    EXPECT_EQ(html("<b>a<span style='FONT-WEIGHT: normal'>b</span>c</b>d"), "*a*b*c*d");
    EXPECT_EQ(html("<i>a<span style='font-style: normal'>b</span></i>"), "~a~b");
    EXPECT_EQ(html("<span style='font-style:oblique 10deg'>a</span>b"), "~a~b");
    EXPECT_EQ(html("<span style='font: italic bold 12pt/1.5 Arial'>a</span>b"), "*~a~*b");
    EXPECT_EQ(html("<b>a<span style='font: 12pt Arial'>b</span></b>"), "*a*b");
    EXPECT_EQ(html("<span style='text-decoration: underline dotted'>a</span>b"), "_a_b");
    EXPECT_EQ(html("<u>a<span style='text-decoration: none'>b</span></u>"), "_ab_") << "as browsers show it";
    EXPECT_EQ(html("<u style='text-decoration: none'>a</u>"), "a");
    EXPECT_EQ(html("<p style='font-weight:bold'>a<p>b"), "*a* / b");
    EXPECT_EQ(html("<ul><li style='font-weight:bold'>a<ul><li>b</ul><li>c</ul>d"),
              "[- *a* / [- *b*]; c] / d");
    EXPECT_EQ(html("<div><p style='font-weight:bold'>a</div>b"), "*a* / b");
    EXPECT_EQ(html("<span style='font-weight:bold'>a<span>b</span>c</span>d"), "*abc*d");
    EXPECT_EQ(html("</span></div>a<span style='font-weight:bold'>b"), "a*b*");
    EXPECT_EQ(html("<div><b>a</div>b</b>c"), "*a* / *b*c");
    EXPECT_EQ(html(times(300, "<p>x") + "<b>y</b>z").substr(1196), "x*y*z") << "p need not be closed";
    EXPECT_EQ(html(times(300, "<b>") + "a" + times(300, "</b>") + "c"), "*a*c");
    Loaded xml("<r>a<span style='font-weight:bold'>b</span></r>");
    EXPECT_EQ(shown(*readRichText(xml.root)), "a*b*");
}

TEST(HtmlFragment, StruckRaisedLoweredAndSmallTextByTagsAndStyles) {
    EXPECT_EQ(html("lokalplanen <s>ikke</s> vedtages"), "lokalplanen -ikke- vedtages");
    EXPECT_EQ(html("<del>a</del><strike>b</strike> <ins>c</ins>"), "-ab- _c_");
    EXPECT_EQ(html("10<sup>6</sup> m<sub>2</sub>"), "10^6^ m,2,");
    EXPECT_EQ(html("<small>a</small><cite>b</cite><code>c</code>"), "°a°~b~`c`");
    EXPECT_EQ(html("<span style='text-decoration: line-through underline'>a</span>b"), "-_a_-b");
    EXPECT_EQ(html("<span style='vertical-align:super'>a</span><span style='vertical-align:sub'>b</span>"),
              "^a^,b,");
    EXPECT_EQ(html("<sup>a<span style='vertical-align:baseline'>b</span></sup>"), "^a^b");
}

TEST(HtmlFragment, HeadingsKeepTheirLevelAndEndWithTheirTag) {
    EXPECT_EQ(html("<h3>Baggrund</h3>Ord<h4><b>Tal</b></h4><p>1"), "### Baggrund / Ord / #### *Tal* / 1");
    EXPECT_EQ(html("<h3><p>a</p></h3><h6>&nbsp;</h6>b"), "### a / b");
    EXPECT_EQ(html("<h2>a<table><tr><th>b<td>c</table>"), "## a / { | !b, c}") << "a cell is no heading";
}

TEST(HtmlFragment, LinksLeadToAddressesThatCanBeFollowed) {
    EXPECT_EQ(html("se <a href='https://example.dk/a?b&amp;c'>planen</a>."),
              "se {planen -> https://example.dk/a?b&c}.");
    EXPECT_EQ(html("<a href=MAILTO:a@example.dk>a <b>b</b></a> c"),
              "{a  -> MAILTO:a@example.dk}{*b* -> MAILTO:a@example.dk} c");
    EXPECT_EQ(html("<a name=her>a</a>"), "a");
    std::vector<std::string> said;
    for (const std::string address : {"javascript:alert(1)", "#top", "fil.pdf", "./fil.pdf", "",
                                      "file:///c:/x", "ftp://x", "https://", "http://a b"}) {
        EXPECT_EQ(html("<a href='" + address + "'>a</a>", &said), "a");
        EXPECT_THAT(
            said,
            ElementsAre("1:1: warning: a link to '" + address +
                        "' leads nowhere from a PDF file; its words are kept, expected an address of http, "
                        "https, mailto or tel [SID-I065]"));
    }
}

TEST(HtmlFragment, LanguagesAndExpansionsStayWithTheirWords) {
    EXPECT_EQ(html("<span lang=en-GB>well</span> <abbr title='Bygnings- og  boligregistret'>BBR</abbr>"),
              "well@en-GB BBR(=Bygnings- og boligregistret)");
    EXPECT_EQ(html("<p lang=de>gut <i lang=en>good</i>"), "gut @de~good~@en");
    EXPECT_EQ(html("<span lang='ikke et sprog'>a</span>"), "a");
    EXPECT_EQ(html("<q>a <q>b</q></q>, <span lang=en><q>c</q></span>"), "”a ’b’”, “c”@en");
    std::vector<std::string> said;
    EXPECT_EQ(html("<p dir=rtl>a<p dir=ltr>b<p style='direction:rtl'>c", &said), "a / b / c");
    EXPECT_THAT(said, SizeIs(2));
    EXPECT_THAT(said, Each(HasSubstr("from right to left cannot be printed")));
}

TEST(HtmlFragment, ParagraphsStandWhereTheirStyleSays) {
    EXPECT_EQ(html("<p align=center>a<p style='text-align:right; margin-left: 36pt'>b<div style='margin:0 0 "
                   "0 20px'>c"
                   "<p style='margin-left:1em'>d"),
              "centre a / right +36 b / +15 c / +27 d");
    EXPECT_EQ(html("<center>a</center><p style='text-align: justify'>b"), "centre a / b");
    EXPECT_EQ(html("<p style='margin-left: -20px'>a<p style='margin-left:1900px'>b"), "a / +1000 b");
    EXPECT_EQ(html("<ul style='margin-left:36pt'><li style='margin-left:36pt'>a</ul>"), "[- a]");
}

TEST(HtmlFragment, PreformattedTextKeepsItsBlanksAndLines) {
    EXPECT_EQ(html("<pre>\nI alt   9 kr.\n\tx y\n</pre>z"),
              "pre I alt \u00a0\u00a09 kr.|\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0x y / z");
    EXPECT_EQ(html("<pre>a\r\n\r\n<b>b</b> c</pre>"), "pre a||*b* c");
    EXPECT_EQ(html("<p style='white-space: pre-line'>a  b\nc\n\nd"), "a b|c / d");
    EXPECT_EQ(html("<div style='white-space:pre-wrap'>a  b</div>"), "pre a \u00a0b");
}

TEST(HtmlFragment, QuotationsDefinitionsAndRules) {
    EXPECT_EQ(html("a<blockquote>b<p>c<ul><li>d</ul></blockquote>e"), "a / <<b / c / [- d]>> / e");
    EXPECT_EQ(html("<blockquote><blockquote>a</blockquote></blockquote><blockquote> </blockquote>"),
              "<<<<a>>>>");
    EXPECT_EQ(html("a<hr>b<hr/>"), "a / ---- / b / ----");
    EXPECT_EQ(html("<dl><dt>a<dd>b<dd>c<dt>d</dl>e"), "(a = b / c; d = ) / e");
    EXPECT_EQ(html("<dl>a<dt>b</dt><dd><dl><dt>c<dd>d</dl></dl>"), "( = a; b = (c = d))");
    EXPECT_EQ(html("<dt>a<dd>b"), "a / b") << "outside of a list";
    EXPECT_EQ(html("</blockquote></dl>a"), "a");
}

TEST(HtmlFragment, ManyKindsOfTagsAreToldUpToALimit) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += fmt::format("<x-{0}>a</x-{0}>", i);
    }
    std::vector<std::string> said;
    (void)html(text, &said);
    ASSERT_EQ(said.size(), 51u);
    EXPECT_EQ(said.at(49), "1:1: warning: tag '<x-49>' is not known here; its text is kept [SID-I021]");
    EXPECT_EQ(said.at(50),
              "1:1: warning: there are more tags of this kind in the text, only the first 50 are "
              "told [SID-I021]");
}

TEST(HtmlFragment, ScriptsStylesAndHeadsAreLeftOut) {
    std::vector<std::string> said;
    EXPECT_EQ(html("<html><head><title>t</title><meta charset=utf-8></head><body>a<script>if (a<b) "
                   "c('</p>');</script>"
                   "<STYLE>p { }</STYLE >b</body></html>",
                   &said),
              "ab");
    EXPECT_THAT(said, ElementsAre("1:1: warning: tag '<head>' and what it holds are left out [SID-I021]",
                                  "1:1: warning: tag '<script>' and what it holds are left out [SID-I021]",
                                  "1:1: warning: tag '<style>' and what it holds are left out [SID-I021]"));
    EXPECT_EQ(html("a<script>b", &said), "ab") << "nothing is lost where the end is missing";
}

TEST(HtmlFragment, DeepListsAreRefusedNotFollowed) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<ul><li>";
    }
    std::vector<std::string> said;
    html(deep + "x", &said);
    EXPECT_THAT(said, ElementsAre("1:1: error: lists nested deeper than the limit of 20 [SID-I004]"));
}

TEST(HtmlFragment, HostileTextsTakeLinearTime) {
    for (const std::string piece : {"<y", "<y ", "<a:b", "<![CDATA[", "<!--", "<a ", "</a", "<a b='",
                                    "<script>", "<script></", "<ul>", "&", "<b>x", "<p", "&#"}) {
        std::string text;
        while (text.size() < 400'000) {
            text += piece;
        }
        std::vector<std::string> said;
        (void)html(text, &said); // a quadratic reader would need minutes: the test's time limit
    }
}

TEST(RichText, InXmlTheElementsThemselvesGiveTheSame) {
    const std::string markup = "<p>Hej <b>du</b> <i>der</i></p><ol type=\"A\" "
                               "start=\"3\"><li>et</li><li>to<ul><li>tre</li></ul></li></ol>";
    Loaded xml("<r>" + markup + "</r>");
    const auto text = readRichText(xml.root);
    ASSERT_TRUE(text);
    EXPECT_EQ(shown(*text), html(markup));
    EXPECT_THAT(lines(xml.diagnostics), IsEmpty());
}

TEST(RichText, InXmlATextAloneIsPlainAndHtmlMayBeQuoted) {
    Loaded xml(
        "<r><a>one\n\ntwo\n• x</a><b><html>&lt;p>one&lt;p>&lt;b>two</html></b><c html='&lt;i>x'/></r>");
    const auto a = xml.root.member("a");
    const auto b = xml.root.member("b");
    const auto c = xml.root.member("c");
    EXPECT_EQ(shown(*readRichText(*a)), "one / two / [- x]");
    EXPECT_EQ(shown(*readRichText(*b)), "one / *two*");
    EXPECT_EQ(shown(*readRichText(*c)), "~x~");
    EXPECT_THAT(lines(xml.diagnostics), IsEmpty());
}

TEST(RichText, InXmlTheTypeSaysThatTheTextIsHtml) {
    Loaded xml("<r><a type='html'>&lt;p>one&lt;p>&lt;b>two</a><b type='html'><![CDATA[<i>x</i>]]></b>"
               "<c type='html'><p>y</p></c><d type='html'/></r>");
    EXPECT_EQ(shown(*readRichText(*xml.root.member("a"))), "one / *two*");
    EXPECT_EQ(shown(*readRichText(*xml.root.member("b"))), "~x~");
    EXPECT_EQ(shown(*readRichText(*xml.root.member("c"))), "y");
    EXPECT_EQ(shown(*readRichText(*xml.root.member("d"))), "");
    EXPECT_THAT(lines(xml.diagnostics), IsEmpty());
    Loaded other("<a type='text'>b</a>");
    (void)readRichText(other.root);
    EXPECT_THAT(lines(other.diagnostics),
                ElementsAre("1:10: error: type: expected 'html' or 'lines', found 'text' [SID-I015]"));
}

TEST(RichText, InXmlAttributesDoNotChangeTheText) {
    Loaded xml("<r a='1'>one\n\ntwo\n• x</r>");
    EXPECT_EQ(shown(*readRichText(xml.root)), "one / two / [- x]");
    Loaded empty("<r a='1'/>");
    EXPECT_EQ(shown(*readRichText(empty.root)), "");
}

std::string written(const RichText& text) {
    JsonWriter json;
    writeRichText(json, text);
    std::string out = std::move(json).take();
    out.pop_back();
    return out;
}

TEST(RichText, IsWrittenPlainWhereThatSaysAll) {
    EXPECT_EQ(written(plainTextOf("a & <b>\n\nc")), R"("a & <b>\n\nc")");
    EXPECT_EQ(written({}), R"("")");
    EXPECT_EQ(written(plainTextOf("a\n• b")), "{\n  \"html\": \"<p>a</p><ul><li>b</li></ul>\"\n}");
    EXPECT_EQ(written(plainText("• no list")), "{\n  \"html\": \"<p>• no list</p>\"\n}");
}

TEST(RichTexts, TakeLinearTimeForUnknownKeys) {
    std::string keys;
    for (int i = 0; i < 200'000; ++i) {
        keys += ", \"k" + std::to_string(i) + "\": 1";
    }
    Loaded json("{\"html\": \"x\"" + keys + "}");
    ASSERT_TRUE(json.good);
    EXPECT_EQ(shown(*readRichText(json.root)), "x"); // a quadratic reader would need minutes
    EXPECT_EQ(json.diagnostics.warningCount(), 200'000u);
}

} // namespace
} // namespace sidetal::input::testing
