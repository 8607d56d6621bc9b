#include "Text/LineFiller.h"

#include "Support/Utf8.h"

#include <algorithm>
#include <utility>

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
    , hyphens_(shaper) {}

void LineFiller::begin(const RunPlaces& places, std::vector<Segment>& segments, const BreakOptions& options,
                       std::vector<Line>& lines) {
    places_ = &places;
    segments_ = &segments;
    options_ = options;
    lines_ = &lines;
    beginLine();
    asked_.reset();
    lastWord_.reset();
}

void LineFiller::fill(const RunPlaces& places, std::vector<Segment>& segments, const BreakOptions& options,
                      std::vector<Line>& lines) {
    begin(places, segments, options, lines);
    measure_ -= options.firstIndent;
    const std::size_t before = lines.size();
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
    if (options.fullLastLine && lines.size() - before > 1) {
        fillLastLine();
    }
}

void LineFiller::fitWide(const RunPlaces& places, std::vector<Segment>& segments, std::size_t index,
                         const BreakOptions& options, std::vector<Line>& lines, bool first) {
    begin(places, segments, options, lines);
    measure_ -= first ? options.firstIndent : 0;
    Segment& segment = segments[index];
    while (segment.width > measure_) {
        shaper_.trim();
        if (!hyphenate(segment, 0)) {
            breakWide(segment);
        }
    }
}

/// Where the last line is one short word, gives it the last word of the line before, if that has room enough
/// left.
void LineFiller::fillLastLine() {
    constexpr std::int32_t kLeastFilled = 3; // quarters of the measure that stay filled
    Line& last = lines_->back();
    Line& before = (*lines_)[lines_->size() - 2];
    const std::vector<Segment>& segments = *segments_;
    std::size_t next = segments.size() - 1; // the segment that the last line begins with
    while (next > 0 && segments[next].begin > last.begin && segments[next - 1].gap != Gap::Blank) {
        --next;
    }
    const bool isShort = segments[next].begin == last.begin && last.width < options_.measure / kShortLastLine;
    if (!isShort || next < 2 || before.closed || before.broken || before.endsWithHyphen ||
        segments[next - 1].end != before.end) {
        return;
    }
    // The word that moves begins after a blank, too; it may be of several segments.
    std::size_t moved = next - 1;
    std::int64_t width = segments[moved].width;
    while (moved > 0 && segments[moved - 1].gap != Gap::Blank && segments[moved].begin > before.begin) {
        --moved;
        width += segments[moved].width;
    }
    if (moved == 0 || segments[moved].begin <= before.begin || segments[moved - 1].gap != Gap::Blank) {
        return;
    }
    const std::int64_t left = before.width - width - segments[moved - 1].blank;
    const std::int64_t filled = last.width + segments[next - 1].blank + width;
    if (left * 4 < std::int64_t{options_.measure} * kLeastFilled || filled > options_.measure) {
        return;
    }
    before.end = segments[moved - 1].end;
    before.width = inLine(left);
    before.endsWithSpace = true;
    last.begin = segments[moved].begin;
    last.width = inLine(filled);
}

