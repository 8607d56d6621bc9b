#pragma once

#include "Text/HyphenPlaces.h"
#include "Text/LineFiller.h"
#include "Text/TotalFit.h"

#include <cstdint>
#include <vector>

namespace sidetal {

/// Fills the lines of a paragraph so that they are even over all of it (TotalFit), where LineFiller makes
/// each as full as can be. Words are hyphenated only in a stretch that has a poorly filled line without it.
class OptimumFiller {
  public:
    OptimumFiller(Shaper& shaper, LineFiller& greedy);

    /// Appends the lines; segments that are wider than a line are changed. False, with nothing appended,
    /// where some line has no room for its hyphen: LineFiller then sets the paragraph, from segments that are
    /// cut anew. Throws GlyphTooWide.
    [[nodiscard]] bool fill(const RunPlaces& places, std::vector<Segment>& segments,
                            const BreakOptions& options, std::vector<Line>& lines);

  private:
    /// What of the paragraph a piece is.
    struct Cut {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        Gap gap = Gap::None;
        bool hyphenated = false; ///< a hyphen is added after it
    };

    [[nodiscard]] bool fillStretch(std::size_t first, std::size_t end);
    [[nodiscard]] bool fillOneLine(std::size_t first, std::size_t end);
    void gather(std::size_t first, std::size_t end, bool hyphens);
    void add(const FitPiece& piece, const Cut& cut);
    void addHyphenated(const Segment& segment, std::int64_t begin, std::int64_t blanks);
    [[nodiscard]] bool isUnbreakable(const Segment& segment);
    void addLines();
    [[nodiscard]] bool choose(bool closed, bool last);

    Shaper& shaper_;
    LineFiller& greedy_;
    TotalFit fit_;
    std::vector<FitPiece> pieces_; ///< the first count_ are in use
    std::vector<Cut> cuts_;        ///< by piece
    std::size_t count_ = 0;
    std::vector<HyphenPlace> found_;
    std::vector<std::uint32_t> ends_;

    // The paragraph being filled.
    const RunPlaces* places_ = nullptr;
    std::vector<Segment>* segments_ = nullptr;
    BreakOptions options_;
    std::vector<Line>* lines_ = nullptr;
    std::size_t before_ = 0; ///< the lines that were there
};

} // namespace sidetal
