#include "Layout/WatermarkOutline.h"

#include "Layout/Measure.h"
#include "Text/Outline.h"

#include <cstdint>

namespace sidetal {

namespace {

constexpr std::int64_t kOne = 1'000'000'000; ///< in which sine and cosine are counted

/// The sine of 0 to 90 degrees, by its series.
std::int64_t sineOfQuarter(std::int64_t degrees) {
    constexpr std::int64_t kPi = 3'141'592'654;
    const std::int64_t angle = degrees * kPi / 180;
    const std::int64_t square = angle * angle / kOne;
    std::int64_t sum = 0;
    std::int64_t term = angle;
    for (std::int64_t n = 1; term != 0; n += 2) {
        sum += term;
        term = -(term * square / kOne) / ((n + 1) * (n + 2));
    }
    return sum;
}

std::int64_t sineOf(std::int64_t degrees) {
    const std::int64_t turned = (degrees % 360 + 360) % 360;
    const std::int64_t half = turned % 180;
    const std::int64_t sine = sineOfQuarter(half <= 90 ? half : 180 - half);
    return turned < 180 ? sine : -sine;
}

/// Turns places on a straight line of words into places around the middle of a page.
class Turn {
  public:
    Turn(int degrees, Point middle, Point centre)
        : middle_(middle)
        , centre_(centre)
        , cosine_(sineOf(std::int64_t{90} - degrees))
        , sine_(sineOf(degrees)) {}

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
    std::int64_t cosine_;
    std::int64_t sine_;
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
