#include "unit/Documents/DocumentTesting.h"
#include "unit/Markup/MarkupTesting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::input::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(TextsOfDocuments, PrivateBulletsAreWarnedOfOnceADocument) {
    const std::string agenda =
        R"({"document": "agenda", "items": [{"title": "\uF0E0 Nyt", "body": "a\n\uF0B7 b\n\uF0A7 c"},)"
        R"( {"title": "B", "body": {"html": "<p>\uF0FC d</p><p>&#xF0D8; e</p>"}}]})";
    EXPECT_THAT(messagesOf(agenda),
                ElementsAre("1:44: warning: items[0].title: the private character U+F0E0 of "
                            "Word's symbol fonts is read as '\u2192', and others of them as "
                            "what they show [SID-I036]"));
    Diagnostics diagnostics;
    const auto read = std::get<MeetingPaper>(readDocument(agenda, "test", diagnostics));
    EXPECT_EQ(read.items[0].title, "\u2192 Nyt");
    EXPECT_EQ(shown(read.items[0].body), "a / [- b; c]");
    EXPECT_EQ(shown(read.items[1].body), "\u2713 d / \u27A2 e");
    const std::string xml =
        "<agenda><items><item title='\uF0E0 Nyt'><body>a\n\uF0B7 b</body></item></items></agenda>";
    EXPECT_EQ(messagesOf(xml).size(), 1u);
}

TEST(TextsOfDocuments, OfDefaultIgnorablesAloneAreEmpty) {
    EXPECT_THAT(messagesOf(R"({"document": "agenda", "items": [{"title": "\u034F\uFE0F\u2062 \u061C"}]})"),
                ElementsAre("1:44: error: items[0].title: empty, expected text [SID-I012]"));
}

TEST(TextsOfDocuments, WithLineSeparatorsAreWrittenTheSameAgain) {
    const std::string once =
        writeJson(read(agendaWithBody("{\"html\": \"\u2028a<b>\u2029b</b>\u2028<p>\u2028\"}")));
    EXPECT_EQ(writeJson(read(once)), once);
}

TEST(TextsOfDocuments, OneTagInManyTextsIsToldOnceADocument) {
    const std::string body = R"("body": {"html": "<label>a</label><label>b</label>&nosuch;"}})";
    EXPECT_THAT(messagesOf(R"({"document": "agenda", "items": [{"title": "A", )" + body +
                           R"(, {"title": "B", )" + body +
                           R"(, {"title": "C", "body": {"html": "<slot>c"}}]})"),
                ElementsAre("1:66: warning: items[0].body.html: tag '<label>' is not known here; its text is "
                            "kept (in 2 texts, first here) [SID-I021]",
                            "1:66: warning: items[0].body.html: '&nosuch;' is no named character of HTML; it "
                            "is kept as it stands (in 2 texts, first here) [SID-I043]",
                            ::testing::AllOf(::testing::HasSubstr("tag '<slot>'"),
                                             ::testing::Not(::testing::HasSubstr("texts")))));
}

TEST(TextsOfDocuments, InXmlTheTagIsToldAtItsOwnPlace) {
    EXPECT_THAT(
        messagesOf("<agenda><items><item title='x'><body><p>a</p>\n  <label>b</label>\n"
                   "<ol reversed=''><li>c</li></ol></body></item></items></agenda>"),
        ElementsAre("2:3: warning: items[0].body: tag '<label>' is not known here; its text is kept "
                    "[SID-I021]",
                    "3:1: warning: items[0].body: a list is to be numbered downwards ('reversed'); its "
                    "numbers count upwards [SID-I045]"));
}

