#include "unit/Tree/TreeTesting.h"

#include "Tree/Values.h"
#include "sidetal/Support/Length.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sidetal::input::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

enum class Colour { Red, Green };
struct NamedColour {
    std::string_view name;
    Colour value;
};
constexpr std::array kColours = {NamedColour{"red", Colour::Red}, NamedColour{"green", Colour::Green}};

TEST(Node, KnowsItsPath) {
    Loaded loaded(R"({"a": [1, {"b": [true]}]})");
    std::string path;
    loaded.root.eachMember([&](const Node& a) {
        a.eachItem("x", [&](const Node& item) {
            if (item.isObject()) {
                item.eachMember(
                    [&](const Node& b) { b.eachItem("x", [&](const Node& n) { path = n.path(); }); });
            }
        });
    });
    EXPECT_EQ(path, "a[1].b[0]");
    EXPECT_EQ(loaded.root.path(), "");
}

TEST(Node, PathsAreTheSameInXml) {
    Loaded loaded("<r><a><x/><x><b><x>t</x></b></x></a></r>");
    const auto a = loaded.root.member("a");
    const auto items = a->items("x");
    ASSERT_EQ(items.size(), 2u);
    const auto b = items[1].member("b");
    EXPECT_EQ(b->items("x")[0].path(), "a[1].b[0]");
}

TEST(Node, JsonTextIsAString) {
    Loaded loaded(R"({"t": " a  b ", "n": 1.10, "z": null, "l": [], "o": {}, "b": true})");
    EXPECT_EQ(loaded.root.member("t")->text(), " a  b ");
    EXPECT_EQ(loaded.root.member("t")->line(), "a b");
    for (const char* key : {"n", "z", "l", "o", "b"}) {
        const auto node = loaded.root.member(key);
        EXPECT_FALSE(node->text()) << key;
    }
    EXPECT_THAT(
        lines(loaded.diagnostics),
        ElementsAre(
            "1:22: error: n: expected text, found the number 1.10 [SID-I013]\n  as text it is \"1.10\"",
            "1:33: error: z: expected text, found null [SID-I013]",
            "1:44: error: l: expected text, found a list [SID-I013]",
            "1:53: error: o: expected text, found an object [SID-I013]",
            "1:62: error: b: expected text, found true [SID-I013]"));
}

TEST(Node, XmlTextIsAnAttributeOrAnElementOfTextAlone) {
    Loaded loaded("<r a=' x '><b>y</b><c/><d><e/></d><f g='1'>z</f></r>");
    EXPECT_EQ(loaded.root.member("a")->line(), "x");
    EXPECT_EQ(loaded.root.member("b")->text(), "y");
    EXPECT_EQ(loaded.root.member("c")->text(), "");
    EXPECT_TRUE(loaded.root.member("c")->isObject());
    EXPECT_TRUE(loaded.root.member("c")->isList());
    EXPECT_FALSE(loaded.root.member("d")->isText());
    EXPECT_FALSE(loaded.root.member("f")->isText());
    EXPECT_THAT(lines(loaded.diagnostics), IsEmpty());
}

TEST(Node, BooleansAreWordsInXmlOnly) {
    Loaded xml("<r a='true' b='1' c=' false ' d='0' e='yes'/>");
    EXPECT_EQ(xml.root.member("a")->boolean(), true);
    EXPECT_EQ(xml.root.member("b")->boolean(), true);
    EXPECT_EQ(xml.root.member("c")->boolean(), false);
    EXPECT_EQ(xml.root.member("d")->boolean(), false);
    EXPECT_EQ(xml.root.member("e")->boolean(), std::nullopt);
    EXPECT_THAT(lines(xml.diagnostics),
                ElementsAre("1:40: error: e: expected true or false, found text 'yes' [SID-I013]"));
    Loaded json(R"({"a": true, "b": "true", "c": 1})");
    EXPECT_EQ(json.root.member("a")->boolean(), true);
    EXPECT_EQ(json.root.member("b")->boolean(), std::nullopt);
    EXPECT_EQ(json.root.member("c")->boolean(), std::nullopt);
    EXPECT_EQ(json.diagnostics.errorCount(), 2u);
}

