#include "Text/LineFiller.h"

#include <algorithm>

namespace sidetal {

namespace {

/// A line that would keep more than this part of the measure empty is filled by hyphenating a word.
constexpr std::int32_t kPoorFit = 6;

/// What stands on a line is no wider than its measure.
std::int32_t inLine(std::int64_t width) {
    return static_cast<std::int32_t>(width);
}

} // namespace

LineFiller::LineFiller(Shaper& shaper)
    : shaper_(shaper)
    , hyphenator_(shaper.fonts()) {}

void LineFiller::fill(const RunPlaces& places, std::vector<Segment>& segments, const BreakOptions& options,
                      std::vector<Line>& lines) {
    places_ = &places;
    segments_ = &segments;
    options_ = options;
    lines_ = &lines;
    measure_ = options.measure - options.firstIndent;
    empty_ = true;
    bestNext_ = 0;
    for (std::size_t index = 0; index < segments.size();) {
        const Segment& segment = segments[index];
        const std::int64_t taken = empty_ ? 0 : width_ + blank_;
        if (taken + segment.width > measure_) {
            overflow(index);
            continue;
        }
        takeSegment(index);
        ++index;
        if (segment.gap == Gap::Forced || segment.gap == Gap::End) {
            endLine(segment.end, width_, segment.gap);
        }
    }
}

void LineFiller::takeSegment(std::size_t index) {
    const Segment& segment = (*segments_)[index];
    if (empty_) {
        begin_ = segment.begin;
        width_ = segment.width;
        empty_ = false;
    } else {
        width_ += blank_ + segment.width;
    }
    blank_ = segment.blank;
    if (segment.gap == Gap::SoftHyphen) {
        // The hyphen is that of the run whose letter it follows, as LineSetter sets it.
        const FontId font = fontAt(segment.end - (segment.end > segment.begin ? 1 : 0));
        const std::int64_t withHyphen = width_ + shaper_.hyphen(font).width;
        if (withHyphen <= measure_) {
            bestNext_ = index + 1;
            bestWidth_ = withHyphen;
        }
    } else {
        bestNext_ = index + 1;
        bestWidth_ = width_;
    }
}

/// Segment `index` does not fit: ends the line and tells where the next one begins.
void LineFiller::overflow(std::size_t& index) {
    Segment& segment = (*segments_)[index];
    if (empty_) {
        if (!options_.hyphenate || !hyphenate(segment, 0)) {
            breakWide(segment);
        }
        return;
    }
    const bool poor = bestNext_ == 0 || measure_ - bestWidth_ > measure_ / kPoorFit;
    if (options_.hyphenate && poor && hyphenate(segment, width_ + blank_)) {
        return;
    }
    if (bestNext_ == 0) { // after soft hyphens alone, none of which leaves room for its hyphen
        lines_->push_back(
            {.begin = begin_, .end = (*segments_)[index - 1].end, .width = inLine(width_), .broken = true});
        beginLine();
        return;
    }
    const Segment& last = (*segments_)[bestNext_ - 1];
    index = bestNext_;
    endLine(last.end, bestWidth_, last.gap);
}

/// Breaks a segment that is wider than the measure between two clusters.
void LineFiller::breakWide(Segment& segment) {
    const auto place = lastCluster(segment, measure_);
    if (!place) {
        throw GlyphTooWide(segment.begin);
    }
    lines_->push_back({.begin = segment.begin,
                       .end = place->offset,
                       .width = inLine(place->width),
                       .endsWithSpace = place->next != place->offset,
                       .broken = true});
    segment.begin = place->next;
    segment.width -= place->width + place->blank;
    beginLine();
}

/// Ends the line with a part of a segment and a hyphen, where there is room for one.
bool LineFiller::hyphenate(Segment& segment, std::int64_t taken) {
    const auto place = lastHyphenation(segment, measure_ - taken);
    if (!place) {
        return false;
    }
    lines_->push_back({.begin = empty_ ? segment.begin : begin_,
                       .end = place->offset,
                       .width = inLine(taken + place->width + place->hyphen),
                       .endsWithHyphen = true});
    segment.begin = place->offset;
    segment.width -= place->width;
    beginLine();
    return true;
}

/// Replaces boundaries_ by the ends of the clusters of a word from byte `from` on, looking no further than
/// `room` reaches: a very long word is not gone through for each of its lines. Tells whether that is the
/// word's end.
bool LineFiller::findClusters(const Word& word, std::uint32_t from, std::int64_t room) {
    constexpr std::size_t kMarks = 16; // glyphs past `room` that may still belong to the last cluster
    std::size_t glyph = glyphAt(word, from);
    for (std::int64_t width = 0; glyph < word.glyphs.size() && width <= room; ++glyph) {
        width += widthOf(word, glyph, glyph + 1);
    }
    glyph += kMarks;
    const bool toTheEnd = glyph >= word.glyphs.size();
    const std::size_t end = toTheEnd ? word.text.size() : word.glyphs[glyph].at;
    graphemes_.find(word.text.substr(from, end - from), boundaries_);
    if (!toTheEnd && !boundaries_.empty()) {
        boundaries_.pop_back(); // the window's end
    }
    for (std::uint32_t& boundary : boundaries_) {
        boundary += from;
    }
    return toTheEnd;
}

/// The last boundary between two clusters of a segment that leaves it within `room`.
std::optional<LineFiller::Place> LineFiller::lastCluster(const Segment& segment, std::int64_t room) {
    std::optional<Place> last;
    TokenReader reader(shaper_, *places_, segment.begin);
    Token token;
    std::int64_t width = 0;
    while (reader.next(token) && token.begin < segment.end) {
        const bool first = token.begin <= segment.begin;
        if (!first && token.blank) {
            const std::int32_t blank = shaper_.space(run(token.blankRun).font).width;
            width += blank;
            last->next = token.begin; // the end of the word before it was within the room
            last->blank = blank;
        }
        const Word& word = *token.word;
        const std::uint32_t fromByte = first ? segment.begin - token.begin : 0;
        std::size_t from = glyphAt(word, fromByte);
        const bool toTheEnd = findClusters(word, fromByte, room - width);
        for (const std::uint32_t boundary : boundaries_) {
            const std::uint32_t offset = token.begin + boundary;
            const std::uint16_t glyph = glyphAt(word, boundary);
            if (glyph < word.glyphs.size() && word.glyphs[glyph].at != boundary) {
                continue; // inside a ligature
            }
            width += widthOf(word, from, glyph);
            from = glyph;
            if (offset >= segment.end || width > room) {
                return last;
            }
            last = Place{offset, width, offset, 0, 0};
        }
        if (!toTheEnd) {
            return last;
        }
    }
    return last;
}

/// The last place inside a segment where its words may be hyphenated within `room`, the hyphen counted.
std::optional<LineFiller::Place> LineFiller::lastHyphenation(const Segment& segment, std::int64_t room) {
    std::optional<Place> last;
    TokenReader reader(shaper_, *places_, segment.begin);
    Token token;
    std::int64_t before = 0; // width of the segment's words before the token
    while (reader.next(token) && token.begin < segment.end && before <= room) {
        const Word& word = *token.word;
        before +=
            token.begin > segment.begin && token.blank ? shaper_.space(run(token.blankRun).font).width : 0;
        const std::size_t from = token.begin < segment.begin ? glyphAt(word, segment.begin - token.begin) : 0;
        const FontId font = run(token.run).font;
        const FontSpec& spec = shaper_.fontSpec(font);
        const std::int32_t hyphen = shaper_.hyphen(font).width;
        for (const std::uint16_t point : hyphenator_.points(spec.language, word.text)) {
            const std::uint32_t offset = token.begin + point;
            const std::uint16_t glyph = glyphAt(word, point);
            const bool ligature = glyph == word.glyphs.size() || word.glyphs[glyph].at != point;
            if (offset <= segment.begin || offset >= segment.end || ligature) {
                continue;
            }
            const std::int64_t width = before + widthOf(word, from, glyph);
            if (width + hyphen <= room) {
                last = Place{offset, width, offset, 0, hyphen};
            }
        }
        before += widthOf(word, from, word.glyphs.size());
    }
    return last;
}

void LineFiller::endLine(std::uint32_t end, std::int64_t width, Gap gap) {
    lines_->push_back({.begin = begin_,
                       .end = end,
                       .width = inLine(width),
                       .endsWithSpace = gap == Gap::Blank || gap == Gap::Forced,
                       .endsWithHyphen = gap == Gap::SoftHyphen});
    beginLine();
}

void LineFiller::beginLine() {
    measure_ = options_.measure;
    empty_ = true;
    bestNext_ = 0;
}

} // namespace sidetal
