// Lines break where ICU breaks the whole paragraph, whatever stands in it and whatever was set before.
#include "Support/Utf8.h"
#include "Text/Characters.h"
#include "Text/ParagraphCutter.h"
#include "support/RandomTimes.h"
#include "unit/Text/TestFonts.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <random>

namespace sidetal {
namespace {

// clang-format off
/// What Danish paragraphs are made of, and all that is known to be nasty in them.
constexpr std::array<std::string_view, 69> kKnown{
    "a", "b", "A", "7", "12", "-", "\u00AD", "–", "—", "/", "(", ")", "[", "]", "«", "»", "”", "“", "\"", "'", "!", "?",
    ".", ",", ";", ":", "%", "§", "kr", "€", "…", "\u00A0", "•", "æ", "ø", "Å", "½", "\\", "+", "=", "&", "|", "„", "‘",
    "’", "‚", "‹", "›", "$", "#", "@", "*", "_", "<", ">", "{", "}", "°", "±", "×", ".5", ",5", "1.000", "f.eks.", "13-17",
    "⁄2", ".\u0301" "5", "http://a.dk/b?c=d&e", "\n"};
// clang-format on

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kParagraphs = 20'000;
#else
constexpr std::size_t kParagraphs = 1'000'000;
#endif
constexpr std::size_t kRunParagraphs = kParagraphs / 5;

/// All characters that our fonts have, by their line break class.
std::vector<std::vector<char32_t>> charactersByClass() {
    const auto fonts = test::fonts();
    const Face& face = fonts->face(fonts->chain("DejaVu Sans", false, false).front());
    std::map<int, std::vector<char32_t>> byClass;
    for (char32_t c = 0x21; c < 0x20000; ++c) {
        const bool printable = face.glyph(c) || (c >= 0x300 && isInvisible(c));
        if (printable && !isRightToLeft(c) && !isMeaningless(c) && (c < 0xD800 || c > 0xDFFF)) {
            byClass[u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK)].push_back(c);
        }
    }
    std::vector<std::vector<char32_t>> out;
    for (auto& [kind, characters] : byClass) {
        out.push_back(std::move(characters));
    }
    return out;
}

class Paragraphs {
  public:
    /// A paragraph of 1 to 7 words; by turns of letters with little and with much punctuation, and with any
    /// character that there is.
    std::string next() {
        ++made_;
        const std::size_t letters = made_ % 3 == 0 ? 8 : 3;
        const bool any = made_ % 3 == 2;
        std::string text;
        const std::size_t words = 1 + below(7);
        for (std::size_t word = 0; word < words; ++word) {
            if (word > 0 || below(40) == 0) {
                text += below(10) != 0 ? " " : "  ";
            }
            for (std::size_t part = 1 + below(5); part > 0; --part) {
                if (any && below(5) == 0) {
                    const auto& characters = byClass_[below(byClass_.size())];
                    utf8::append(text, characters[below(characters.size())]);
                } else {
                    text += below(letters) != 0 ? kKnown[below(5)] : kKnown[below(kKnown.size())];
                }
            }
        }
        return text;
    }
    [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }

