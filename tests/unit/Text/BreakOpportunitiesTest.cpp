// The breaks found by word must be ICU's over the whole paragraph, whatever stands in it.
#include "Text/Characters.h"
#include "Text/ParagraphCutter.h"
#include "unit/Text/TestFonts.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace sidetal {
namespace {

// clang-format off
/// What Danish paragraphs are made of, and all that is known to be nasty in them.
constexpr std::array<std::string_view, 66> kKnown{
    "a", "b", "A", "7", "12", "-", "\u00AD", "–", "—", "/", "(", ")", "[", "]", "«", "»", "”", "“", "\"", "'", "!", "?",
    ".", ",", ";", ":", "%", "§", "kr", "€", "…", "\u00A0", "•", "æ", "ø", "Å", "½", "\\", "+", "=", "&", "|", "„", "‘",
    "’", "‚", "‹", "›", "$", "#", "@", "*", "_", "<", ">", "{", "}", "°", "±", "×", ".5", ",5", "1.000", "f.eks.", "13-17",
    "\n"};

/// What the word tables leave to ICU, and the rarer classes, as far as our fonts have them.
constexpr std::array<std::string_view, 43> kRare{
    "\u2009", "\u2003", "\u202F", "\u2007", "\u2010", "\u2011", "\u2012", "\u2015", "\u2060", "\u200B", "\u200C",
    "\u200D", "\uFEFF", "\u0301", "\u0323", "\u034F", "\u0308", "ñ", "ǆ", "Ж", "λ", "ß", "a/b",
    "http://a.dk/b?c=d&e", "²", "№", "µ", "÷", "~", "^", "←", "☺", "☀", "♥", "✂", "●", "‼", "⁇", "ˈ", "◌", "₴", "―", "‥"};
// clang-format on

/// A paragraph of 1 to 7 words; one part in `letters` of its words is no letter or digit, one of those in
/// `rare` is rare.
std::string paragraph(std::mt19937& random, std::size_t letters, std::size_t rare) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    std::string text;
    const std::size_t words = 1 + below(7);
    for (std::size_t word = 0; word < words; ++word) {
        if (word > 0 || below(40) == 0) {
            text += below(10) != 0 ? " " : "  ";
        }
        const std::size_t parts = 1 + below(5);
        for (std::size_t part = 0; part < parts; ++part) {
            const bool isRare = rare != 0 && below(letters * rare) == 0;
            const bool isLetter = below(letters) != 0;
            text += isRare     ? kRare[below(kRare.size())]
                    : isLetter ? kKnown[below(5)]
                               : kKnown[below(kKnown.size())];
        }
    }
    return text;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kParagraphs = 50'000;
#else
constexpr std::size_t kParagraphs = 1'000'000;
#endif

TEST(BreakOpportunities, EqualIcuOverTheWholeParagraph) {
    test::Setter setter({.family = "DejaVu Sans"});
    IcuBoundaries icu(IcuBoundaries::Kind::Line);
    std::mt19937 random(20211026); // NOLINT: the same paragraphs in every run
    std::vector<std::uint32_t> expected;
    std::vector<std::uint32_t> found;
    ParagraphCutter cutter(setter.shaper);
    std::size_t byWord = 0;
    for (std::size_t i = 0; i < kParagraphs; ++i) {
        // By turns: a little and much punctuation, and all that there is.
        const std::string text = paragraph(random, i % 3 == 0 ? 8 : 3, i % 3 == 2 ? 3 : 0);
        const TextRun run{text, setter.font};
        icu.find(text, expected);
        setter.shaper.trim();
        ASSERT_NO_THROW(setter.breaker.opportunities({&run, 1}, found)) << text;
        ASSERT_EQ(found, expected) << "paragraph " << i << ": [" << text << "]";
        byWord += cutter.cutByWord(run) ? 1 : 0;
    }
    RecordProperty("by_word", static_cast<int>(byWord));
    EXPECT_GT(byWord, kParagraphs / 5) << "hardly any paragraph tests the word tables";
}

} // namespace
} // namespace sidetal
