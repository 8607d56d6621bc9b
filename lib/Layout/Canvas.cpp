#include "Layout/Canvas.h"

#include "Blocks/TextShift.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace sidetal {

namespace {

/// `ems` thousandths of an em of `size`.
Length ofEms(std::int64_t ems, Length size) {
    return size * ems / 1000;
}

/// Hundredths of the thousandths of an em that lines are measured in, so that blanks fill them to a hair.
constexpr std::int64_t kFine = 100;
constexpr std::int64_t kFineEm = 1000 * kFine;

std::int64_t widthOf(std::span<const RunSlice> slices) {
    return std::accumulate(slices.begin(), slices.end(), std::int64_t{0},
                           [](std::int64_t sum, const RunSlice& s) { return sum + s.width; });
}

} // namespace

Canvas::Canvas(const CanvasSource& source, LineBreaker& breaker, Page& page)
    : source_(source)
    , breaker_(breaker)
    , page_(page)
    , fonts_(source.document, breaker.shaper()) {}

Content Canvas::contentOf(NodeId leaf) const {
    return furniture_.always || leaf == NodeId::None ? Content(furniture_.kind) : Content(leaf);
}

Length Canvas::baselineIn(const TextFormat& format, FormatId id) {
    const Face& face = breaker_.shaper().mainFace(fonts_(id, {}));
    const Length content = ofEms(face.ascent() - face.descent(), format.size);
    return (format.lineHeight - content) / 2 + ofEms(face.ascent(), format.size);
}

void Canvas::setRuns(const Paragraph& paragraph) {
    runs_.clear();
    number_.clear();
    for (const Run& run : paragraph.runs) {
        std::string_view text = run.text;
        if (run.pageOf != TargetId::None) {
            assert(&run == &paragraph.runs.back());
            number_ = std::to_string(source_.targetNumbers[index(run.pageOf)]);
            text = number_;
        }
        runs_.push_back({text, fonts_(paragraph.format, run.emphasis), sizeOf(run.emphasis)});
    }
    breaker_.setParagraph(runs_);
}

void Canvas::text(TextId id, std::uint32_t from, std::uint32_t to, Length x, Length y) {
    if (from >= to) {
        return;
    }
    const MeasuredText& text = source_.texts[id];
    const Paragraph& paragraph = *text.paragraph;
    const TextFormat& how = format(paragraph.format);
    setRuns(paragraph);
    Length baseline = y + baselineIn(how, paragraph.format);
    for (std::uint32_t i = from; i < to; ++i) {
        const Line& line = source_.texts.lines[text.firstLine + i];
        const bool numbered = !number_.empty() && i + 1 == text.lineCount;
        setLine(paragraph, numbered ? lastLine(paragraph, line) : line, {x, baseline, text.width, how.align});
        baseline += how.lineHeight;
    }
}

Length Canvas::baselineOf(TextId id) {
    const Paragraph& paragraph = *source_.texts[id].paragraph;
    return baselineIn(format(paragraph.format), paragraph.format);
}

void Canvas::endOfLine(TextId id, TextId other, Length right, Length y) {
    const MeasuredText& text = source_.texts[id];
    const Paragraph& paragraph = *text.paragraph;
    setRuns(paragraph);
    const Line& line = source_.texts.lines[text.firstLine];
    setLine(paragraph, number_.empty() ? line : lastLine(paragraph, line),
            {right, y + baselineOf(other), {}, Align::Right});
}

void Canvas::leaderDots(const Dots& dots, TextId other, Length y) {
    const Length side = Length::milli(800); // of a dot
    const auto step = [&](Length from) {    // the number of the first dot from there, from the grid's end
        return (dots.gridEnd - from).milli() / dots.pitch.milli();
    };
    if (dots.pitch <= side) {
        return; // they would be a line
    }
    const std::int64_t first = step(dots.left);
    const std::int64_t last = step(dots.right) + 1;
    if (last > first) {
        return;
    }
    const Length middle = y + baselineOf(other) - side / 2;
    PathOp op;
    op.content = Content(ArtifactKind::Layout);
    op.layer = Layer::Line;
    op.firstSegment = static_cast<std::uint32_t>(page_.segments.size());
    op.segmentCount = 2;
    op.stroke = dots.colour;
    op.width = side;
    op.dash = {side, dots.pitch - side};
    const auto put = [&](PathSegment::Kind kind, Length x) {
        page_.segments.push_back({kind, {x, middle}, {}, {}});
    };
    put(PathSegment::Kind::Move, dots.gridEnd - dots.pitch * first);
    put(PathSegment::Kind::Line, dots.gridEnd - dots.pitch * last + side);
    page_.ops.emplace_back(op);
}

/// The line that ends with the number of a target's page: it was measured with what keeps the number's width.
Line Canvas::lastLine(const Paragraph& paragraph, Line line) const {
    line.end += static_cast<std::uint32_t>(number_.size());
    line.end -= static_cast<std::uint32_t>(paragraph.runs.back().text.size());
    return line;
}

