#include "unit/Tree/TreeTesting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sidetal::input::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> messages(std::string_view json) {
    const Loaded loaded(json);
    EXPECT_EQ(loaded.good, std::ranges::all_of(loaded.diagnostics.all(), [](const Diagnostic& d) {
                  return d.code == "SID-I009" || d.code == "SID-I046"; // do not end the reading
              }));
    return lines(loaded.diagnostics);
}

const Tree& child(const Tree& tree, std::size_t index) {
    return std::next(tree.begin(), static_cast<std::ptrdiff_t>(index))->second;
}

TEST(JsonTree, KeepsKindTextAndOrder) {
    const Loaded loaded(R"({"b": "x", "a": -1.50e+2, "c": [true, false, null, {}], "": ""})");
    ASSERT_TRUE(loaded.good);
    ASSERT_EQ(loaded.tree.size(), 4u);
    EXPECT_EQ(loaded.tree.data().kind, TreeKind::Object);
    EXPECT_EQ(loaded.tree.begin()->first, "b");
    EXPECT_EQ(child(loaded.tree, 0).data().text, "x");
    EXPECT_EQ(child(loaded.tree, 1).data().kind, TreeKind::Number);
    EXPECT_EQ(child(loaded.tree, 1).data().text, "-1.50e+2");
    const Tree& list = child(loaded.tree, 2);
    EXPECT_EQ(list.data().kind, TreeKind::Array);
    EXPECT_EQ(child(list, 0).data().text, "true");
    EXPECT_EQ(child(list, 1).data().kind, TreeKind::Boolean);
    EXPECT_EQ(child(list, 2).data().kind, TreeKind::Null);
    EXPECT_EQ(child(list, 3).data().kind, TreeKind::Object);
    EXPECT_EQ(child(loaded.tree, 3).data().kind, TreeKind::String);
}

TEST(JsonTree, EveryValueAndKeyHasItsPlace) {
    const Loaded loaded("{\n  \"a\" : 12,\r\n\t\"æøå\": [ 1,2 ,\"x\" ] // end\r , \"b\"/* c\n */: {}\n}");
    ASSERT_TRUE(loaded.good);
    EXPECT_EQ(child(loaded.tree, 0).data().keyPosition, (SourcePos{2, 3}));
    EXPECT_EQ(child(loaded.tree, 0).data().position, (SourcePos{2, 9}));
    const Tree& list = child(loaded.tree, 1);
    EXPECT_EQ(list.data().keyPosition, (SourcePos{3, 2}));
    EXPECT_EQ(list.data().position, (SourcePos{3, 9})) << "columns count characters, not bytes";
    EXPECT_EQ(child(list, 0).data().position, (SourcePos{3, 11}));
    EXPECT_EQ(child(list, 1).data().position, (SourcePos{3, 13}));
    EXPECT_EQ(child(list, 2).data().position, (SourcePos{3, 16}));
    EXPECT_EQ(child(loaded.tree, 2).data().keyPosition, (SourcePos{4, 4})) << "a CR alone ends a line";
    EXPECT_EQ(child(loaded.tree, 2).data().position, (SourcePos{5, 6}));
}

TEST(JsonTree, ByteOrderMarkIsPassedOver) {
    const Loaded loaded("\xEF\xBB\xBF{\"a\": 1}");
    ASSERT_TRUE(loaded.good);
    EXPECT_EQ(child(loaded.tree, 0).data().keyPosition, (SourcePos{1, 2}));
}

TEST(JsonTree, EscapesAreResolved) {
    const Loaded loaded(R"({"a": "\u00e6\ud83d\ude00\n\t\"\\\/"})");
    ASSERT_TRUE(loaded.good);
    EXPECT_EQ(child(loaded.tree, 0).data().text, "æ\U0001F600\n\t\"\\/");
}

TEST(JsonTree, SaysWhatIsWrongAndWhatWasExpected) {
    EXPECT_THAT(messages("{\"a\" 1}"), ElementsAre("1:6: error: unexpected '1', expected ':' [SID-I006]"));
    EXPECT_THAT(messages("{\"a\":}"), ElementsAre("1:6: error: unexpected '}', expected a value [SID-I006]"));
    EXPECT_THAT(messages("{,}"),
                ElementsAre("1:2: error: unexpected ',', expected a key in double quotes or '}' [SID-I006]"));
    EXPECT_THAT(messages("{\"a\":1,}"),
                ElementsAre("1:8: error: unexpected '}', expected a key in double quotes [SID-I006]"));
    EXPECT_THAT(messages("[1 2]"), ElementsAre("1:4: error: unexpected '2', expected ',' or ']' [SID-I006]"));
    EXPECT_THAT(messages("[,]"),
                ElementsAre("1:2: error: unexpected ',', expected a value or ']' [SID-I006]"));
    EXPECT_THAT(messages("{} {}"),
                ElementsAre("1:4: error: unexpected '{', expected the end of the file [SID-I006]"));
    EXPECT_THAT(messages("[nul]"),
                ElementsAre("1:2: error: unexpected 'nul', expected a value or ']' [SID-I006]\n"
                            "  keys and texts stand in double quotes"));
    EXPECT_THAT(messages("[truefalse]"),
                ElementsAre("1:2: error: unexpected 'truefalse', expected a value or ']' [SID-I006]\n"
                            "  keys and texts stand in double quotes"));
    EXPECT_THAT(messages("\x01"), ElementsAre("1:1: error: unexpected U+0001, expected a value [SID-I006]"));
    EXPECT_THAT(messages("[1, /x]"),
                ElementsAre("1:5: error: malformed comment, expected '//' or '/*' [SID-I006]"));
    EXPECT_THAT(messages("/* x"), ElementsAre("1:1: error: comment is not closed, expected '*/' [SID-I006]"));
}

