#pragma once

#include "Text/Hyphenator.h"
#include "Text/ParagraphCutter.h"

#include <cstdint>
#include <vector>

namespace sidetal {

/// A place inside a segment where a line may end with a hyphen that is added.
struct HyphenPlace {
    std::uint32_t offset = 0; ///< into the paragraph
    std::int64_t width = 0;   ///< of the segment up to there
    std::int32_t hyphen = 0;  ///< width of the hyphen
    bool joint = false;       ///< between the parts of a compound
};

/// Finds where the words of segments may be hyphenated.
class HyphenFinder {
  public:
    explicit HyphenFinder(Shaper& shaper);

    /// Replaces `found` by the places inside a segment that leave room for their hyphen within `room`, in
    /// order. Where hyphenation is not `wanted`, joints that the patterns do not know are left out: words
    /// that are too wide then break as they always did. None in a segment longer than any word: it is not
    /// gone through for each of its lines.
    void find(const RunPlaces& places, const Segment& segment, std::int64_t room, bool wanted,
              std::vector<HyphenPlace>& found);

  private:
    Shaper& shaper_;
    Hyphenator hyphenator_;
};

/// The segment that a paragraph's last word begins with: it is not hyphenated where it fits a line.
[[nodiscard]] std::size_t lastWordOf(const std::vector<Segment>& segments);

} // namespace sidetal
