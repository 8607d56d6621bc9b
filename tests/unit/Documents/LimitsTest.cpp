#include "unit/Documents/DocumentTesting.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::input::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Limits, AreNamedInTheirMessages) {
    EXPECT_THAT(messagesOf(R"({"document": "agenda"})", {.bytes = 10}),
                ElementsAre("error: 22 bytes, more than the limit of 10 [SID-I002]"));
    EXPECT_THAT(messagesOf("[[[]]]", {.depth = 2}),
                ElementsAre("1:3: error: nested deeper than the limit of 2 [SID-I004]"));
    EXPECT_THAT(messagesOf("<a><a><a/></a></a>", {.depth = 2}),
                ElementsAre("1:7: error: nested deeper than the limit of 2 [SID-I004]"));
    EXPECT_THAT(messagesOf("[1,2,3]", {.nodes = 3}),
                ElementsAre("1:6: error: more values than the limit of 3 [SID-I005]"));
    EXPECT_THAT(messagesOf("<a b='1' c='2'>x</a>", {.nodes = 3}),
                ElementsAre("1:16: error: more values than the limit of 3 [SID-I005]"));
}

TEST(Limits, HoldForTheTextsTogether) {
    const auto with = [](const std::string& first, const std::string& second) {
        return messagesOf(R"({"document": "agenda", "items": [{"title": "x", "body": )" + first +
                              R"(}, {"title": "y", "body": )" + second + "}]}",
                          {.textParts = 4});
    };
    EXPECT_THAT(with(R"("a\n\nb")", R"("• c")"), IsEmpty()) << "an item and its paragraph are two";
    EXPECT_THAT(
        with(R"("a\n\nb\n\nc")", R"("• d\n• e\n• f")"),
        ElementsAre("1:96: error: items[1].body: more paragraphs and list items than the limit of 4, in "
                    "all texts together [SID-I005]"));
    EXPECT_THAT(
        with(R"({"html": "<ul><li>a<li>b</ul>"})", R"({"html": "c<p>d"})"),
        ElementsAre("1:123: error: items[1].body.html: more paragraphs and list items than the limit of 4, "
                    "in all texts together [SID-I005]"));
}

TEST(Limits, HoldAgainstManyNamespaces) {
    const auto nested = [](int levels) {
        std::string xml = "<agenda>";
        for (int level = 0; level < levels; ++level) {
            xml += "<a";
            for (int i = 0; i < 990; ++i) {
                xml += fmt::format(" xmlns:p{}-{}='u'", level, i);
            }
            xml += ">";
        }
        for (int i = 0; i < 40'000; ++i) {
            xml += "<p0-0:x/>";
        }
        return xml;
    };
    EXPECT_THAT(
        messagesOf(nested(100)), // libxml2 would need minutes
        ElementsAre("1:16885: error: more namespaces than the limit of 1000 in one place [SID-I005]"));
    EXPECT_THAT(messagesOf("<agenda xmlns='u' xmlns:a='v'/>"), IsEmpty());
    std::string texts = "<agenda><items>";
    for (int i = 0; i < 2'000; ++i) {
        texts += "<item title='x'><body xmlns='http://www.w3.org/1999/xhtml'><p>x</p></body></item>";
    }
    EXPECT_THAT(messagesOf(texts + "</items></agenda>"), IsEmpty()) << "one at a time is in scope";
}

TEST(Limits, HoldAgainstManyAttributes) {
    const auto element = [](int count) {
        std::string xml = "<agenda";
        for (int i = 0; i < count; ++i) {
            xml += " a" + std::to_string(i) + "=''";
        }
        return xml + "/>";
    };
    EXPECT_EQ(messagesOf(element(999)).size(), 999u) << "unknown keys";
    EXPECT_THAT(messagesOf(element(1'001)),
                ElementsAre("1:1: error: more attributes than the limit of 1000 an element [SID-I005]"));
    EXPECT_EQ(messagesOf(element(1'000'000)).size(), 1u);
}

TEST(Limits, HoldAgainstManyNames) {
    const auto many = [](std::string_view begin, std::string_view end, int count) {
        std::string out = "<agenda title='x'>\n";
        for (int i = 10'000; i < 10'000 + count; ++i) {
            out += fmt::format("{}{}{}", begin, i, end);
        }
        return out + "</agenda>";
    };
    const auto codes = [](const std::string& xml) {
        const auto all = messagesOf(xml);
        return std::pair(all.size(), all.empty() ? std::string() : all.back());
    };
    const std::string tooMany = ": error: more different names than the limit of 10000 [SID-I005]";
    // The names of XML itself and of the agenda are among them.
    EXPECT_EQ(codes(many("<?p", "?>", 9'990)), std::pair(std::size_t{0}, std::string()));
    EXPECT_EQ(codes(many("<?p", "?>", 10'001)), std::pair(std::size_t{1}, "2:99951" + tooMany));
    EXPECT_EQ(codes(many("<u", "/>", 10'001)), std::pair(std::size_t{1}, "2:89956" + tooMany));
}

TEST(Limits, HoldAgainstAMillionLevels) {
    std::string json(1'000'000, '[');
    EXPECT_THAT(messagesOf(json),
                ElementsAre("1:201: error: nested deeper than the limit of 200 [SID-I004]"));
    std::string xml;
    for (int i = 0; i < 1'000'000; ++i) {
        xml += "<a>";
    }
    EXPECT_THAT(messagesOf(xml), ElementsAre("1:601: error: nested deeper than the limit of 200 [SID-I004]"));
    EXPECT_THAT(messagesOf(std::string(200, '[') + std::string(200, ']')),
                ElementsAre("1:1: error: expected an object, found a list [SID-I013]"));
}

TEST(Limits, TwoHundredMegabytesAreNotRead) {
    const std::string large(200u << 20, ' ');
    EXPECT_THAT(messagesOf(large),
                ElementsAre("error: 209715200 bytes, more than the limit of 67108864 [SID-I002]"));
}

} // namespace
} // namespace sidetal::input::testing