TEST(JsonTree, MalformedNumbersAreNamed) {
    for (const std::string number : {"01", "1.", "-", "+1", ".5", "1e", "0x1F", "1.2.3", "--1", "1e+"}) {
        EXPECT_THAT(messages("[" + number + "]"),
                    ElementsAre("1:2: error: malformed number '" + number + "' [SID-I006]"));
    }
    EXPECT_THAT(messages("[1e400]"), ElementsAre("1:2: error: number '1e400' is too large [SID-I018]"));
    EXPECT_THAT(messages("[123456789012345678901234567890]"), IsEmpty()) << "kept as it is written";
}

TEST(JsonTree, BrokenTextsAreNamedWhereTheyBreak) {
    EXPECT_THAT(messages("[\"a"), ElementsAre("1:2: error: text is not closed, expected '\"' [SID-I006]"));
    EXPECT_THAT(messages("[\"a\\"),
                ElementsAre("1:4: error: unknown escape, expected \\\", \\\\, \\/, \\b, \\f, \\n, "
                            "\\r, \\t or \\u [SID-I006]"));
    EXPECT_THAT(
        messages("[\"a\\u12\"]"),
        ElementsAre("1:4: error: malformed escape, expected \\u and four hexadecimal digits [SID-I006]"));
    EXPECT_THAT(messages("[\"\\udc00\"]"),
                ElementsAre("1:3: error: \\udc00 is half of a surrogate pair [SID-I006]"));
    EXPECT_THAT(messages("[\"\\ud83d\\u0041\"]"),
                ElementsAre("1:3: error: \\ud83d is half of a surrogate pair [SID-I006]"));
    EXPECT_THAT(messages("[\"a\tb\"]"),
                ElementsAre("1:4: error: control character U+0009 in a text [SID-I006]"));
}

TEST(JsonTree, CutOffAnywhereGivesOneMessageAtTheEnd) {
    const std::string whole = "{\"a\": [1, {\"b\": \"x\"}, true], \"c\": null}";
    for (std::size_t length = 1; length < whole.size(); ++length) {
        const auto said = messages(whole.substr(0, length));
        ASSERT_EQ(said.size(), 1u) << whole.substr(0, length);
        EXPECT_THAT(said[0], ::testing::HasSubstr("[SID-I006]"));
    }
    EXPECT_THAT(messages("{\"a\": ["),
                ElementsAre("1:8: error: the file ends here, expected a value or ']' [SID-I006]\n"
                            "  the list that begins at 1:7 is not closed"));
}

TEST(JsonTree, DuplicateKeysAreRefusedWithBothPlaces) {
    EXPECT_THAT(messages("[{\"a\": 1, \"a\": 1}]"),
                ElementsAre("1:11: error: [0].a: key 'a' stands there already, at 1:3 [SID-I009]"));
    EXPECT_THAT(messages(R"({"x": [1, {"a": 1, "b": {"c": 1, "c": 1}}]})"),
                ElementsAre("1:34: error: x[1].b.c: key 'c' stands there already, at 1:26 [SID-I009]"));
    EXPECT_THAT(messages(R"([{"a": 1}, {"a": 1}])"), IsEmpty());
}

TEST(JsonTree, DuplicateKeysAreCollectedAndTheFirstWins) {
    EXPECT_THAT(
        messages(R"({"a": 1, "a": {"b": [2], "b": {"c": 0, "c": {}}}, "d": {"e": 1, "e": 1}, "a": []})"),
        ElementsAre("1:10: error: a: key 'a' stands there already, at 1:2 [SID-I009]",
                    "1:26: error: a.b: key 'b' stands there already, at 1:16 [SID-I009]",
                    "1:40: error: a.b.c: key 'c' stands there already, at 1:32 [SID-I009]",
                    "1:65: error: d.e: key 'e' stands there already, at 1:57 [SID-I009]",
                    "1:74: error: a: key 'a' stands there already, at 1:2 [SID-I009]"));
    const Loaded loaded(R"({"a": {"x": 1}, "a": {"y": [2]}, "b": 3})");
    ASSERT_EQ(loaded.tree.size(), 2u);
    EXPECT_EQ(child(loaded.tree, 0).begin()->first, "x");
    EXPECT_EQ(child(loaded.tree, 1).data().text, "3");
}

