#pragma once

#include "Text/Shaper.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace sidetal {

/// A run of a paragraph in one font and size; the runs of a paragraph are one text, their bytes counted
/// through.
struct TextRun {
    std::string_view text; ///< NFC; blanks between words, several count as one; '\n' is a forced line break
    FontId font{};
    std::int32_t scale = kFullSize; ///< its size in thousandths of the paragraph's

    static constexpr std::int32_t kFullSize = 1000;
    /// A width in thousandths of an em of the run's size in those of the paragraph's size, as all measures of
    /// lines are.
    [[nodiscard]] std::int32_t scaled(std::int32_t width) const {
        return scale == kFullSize ? width
                                  : static_cast<std::int32_t>(std::int64_t{width} * scale / kFullSize);
    }
};

/// A line of a paragraph, as byte offsets into its text. What ends a line is not part of it.
struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::int32_t width =
        0; ///< thousandths of an em, without the blank at its end, with a hyphen that was added
    bool endsWithSpace =
        false; ///< a blank (white space or forced break) of the source stands at the break: print it too
    bool endsWithHyphen = false; ///< a hyphen was added at the break; it extracts as U+00AD
    bool closed = false; ///< the paragraph's end or a forced break ends it: blanks are not widened to fill it
    bool broken = false; ///< broken inside a word that is wider than the measure, where nothing asks for it
};

/// How to break.
struct BreakOptions {
    /// Justified blanks shrink by no more than this part of their width.
    static constexpr std::int32_t kShrink = 5;

    std::int32_t measure = 0;     ///< line width in thousandths of an em, > 0
    std::int32_t firstIndent = 0; ///< what the first line has less, thousandths of an em, < measure
    /// Danish words, where a line would keep over a sixth of the measure empty: at a compound's joint where
    /// that fills the line well enough, never the last word. Words that are wider than the measure are
    /// hyphenated in any case.
    bool hyphenate = false;
    bool bonds = false; ///< no line ends within "kl. 15", "26. oktober" and their like (Bonds.h)
    /// Lines are chosen over the whole paragraph, so that they are even (TotalFit.h); else each is as full as
    /// can be.
    bool optimum = false;
    bool fullLastLine =
        false; ///< a last line of one short word gets another one where the line before has room
    /// Blanks will be stretched, by the optimum shrunk to four fifths, too, so that lines end at the measure.
    /// Line::width is at most the measure.
    bool justify = false;
};

/// How narrow and how wide a paragraph can be set, in thousandths of an em.
struct TextWidths {
    std::int64_t least = 0;  ///< of the widest stretch that no line may end in, without hyphenation
    std::int64_t widest = 0; ///< of the longest line where only forced breaks end lines
};

/// A glyph that is wider than the measure: the text cannot be set.
class GlyphTooWide : public std::exception {
  public:
    explicit GlyphTooWide(std::size_t offset)
        : offset(offset) {}
    [[nodiscard]] const char* what() const noexcept override { return "glyph wider than the measure"; }
    std::size_t offset;
};

/// Words set on one line, to be referred to by a page until Shaper::trim().
struct Piece {
    const Word* word = nullptr;
    std::uint16_t from = 0;   ///< first glyph
    std::uint16_t to = 0;     ///< one past the last glyph
    bool spaceBefore = false; ///< a space glyph of the same font precedes
};

/// The pieces of a line that belong to one run.
struct RunSlice {
    std::uint32_t run = 0;        ///< index into the runs
    std::uint32_t firstPiece = 0; ///< index into the pieces
    std::uint32_t pieceCount = 0;
    std::int32_t width = 0;  ///< thousandths of an em, the space after included
    bool spaceAfter = false; ///< a space glyph of this run's font ends the slice
};

/// Breaks paragraphs into lines, each as full as can be or all of them even, at the opportunities of UAX #14;
/// one a thread, beside its Shaper. A word that is wider than the measure is broken where it may be
/// hyphenated, else between any two grapheme clusters: between letters with a hyphen, but in addresses and in
/// words with digits without one.
class LineBreaker {
  public:
    explicit LineBreaker(Shaper& shaper);
    ~LineBreaker();
    LineBreaker(const LineBreaker&) = delete;
    LineBreaker& operator=(const LineBreaker&) = delete;

    [[nodiscard]] Shaper& shaper() const;

    /// Appends the lines of the paragraph to `lines`; at least one, even for an empty text. Trims the shaper
    /// on its way. Throws UnprintableText and GlyphTooWide, with offsets into the paragraph's text.
    void breakLines(std::span<const TextRun> runs, const BreakOptions& options, std::vector<Line>& lines);

    /// The widths between which a paragraph breaks its lines at opportunities alone: breakLines() at the
    /// least one breaks no word, at the widest one makes no line more than forced breaks ask for. Trims the
    /// shaper on its way. Throws UnprintableText.
    [[nodiscard]] TextWidths widths(std::span<const TextRun> runs);

    /// The paragraph that setLine() sets lines of; the runs must outlive its use.
    void setParagraph(std::span<const TextRun> runs);
    /// Appends what a line of the paragraph is made of, found again from its offsets: glyph for glyph what
    /// breakLines() measured.
    void setLine(const Line& line, std::vector<Piece>& pieces, std::vector<RunSlice>& slices);

    /// Appends the places of the characters for which boxes stand in a paragraph (FontSpec::boxes), as byte
    /// offsets.
    void findBoxes(std::span<const TextRun> runs, std::vector<std::uint32_t>& offsets);

    /// The break opportunities inside a paragraph, as byte offsets (exclusive of 0, inclusive of the end),
    /// found by word where that is exact and by ICU over the whole paragraph elsewhere. For tests against
    /// ICU.
    void opportunities(std::span<const TextRun> runs, std::vector<std::uint32_t>& offsets);

  private:
    struct Members;
    std::unique_ptr<Members> m_;
};

} // namespace sidetal
