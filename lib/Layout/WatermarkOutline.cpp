#include "Layout/WatermarkOutline.h"

#include "Layout/Measure.h"
#include "Text/Outline.h"

#include <cmath>
#include <numbers>

namespace sidetal {

namespace {

constexpr std::int64_t kOne = 1'000'000; ///< in which sine and cosine are counted

std::int64_t inMillionths(double value) {
    return std::llround(value * static_cast<double>(kOne));
}

/// Turns places on a straight line of words into places around the middle of a page.
class Turn {
  public:
    Turn(int degrees, Point middle, Point centre)
        : middle_(middle)
        , centre_(centre) {
        const double angle = degrees * std::numbers::pi / 180;
        cosine_ = inMillionths(std::cos(angle));
        sine_ = inMillionths(std::sin(angle));
    }

    /// `x` from where the words begin, `y` above their baseline.
    Point operator()(Length x, Length y) const {
        const std::int64_t u = (x - centre_.x).milli();
        const std::int64_t v = (y - centre_.y).milli();
        return {middle_.x + Length::milli((u * cosine_ - v * sine_) / kOne),
                middle_.y - Length::milli((u * sine_ + v * cosine_) / kOne)};
    }

  private:
    Point middle_; ///< of the page
    Point centre_; ///< of the words
    std::int64_t cosine_ = 0;
    std::int64_t sine_ = 0;
};

/// Adds the outline of a glyph that stands at `x`, `y` above the baseline.
void addGlyph(const Face& face, std::uint16_t glyph, Point at, Length size, const Turn& turn,
              std::vector<PathSegment>& out) {
    const auto scaled = [&](int units) { return size * units / face.unitsPerEm(); };
    const auto point = [&](int x, int y) { return turn(at.x + scaled(x), at.y + scaled(y)); };
    for (const OutlineStep& step : sidetal::outlineOf(face, glyph)) {
        const Point to = point(step.x, step.y);
        switch (step.kind) {
        case OutlineStep::Kind::Move:
            out.push_back({PathSegment::Kind::Move, to, {}, {}});
            break;
        case OutlineStep::Kind::Line:
            out.push_back({PathSegment::Kind::Line, to, {}, {}});
            break;
        case OutlineStep::Kind::Curve:
            out.push_back({PathSegment::Kind::Curve, to, point(step.x1, step.y1), point(step.x2, step.y2)});
            break;
        case OutlineStep::Kind::Close:
            out.push_back({PathSegment::Kind::Close, {}, {}, {}});
            break;
        }
    }
}

} // namespace

std::vector<PathSegment> outlineOf(const Watermark& mark, const BlockDocument& document, Size page,
                                   LineBreaker& breaker) {
    const TextFormat& format = document.formats[static_cast<std::size_t>(mark.format)];
    Shaper& shaper = breaker.shaper();
    const TextRun run{mark.text, FormatFonts(document, shaper)(mark.format, mark.emphasis)};
    breaker.setParagraph({&run, 1});
    Line line;
    line.end = static_cast<std::uint32_t>(mark.text.size());
    std::vector<Piece> pieces;
    std::vector<RunSlice> slices;
    breaker.setLine(line, pieces, slices);
    const auto length = [&](std::int64_t ems) { return format.size * ems / 1000; };
    std::int64_t width = 0;
    for (const RunSlice& slice : slices) {
        width += slice.width;
    }
    const Turn turn(mark.degrees, {page.width / 2, page.height / 2},
                    {length(width) / 2, length(shaper.mainFace(run.font).capHeight()) / 2});
    std::vector<PathSegment> out;
    std::int64_t x = 0;
    for (const Piece& piece : pieces) {
        x += piece.spaceBefore ? shaper.space(run.font).width : 0;
        for (std::size_t i = piece.from; i < piece.to; ++i) {
            const Glyph& glyph = piece.word->glyphs[i];
            const GlyphUse& use = shaper.glyphUse(glyph.use);
            addGlyph(shaper.face(use.face), use.glyph, {length(x + glyph.xOffset), length(glyph.yOffset)},
                     format.size, turn, out);
            x += glyph.advance + glyph.adjust;
        }
    }
    return out;
}

} // namespace sidetal
