// ContentWriter's graphics: lines, rectangles, paths and images (ISO 32000-1, 8.5 and 8.9).

#include "Pdf/ContentWriter.h"

#include <algorithm>
#include <array>
#include <span>

namespace sidetal {

namespace {

/// What a path covers, its line included: the box of all its points, those that only steer curves too.
Rect boundsOf(std::span<const PathSegment> segments, Length margin) {
    const Point& first = segments.front().to;
    Point low = first;
    Point high = first;
    const auto take = [&](const Point& p) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    };
    for (const PathSegment& segment : segments) {
        if (segment.kind == PathSegment::Kind::Curve) {
            take(segment.control1);
            take(segment.control2);
        }
        if (segment.kind != PathSegment::Kind::Close) {
            take(segment.to);
        }
    }
    return {low.x - margin, low.y - margin, high.x - low.x + margin * 2, high.y - low.y + margin * 2};
}

} // namespace

void ContentWriter::write(const LineOp& op) {
    if (painting_ == Painting::Stroke && (lineWidth_ != op.width || strokeColour_ != op.colour)) {
        paintPath();
    }
    enterPath(op.content, Painting::Stroke, nullptr);
    setWidth(op.width);
    setColour(strokeColour_, op.colour, " G\n", " RG\n");
    putPoint(toPdf(op.x1, op.y1));
    out_ << " m ";
    putPoint(toPdf(op.x2, op.y2));
    out_ << " l\n";
    if (figure_ != NodeId::None) {
        const std::array ends{PathSegment{PathSegment::Kind::Move, {op.x1, op.y1}, {}, {}},
                              PathSegment{PathSegment::Kind::Line, {op.x2, op.y2}, {}, {}}};
        cover(boundsOf(ends, op.width / 2));
    }
}

void ContentWriter::write(const FillOp& op) {
    if (painting_ == Painting::Fill && fillColour_ != op.colour) {
        paintPath();
    }
    enterPath(op.content, Painting::Fill, &op.rect);
    setColour(fillColour_, op.colour, " g\n", " rg\n");
    const PdfPoint from = toPdf(op.rect.x, op.rect.bottom());
    const PdfPoint to = toPdf(op.rect.right(), op.rect.y);
    putPoint(from);
    out_ << ' ' << Decimal{to.x - from.x, 2} << ' ' << Decimal{to.y - from.y, 2} << " re\n";
    if (figure_ != NodeId::None) {
        cover(op.rect);
    }
}

void ContentWriter::write(const PathOp& op) {
    if (op.segmentCount == 0 || (!op.fill && !op.stroke)) {
        return;
    }
    const std::span<const PathSegment> segments =
        std::span(page_->segments).subspan(op.firstSegment, op.segmentCount);
    const Rect area = boundsOf(segments, op.stroke ? op.width / 2 : Length());
    if (op.content == Content(ArtifactKind::Watermark)) {
        paintForm(op, area);
        return;
    }
    enterPath(op.content, Painting::None, &area);
    if (op.fill) {
        setColour(fillColour_, *op.fill, " g\n", " rg\n");
    }
    if (op.stroke) {
        setWidth(op.width);
        setColour(strokeColour_, *op.stroke, " G\n", " RG\n");
    }
    const bool isDashed = op.stroke && op.dash.on > Length();
    if (isDashed) { // the state for this path alone: all other lines are solid
        out_ << "q [" << exactly(op.dash.on) << ' ' << exactly(op.dash.off) << "] 0 d\n";
    }
    for (const PathSegment& segment : segments) {
        putSegment(segment);
    }
    out_ << (!op.fill    ? "S"
             : op.stroke ? "B"
                         : "f")
         << (op.fill && op.rule == FillRule::EvenOdd ? "*\n" : "\n");
    if (isDashed) {
        out_ << "Q\n";
    }
    if (figure_ != NodeId::None) {
        cover(area);
    }
}

/// A path that is the same on all pages, as watermarks are.
void ContentWriter::paintForm(const PathOp& op, const Rect& area) {
    enterPath(op.content, Painting::None, &area);
    const std::size_t begin = out_.size();
    putPoint(toPdf(area.x, area.bottom()));
    out_ << ' ';
    putPoint(toPdf(area.right(), area.y));
    const std::string box = takeFrom(begin);
    std::optional<Colour> unknown; // where a form begins
    setColour(unknown, op.fill.value_or(Colour()), " g\n", " rg\n");
    for (const PathSegment& segment : std::span(page_->segments).subspan(op.firstSegment, op.segmentCount)) {
        putSegment(segment);
    }
    out_ << "f\n";
    forms_.appendNameOf(out_, takeFrom(begin), box);
    out_ << " Do\n";
}

/// What has been written from `begin` on, taken away again.
std::string ContentWriter::takeFrom(std::size_t begin) {
    std::string taken(out_.view().substr(begin));
    out_.truncate(begin);
    return taken;
}

void ContentWriter::write(const ImageOp& op) {
    enterPath(op.content, Painting::None, &op.rect);
    const PdfPoint from = toPdf(op.rect.x, op.rect.bottom());
    const PdfPoint to = toPdf(op.rect.right(), op.rect.y);
    out_ << "q " << Decimal{to.x - from.x, 2} << " 0 0 " << Decimal{to.y - from.y, 2} << ' ';
    putPoint(from);
    out_ << " cm ";
    images_.appendNameOf(out_, op.image);
    out_ << " Do Q\n";
    if (figure_ != NodeId::None) {
        cover(op.rect);
    }
}

void ContentWriter::putSegment(const PathSegment& segment) {
    switch (segment.kind) {
    case PathSegment::Kind::Move:
        putPoint(toPdf(segment.to.x, segment.to.y));
        out_ << " m\n";
        break;
    case PathSegment::Kind::Line:
        putPoint(toPdf(segment.to.x, segment.to.y));
        out_ << " l\n";
        break;
    case PathSegment::Kind::Curve:
        for (const Point& point : {segment.control1, segment.control2, segment.to}) {
            putPoint(toPdf(point.x, point.y));
            out_ << ' ';
        }
        out_ << "c\n";
        break;
    case PathSegment::Kind::Close:
        out_ << "h\n";
        break;
    }
}

void ContentWriter::enterPath(Content content, Painting painting, const Rect* area) {
    const bool shared =
        inContent_ && !inText_ && content_ == content && content != Content(ArtifactKind::Background);
    if (shared && painting_ == painting) {
        return;
    }
    paintPath();
    if (!shared) {
        endContent();
        leaveText();
        beginContent(content, area);
    }
    painting_ = painting;
}

/// Paints the path that has been gathered; operators that set colours and widths may not stand within one.
void ContentWriter::paintPath() {
    if (painting_ != Painting::None) {
        out_ << static_cast<char>(painting_) << '\n';
        painting_ = Painting::None;
    }
}

void ContentWriter::setWidth(Length width) {
    if (lineWidth_ != width) {
        out_ << exactly(width) << " w\n";
        lineWidth_ = width;
    }
}

} // namespace sidetal