std::int32_t LineFiller::hyphenAfter(const RunPlaces& places, const Segment& segment) {
    // That of the run whose letter it follows, as LineSetter sets it.
    const std::uint32_t letter = segment.end - (segment.end > segment.begin ? 1 : 0);
    const TextRun& run = places.runs()[places.at(letter)];
    return run.scaled(shaper_.hyphen(run.font).width);
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
        const std::int64_t withHyphen = width_ + hyphenAfter(*places_, segment);
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
    shaper_.trim(); // of a paragraph of words that are all wider than the measure
    Segment& segment = (*segments_)[index];
    if (empty_) {
        if (!hyphenate(segment, 0)) {
            breakWide(segment);
        }
        return;
    }
    const bool poor = bestNext_ == 0 || measure_ - bestWidth_ > measure_ / kPoorFit;
    if (options_.hyphenate && poor && !isLastWord(index) && hyphenate(segment, width_ + blank_)) {
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

/// Breaks a segment that is wider than the measure, and that no patterns part within it, between two
/// clusters.
void LineFiller::breakWide(Segment& segment) {
    const auto place = lastCluster(segment, measure_);
    if (!place) {
        throw GlyphTooWide(segment.begin);
    }
    lines_->push_back({.begin = segment.begin,
                       .end = place->offset,
                       .width = inLine(place->width + place->hyphen),
                       .endsWithSpace = place->next != place->offset,
                       .endsWithHyphen = place->hyphen != 0,
                       .broken = true});
    segment.begin = place->next;
    segment.width -= place->width + place->blank;
    beginLine();
}

/// Whether a segment is of the paragraph's last word, which is not hyphenated unless no line has room for it.
bool LineFiller::isLastWord(std::size_t index) {
    if (!lastWord_) {
        lastWord_ = lastWordOf(*segments_);
    }
    return index >= *lastWord_ && (*segments_)[index].width <= options_.measure;
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
                       .endsWithHyphen = true,
                       .broken = empty_ && !options_.hyphenate});
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

/// The character of the paragraph at a byte; 0 at its end.
char32_t LineFiller::characterAt(std::uint32_t offset) const {
    const std::size_t index = places_->at(offset);
    std::size_t at = offset - places_->begin(index);
    const std::string_view text = run(index).text;
    return at < text.size() ? utf8::next(text, at) : 0;
}

/// Whether byte `offset` of a token, the end of the cluster that begins at byte `cluster`, stands between two
/// letters that only a hyphen may part: without it they would be read as two words, and with it a number or
/// an address would be read as another.
bool LineFiller::partsLetters(const Token& token, std::uint32_t cluster, std::uint32_t offset) {
    if (asked_ != token.begin) {
        asked_ = token.begin;
        admitsHyphens_ = Hyphenator::admitsHyphens(token.word->text);
    }
    return admitsHyphens_ && takesHyphen(characterAt(token.begin + cluster)) &&
           takesHyphen(characterAt(token.begin + offset));
}

/// The last boundary between two clusters of a segment that leaves it within `room`, with a hyphen between
/// letters; where there is no room for any hyphen, the last boundary.
std::optional<LineFiller::Place> LineFiller::lastCluster(const Segment& segment, std::int64_t room) {
    std::optional<Place> last;
    std::optional<Place> bare; // without the hyphen that should be there
    TokenReader reader(shaper_, *places_, segment.begin);
    Token token;
    std::int64_t width = 0;
    while (reader.next(token) && token.begin < segment.end) {
        const bool first = token.begin <= segment.begin;
        if (!first && token.blank) {
            const std::int32_t blank = blankOf(run(token.blankRun));
            width += blank;
            last->next = token.begin; // the end of the word before it was within the room
            last->blank = blank;
        }
        const Word& word = *token.word;
        const TextRun& of = run(token.run);
        const std::int32_t hyphen = of.scaled(shaper_.hyphen(of.font).width);
        std::uint32_t cluster = first ? segment.begin - token.begin : 0;
        std::size_t from = glyphAt(word, cluster);
        const bool toTheEnd = findClusters(word, cluster, (room - width) * TextRun::kFullSize / of.scale);
        for (const std::uint32_t boundary : boundaries_) {
            const std::uint32_t offset = token.begin + boundary;
            const std::uint32_t before = std::exchange(cluster, boundary);
            const std::uint16_t glyph = glyphAt(word, boundary);
            if (glyph < word.glyphs.size() && word.glyphs[glyph].at != boundary) {
                continue; // inside a ligature
            }
            width += of.scaled(widthOf(word, from, glyph));
            from = glyph;
            if (offset >= segment.end || width > room) {
                return last ? last : bare;
            }
            if (!partsLetters(token, before, boundary)) {
                last = Place{offset, width, offset, 0, 0};
            } else if (width + hyphen <= room) {
                last = Place{offset, width, offset, 0, hyphen};
            } else {
                bare = Place{offset, width, offset, 0, 0};
            }
        }
        if (!toTheEnd) {
            break;
        }
    }
    return last ? last : bare;
}

/// The place inside a segment where its words are hyphenated within `room`, the hyphen counted: the last one,
/// but where hyphenation was asked for the last joint of a compound that does not leave the line poorly
/// filled.
std::optional<LineFiller::Place> LineFiller::lastHyphenation(const Segment& segment, std::int64_t room) {
    hyphens_.find(*places_, segment, room, options_.hyphenate, found_);
    if (found_.empty()) {
        return std::nullopt;
    }
    const HyphenPlace* chosen = &found_.back();
    for (auto place = found_.rbegin(); options_.hyphenate && place != found_.rend(); ++place) {
        if (place->joint) {
            const bool fills = room - place->width - place->hyphen <= measure_ / kPoorFit;
            chosen = fills ? &*place : chosen;
            break;
        }
    }
    return Place{chosen->offset, chosen->width, chosen->offset, 0, chosen->hyphen};
}

void LineFiller::endLine(std::uint32_t end, std::int64_t width, Gap gap) {
    lines_->push_back({.begin = begin_,
                       .end = end,
                       .width = inLine(width),
                       .endsWithSpace = gap == Gap::Blank || gap == Gap::Forced,
                       .endsWithHyphen = gap == Gap::SoftHyphen,
                       .closed = gap == Gap::Forced || gap == Gap::End});
    beginLine();
}

void LineFiller::beginLine() {
    measure_ = options_.measure;
    empty_ = true;
    bestNext_ = 0;
}

} // namespace sidetal
