#pragma once

#include "Text/LineBreaker.h"
#include "Text/LineClasses.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// What stands between a segment and the next one.
enum class Gap : std::uint8_t { End, None, Blank, SoftHyphen, Forced };

/// A stretch of a paragraph between two break opportunities.
struct Segment {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  ///< without blanks, line end or soft hyphen after it
    std::int32_t width = 0; ///< thousandths of an em, of what shows between begin and end
    std::int32_t blank = 0; ///< width of the blank after it
    Gap gap = Gap::End;
};

/// A word of a paragraph: never over a run's end, a blank or a line end.
struct Token {
    const Word* word = nullptr;
    std::uint32_t begin = 0; ///< into the paragraph
    std::uint32_t end = 0;
    std::uint32_t run = 0;
    std::uint32_t newlines = 0; ///< forced breaks between the token before and this one
    bool blank = false;         ///< blanks stand between the token before and this one (and no forced break)
    std::uint32_t blankRun = 0; ///< the run of the first of them

    [[nodiscard]] std::string_view text() const { return word->text; }
};

/// The index of the first glyph of `word` at byte `offset` or after it.
[[nodiscard]] std::uint16_t glyphAt(const Word& word, std::uint32_t offset);

/// The width of the glyphs [from, to) of a word.
[[nodiscard]] std::int32_t widthOf(const Word& word, std::size_t from, std::size_t to);

/// Reads the words of a paragraph, cut in one way only, so that what was measured is found again.
class TokenReader {
  public:
    /// Begins with the word that byte `offset` stands in, or the next one.
    TokenReader(Shaper& shaper, std::span<const TextRun> runs, std::uint32_t offset);

    /// The next word; false at the paragraph's end, when token.newlines tells what forced breaks stand before
    /// it. Throws UnprintableText with an offset into the paragraph.
    bool next(Token& token);

  private:
    void skipBlanks(Token& token);
    void seek(std::uint32_t offset);

    Shaper& shaper_;
    std::span<const TextRun> runs_;
    std::size_t run_ = 0;
    std::uint32_t runBegin_ = 0; ///< of runs_[run_], in the paragraph
    std::size_t at_ = 0;         ///< in runs_[run_]
};

/// Cuts a paragraph at its break opportunities.
class ParagraphCutter {
  public:
    explicit ParagraphCutter(Shaper& shaper);

    /// The paragraph's segments, at least one; valid until the next call, and may be changed.
    [[nodiscard]] std::vector<Segment>& cut(std::span<const TextRun> runs);

    /// The usual case alone: one run, all breaks known from its words. False where they are not.
    [[nodiscard]] bool cutByWord(const TextRun& run);

    /// Where lines may break (LineBreaker::opportunities).
    void opportunities(std::span<const TextRun> runs, std::vector<std::uint32_t>& offsets);

  private:
    [[nodiscard]] bool cutHardLine(const TextRun& run, std::size_t begin, std::size_t end);
    void addWord(std::string_view text, std::uint32_t begin, const Word& word);
    void cutByIcu(std::span<const TextRun> runs);
    void close(Gap gap, std::int32_t blank, std::uint32_t next);
    void closeInside(std::uint32_t at);
    void joinToken(std::span<const TextRun> runs, const Token& token);
    void cutToken(const Token& token);
    [[nodiscard]] std::string_view wholeText(std::span<const TextRun> runs);

    Shaper& shaper_;
    std::vector<Segment> segments_;
    std::vector<std::uint32_t> offsets_; ///< ICU's, over the whole paragraph
    std::size_t opportunity_ = 0;        ///< the next of offsets_
    Segment open_;                       ///< the segment that words are being added to
    bool openIsEmpty_ = true;
    std::string text_; ///< of several runs
    std::string_view whole_;
};

} // namespace sidetal
