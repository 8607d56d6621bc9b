#include "Text/TokenReader.h"

#include "unit/Text/TestFonts.h"

#include <gtest/gtest.h>

#include <random>

namespace sidetal {
namespace {

/// The tokens of a text, read from its beginning, as [begin, end).
std::vector<std::pair<std::uint32_t, std::uint32_t>> tokensOf(Shaper& shaper, const TextRun& run) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    const RunPlaces places({&run, 1});
    TokenReader reader(shaper, places, 0);
    for (Token token; reader.next(token);) {
        out.emplace_back(token.begin, token.end);
    }
    return out;
}

TEST(TokenReader, CutsLongWordsOnlyAndBeforeClusters) {
    test::Setter setter({.family = "DejaVu Sans"});
    std::string text(kLongestWord - 6, 'a');
    text += " kommunalbestyrelse "; // over the first line, and not long
    const std::size_t longBegin = text.size();
    for (std::size_t i = 0; i < kLongestWord; ++i) {
        text += "e\u0323";
    }
    const TextRun run{text, setter.font};
    const auto tokens = tokensOf(setter.shaper, run);
    ASSERT_GT(tokens.size(), 3u);
    EXPECT_EQ(tokens[1].second - tokens[1].first, 18u);
    EXPECT_EQ(tokens[2].first, longBegin);
    for (std::size_t i = 2; i < tokens.size(); ++i) {
        EXPECT_LT(tokens[i].second - tokens[i].first, 2 * kLongestWord);
        EXPECT_EQ(text[tokens[i].first], 'e') << "no mark is parted from its letter";
        EXPECT_EQ(i + 1 < tokens.size() ? tokens[i + 1].first : text.size(), tokens[i].second);
    }
}

TEST(TokenReader, FindsTheSameCutsFromAnywhere) {
    test::Setter setter({.family = "DejaVu Sans"});
    std::mt19937 random(7); // NOLINT: the same texts in every run
    for (int round = 0; round < 20; ++round) {
        std::string text;
        while (text.size() < 5 * kLongestWord) {
            const std::size_t word = random() % 3 == 0 ? random() % (3 * kLongestWord) : random() % 40;
            for (const std::size_t end = text.size() + word; text.size() < end;) {
                text += random() % 4 == 0 ? "\u0323" : random() % 3 == 0 ? "æ" : "n";
            }
            text += random() % 5 == 0 ? "\n" : " ";
        }
        text = toNfc(text).value_or(text);
        const TextRun run{text, setter.font};
        const RunPlaces places({&run, 1});
        const auto tokens = tokensOf(setter.shaper, run);
        for (int sought = 0; sought < 500; ++sought) {
            const auto& [begin, end] = tokens[random() % tokens.size()];
            const auto offset = static_cast<std::uint32_t>(begin + random() % (end - begin));
            Token token;
            ASSERT_TRUE(TokenReader(setter.shaper, places, offset).next(token));
            ASSERT_EQ(token.begin, begin) << "from " << offset;
            ASSERT_EQ(token.end, end) << "from " << offset;
        }
    }
}

} // namespace
} // namespace sidetal
