#include "Text/TotalFit.h"

#include "support/RandomTimes.h"

#include <gtest/gtest.h>

#include <random>

namespace sidetal {
namespace {

/// Pieces of these widths with blanks of 250 between them.
std::vector<FitPiece> wordsOf(const std::vector<std::int64_t>& widths) {
    std::vector<FitPiece> pieces;
    std::int64_t begin = 0;
    std::int64_t blanks = 0;
    for (const std::int64_t width : widths) {
        pieces.push_back({begin, begin + width, blanks});
        begin += width + 250;
        blanks += 250;
    }
    return pieces;
}

FitRules measure(std::int64_t width) {
    FitRules rules;
    rules.measure = rules.firstMeasure = width;
    return rules;
}

using Ends = std::vector<std::uint32_t>;

TEST(TotalFit, EvensTheLinesOfAParagraph) {
    // As full as can be: 0 1 2 | 3 | 4 5, which leaves the second line nearly empty.
    const auto pieces = wordsOf({2000, 2000, 1500, 2500, 5000, 1000});
    TotalFit fit;
    Ends ends;
    ASSERT_TRUE(fit.choose(pieces, measure(6000), ends));
    EXPECT_EQ(ends, Ends({1, 3, 4, 5}));
    EXPECT_TRUE(fit.isPoor()) << "over a sixth of the first line is empty";
}

TEST(TotalFit, LeavesNoShortWordAloneWhereThatCosts) {
    const auto pieces = wordsOf({1200, 1200, 1200, 1200, 1200, 1200, 500});
    TotalFit fit;
    Ends ends;
    FitRules rules = measure(4400);
    ASSERT_TRUE(fit.choose(pieces, rules, ends));
    EXPECT_EQ(ends, Ends({2, 5, 6}));
    rules.shortEnd = rules.measure / 6;
    ASSERT_TRUE(fit.choose(pieces, rules, ends));
    EXPECT_EQ(ends, Ends({2, 5, 6})) << "a third of a line is more than that is worth";
    const auto smaller = wordsOf({700, 700, 700, 700, 700, 700, 700, 700, 700, 700, 500});
    rules = measure(4600);
    ASSERT_TRUE(fit.choose(smaller, rules, ends));
    EXPECT_EQ(ends, Ends({4, 9, 10}));
    rules.shortEnd = rules.measure / 6;
    ASSERT_TRUE(fit.choose(smaller, rules, ends));
    EXPECT_EQ(ends, Ends({3, 8, 10}));
}

TEST(TotalFit, TellsWhereNothingFits) {
    TotalFit fit;
    Ends ends;
    EXPECT_FALSE(fit.choose(wordsOf({1000, 9000, 1000}), measure(6000), ends));
    auto pieces = wordsOf({5900, 1000});
    pieces[0].hyphen = 300;
    pieces[0].ends = FitPiece::End::Joint;
    EXPECT_FALSE(fit.choose(pieces, measure(6000), ends));
}

TEST(TotalFit, ShrinksBlanksToFourFifthsWhereLinesAreJustified) {
    const auto pieces = wordsOf({1000, 1000, 1000, 1000, 1000, 1000, 1000});
    TotalFit fit;
    Ends ends;
    FitRules rules = measure(3000 + 2 * 200);
    ASSERT_TRUE(fit.choose(pieces, rules, ends));
    EXPECT_EQ(ends, Ends({1, 3, 5, 6}));
    rules.justify = true;
    ASSERT_TRUE(fit.choose(pieces, rules, ends));
    EXPECT_EQ(ends, Ends({2, 5, 6}));
    rules.measure = rules.firstMeasure = 3000 + 2 * 200 - 1;
    ASSERT_TRUE(fit.choose(pieces, rules, ends));
    EXPECT_EQ(ends, Ends({1, 3, 5, 6}));
}

/// Goes through all ways to set some pieces and returns what the cheapest one costs.
std::int64_t leastByTrying(const std::vector<FitPiece>& pieces, const FitRules& rules) {
    std::int64_t least = TotalFit::kImpossible;
    const std::uint32_t breaks = static_cast<std::uint32_t>(pieces.size()) - 1;
    for (std::uint32_t chosen = 0; chosen < 1u << breaks; ++chosen) {
        Ends ends;
        for (std::uint32_t i = 0; i < breaks; ++i) {
            if ((chosen >> i & 1u) != 0) {
                ends.push_back(i);
            }
        }
        ends.push_back(breaks);
        least = std::min(least, TotalFit::costOf(pieces, rules, ends));
    }
    return least;
}

TEST(TotalFit, FindsWhatTryingAllWaysFinds) {
    std::mt19937 random(20261129);
    const auto below = [&](std::uint32_t most) { return static_cast<std::int64_t>(random() % most); };
    TotalFit fit;
    int possible = 0;
    for (std::uint64_t round = 0; round < 3000 * test::randomTimes(); ++round) {
        std::vector<FitPiece> pieces;
        std::int64_t begin = 0;
        std::int64_t blanks = 0;
        const std::int64_t count = 1 + below(11);
        for (std::int64_t i = 0; i < count; ++i) {
            FitPiece& piece = pieces.emplace_back();
            piece.begin = begin;
            piece.end = begin + 1 + below(3000);
            piece.blanks = blanks;
            const std::int64_t kind = below(5);
            const std::int64_t blank = kind < 3 ? 150 + below(200) : 0;
            piece.ends = kind == 3   ? FitPiece::End::Joint
                         : kind == 4 ? FitPiece::End::Hyphen
                                     : FitPiece::End::Plain;
            piece.hyphen = kind < 3 ? 0 : 300;
            begin = piece.end + blank;
            blanks += blank;
        }
        FitRules rules = measure(2000 + below(8000));
        rules.firstMeasure -= below(3) == 0 ? below(1000) : 0;
        rules.justify = below(2) == 0;
        rules.freeEnd = below(4) != 0;
        rules.shortEnd = below(2) == 0 ? rules.measure / 6 : 0;
        if (below(10) == 0) { // very wide ones are counted in larger units
            for (FitPiece& piece : pieces) {
                piece.begin *= 1000;
                piece.end *= 1000;
                piece.blanks *= 1000;
                piece.hyphen *= 1000;
            }
            rules.measure *= 1000;
            rules.firstMeasure *= 1000;
        }
        Ends ends;
        const std::int64_t least = leastByTrying(pieces, rules);
        const bool fits = fit.choose(pieces, rules, ends);
        ASSERT_EQ(fits, least < TotalFit::kImpossible) << round;
        if (fits) {
            ASSERT_EQ(TotalFit::costOf(pieces, rules, ends), least) << round;
            ++possible;
        }
    }
    EXPECT_GT(possible, 500);
}

TEST(TotalFit, TakesATimeThatGrowsWithThePiecesEvenOfNoWidth) {
    std::vector<FitPiece> pieces(20'000, FitPiece{0, 0, 0});
    TotalFit fit;
    Ends ends;
    ASSERT_TRUE(fit.choose(pieces, measure(1000), ends));
    EXPECT_EQ(ends.back(), 19'999u);
}

} // namespace
} // namespace sidetal