void Canvas::setLine(const Paragraph& paragraph, const Line& line, const Place& place) {
    const auto [x, baseline, width, align] = place;
    slices_.clear();
    breaker_.setLine(line, page_.pieces, slices_);
    const TextFormat& how = format(paragraph.format);
    const std::int64_t used = number_.empty() ? line.width : widthOf(slices_);
    const Length start = x + alignIn(align, width, ofEms(used, how.size));
    const std::int64_t wider = align == Align::Justify ? widening(line, inEms(width, how.size)) : 0;
    std::int64_t ems = 0; // hundred-thousandths
    for (const RunSlice& slice : slices_) {
        const bool isLast = &slice == &slices_.back();
        const Run& run = paragraph.runs[slice.run];
        const TextRun& set = runs_[slice.run];
        const Length left = start + how.size * ems / kFineEm;
        const Length own = baseline - baselineShift(run.emphasis, how.size);
        const Length size = ofEms(set.scale, how.size);
        TextOp op{
            contentOf(run.leaf), left, own, size, how.colour, set.font, slice.firstPiece, slice.pieceCount,
            slice.spaceAfter};
        op.wider = static_cast<std::int32_t>(wider * TextRun::kFullSize / set.scale);
        page_.ops.emplace_back(op);
        const std::int64_t taken = slice.width * kFine + wider * blanksOf(slice, isLast);
        const NodeId link = linkOf(run.leaf);
        if (run.emphasis.underline || run.emphasis.struck || link != NodeId::None) {
            const Length visible = how.size * (taken - hangingBlank(slice, isLast) * kFine) / kFineEm;
            decorate({run.emphasis, left, visible, own, size}, set.font, baseline, how);
            addLink(link, {left, baseline - baselineIn(how, paragraph.format), visible, how.lineHeight});
        }
        ems += taken;
    }
}

/// The width of the blank that a slice ends with past the end of its line.
std::int64_t Canvas::hangingBlank(const RunSlice& slice, bool isLast) {
    const TextRun& run = runs_[slice.run];
    return slice.spaceAfter && isLast ? run.scaled(breaker_.shaper().space(run.font).width) : 0;
}

/// How many blanks of a slice stand within its line.
std::int64_t Canvas::blanksOf(const RunSlice& slice, bool isLast) const {
    const auto pieces = std::span(page_.pieces).subspan(slice.firstPiece, slice.pieceCount);
    return std::ranges::count_if(pieces, &Piece::spaceBefore) + (slice.spaceAfter && !isLast ? 1 : 0);
}

/// What each blank of a line gets so that it ends at its measure of so many thousandths of an em, in
/// hundred-thousandths; less than nothing where the line was chosen so (BreakOptions::justify).
std::int64_t Canvas::widening(const Line& line, std::int64_t measure) {
    std::int64_t blanks = 0;
    std::int64_t left = measure;
    std::int64_t narrowest = 0;
    for (const RunSlice& slice : slices_) {
        const bool isLast = &slice == &slices_.back();
        blanks += blanksOf(slice, isLast);
        left -= slice.width - hangingBlank(slice, isLast);
        const TextRun& run = runs_[slice.run];
        narrowest = std::max<std::int64_t>(narrowest, run.scaled(breaker_.shaper().space(run.font).width));
    }
    const bool stays = left > 0 ? line.closed : -left * BreakOptions::kShrink > blanks * narrowest;
    return blanks == 0 || stays ? 0 : left * kFine / blanks;
}

/// Underlines and strikes a slice whose line's baseline is `line`. A line goes on under raised text, so that
/// it is one over all runs, and keeps clear of lowered text.
void Canvas::decorate(const Painted& s, FontId font, Length line, const TextFormat& format) {
    if (s.emphasis.underline) {
        const Length below = std::max(line, s.baseline) + ofEms(120, format.size);
        this->line(s.x, below, s.x + s.width, below, ofEms(50, format.size), format.colour);
    }
    if (s.emphasis.struck) {
        const Length through = s.baseline - ofEms(breaker_.shaper().mainFace(font).xHeight() / 2, s.size);
        this->line(s.x, through, s.x + s.width, through, ofEms(50, s.size), format.colour);
    }
}

/// The link that a leaf lies in; nothing that is shown once more can be followed.
NodeId Canvas::linkOf(NodeId leaf) const {
    return leaf == NodeId::None || furniture_.always ? NodeId::None : source_.document.tree.linkOf(leaf);
}

void Canvas::cover(NodeId link, const Rect& area) {
    addLink(link, area);
    covered_ = link;
}

