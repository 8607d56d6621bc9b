#include "Support/JsonText.h"
#include "Support/JsonWriter.h"
#include "Support/LanguageTag.h"
#include "Support/Utf8.h"
#include "sidetal/Support/Geometry.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace sidetal {
namespace {

using namespace literals;

std::string json(std::string_view text) {
    std::string out;
    appendJsonString(out, text);
    return out;
}

TEST(JsonText, EscapesWhatMustBe) {
    EXPECT_EQ(json("a \"b\" \\ / æ\u00a0"), "\"a \\\"b\\\" \\\\ / æ\u00a0\"");
    EXPECT_EQ(json("\n\t\r\x01\x1F"), "\"\\n\\t\\r\\u0001\\u001f\"");
    EXPECT_EQ(json(std::string_view("\0", 1)), "\"\\u0000\"");
    EXPECT_EQ(json(""), "\"\"");
}

TEST(JsonText, EscapesWhatUpsetsLinesAndReplacesWhatIsNoText) {
    EXPECT_EQ(json("\x7F\u0085\u2028\u202E\u061C"), "\"\\u007f\\u0085\\u2028\\u202e\\u061c\"");
    EXPECT_EQ(json("\u00A0\u00AD\u200B\u200D"), "\"\u00A0\u00AD\u200B\u200D\"");
    EXPECT_EQ(json("a\xE6-\xF0\x9F\x98"), "\"a\uFFFD-\uFFFD\uFFFD\uFFFD\"");
}

TEST(JsonWriter, PutsEachMemberOnALineOfItsOwn) {
    JsonWriter writer;
    writer.beginObject();
    writer.string("a", "x\ny");
    writer.word("b", "[1, 2]");
    writer.beginObject("c");
    writer.endObject();
    writer.key("d");
    writer.beginArray();
    writer.word("true");
    writer.beginObject();
    writer.string("e", "");
    writer.endObject();
    writer.endArray();
    writer.endObject();
    EXPECT_EQ(std::move(writer).take(), R"({
  "a": "x\ny",
  "b": [1, 2],
  "c": {},
  "d": [
    true,
    {
      "e": ""
    }
  ]
}
)");
}

TEST(Utf8, AnyBytesAreWalkedOver) {
    const std::string_view text = "æ\xE6x\xED\xA0\x80€";
    std::string seen;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = utf8::nextOrInvalid(text, at);
        seen += c ? utf8::codePointName(*c) + " " : "? ";
    }
    EXPECT_EQ(seen, "U+00E6 ? U+0078 ? ? ? U+20AC ");
}

TEST(Utf8, LongTextsAreShortened) {
    EXPECT_EQ(utf8::shortened("æøå", 3), "æøå");
    EXPECT_EQ(utf8::shortened("æøå", 2), "æø…");
    EXPECT_EQ(utf8::shortened("", 0), "");
}

TEST(Utf8, EveryScalarValueGoesThereAndBack) {
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) {
            continue;
        }
        std::string text;
        utf8::append(text, c);
        std::size_t at = 0;
        ASSERT_FALSE(utf8::findInvalid(text)) << utf8::codePointName(c);
        ASSERT_EQ(utf8::next(text, at), c);
        ASSERT_EQ(at, text.size());
        ASSERT_EQ(utf8::length(text), 1u);
        ASSERT_EQ(utf8::shortened(text + "x", 1), text + "…");
    }
}

TEST(Utf8, IllFormedSequencesAreFoundWhereTheyBegin) {
    // Unicode 15, table 3-7: overlong, surrogates, too high, lone continuation, cut off.
    for (const std::string bad : {"\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF",
                                  "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xFF",
                                  "\xE2\x82", "\xC3", "\xF0\x9F\x98", "\xE2\x28\xA1"}) {
        EXPECT_EQ(utf8::findInvalid("æ" + bad + "x"), 2u);
    }
    EXPECT_EQ(utf8::findInvalid("æ€\U0001F600"), std::nullopt);
    EXPECT_EQ(utf8::findInvalid(""), std::nullopt);
}

TEST(Utf8, NamesOfCodePoints) {
    EXPECT_EQ(utf8::codePointName(U'æ'), "U+00E6");
    EXPECT_EQ(utf8::codePointName(0x1F600), "U+1F600");
}

TEST(Length, IsExactInThousandths) {
    EXPECT_EQ((12_pt).milli(), 12'000);
    EXPECT_EQ(Length::milli(1) + Length::milli(2), Length::milli(3));
    EXPECT_EQ(3_pt - 5_pt, -(2_pt));
    EXPECT_EQ(3_pt * 7, 21_pt);
    EXPECT_EQ(1_pt / 3, Length::milli(333));
    EXPECT_LT(Length::milli(-1), Length());
    Length sum = 1_pt;
    sum += 2_pt;
    sum -= Length::milli(1);
    EXPECT_EQ(sum, Length::milli(2'999));
}

TEST(Rect, KnowsItsFarEdges) {
    const Rect rect{1_pt, 2_pt, 3_pt, 4_pt};
    EXPECT_EQ(rect.right(), 4_pt);
    EXPECT_EQ(rect.bottom(), 6_pt);
}

TEST(LanguageTag, HasOneCaseHoweverItIsWritten) {
    for (const auto& [written, canonical] : {std::pair("DA", "da"),
                                             {"da", "da"},
                                             {"EN-gb", "en-GB"},
                                             {"en-GB", "en-GB"},
                                             {"SR-LATN-rs", "sr-Latn-RS"},
                                             {"zh-yue-hk", "zh-yue-HK"},
                                             {"es-419", "es-419"},
                                             {"DE-1996", "de-1996"},
                                             {"EN-CA-X-CA-ABCD", "en-CA-x-ca-abcd"},
                                             {"", ""},
                                             {"-", "-"}}) {
        EXPECT_EQ(canonicalLanguage(written), canonical);
    }
}

} // namespace
} // namespace sidetal
