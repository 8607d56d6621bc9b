#pragma once

#include "Text/LineBreaker.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sidetal {

/// A stretch of a paragraph after which a line may end. Widths in thousandths of an em, counted from where
/// the paragraph would begin were it one line.
struct FitPiece {
    /// What ends a line with a hyphen costs by.
    enum class End : std::uint8_t { Plain, Joint, Hyphen };

    std::int64_t begin = 0;
    std::int64_t end = 0;    ///< without blanks after it
    std::int64_t blanks = 0; ///< of all before `begin`, what blanks are wide
    std::int32_t hyphen = 0; ///< the width of the hyphen that a line would end with here
    End ends = End::Plain;   ///< Joint: at a soft hyphen or between the parts of a compound
};

/// How lines are to be filled. In thousandths of an em.
struct FitRules {
    std::int64_t measure = 0;
    std::int64_t firstMeasure = 0; ///< of the first line
    bool justify = false; ///< blanks become wider, and a little narrower, so that lines end at the measure
    bool freeEnd = true;  ///< what the last line leaves empty costs nothing
    std::int64_t shortEnd = 0; ///< a last line of one word narrower than this costs
};

/// Chooses the ends of all lines of a paragraph at once, so that together they cost least (Knuth and Plass,
/// Breaking Paragraphs into Lines, 1981). A line costs by what it leaves empty or, justified, by how much its
/// blanks are stretched or shrunk: by the square, so that one bad line costs more than two that are half as
/// bad; and for being a line, for a hyphen at its end, for one after another, and for being the short last
/// one. In whole numbers, so the same everywhere. Takes a time that grows with the pieces: a line is sought
/// among those of one measure before its end, at most kMostActive.
class TotalFit {
  public:
    /// Blanks may shrink to four fifths.
    static constexpr std::int64_t kShrink = BreakOptions::kShrink;
    static constexpr std::size_t kMostActive = 1000;

    /// Replaces `ends` by the indices of the pieces that end lines, the last piece included. False where
    /// nothing fits: some piece is wider than the measure with the hyphen that it needs.
    [[nodiscard]] bool choose(std::span<const FitPiece> pieces, const FitRules& rules,
                              std::vector<std::uint32_t>& ends);

    /// Whether one of the lines chosen last is poorly filled, the last one aside where it costs nothing: over
    /// a sixth of it is empty; justified, its blanks are twice as wide as they were or shrunk as far as may
    /// be.
    [[nodiscard]] bool isPoor() const { return poor_; }

    /// What the lines with these ends cost together; kImpossible where one does not fit. For tests.
    [[nodiscard]] static std::int64_t costOf(std::span<const FitPiece> pieces, const FitRules& rules,
                                             std::span<const std::uint32_t> ends);
    static constexpr std::int64_t kImpossible = INT64_MAX / 2;

  private:
    class Costs;
    template <bool justify>
    void sweep(std::span<const FitPiece> pieces, const Costs& of, std::int64_t limit);
    void sweep(std::span<const FitPiece> pieces, const Costs& of, bool justify, std::int64_t limit);

    std::vector<std::int64_t> begins_; ///< by piece: where a line that begins with it ends
    std::vector<std::int64_t> costs_; ///< by piece: the least that lines cost up to there, of those before it
    std::vector<std::uint32_t> from_; ///< by piece: the first one of the line that ends with it
    bool poor_ = false;
};

} // namespace sidetal
