#include "Pdf/ContentWriter.h"

#include "Pdf/Strings.h"

#include <algorithm>
#include <cassert>
#include <span>

namespace sidetal {

namespace {

/// Thousandths of the eight bits of a channel: nothing that eight bits tell apart is lost.
Decimal channel(std::uint8_t value) {
    return {(value * 1000 + 127) / 255, 3};
}

std::string_view artifactProperties(ArtifactKind kind) {
    switch (kind) {
    case ArtifactKind::Layout:
        return "/Type/Layout";
    case ArtifactKind::Header: // a table's header on a further page is no running head: no Subtype
    case ArtifactKind::Continuation:
        return "/Type/Pagination";
    case ArtifactKind::Footer:
    case ArtifactKind::PageNumber:
        return "/Type/Pagination/Subtype/Footer";
    case ArtifactKind::Background:
        return "/Type/Background";
    }
    return {};
}

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

ContentWriter::ContentWriter(const StructTree& tree, FontEncoder& encoder, Marks& marks)
    : tree_(tree)
    , encoder_(encoder)
    , marks_(marks) {}

std::string_view ContentWriter::write(const Page& page, Shaper& shaper) {
    page_ = &page;
    shaper_ = &shaper;
    out_.clear();
    fillColour_ = strokeColour_ = Colour{}; // the state that a page begins with (ISO 32000-1, table 52)
    lineWidth_.reset();
    font_ = ResourceId::None;
    marks_.beginPage();
    encoder_.beginPage();
    for (const Op& op : page.ops) {
        std::visit([this](const auto& o) { write(o); }, op);
    }
    paintPath();
    endContent();
    leaveText();
    return out_.view();
}

void ContentWriter::write(const TextOp& op) {
    if (op.pieceCount == 0 && !op.spaceAfter) {
        return;
    }
    enterText(op.content);
    setColour(fillColour_, op.colour, " g\n", " rg\n");
    moveText(toPdf(op.x, op.baseline));
    opSize_ = op.size;
    space_ = &shaper_->space(op.font);
    for (std::uint32_t i = 0; i < op.pieceCount; ++i) {
        putPiece(page_->pieces[op.firstPiece + i]);
    }
    if (op.spaceAfter) {
        putWord(*space_);
    }
    closeString();
}

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
}

void ContentWriter::write(const PathOp& op) {
    if (op.segmentCount == 0 || (!op.fill && !op.stroke)) {
        return;
    }
    const std::span<const PathSegment> segments =
        std::span(page_->segments).subspan(op.firstSegment, op.segmentCount);
    const Rect area = boundsOf(segments, op.stroke ? op.width / 2 : Length());
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
    out_ << (!op.fill ? "S" : op.stroke ? "B" : "f") << (op.fill && op.rule == FillRule::EvenOdd ? "*\n" : "\n");
    if (isDashed) {
        out_ << "Q\n";
    }
}

void ContentWriter::write(const ImageOp&) {}

void ContentWriter::write(const LinkOp&) {}

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

void ContentWriter::beginContent(Content content, const Rect* area) {
    if (content.isArtifact()) {
        beginArtifact(content.artifact(), area);
    } else {
        beginLeaf(content.leaf());
    }
    content_ = content;
    inContent_ = true;
}

void ContentWriter::beginLeaf(NodeId leaf) {
    const StructNode& node = tree_.node(leaf);
    assert(node.firstKid == NodeId::None); // children or marks, never both
    const std::string_view actualText = tree_.actualText(node);
    // The words stand once, at the leaf's first mark; a further one, on another page, stands for nothing
    // more.
    const bool isFirst = !marks_.isMarked(leaf);
    out_ << '/' << roleName(node.role) << "<</MCID " << marks_.add(leaf);
    if (!actualText.empty()) {
        out_ << "/ActualText";
        appendTextString(out_, isFirst ? actualText : std::string_view(), "a replacement text");
    }
    out_ << ">>BDC\n";
}

void ContentWriter::beginArtifact(ArtifactKind kind, const Rect* area) {
    out_ << "/Artifact<<" << artifactProperties(kind);
    if (kind == ArtifactKind::Background) { // which must say where it is (ISO 32000-1, table 330)
        const Rect rect = area != nullptr ? *area : Rect{{}, {}, page_->size.width, page_->size.height};
        out_ << "/BBox[";
        putPoint(toPdf(rect.x, rect.bottom()));
        out_ << ' ';
        putPoint(toPdf(rect.right(), rect.y));
        out_ << ']';
    }
    out_ << ">>BDC\n";
}

void ContentWriter::endContent() {
    if (inContent_) {
        out_ << "EMC\n";
        inContent_ = false;
    }
}

void ContentWriter::enterText(Content content) {
    paintPath();
    if (inText_ && inContent_ && content_ == content) {
        return;
    }
    endContent();
    if (!inText_) {
        out_ << "BT\n";
        inText_ = true;
        textLine_ = {};
    }
    beginContent(content, nullptr);
}

void ContentWriter::leaveText() {
    if (inText_) {
        out_ << "ET\n";
        inText_ = false;
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

void ContentWriter::setColour(std::optional<Colour>& current, Colour colour, std::string_view grey,
                              std::string_view rgb) {
    if (current == colour) {
        return;
    }
    current = colour;
    out_ << channel(colour.red);
    if (colour.red == colour.green && colour.green == colour.blue) {
        out_ << grey;
    } else {
        out_ << ' ' << channel(colour.green) << ' ' << channel(colour.blue) << rgb;
    }
}

ContentWriter::PdfPoint ContentWriter::toPdf(Length x, Length y) const {
    return {coordinate(x).value, coordinate(page_->size.height - y).value};
}

void ContentWriter::putPoint(PdfPoint point) {
    out_ << Decimal{point.x, 2} << ' ' << Decimal{point.y, 2};
}

/// Moves relative to the last line, which makes for smaller numbers; both ends are rounded before, so that no
/// error adds up.
void ContentWriter::moveText(PdfPoint to) {
    putPoint({to.x - textLine_.x, to.y - textLine_.y});
    out_ << " Td\n";
    textLine_ = to;
}

} // namespace sidetal
