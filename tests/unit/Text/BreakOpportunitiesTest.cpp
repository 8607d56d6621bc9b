// The breaks found by word must be ICU's over the whole paragraph, whatever stands in it.
#include "Text/Characters.h"
#include "unit/Text/TestFonts.h"

#include "Support/Utf8.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <random>

namespace sidetal {
namespace {

/// What Danish paragraphs and their worst relatives are made of.
constexpr std::array<std::string_view, 96> kNasty{"a",      "b",
                                                  "A",      "7",
                                                  "12",     "-",
                                                  "\u00AD", "–",
                                                  "—",      "/",
                                                  "(",      ")",
                                                  "[",      "]",
                                                  "«",      "»",
                                                  "”",      "“",
                                                  "\"",     "'",
                                                  "!",      "?",
                                                  ".",      ",",
                                                  ";",      ":",
                                                  "%",      "§",
                                                  "kr",     "€",
                                                  "…",      "\u00A0",
                                                  "•",      "æ",
                                                  "ø",      "Å",
                                                  "½",      "\\",
                                                  "+",      "=",
                                                  "&",      "|",
                                                  "„",      "‘",
                                                  "’",      "‚",
                                                  "‹",      "›",
                                                  "$",      "#",
                                                  "@",      "*",
                                                  "~",      "^",
                                                  "_",      "<",
                                                  ">",      "{",
                                                  "}",      "°",
                                                  "µ",      "±",
                                                  "×",      "÷",
                                                  "²",      "№",
                                                  "\u2009", "\u2003",
                                                  "\u202F", "\u2007",
                                                  "\u2010", "\u2011",
                                                  "\u2012", "\u2060",
                                                  "\u200B", "\u200C",
                                                  "\u200D", "\uFEFF",
                                                  "\u0301", "\u0323",
                                                  "\u034F", "\u0308",
                                                  "ñ",      "ǆ",
                                                  "Ж",      "λ",
                                                  "ß",      ".5",
                                                  ",5",     "1.000",
                                                  "f.eks.", "13-17",
                                                  "a/b",    "http://a.dk/b?c=d&e",
                                                  "\n",     "\u2015"};

/// One or more characters of the line break classes that the list above lacks, as far as our fonts have them.
constexpr std::array<std::string_view, 13> kRare{"←", "☺", "☀", "♥", "✂", "●", "‼",
                                                 "⁇", "ˈ", "◌", "₴", "―", "‥"};

std::string paragraph(std::mt19937& random) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    std::string text;
    const std::size_t words = 1 + below(7);
    for (std::size_t word = 0; word < words; ++word) {
        if (word > 0 || below(40) == 0) {
            text += below(10) != 0 ? " " : "  ";
        }
        const std::size_t parts = 1 + below(5);
        for (std::size_t part = 0; part < parts; ++part) {
            const std::size_t kind = below(60);
            text += kind < 40   ? kNasty[below(6) % 5]
                    : kind < 59 ? kNasty[below(kNasty.size())]
                                : kRare[below(kRare.size())];
        }
    }
    return text;
}

std::size_t paragraphCount() {
    const char* asked = std::getenv("SIDETAL_BREAK_PARAGRAPHS");
    return asked == nullptr ? 50'000 : std::strtoul(asked, nullptr, 10);
}

TEST(BreakOpportunities, EqualIcuOverTheWholeParagraph) {
    test::Setter setter({.family = "DejaVu Sans"});
    IcuBoundaries icu(IcuBoundaries::Kind::Line);
    std::mt19937 random(20211026); // NOLINT: the same paragraphs in every run
    std::vector<std::uint32_t> expected;
    std::vector<std::uint32_t> found;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < paragraphCount(); ++i) {
        const std::string text = paragraph(random);
        const TextRun run{text, setter.font};
        icu.find(text, expected);
        setter.shaper.trim();
        ASSERT_NO_THROW(setter.breaker.opportunities({&run, 1}, found)) << text;
        ASSERT_EQ(found, expected) << "paragraph " << i << ": [" << text << "]";
        ++compared;
    }
    EXPECT_GT(compared, 0u);
}

} // namespace
} // namespace sidetal
