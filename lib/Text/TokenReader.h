#pragma once

#include "Text/LineBreaker.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sidetal {

/// A word of a paragraph: never over a run's end, a blank or a line end.
struct Token {
    const Word* word = nullptr;
    std::uint32_t begin = 0; ///< into the paragraph
    std::uint32_t end = 0;
    std::uint32_t run = 0;
    std::uint32_t newlines = 0; ///< forced breaks between the token before and this one
    bool blank = false;         ///< blanks stand between the token before and this one (and no forced break)
    std::uint32_t blankRun = 0; ///< the run of the first of them
};

/// The runs of a paragraph and where each begins, so that the run of a place is found without going through
/// all.
class RunPlaces {
  public:
    RunPlaces() = default;
    /// As assign().
    explicit RunPlaces(std::span<const TextRun> runs) { assign(runs); }
    /// Takes the runs of another paragraph, which must outlive this.
    void assign(std::span<const TextRun> runs);

    [[nodiscard]] std::span<const TextRun> runs() const { return runs_; }
    /// The run that byte `offset` of the paragraph is in; the last one for its end.
    [[nodiscard]] std::size_t at(std::uint32_t offset) const;
    /// Where a run begins, in the paragraph.
    [[nodiscard]] std::uint32_t begin(std::size_t run) const { return begins_[run]; }

  private:
    std::span<const TextRun> runs_;
    std::vector<std::uint32_t> begins_;
};

/// Longer words are cut, near the multiples of this many bytes of their run: so every glyph and byte of a
/// Word can be counted in 16 bits, and the cuts are found from anywhere in the word. In bytes.
inline constexpr std::size_t kLongestWord = 4096;

/// The end of the word that begins at byte `at`, or a place past the longest word's end.
[[nodiscard]] std::size_t findWordEnd(std::string_view text, std::size_t at);

/// The word of a run's bytes [begin, end). Throws UnprintableText with an offset into the paragraph, in which
/// the run begins at byte `runBegin`.
[[nodiscard]] const Word& shape(Shaper& shaper, const TextRun& run, std::size_t begin, std::size_t end,
                                std::size_t runBegin);

/// The index of the first glyph of `word` at byte `offset` or after it.
[[nodiscard]] std::uint16_t glyphAt(const Word& word, std::uint32_t offset);

/// The width of the glyphs [from, to) of a word.
[[nodiscard]] std::int32_t widthOf(const Word& word, std::size_t from, std::size_t to);

/// Reads the words of a paragraph, cut in one way only, so that what was measured is found again.
class TokenReader {
  public:
    /// Begins with the word that byte `offset` stands in, or the next one.
    TokenReader(Shaper& shaper, const RunPlaces& places, std::uint32_t offset);

    /// The next word; false at the paragraph's end, when token.newlines tells what forced breaks stand before
    /// it. Throws UnprintableText with an offset into the paragraph.
    bool next(Token& token);

  private:
    void skipBlanks(Token& token);

    Shaper& shaper_;
    std::span<const TextRun> runs_;
    std::size_t run_ = 0;
    std::uint32_t runBegin_ = 0; ///< of runs_[run_], in the paragraph
    std::size_t at_ = 0;         ///< in runs_[run_]
};

} // namespace sidetal