TEST(TextsOfDocuments, MarkupInATextThatTakesNoneIsTold) {
    const auto json = [](const std::string& item) {
        return messagesOf(R"({"document": "agenda", "items": [)" + item + "]}");
    };
    EXPECT_THAT(
        json(R"({"title": "x", "body": "<p>Et <b>vigtigt</b> punkt</p>"})"),
        ElementsAre("1:57: warning: items[0].body: '<p>' looks like markup; it is printed as it stands, "
                    "expected {\"html\": …} for a text with markup [SID-I044]"));
    EXPECT_THAT(
        json(R"({"title": "R&oslash;dovre"})"),
        ElementsAre("1:44: warning: items[0].title: '&oslash;' looks like markup, which is not read here; it "
                    "is printed as it stands, expected the characters themselves [SID-I044]"));
    EXPECT_THAT(
        messagesOf(R"({"document": "agenda", "meeting": {"place": "Torvet 1<br>Viborg"}, "items": []})"),
        ElementsAre(::testing::HasSubstr("meeting.place: '<br>' looks like markup, which")));
    for (const std::string body : {"<![CDATA[<p>Et punkt</p>]]>", "&lt;p>Et punkt"}) {
        EXPECT_THAT(
            messagesOf("<agenda><items><item title='x'><body>" + body + "</body></item></items></agenda>"),
            ElementsAre("1:32: warning: items[0].body: '<p>' looks like markup; it is printed as it stands, "
                        "expected the attribute type=\"html\" with it [SID-I044]"));
    }
    for (const std::string word : {"R&D; A&B", "x<y og y>z", "<mk@viborg.dk>", "a < b > c", "<bilag>", "&;",
                                   "&#;", "&#x", "5 <b", "<p", "</", "&nosuch;", "<p <x>"}) {
        EXPECT_THAT(json(R"({"title": ")" + word + R"(", "body": ")" + word + "\"}"), IsEmpty()) << word;
    }
    for (const std::string word :
         {"</b>", "<BR/>", "<!-- x", "<a href='x'>", "a&#248;b", "&#xF8;", "&amp;"}) {
        EXPECT_EQ(json(R"({"title": ")" + word + R"("})").size(), 1u) << word;
    }
}

TEST(TextsOfDocuments, InXmlAttributesOfATextAreUnknownKeys) {
    const auto with = [](const std::string& body) {
        return messagesOf("<agenda><items><item title='x'>" + body + "</item></items></agenda>");
    };
    EXPECT_THAT(with("<body lang='en'>a</body>"),
                ElementsAre("1:38: warning: items[0].body.lang: unknown key 'lang', not read [SID-I014]"));
    EXPECT_THAT(with("<body a='1' b='2'><p>a</p></body>"),
                ElementsAre("1:38: warning: items[0].body.a: unknown key 'a', not read [SID-I014]",
                            "1:44: warning: items[0].body.b: unknown key 'b', not read [SID-I014]"));
}

TEST(TextsOfDocuments, InXmlStandsThereInOneFormOnly) {
    const auto with = [](const std::string& body) {
        return messagesOf("<agenda><items><item title='x'>" + body + "</item></items></agenda>");
    };
    for (const std::string content : {"a", "<p>a</p>", "<html>a</html>"}) {
        EXPECT_THAT(with("<body html='x'>" + content + "</body>"),
                    ElementsAre("1:44: error: items[0].body.html: the text stands here in both its forms, "
                                "expected either 'html' or the text itself [SID-I025]"));
    }
    EXPECT_THAT(with("<body html='x'> </body>"), IsEmpty());
    EXPECT_THAT(with("<body html='x' lang='en'/>"),
                ElementsAre("1:47: warning: items[0].body.lang: unknown key 'lang', not read [SID-I014]"));
}

TEST(TextsOfDocuments, OfAnotherTypeIsAnError) {
    EXPECT_THAT(messagesOf(agendaWithBody("5")),
                ElementsAre("1:57: error: items[0].body: expected text, found the number 5 [SID-I013]\n  as "
                            "text it is \"5\""));
    EXPECT_THAT(messagesOf(agendaWithBody("[]")),
                ElementsAre("1:57: error: items[0].body: expected text, found a list [SID-I013]"));
    EXPECT_THAT(messagesOf(agendaWithBody(R"({"htlm": "x"})")),
                ElementsAre("1:57: error: items[0].body.html: missing [SID-I012]",
                            "1:58: warning: items[0].body.htlm: unknown key 'htlm', not read [SID-I014]\n  "
                            "nearest known key: 'html'"));
    EXPECT_THAT(messagesOf(agendaWithBody(R"({"html": 1})")),
                ElementsAre("1:66: error: items[0].body.html: expected text, found the number 1 [SID-I013]\n "
                            " as text it is \"1\""));
}

} // namespace
} // namespace sidetal::input::testing
