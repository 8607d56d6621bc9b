#include "Text/HyphenPlaces.h"

namespace sidetal {

HyphenFinder::HyphenFinder(Shaper& shaper)
    : shaper_(shaper)
    , hyphenator_(shaper.fonts()) {}

void HyphenFinder::find(const RunPlaces& places, const Segment& segment, std::int64_t room, bool wanted,
                        std::vector<HyphenPlace>& found) {
    found.clear();
    if (segment.end - segment.begin > kLongestWord) {
        return;
    }
    const HyphenKind unwanted = wanted ? HyphenKind::Doubtful : HyphenKind::NewJoint;
    TokenReader reader(shaper_, places, segment.begin);
    Token token;
    std::int64_t width = 0; // of the segment up to `glyph` of the token
    while (reader.next(token) && token.begin < segment.end && width <= room) {
        const Word& word = *token.word;
        if (token.begin > segment.begin && token.blank) {
            const TextRun& blankRun = places.runs()[token.blankRun];
            width += blankRun.scaled(shaper_.space(blankRun.font).width);
        }
        std::size_t glyph = token.begin < segment.begin ? glyphAt(word, segment.begin - token.begin) : 0;
        const TextRun& of = places.runs()[token.run];
        const std::int32_t hyphen = of.scaled(shaper_.hyphen(of.font).width);
        for (const HyphenPoint& point : hyphenator_.points(shaper_.fontSpec(of.font).language, word.text)) {
            const std::uint32_t offset = token.begin + point.at;
            const std::uint16_t next = glyphAt(word, point.at);
            const bool ligature = next == word.glyphs.size() || word.glyphs[next].at != point.at;
            if (offset <= segment.begin || ligature || point.kind == unwanted) {
                continue;
            }
            width += of.scaled(widthOf(word, glyph, next));
            glyph = next;
            if (offset >= segment.end || width > room) {
                return;
            }
            if (width + hyphen <= room) {
                found.push_back({offset, width, hyphen, point.kind != HyphenKind::Plain});
            }
        }
        width += of.scaled(widthOf(word, glyph, word.glyphs.size()));
    }
}

std::size_t lastWordOf(const std::vector<Segment>& segments) {
    std::size_t first = segments.size() - 1;
    while (first > 0 &&
           (segments[first - 1].gap == Gap::None || segments[first - 1].gap == Gap::SoftHyphen)) {
        --first;
    }
    return first;
}

} // namespace sidetal
