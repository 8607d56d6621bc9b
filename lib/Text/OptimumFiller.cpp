#include "Text/OptimumFiller.h"

#include <algorithm>
#include <limits>

namespace sidetal {

namespace {

constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max() / 2;

bool isClosed(const Segment& segment) {
    return segment.gap == Gap::Forced || segment.gap == Gap::End;
}

} // namespace

OptimumFiller::OptimumFiller(Shaper& shaper, LineFiller& greedy)
    : shaper_(shaper)
    , greedy_(greedy) {}

bool OptimumFiller::fill(const RunPlaces& places, std::vector<Segment>& segments, const BreakOptions& options,
                         std::vector<Line>& lines) {
    places_ = &places;
    segments_ = &segments;
    options_ = options;
    lines_ = &lines;
    before_ = lines.size();
    std::size_t first = 0; // of the stretch whose lines are chosen together
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].width > options.measure && isUnbreakable(segments[i])) {
            if (!fillStretch(first, i)) {
                return false;
            }
            greedy_.fitWide(places, segments, i, options, lines, lines.size() == before_);
            first = i;
        }
        if (isClosed(segments[i])) {
            if (!fillStretch(first, i + 1)) {
                return false;
            }
            first = i + 1;
        }
    }
    return true;
}

/// Whether a segment that is wider than the measure is not to be parted as any other word: where nobody asked
/// for hyphenation, or hyphens leave pieces that are still wider.
bool OptimumFiller::isUnbreakable(const Segment& segment) {
    if (!options_.hyphenate) {
        return true;
    }
    greedy_.hyphens().find(*places_, segment, kNoLimit, true, found_);
    shaper_.trim();
    std::int64_t from = 0;
    for (const HyphenPlace& place : found_) {
        if (place.width + place.hyphen - from > options_.measure) {
            return true;
        }
        from = place.width;
    }
    return segment.width - from > options_.measure;
}

/// Chooses the lines of the segments [first, end).
bool OptimumFiller::fillStretch(std::size_t first, std::size_t end) {
    if (first == end) {
        return true;
    }
    const Segment& last = (*segments_)[end - 1];
    if (isClosed(last) && fillOneLine(first, end)) {
        return true;
    }
    gather(first, end, false);
    bool fits = choose(isClosed(last), last.gap == Gap::End);
    if (options_.hyphenate && (!fits || fit_.isPoor())) {
        gather(first, end, true);
        fits = choose(isClosed(last), last.gap == Gap::End);
    }
    if (!fits) {
        lines_->resize(before_);
        return false;
    }
    addLines();
    return true;
}

/// The usual case of cells and list items.
bool OptimumFiller::fillOneLine(std::size_t first, std::size_t end) {
    const std::int32_t indent = lines_->size() == before_ ? options_.firstIndent : 0;
    std::int64_t width = 0;
    for (std::size_t i = first; i < end && width <= options_.measure; ++i) {
        width += (*segments_)[i].width + (i + 1 < end ? (*segments_)[i].blank : 0);
    }
    if (width > options_.measure - indent) {
        return false;
    }
    const Segment& last = (*segments_)[end - 1];
    lines_->push_back({.begin = (*segments_)[first].begin,
                       .end = last.end,
                       .width = static_cast<std::int32_t>(width),
                       .endsWithSpace = last.gap == Gap::Forced,
                       .closed = true});
    return true;
}

bool OptimumFiller::choose(bool closed, bool last) {
    FitRules rules;
    rules.measure = options_.measure;
    rules.firstMeasure = options_.measure - (lines_->size() == before_ ? options_.firstIndent : 0);
    rules.justify = options_.justify;
    rules.freeEnd = closed;
    rules.shortEnd = options_.fullLastLine && last ? options_.measure / kShortLastLine : 0;
    return fit_.choose(std::span(pieces_).first(count_), rules, ends_);
}

/// Makes pieces of the segments [first, end), parted at `hyphens` where they may be; of those that are wider
/// than the measure in any case.
void OptimumFiller::gather(std::size_t first, std::size_t end, bool hyphens) {
    count_ = 0;
    if (pieces_.size() < end - first) { // more where there are hyphens
        pieces_.resize(end - first);
        cuts_.resize(end - first);
    }
    const std::size_t lastWord = hyphens ? lastWordOf(*segments_) : 0;
    std::int64_t begin = 0;
    std::int64_t blanks = 0;
    for (std::size_t i = first; i < end; ++i) {
        const Segment& segment = (*segments_)[i];
        if (segment.width > options_.measure || (hyphens && i < lastWord)) {
            addHyphenated(segment, begin, blanks);
        } else if (count_ < pieces_.size()) {
            pieces_[count_] = {begin, begin + segment.width, blanks};
            cuts_[count_++] = {segment.begin, segment.end, segment.gap, false};
        } else {
            add({begin, begin + segment.width, blanks}, {segment.begin, segment.end, segment.gap, false});
        }
        if (segment.gap == Gap::SoftHyphen) {
            pieces_[count_ - 1].hyphen = greedy_.hyphenAfter(*places_, segment);
            pieces_[count_ - 1].ends = FitPiece::End::Joint;
        }
        begin += segment.width + segment.blank;
        blanks += segment.blank;
    }
}

void OptimumFiller::add(const FitPiece& piece, const Cut& cut) {
    if (count_ == pieces_.size()) {
        pieces_.emplace_back();
        cuts_.emplace_back();
    }
    pieces_[count_] = piece;
    cuts_[count_] = cut;
    ++count_;
}

void OptimumFiller::addHyphenated(const Segment& segment, std::int64_t begin, std::int64_t blanks) {
    std::uint32_t offset = segment.begin;
    std::int64_t from = begin;
    shaper_.trim(); // no word is held here
    greedy_.hyphens().find(*places_, segment, kNoLimit, true, found_);
    for (const HyphenPlace& place : found_) {
        add({from, begin + place.width, blanks, place.hyphen,
             place.joint ? FitPiece::End::Joint : FitPiece::End::Hyphen},
            {offset, place.offset, Gap::None, true});
        offset = place.offset;
        from = begin + place.width;
    }
    add({from, begin + segment.width, blanks}, {offset, segment.end, segment.gap, false});
}

void OptimumFiller::addLines() {
    std::uint32_t first = 0;
    for (const std::uint32_t last : ends_) {
        const Cut& end = cuts_[last];
        const std::int64_t width = pieces_[last].end + pieces_[last].hyphen - pieces_[first].begin;
        const std::int32_t measure =
            options_.measure - (lines_->size() == before_ ? options_.firstIndent : 0);
        Line& line = lines_->emplace_back();
        line.begin = cuts_[first].begin;
        line.end = end.end;
        line.width = static_cast<std::int32_t>(std::min<std::int64_t>(width, measure));
        line.endsWithSpace = end.gap == Gap::Blank || end.gap == Gap::Forced;
        line.endsWithHyphen = end.hyphenated || end.gap == Gap::SoftHyphen;
        line.closed = end.gap == Gap::Forced || end.gap == Gap::End;
        first = last + 1;
    }
}

} // namespace sidetal