  private:
    std::mt19937 random_{20211026}; // NOLINT: the same paragraphs in every run
    std::vector<std::vector<char32_t>> byClass_ = charactersByClass();
    std::size_t made_ = 0;
};

/// A soft hyphen at the beginning of a word parts nothing, so no line ends there.
void eraseAfterIdleSoftHyphens(std::string_view text, std::vector<std::uint32_t>& breaks) {
    std::erase_if(breaks, [&](std::uint32_t at) {
        const std::size_t blank = at == 0 ? std::string_view::npos : text.find_last_of(" \n", at - 1);
        const std::string_view word =
            text.substr(0, at).substr(blank == std::string_view::npos ? 0 : blank + 1);
        return at < text.size() && word.ends_with(kSoftHyphenText) && visibleText(word).empty();
    });
}

TEST(BreakOpportunities, EqualIcuOverTheWholeParagraph) {
    IcuBoundaries icu(IcuBoundaries::Kind::Line);
    Paragraphs paragraphs;
    std::unique_ptr<test::Setter> setter;
    std::vector<std::uint32_t> expected;
    std::vector<std::uint32_t> found;
    std::size_t byWord = 0;
    for (std::size_t i = 0; i < kParagraphs * test::randomTimes(); ++i) {
        // What was asked of ICU before must not matter: the tables begin empty again and again.
        if (i % 1000 == 0 || (i < kParagraphs / 10 && i % 7 == 0)) {
            setter = std::make_unique<test::Setter>(FontSpec{.family = "DejaVu Sans"});
        }
        const std::string text = paragraphs.next();
        const TextRun run{text, setter->font};
        icu.find(text, expected);
        eraseAfterIdleSoftHyphens(text, expected);
        setter->shaper.trim();
        try {
            setter->breaker.opportunities({&run, 1}, found);
        } catch (const UnprintableText&) {
            continue; // a cluster that no face has whole
        }
        eraseAfterIdleSoftHyphens(text, found);
        ASSERT_EQ(found, expected) << "paragraph " << i << ": [" << text << "]";
        byWord += ParagraphCutter(setter->shaper).cutByWord(run) ? 1 : 0;
    }
    EXPECT_GT(byWord, kParagraphs / 5) << "hardly any paragraph tests the word tables";
}

/// Where lines may begin by ICU: not after blanks that begin a line, and not within a cluster, which has one
/// glyph.
std::vector<std::uint32_t> lineBegins(std::string_view text, IcuBoundaries& lines, IcuBoundaries& clusters) {
    std::vector<std::uint32_t> breaks;
    std::vector<std::uint32_t> ends;
    lines.find(text, breaks);
    eraseAfterIdleSoftHyphens(text, breaks);
    clusters.find(text, ends);
    std::erase_if(breaks, [&](std::uint32_t at) {
        const std::size_t shown = text.substr(0, at).find_last_not_of(' ');
        const bool begun = shown != std::string_view::npos && text[shown] != '\n';
        const bool forced = text[at - 1] == '\n';
        return (at == text.size() && !forced) || (!forced && !begun) || !std::ranges::binary_search(ends, at);
    });
    return breaks;
}

TEST(BreakOpportunities, AreThoseOfTheWholeParagraphForSeveralRuns) {
    IcuBoundaries lines(IcuBoundaries::Kind::Line);
    IcuBoundaries clusters(IcuBoundaries::Kind::Grapheme);
    Paragraphs paragraphs;
    test::Setter setter({.family = "DejaVu Sans"});
    const FontId bold = setter.shaper.font({.family = "DejaVu Sans", .bold = true});
    ParagraphCutter cutter(setter.shaper);
    std::size_t compared = 0;
    for (std::size_t i = 0; i < kRunParagraphs; ++i) {
        const std::string text = paragraphs.next();
        if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xCC; })) {
            continue; // marks and invisible characters belong to clusters that runs would cut
        }
        const std::size_t cut = text.find(' ', paragraphs.below(text.size()));
        const std::string_view whole = text;
        const TextRun runs[] = {{whole.substr(0, cut), setter.font},
                                {cut < whole.size() ? whole.substr(cut) : "", bold}};
        setter.shaper.trim();
        std::vector<std::uint32_t> found;
        const std::vector<Segment>& segments = cutter.cut(RunPlaces(runs));
        for (std::size_t k = 0; k + 1 < segments.size(); ++k) {
            found.push_back(segments[k].gap == Gap::Forced
                                ? static_cast<std::uint32_t>(text.find('\n', segments[k].end) + 1)
                                : segments[k + 1].begin);
        }
        ASSERT_EQ(found, lineBegins(text, lines, clusters))
            << "paragraph " << i << ": [" << text << "], cut at " << cut;
        ++compared;
    }
    EXPECT_GT(compared, kRunParagraphs / 3);
}

} // namespace
} // namespace sidetal
