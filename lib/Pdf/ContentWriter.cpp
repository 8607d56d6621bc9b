#include "Pdf/ContentWriter.h"

#include "Pdf/Strings.h"

#include <algorithm>
#include <cassert>

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
    case ArtifactKind::Watermark:
        return "/Type/Pagination/Subtype/Watermark";
    }
    return {};
}

/// The smallest rectangle that holds both.
Rect joined(const Rect& a, const Rect& b) {
    const Length x = std::min(a.x, b.x);
    const Length y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

} // namespace

ContentWriter::ContentWriter(const Surroundings& surroundings)
    : tree_(surroundings.tree)
    , encoder_(surroundings.encoder)
    , marks_(surroundings.marks)
    , images_(surroundings.images)
    , forms_(surroundings.forms)
    , links_(surroundings.links) {}

std::string_view ContentWriter::write(std::uint32_t number, const Page& page, Shaper& shaper) {
    page_ = &page;
    number_ = number;
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

std::string_view ContentWriter::writeForm(const Page& page, Shaper& shaper) {
    isForm_ = true;
    return write(0, page, shaper);
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
    wider_ = op.wider;
    for (std::uint32_t i = 0; i < op.pieceCount; ++i) {
        putPiece(page_->pieces[op.firstPiece + i]);
    }
    if (op.spaceAfter) {
        putWord(*space_);
    }
    closeString();
    if (figure_ != NodeId::None) {
        cover(areaOf(op));
    }
}

void ContentWriter::write(const LinkOp& op) {
    assert(tree_.link(tree_.node(op.link)) != nullptr);
    links_.add(number_, op);
}

void ContentWriter::beginContent(Content content, const Rect* area) {
    if (isForm_) {
        inContent_ = true;
        content_ = content;
        return;
    }
    if (content.isArtifact()) {
        beginArtifact(content.artifact(), area);
    } else {
        beginLeaf(content.leaf());
    }
    content_ = content;
    figure_ = content.isArtifact() ? NodeId::None : tree_.figureOf(content.leaf());
    inContent_ = true;
}

void ContentWriter::beginLeaf(NodeId leaf) {
    const StructNode& node = tree_.node(leaf);
    assert(node.firstKid == NodeId::None || node.role == Role::Figure); // children or marks, never both
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
    // Which must say where they are (ISO 32000-1, table 330; ISO 14289-1 has no word on watermarks).
    if (kind == ArtifactKind::Background || kind == ArtifactKind::Watermark) {
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
    if (inContent_ && !isForm_) {
        out_ << "EMC\n";
    }
    inContent_ = false;
}

/// Widens what the figure at hand is known to cover on this page.
void ContentWriter::cover(const Rect& area) {
    for (auto box = figures_.rbegin(); box != figures_.rend() && box->page == number_; ++box) {
        if (box->node == figure_) {
            box->box = joined(box->box, area);
            return;
        }
    }
    figures_.push_back({figure_, number_, area});
}

/// From where the words begin to where they end, as high as their font.
Rect ContentWriter::areaOf(const TextOp& op) const {
    std::int64_t width = 0;
    for (std::uint32_t i = 0; i < op.pieceCount; ++i) {
        const Piece& piece = page_->pieces[op.firstPiece + i];
        width += piece.spaceBefore ? space_->width + op.wider / 100 : 0;
        for (std::size_t g = piece.from; g < piece.to; ++g) {
            width += piece.word->glyphs[g].advance + piece.word->glyphs[g].adjust;
        }
    }
    const Face& face = shaper_->mainFace(op.font);
    return {op.x, op.baseline - op.size * face.ascent() / 1000, op.size * width / 1000,
            op.size * (face.ascent() - face.descent()) / 1000};
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
