/// Bytes are looked at eight at a time where they are plain: every length and every place of what is not.

#include "Tree/Encoding.h"
#include "Tree/Locator.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace sidetal::input {
namespace {

/// Counted byte by byte.
SourcePos slowly(std::string_view text, std::size_t offset) {
    SourcePos position{1, 1};
    for (std::size_t i = 0; i < offset; ++i) {
        const bool lineEnd = text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n");
        if (lineEnd) {
            position = {position.line + 1, 1};
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u) {
            ++position.column;
        }
    }
    return position;
}

TEST(Places, AreThoseThatCountingBytesGives) {
    for (const std::string_view odd : {"\n", "\r", "\r\n", "\t", "æ", "€", "\U0001F600", "\x7F"}) {
        for (std::size_t before = 0; before < 20; ++before) {
            const std::string text =
                std::string(before, 'a') + std::string(odd) + std::string(17, 'b') + std::string(odd) + "c";
            Locator rising(text);
            for (std::size_t offset = 0; offset <= text.size(); ++offset) {
                EXPECT_EQ(rising.at(offset), slowly(text, offset)) << before << ", " << offset;
                EXPECT_EQ(Locator(text).at(offset), slowly(text, offset)) << before << ", " << offset;
            }
        }
    }
}

TEST(Places, MayFall) {
    const std::string text = "first line\nsecond line, longer than eight\nthird";
    Locator locator(text);
    EXPECT_EQ(locator.at(text.size()), (SourcePos{3, 6}));
    EXPECT_EQ(locator.at(11), (SourcePos{2, 1}));
    EXPECT_EQ(locator.at(10), (SourcePos{1, 11}));
}

TEST(ForbiddenCharacters, AreFoundAtAnyPlace) {
    struct Case {
        std::string_view text;
        char32_t found;
    };
    const Case cases[] = {{"\x01", 0x01},   {"\x1F", 0x1F},     {"\x7F", 0x7F},    {"\u0080", 0x80},
                          {"\u009F", 0x9F}, {"\uFFFE", 0xFFFE}, {"\uFFFF", 0xFFFF}};
    for (const Case& wrong : cases) {
        for (std::size_t before = 0; before < 20; ++before) {
            for (std::size_t after = 0; after < 20; ++after) {
                const std::string text =
                    std::string(before, '~') + std::string(wrong.text) + std::string(after, ' ');
                EXPECT_EQ(forbiddenCharacter(text), wrong.found) << before << ", " << after;
            }
        }
    }
}

TEST(ForbiddenCharacters, AreNoneOfThoseBesideThem) {
    for (const std::string_view right :
         {"\t", "\n", "\r", " ", "~", "\u00A0", "\uFFFD", "\uFFEF", "æ", "€"}) {
        for (std::size_t before = 0; before < 20; ++before) {
            EXPECT_FALSE(forbiddenCharacter(std::string(before, 'a') + std::string(right) + "z")) << before;
        }
    }
}

} // namespace
} // namespace sidetal::input