/// Makes `area` lead where `link` leads. Areas that meet on a line are one, the higher of the two.
void Canvas::addLink(NodeId link, const Rect& area) {
    if (link == NodeId::None || link == covered_) {
        return;
    }
    const auto encloses = [](const Rect& a, const Rect& b) { return a.y <= b.y && b.bottom() <= a.bottom(); };
    for (auto op = page_.ops.rbegin(); op != page_.ops.rend(); ++op) {
        if (auto* before = std::get_if<LinkOp>(&*op)) {
            Rect& old = before->area;
            if (before->link == link && (encloses(old, area) || encloses(area, old))) {
                const Length left = std::min(old.x, area.x);
                const Length right = std::max(old.right(), area.right());
                const Rect& higher = encloses(old, area) ? old : area;
                old = {left, higher.y, right - left, higher.height};
                return;
            }
            break;
        }
    }
    page_.ops.emplace_back(LinkOp{link, area});
}

void Canvas::figure(const Figure& figure, const Rect& area) {
    const Content content = contentOf(figure.leaf);
    if (const auto* image = std::get_if<ImageId>(&figure.shown)) {
        page_.ops.emplace_back(ImageOp{content, *image, area});
    } else {
        for (const Drawing::Stroke& path : std::get<Drawing>(figure.shown).paths) {
            PathOp op;
            op.content = content;
            op.firstSegment = static_cast<std::uint32_t>(page_.segments.size());
            op.segmentCount = static_cast<std::uint32_t>(path.segments.size());
            op.rule = path.rule;
            op.fill = path.fill;
            op.stroke = path.stroke;
            op.width = path.width;
            op.dash = path.dash;
            for (PathSegment segment : path.segments) {
                for (Point* point : {&segment.to, &segment.control1, &segment.control2}) {
                    point->x += area.x;
                    point->y += area.y;
                }
                page_.segments.push_back(segment);
            }
            page_.ops.emplace_back(op);
        }
    }
    addLink(linkOf(figure.leaf), area);
}

void Canvas::running(const RunningLine& line, std::string_view words) {
    const TextFormat& format = this->format(line.format);
    const ArtifactKind kind = line.kind == RunningLine::Kind::Header   ? ArtifactKind::Header
                              : line.kind == RunningLine::Kind::Footer ? ArtifactKind::Footer
                                                                       : ArtifactKind::PageNumber;
    runs_.assign(1, {words, fonts_(line.format, line.emphasis)});
    slices_.clear();
    Line whole;
    whole.end = static_cast<std::uint32_t>(words.size());
    breaker_.setParagraph(runs_);
    breaker_.setLine(whole, page_.pieces, slices_);
    const Length used = ofEms(widthOf(slices_), format.size);
    const Length x = line.x + alignIn(line.align, line.width, used);
    if (line.frame) {
        const WordFrame& frame = *line.frame;
        outline(
            {x - frame.sides, line.baseline - frame.above, used + frame.sides * 2, frame.above + frame.below},
            frame.width, format.colour, kind);
    }
    for (const RunSlice& slice : slices_) {
        page_.ops.emplace_back(TextOp{Content(kind), x, line.baseline, format.size, format.colour,
                                      runs_.front().font, slice.firstPiece, slice.pieceCount, false});
    }
}

/// A rectangle of lines whose middles are the edges of `rect`.
void Canvas::outline(const Rect& rect, Length width, Colour colour, ArtifactKind kind) {
    PathOp op;
    op.content = Content(kind);
    op.layer = Layer::Line;
    op.firstSegment = static_cast<std::uint32_t>(page_.segments.size());
    op.segmentCount = 5;
    op.stroke = colour;
    op.width = width;
    using Kind = PathSegment::Kind;
    page_.segments.push_back({Kind::Move, {rect.x, rect.y}, {}, {}});
    page_.segments.push_back({Kind::Line, {rect.right(), rect.y}, {}, {}});
    page_.segments.push_back({Kind::Line, {rect.right(), rect.bottom()}, {}, {}});
    page_.segments.push_back({Kind::Line, {rect.x, rect.bottom()}, {}, {}});
    page_.segments.push_back({Kind::Close, {}, {}, {}});
    page_.ops.emplace_back(op);
}

void Canvas::watermark(const Watermark& mark, std::span<const PathSegment> outline) {
    PathOp op;
    op.content = Content(ArtifactKind::Watermark);
    op.layer = Layer::Background;
    op.firstSegment = static_cast<std::uint32_t>(page_.segments.size());
    op.segmentCount = static_cast<std::uint32_t>(outline.size());
    op.fill = format(mark.format).colour;
    page_.segments.insert(page_.segments.end(), outline.begin(), outline.end());
    page_.ops.emplace_back(op);
}

void Canvas::line(Length x1, Length y1, Length x2, Length y2, Length width, Colour colour) {
    page_.ops.emplace_back(LineOp{Content(ArtifactKind::Layout), x1, y1, x2, y2, width, colour});
}

std::size_t Canvas::fill(const Rect& rect, Colour colour) {
    page_.ops.emplace_back(FillOp{Content(ArtifactKind::Layout), rect, colour});
    return page_.ops.size() - 1;
}

void Canvas::setHeight(std::size_t fill, Length height) {
    std::get<FillOp>(page_.ops[fill]).rect.height = height;
}

void Canvas::finish() {
    page_.sortForPainting();
}

} // namespace sidetal
