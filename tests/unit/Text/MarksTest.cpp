#include "Support/Marks.h"

#include "Support/Utf8.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <random>
#include <string>
#include <vector>

namespace sidetal {
namespace {

/// The NFKD of `text` by ICU.
std::u32string nfkd(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2& form = *icu::Normalizer2::getNFKDInstance(status);
    const icu::UnicodeString decomposed = form.normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size()))), status);
    EXPECT_TRUE(U_SUCCESS(status));
    std::u32string out;
    for (int at = 0; at < decomposed.length();) {
        const UChar32 c = decomposed.char32At(at);
        out += static_cast<char32_t>(c);
        at += U16_LENGTH(c);
    }
    return out;
}

bool isNonStarter(char32_t c) {
    return u_getCombiningClass(static_cast<UChar32>(c)) != 0;
}

std::string utf8Of(std::u32string_view characters) {
    std::string out;
    for (const char32_t c : characters) {
        utf8::append(out, c);
    }
    return out;
}

/// marks::table() as ICU has it: of the characters of Unicode 15, whose decompositions never change.
std::vector<std::uint32_t> tableByIcu() {
    const UVersionInfo latest{15, 0, 0, 0};
    std::vector<std::uint32_t> table;
    char32_t last = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        UVersionInfo age;
        u_charAge(static_cast<UChar32>(c), age);
        if ((c >= 0xD800 && c < 0xE000) || age[0] > latest[0]) {
            continue;
        }
        const std::u32string parts = nfkd(utf8Of({&c, 1}));
        std::uint32_t count = 0;
        for (auto part = parts.rbegin(); part != parts.rend() && isNonStarter(*part); ++part) {
            ++count;
        }
        EXPECT_TRUE(count == parts.size() || !isNonStarter(parts.front())) << utf8::codePointName(c);
        if (count == 0) {
            continue;
        }
        const std::uint32_t kind = (count == parts.size() ? 8u : 0u) | count;
        if (!table.empty() && last + 1 == c && (table.back() & 15u) == kind &&
            (table.back() >> 4 & 127u) < 127) {
            table.back() += 16;
        } else {
            table.push_back(static_cast<std::uint32_t>(c) << 11 | kind);
        }
        last = c;
    }
    return table;
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += text;
    }
    return out;
}

TEST(Marks, TableIsIcus) {
    const std::vector<std::uint32_t> expected = tableByIcu();
    std::string lines;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        lines += fmt::format("0x{:08X},{}", expected[i], i % 9 == 8 || i + 1 == expected.size() ? "\n" : " ");
    }
    EXPECT_TRUE(std::ranges::equal(marks::table(), expected)) << "MarksTable.inc should be:\n" << lines;
}

TEST(Utf8, DefaultIgnorablesAreIcus) {
    for (char32_t c = 0; c < 0x110000; ++c) {
        const bool expected =
            u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
        EXPECT_EQ(utf8::isDefaultIgnorable(c), expected) << utf8::codePointName(c);
    }
}

TEST(Marks, ThirtyMayStandOnEnd) {
    const std::string acute = "\u0301";
    EXPECT_EQ(marks::findTooMany(""), std::nullopt);
    EXPECT_EQ(marks::findTooMany("a" + repeated(acute, 30) + "b" + repeated(acute, 30)), std::nullopt);
    EXPECT_EQ(marks::findTooMany("ab" + repeated(acute, 31)), 2u);
    EXPECT_EQ(marks::findTooMany(repeated(acute, 31)), 0u);
    EXPECT_EQ(marks::findTooMany("b\u00F8" + repeated("\u0301\u0323", 16)), 3u);
    // CGJ is a starter: what UAX #15 puts in to keep a text stream-safe.
    EXPECT_EQ(marks::findTooMany("a" + repeated(repeated(acute, 30) + "\u034F", 100)), std::nullopt);
    EXPECT_EQ(marks::findTooMany(repeated("\u2013 \u2022 \u65E5", 100)), std::nullopt);
}

TEST(Marks, AreCountedAsTheyDecompose) {
    const std::string acute = "\u0301";
    EXPECT_EQ(marks::findTooMany("\u00E9" + repeated(acute, 29)), std::nullopt);
    EXPECT_EQ(marks::findTooMany("\u00E9" + repeated(acute, 30)), 2u);
    EXPECT_EQ(marks::findTooMany("\u01D8" + repeated(acute, 28)), std::nullopt);
    EXPECT_EQ(marks::findTooMany("\u01D8" + repeated(acute, 29)), 2u);
    EXPECT_EQ(marks::findTooMany(repeated("\u0344", 15)), std::nullopt);
    EXPECT_EQ(marks::findTooMany(repeated("\u0344", 16)), 0u);
}

TEST(Marks, MessageNamesTheFirst) {
    const std::string text = "a" + repeated("\u0323\u0301", 20);
    EXPECT_EQ(marks::tooManyMessage(text, *marks::findTooMany(text)),
              "more than 30 combining marks on end, from U+0323 on");
}

TEST(Marks, AgreesWithTheDefinitionOnRandomTexts) {
    constexpr std::u32string_view kCharacters =
        U"a\u00E9\u01D8\u0301\u0323\u0344\u0F73\u20D0\U0001D165\u034F\u2013";
    std::mt19937 random(15);
    for (int round = 0; round < 3000; ++round) {
        std::u32string text;
        while (text.size() < 120) {
            const std::size_t pick = random() % 64; // marks, mostly
            text += kCharacters[pick < kCharacters.size() ? pick : 3 + pick % 6];
        }
        std::size_t count = 0;
        std::size_t most = 0;
        for (const char32_t c : nfkd(utf8Of(text))) {
            count = isNonStarter(c) ? count + 1 : 0;
            most = std::max(most, count);
        }
        EXPECT_EQ(marks::findTooMany(utf8Of(text)).has_value(), most > marks::kMostOnEnd);
    }
}

} // namespace
} // namespace sidetal
