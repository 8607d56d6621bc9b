#include "Layout/Canvas.h"

#include <numeric>

namespace sidetal {

namespace {

/// `ems` thousandths of an em of `size`.
Length ofEms(std::int64_t ems, Length size) {
    return size * ems / 1000;
}

} // namespace

Canvas::Canvas(const BlockDocument& document, const MeasuredTexts& texts, LineBreaker& breaker, Page& page)
    : document_(document)
    , texts_(texts)
    , breaker_(breaker)
    , page_(page)
    , fonts_(document, breaker.shaper()) {}

Length Canvas::lineHeight(TextId text) const {
    return document_.formats[static_cast<std::size_t>(texts_[text].paragraph->format)].lineHeight;
}

Length Canvas::baselineIn(const TextFormat& format, FormatId id) {
    const Face& face = breaker_.shaper().mainFace(fonts_(id, false, false));
    const Length content = ofEms(face.ascent() - face.descent(), format.size);
    return (format.lineHeight - content) / 2 + ofEms(face.ascent(), format.size);
}

void Canvas::setRuns(const Paragraph& paragraph) {
    runs_.clear();
    for (const Run& run : paragraph.runs) {
        runs_.push_back({run.text, fonts_(paragraph.format, run.bold, run.italic)});
    }
    breaker_.setParagraph(runs_);
}

void Canvas::text(TextId id, std::uint32_t from, std::uint32_t to, Length x, Length y, Furniture furniture) {
    if (from >= to) {
        return;
    }
    const MeasuredText& text = texts_[id];
    const TextFormat& format = document_.formats[static_cast<std::size_t>(text.paragraph->format)];
    setRuns(*text.paragraph);
    Length baseline = y + baselineIn(format, text.paragraph->format);
    for (std::uint32_t i = from; i < to; ++i) {
        setLine(*text.paragraph, texts_.lines[text.firstLine + i], x, baseline, text.width, furniture);
        baseline += format.lineHeight;
    }
}

void Canvas::setLine(const Paragraph& paragraph, const Line& line, Length x, Length baseline, Length width,
                     Furniture furniture) {
    slices_.clear();
    breaker_.setLine(line, page_.pieces, slices_);
    const TextFormat& format = document_.formats[static_cast<std::size_t>(paragraph.format)];
    const Length start = x + alignIn(format.align, width, ofEms(line.width, format.size));
    std::int64_t ems = 0;
    for (const RunSlice& slice : slices_) {
        const Run& run = paragraph.runs[slice.run];
        const Length left = start + ofEms(ems, format.size);
        const bool artifact = furniture.always || run.leaf == NodeId::None;
        page_.ops.emplace_back(TextOp{artifact ? Content(furniture.kind) : Content(run.leaf), left, baseline,
                                      format.size, format.colour, runs_[slice.run].font, slice.firstPiece,
                                      slice.pieceCount, slice.spaceAfter});
        if (run.underline) {
            underline(format, slice, left, baseline);
        }
        ems += slice.width;
    }
}

void Canvas::underline(const TextFormat& format, const RunSlice& slice, Length x, Length baseline) {
    const Length below = baseline + ofEms(120, format.size);
    const std::int32_t blank = slice.spaceAfter && &slice == &slices_.back()
                                   ? breaker_.shaper().space(runs_[slice.run].font).width
                                   : 0;
    line(x, below, x + ofEms(slice.width - blank, format.size), below, ofEms(50, format.size), format.colour);
}

void Canvas::running(const RunningLine& line, std::string_view words) {
    const TextFormat& format = document_.formats[static_cast<std::size_t>(line.format)];
    const ArtifactKind kind = line.kind == RunningLine::Kind::Header   ? ArtifactKind::Header
                              : line.kind == RunningLine::Kind::Footer ? ArtifactKind::Footer
                                                                       : ArtifactKind::PageNumber;
    runs_.assign(1, {words, fonts_(line.format, line.bold, line.italic)});
    slices_.clear();
    Line whole;
    whole.end = static_cast<std::uint32_t>(words.size());
    breaker_.setParagraph(runs_);
    breaker_.setLine(whole, page_.pieces, slices_);
    const auto width = std::accumulate(slices_.begin(), slices_.end(), std::int64_t{0},
                                       [](std::int64_t sum, const RunSlice& s) { return sum + s.width; });
    const Length used = ofEms(width, format.size);
    for (const RunSlice& slice : slices_) {
        page_.ops.emplace_back(TextOp{Content(kind), line.x + alignIn(line.align, line.width, used),
                                      line.baseline, format.size, format.colour, runs_.front().font,
                                      slice.firstPiece, slice.pieceCount, false});
    }
}

void Canvas::line(Length x1, Length y1, Length x2, Length y2, Length width, Colour colour) {
    page_.ops.emplace_back(LineOp{Content(ArtifactKind::Layout), x1, y1, x2, y2, width, colour});
}

void Canvas::fill(const Rect& rect, Colour colour) {
    page_.ops.emplace_back(FillOp{Content(ArtifactKind::Layout), rect, colour});
}

void Canvas::finish() {
    page_.sortByLayer();
}

} // namespace sidetal
