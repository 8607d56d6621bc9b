#pragma once

#include "Text/Characters.h"
#include "Text/HyphenPlaces.h"
#include "Text/ParagraphCutter.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sidetal {

/// A last line of one word is short where it is narrower than this part of the measure.
inline constexpr std::int32_t kShortLastLine = 6;

/// Fills lines with the segments of a paragraph, each line as full as can be.
class LineFiller {
  public:
    explicit LineFiller(Shaper& shaper);

    /// Appends the lines. Segments that are broken are changed. Throws GlyphTooWide.
    void fill(const RunPlaces& places, std::vector<Segment>& segments, const BreakOptions& options,
              std::vector<Line>& lines);

    /// Ends lines within a segment that is wider than the measure, until what is left of it is not; `first`:
    /// the first one is the paragraph's. Throws GlyphTooWide.
    void fitWide(const RunPlaces& places, std::vector<Segment>& segments, std::size_t index,
                 const BreakOptions& options, std::vector<Line>& lines, bool first);

    /// Where words may be hyphenated, for others that fill lines: one dictionary a breaker.
    [[nodiscard]] HyphenFinder& hyphens() { return hyphens_; }

    /// The width of the hyphen that a line ends with after a segment that a soft hyphen ends.
    [[nodiscard]] std::int32_t hyphenAfter(const RunPlaces& places, const Segment& segment);

  private:
    /// A place inside a segment where a line may end, and the width of the segment up to there.
    struct Place {
        std::uint32_t offset = 0;
        std::int64_t width = 0;
        std::uint32_t next = 0;  ///< where the next line begins: past a blank that stands there
        std::int32_t blank = 0;  ///< the width of that blank
        std::int32_t hyphen = 0; ///< the width of the hyphen that the line ends with
    };

    void begin(const RunPlaces& places, std::vector<Segment>& segments, const BreakOptions& options,
               std::vector<Line>& lines);
    void takeSegment(std::size_t index);
    void overflow(std::size_t& index);
    void breakWide(Segment& segment);
    [[nodiscard]] bool hyphenate(Segment& segment, std::int64_t taken);
    [[nodiscard]] bool isLastWord(std::size_t index);
    void fillLastLine();
    [[nodiscard]] bool partsLetters(const Token& token, std::uint32_t cluster, std::uint32_t offset);
    [[nodiscard]] bool findClusters(const Word& word, std::uint32_t from, std::int64_t room);
    [[nodiscard]] std::optional<Place> lastCluster(const Segment& segment, std::int64_t room);
    [[nodiscard]] std::optional<Place> lastHyphenation(const Segment& segment, std::int64_t room);
    void endLine(std::uint32_t end, std::int64_t width, Gap gap);
    void beginLine();
    [[nodiscard]] const TextRun& runAt(std::uint32_t offset) const { return run(places_->at(offset)); }
    [[nodiscard]] std::int32_t blankOf(const TextRun& of) {
        return of.scaled(shaper_.space(of.font).width);
    }
    [[nodiscard]] char32_t characterAt(std::uint32_t offset) const;
    [[nodiscard]] const TextRun& run(std::size_t index) const { return places_->runs()[index]; }

    Shaper& shaper_;
    HyphenFinder hyphens_;
    std::vector<HyphenPlace> found_; // scratch
    IcuBoundaries graphemes_{IcuBoundaries::Kind::Grapheme};
    std::vector<std::uint32_t> boundaries_; // scratch

    // The paragraph being filled.
    const RunPlaces* places_ = nullptr;
    std::vector<Segment>* segments_ = nullptr;
    BreakOptions options_;
    std::vector<Line>* lines_ = nullptr;
    std::optional<std::size_t>
        lastWord_; ///< the segment that the last word begins with, where it was asked for
    std::optional<std::uint32_t> asked_; ///< the token that partsLetters() was asked of last,
    bool admitsHyphens_ = false;         ///< and what its word admits

    // The line being filled.
    std::int32_t measure_ = 0;
    std::uint32_t begin_ = 0;
    std::int64_t width_ = 0; ///< of what stands on it
    std::int32_t blank_ = 0; ///< the blank after that
    bool empty_ = true;
    std::size_t bestNext_ = 0; ///< the segment that would begin the next line; 0: the line cannot end yet
    std::int64_t bestWidth_ = 0;
};

} // namespace sidetal
