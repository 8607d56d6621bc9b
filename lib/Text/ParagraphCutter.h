#pragma once

#include "Text/LineBreaker.h"
#include "Text/LineClasses.h"
#include "Text/TokenReader.h"

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
    std::int64_t width = 0; ///< thousandths of an em, of what shows between begin and end
    std::int32_t blank = 0; ///< width of the blank after it
    Gap gap = Gap::End;
};

/// Cuts a paragraph at its break opportunities.
class ParagraphCutter {
  public:
    explicit ParagraphCutter(Shaper& shaper);

    /// The paragraph's segments, at least one; valid until the next call, and may be changed.
    [[nodiscard]] std::vector<Segment>& cut(const RunPlaces& places);

    /// The text of a paragraph as one; valid until the next call.
    [[nodiscard]] std::string_view wholeText(std::span<const TextRun> runs);

    /// The usual case alone: one run of full size, all breaks known from its words. False where they are not.
    [[nodiscard]] bool cutByWord(const TextRun& run);

    /// Where lines may break (LineBreaker::opportunities).
    void opportunities(const RunPlaces& places, std::vector<std::uint32_t>& offsets);

  private:
    [[nodiscard]] bool cutHardLine(const TextRun& run, std::size_t begin, std::size_t end);
    void addWord(std::string_view text, std::uint32_t begin, const Word& word);
    void cutByIcu(const RunPlaces& places);
    void close(Gap gap, std::int32_t blank, std::uint32_t next);
    void closeInside(std::uint32_t at);
    void joinToken(std::span<const TextRun> runs, const Token& token);
    void cutToken(const TextRun& run, const Token& token);
    [[nodiscard]] std::int32_t blankOf(const TextRun& run);

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