TEST(Node, WholeNumbersHaveBounds) {
    Loaded json(R"({"a": -3, "b": 4, "c": 1.5, "d": 1e2, "e": "1", "f": 99999999999999999999, "g": 3.0})");
    EXPECT_EQ(json.root.member("a")->integer(-3, 3), -3);
    EXPECT_EQ(json.root.member("d")->integer(0, 100), 100);
    EXPECT_EQ(json.root.member("g")->integer(-3, 3), 3);
    for (const char* key : {"b", "c", "d", "e", "f"}) {
        EXPECT_EQ(json.root.member(key)->integer(-3, 3), std::nullopt) << key;
    }
    EXPECT_EQ(lines(json.diagnostics)[0],
              "1:16: error: b: expected a whole number from -3 to 3, found '4' [SID-I018]");
    EXPECT_EQ(lines(json.diagnostics)[3], "1:44: error: e: expected a number, found text '1' [SID-I013]");
    Loaded xml("<r a=' 2 ' b='2 kr.'/>");
    EXPECT_EQ(xml.root.member("a")->integer(0, 3), 2);
    EXPECT_EQ(xml.root.member("b")->integer(0, 3), std::nullopt);
}

TEST(Node, NumbersInThousandths) {
    Loaded json(R"({"a": 12.5, "b": 0.001, "c": 1.2345, "d": -0.5, "e": 7})");
    EXPECT_EQ(json.root.member("a")->thousandths(0, 100'000), 12'500);
    EXPECT_EQ(json.root.member("b")->thousandths(0, 100'000), 1);
    EXPECT_EQ(json.root.member("c")->thousandths(0, 100'000), std::nullopt);
    EXPECT_EQ(json.root.member("d")->thousandths(-1000, 0), -500);
    EXPECT_EQ(json.root.member("e")->thousandths(1'500, 6'999), std::nullopt);
    EXPECT_THAT(lines(json.diagnostics), ElementsAre("1:30: error: c: expected a number from 0 to 100 with "
                                                     "at most three decimals, found '1.2345' [SID-I018]",
                                                     "1:54: error: e: expected a number from 1.5 to 6.999 "
                                                     "with at most three decimals, found '7' [SID-I018]"));
}

TEST(Node, DatesAndTimesExist) {
    Loaded json(
        R"({"a": "2020-02-29", "b": "2021-02-29", "c": "29-02-2020", "d": "23:59", "e": "24:00", "f": " 2021-01-01 "})");
    EXPECT_EQ(json.root.member("a")->date(), (Date{2020, 2, 29}));
    EXPECT_EQ(json.root.member("b")->date(), std::nullopt);
    EXPECT_EQ(json.root.member("c")->date(), std::nullopt);
    EXPECT_EQ(json.root.member("d")->time(), (TimeOfDay{23, 59}));
    EXPECT_EQ(json.root.member("e")->time(), std::nullopt);
    EXPECT_EQ(json.root.member("f")->date(), (Date{2021, 1, 1}));
    EXPECT_THAT(
        lines(json.diagnostics),
        ElementsAre("1:26: error: b: '2021-02-29' is no day of the calendar [SID-I016]",
                    "1:45: error: c: expected a date such as '2021-10-26', found '29-02-2020' [SID-I016]",
                    "1:78: error: e: expected a time from '00:00' to '23:59', found '24:00' [SID-I017]"));
}

TEST(Node, ChoicesAreAllNamed) {
    Loaded json(R"({"a": "green", "b": "gren", "c": "blue"})");
    EXPECT_EQ(json.root.member("a")->oneOf(kColours), Colour::Green);
    EXPECT_EQ(json.root.member("b")->oneOf(kColours), std::nullopt);
    EXPECT_EQ(json.root.member("c")->oneOf(kColours), std::nullopt);
    EXPECT_THAT(lines(json.diagnostics),
                ElementsAre("1:21: error: b: expected 'red' or 'green', found 'gren' [SID-I015]\n  nearest "
                            "known value: 'green'",
                            "1:34: error: c: expected 'red' or 'green', found 'blue' [SID-I015]"));
}

TEST(Node, ListsOfXmlHoldTheirElementsOnly) {
    Loaded xml("<r a='1' b='2'><item/><itme/><item/></r>");
    EXPECT_EQ(xml.root.items("item").size(), 2u);
    EXPECT_THAT(
        lines(xml.diagnostics),
        ElementsAre(
            "1:4: warning: a: unknown key 'a', not read [SID-I014]",
            "1:10: warning: b: unknown key 'b', not read [SID-I014]",
            "1:23: warning: itme: unknown key 'itme', not read [SID-I014]\n  nearest known key: 'item'"));
    Loaded text("<r><a>x</a><b> x <item/></b></r>");
    const auto a = text.root.member("a");
    const auto b = text.root.member("b");
    EXPECT_THAT(a->items("item"), IsEmpty());
    EXPECT_THAT(b->items("item"), IsEmpty());
    EXPECT_THAT(lines(text.diagnostics),
                ElementsAre("1:4: error: a: expected a list, found text 'x' [SID-I013]",
                            "1:16: error: b: expected a list, found text 'x' in it [SID-I013]"));
}

TEST(Members, KnowWhatNobodyAskedFor) {
    Loaded json(R"({"margin": 1, "marign": 2, "zzz": 3})");
    Members members(json.root);
    EXPECT_TRUE(members.get("margin"));
    EXPECT_FALSE(members.get("font"));
    EXPECT_FALSE(members.require("size"));
    members.finish();
    EXPECT_THAT(
        lines(json.diagnostics),
        ElementsAre(
            "1:1: error: size: missing [SID-I012]",
            "1:15: warning: marign: unknown key 'marign', not read [SID-I014]\n  nearest known key: 'margin'",
            "1:28: warning: zzz: unknown key 'zzz', not read [SID-I014]"));
}

TEST(Members, KeysThatStandTwiceInXmlAreRefused) {
    Loaded xml("<r a='1'><a>2</a></r>");
    Members members(xml.root);
    EXPECT_TRUE(members.get("a"));
    members.finish();
    EXPECT_THAT(lines(xml.diagnostics),
                ElementsAre("1:10: error: a: key 'a' stands there already, at 1:4 [SID-I009]"));
}

TEST(UnknownKeys, AreNoErrorsWithoutAPolicy) {
    Diagnostics diagnostics;
    Tree tree;
    ASSERT_TRUE(readJson("{\"access\": 1}", {}, diagnostics, tree));
    const Node root(tree, diagnostics);
    Members members(root);
    members.finish();
    EXPECT_THAT(lines(diagnostics),
                ElementsAre("1:2: warning: access: unknown key 'access', not read [SID-I014]"));
}

TEST(UnknownKeys, AreShortenedInPaths) {
    Loaded json("{\"" + std::string(100, 'k') + "\": {\"\\n\": 1}}");
    Members members(json.root);
    const auto outer = json.root.member(std::string(100, 'k'));
    Members inner(*outer);
    inner.finish();
    EXPECT_EQ(json.diagnostics.all().at(0).path, std::string(40, 'k') + "….\n");
}

TEST(Members, OfNoObjectSayOneThing) {
    Loaded json("[1]");
    Members members(json.root);
    EXPECT_FALSE(members.usable());
    EXPECT_FALSE(members.require("a"));
    members.finish();
    EXPECT_THAT(lines(json.diagnostics),
                ElementsAre("1:1: error: expected an object, found a list [SID-I013]"));
}

TEST(Names, DistanceCountsSwapsAsOne) {
    EXPECT_EQ(editDistance("", ""), 0u);
    EXPECT_EQ(editDistance("abc", "abc"), 0u);
    EXPECT_EQ(editDistance("", "abc"), 3u);
    EXPECT_EQ(editDistance("titel", "title"), 1u);
    EXPECT_EQ(editDistance("kitten", "sitting"), 3u);
    EXPECT_EQ(editDistance("ca", "abc"), 3u) << "optimal string alignment";
}

TEST(Names, NearestIsNearEnoughOrNothing) {
    constexpr std::array<std::string_view, 4> names = {"title", "items", "meeting", "to"};
    EXPECT_EQ(nearestName("titel", names), "title");
    EXPECT_EQ(nearestName("TITLE", names), "title");
    EXPECT_EQ(nearestName("item", names), "items");
    EXPECT_EQ(nearestName("meetings", names), "meeting");
    EXPECT_EQ(nearestName("zebra", names), std::nullopt);
    EXPECT_EQ(nearestName("x", names), std::nullopt);
    EXPECT_EQ(nearestName(std::string(100'000, 't'), names), std::nullopt);
    EXPECT_EQ(nearestName("x", {}), std::nullopt);
    EXPECT_EQ(nearestName("abcdef", std::array<std::string_view, 1>{"abxyef"}), "abxyef") << "a third";
    EXPECT_EQ(nearestName("abcdef", std::array<std::string_view, 1>{"abxyzf"}), std::nullopt) << "a half";
    EXPECT_EQ(nearestName("a", std::array<std::string_view, 1>{"b"}), std::nullopt) << "nothing in common";
}

TEST(Values, DecimalsAreExact) {
    EXPECT_EQ(parseThousandths("0.1"), 100);
    EXPECT_EQ(parseThousandths("-0.001"), -1);
    EXPECT_EQ(parseThousandths("1234567.890"), 1'234'567'890);
    EXPECT_EQ(parseThousandths("12.5000"), 12'500);
    EXPECT_EQ(parseThousandths("1.25e1"), 12'500);
    EXPECT_EQ(parseThousandths("125E-1"), 12'500);
    EXPECT_EQ(parseThousandths("1e+3"), 1'000'000);
    EXPECT_EQ(parseThousandths("-0.0e99999999999"), 0);
    EXPECT_EQ(parseThousandths("000000000000000000000001"), 1'000);
    for (const char* text : {"", "-", "--1", ".5", "1.", "1.2345", "1e-4", "1,5", "9999999999999999", "1e16",
                             "1e99999999999", "e1", "1e", "1e5x"}) {
        EXPECT_EQ(parseThousandths(text), std::nullopt) << text;
    }
    EXPECT_EQ(parseInteger("1.0"), 1);
    EXPECT_EQ(parseInteger("-2.50e1"), -25);
    EXPECT_EQ(parseInteger("999999999999999999"), 999'999'999'999'999'999);
    for (const char* text : {"1.5", "1e-1", "1000000000000000000", "x"}) {
        EXPECT_EQ(parseInteger(text), std::nullopt) << text;
    }
    for (const std::int64_t value : {0, 1, -1, 999, 1000, -1500, 12'345'678}) {
        EXPECT_EQ(parseThousandths(formatPoints(Length::milli(value))), value);
    }
}

TEST(Values, WhiteSpaceCollapsesButNoBreakSpaceStays) {
    EXPECT_EQ(collapse("  a \r\n\t b\u00a0 \u00a0c  "), "a b\u00a0 \u00a0c");
    EXPECT_EQ(collapse("a\u2028b\u2029 c"), "a b c");
    EXPECT_EQ(collapse(" \n "), "");
    EXPECT_TRUE(isBlank(" \n\u00a0\u200b\u2003"));
    EXPECT_FALSE(isBlank(" . "));
}

TEST(Values, QuotesAreShort) {
    EXPECT_EQ(inQuotes("a\n b"), "'a b'");
    EXPECT_EQ(inQuotes(std::string(39, 'a') + "æøå"), "'" + std::string(39, 'a') + "æ…'");
}

} // namespace
} // namespace sidetal::input::testing