TEST(JsonTree, NoControlCharacterGetsIn) {
    EXPECT_THAT(messages(R"(["\u0000"])"),
                ElementsAre("1:2: error: control character U+0000 cannot be printed [SID-I010]"));
    EXPECT_THAT(messages(R"({"\u0001": 1})"),
                ElementsAre("1:2: error: control character U+0001 cannot be printed [SID-I010]"));
    EXPECT_THAT(messages("[\"\x7F\"]"),
                ElementsAre("1:2: error: control character U+007F cannot be printed [SID-I010]"));
    EXPECT_THAT(messages("[\"\u0085\"]"),
                ElementsAre("1:2: error: control character U+0085 cannot be printed [SID-I010]"));
    EXPECT_THAT(messages("[\"\uFFFF\"]"),
                ElementsAre("1:2: error: control character U+FFFF cannot be printed [SID-I010]"));
    EXPECT_THAT(messages(R"(["\t\n\r \u00a0\u00ad"])"), IsEmpty());
    EXPECT_THAT(messages(std::string("[1]\0", 4)),
                ElementsAre("1:4: error: control character U+0000 cannot be printed [SID-I010]"));
}

TEST(JsonTree, OldWhiteSpaceInTextsIsASpace) {
    const Loaded loaded(R"({"a": "x\fy", "b": ["\u000B", "\u000c\u000C"]})");
    EXPECT_THAT(lines(loaded.diagnostics),
                ElementsAre("1:7: warning: form feed U+000C is read as a space, the first of 4 such characters "
                            "[SID-I046]"));
    EXPECT_EQ(loaded.tree.front().second.data().text, "x y");
    EXPECT_EQ(loaded.tree.back().second.back().second.data().text, "  ");
    EXPECT_THAT(messages(R"(["\u000B"])"),
                ElementsAre("1:2: warning: vertical tab U+000B is read as a space [SID-I046]"));
    EXPECT_THAT(messages(R"({"a\f": 1})"),
                ElementsAre("1:2: error: control character U+000C cannot be printed [SID-I010]"));
    EXPECT_THAT(messages(R"(["\f", "\f\u0001"])"),
                ElementsAre("1:8: error: control character U+0001 cannot be printed [SID-I010]"));
    EXPECT_THAT(messages("[\"\f\"]"), ElementsAre(::testing::HasSubstr("control character U+000C")));
    EXPECT_THAT(messages("[\f1]"), ElementsAre(::testing::HasSubstr("[SID-I006]")));
}

TEST(JsonTree, NoMoreMarksStandOnEndThanAreStreamSafe) {
    const std::string tooMany = ": error: more than 30 combining marks on end, from U+0301 on [SID-I035]";
    EXPECT_THAT(messages("[\"a" + times(30, "\u0301") + "\"]"), IsEmpty());
    EXPECT_THAT(messages("[1, \"a" + times(31, "\u0301") + "\"]"), ElementsAre("1:5" + tooMany));
    EXPECT_THAT(messages("[\"a" + times(31, "\\u0301") + "\"]"), ElementsAre("1:2" + tooMany));
    EXPECT_THAT(messages("{\"" + times(31, "\u0301") + "\": 1}"), ElementsAre("1:2" + tooMany));
    EXPECT_THAT(messages("[\"" + times(100'000, "\u0301\u0323") + "\"]"), ElementsAre("1:2" + tooMany));
}

TEST(JsonTree, OnlyUtf8IsRead) {
    EXPECT_THAT(messages("{\n\"ø\": \"\xE6\"}"),
                ElementsAre("2:7: error: byte 0xE6 is not UTF-8 [SID-I003]"));
    EXPECT_THAT(messages("[\"\xED\xA0\x80\"]"), ElementsAre("1:3: error: byte 0xED is not UTF-8 [SID-I003]"));
    EXPECT_THAT(messages("\xFF\xFE[\0"),
                ElementsAre("1:1: error: the file looks like UTF-16; only UTF-8 is read [SID-I003]"));
}

TEST(JsonTree, NumbersAreNoLongerThanTheirLimit) {
    EXPECT_THAT(messages("[1." + std::string(998, '1') + "]"), IsEmpty());
    EXPECT_THAT(messages("[\n1." + std::string(999, '1') + "]"),
                ElementsAre("2:1: error: number '1." + std::string(38, '1') +
                            "\u2026' is too long, the limit is 1000 characters [SID-I018]"));
}

} // namespace
} // namespace sidetal::input::testing
