#include "Layout/LeaderBlock.h"

#include "Layout/Canvas.h"

namespace sidetal {

namespace {

/// The Link that a line lies in.
NodeId linkIn(const LeaderLine& line, const Canvas& canvas) {
    for (const Paragraph* paragraph : {&line.text, &line.end}) {
        if (!paragraph->runs.empty()) {
            return canvas.linkOf(paragraph->runs.front().leaf);
        }
    }
    return NodeId::None;
}

} // namespace

Plan LeaderBlock::plan(const BreakToken& token, const Region& region) const {
    return parts_.text.plan(token, region);
}

Length LeaderBlock::paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                          Canvas& canvas) const {
    const std::uint32_t lines = (until != nullptr ? until->at : parts_.text.lines()) - token.at;
    const Length height = parts_.text.lineHeight() * lines;
    canvas.cover(linkIn(line_, canvas), {x - format_.reach, y, parts_.width + format_.reach, height});
    parts_.text.paint(token, until, x, y, canvas);
    if (until == nullptr && parts_.end != TextId::None) {
        paintEnd(x, y + height - parts_.text.lineHeight(), canvas);
    }
    canvas.uncover();
    return height;
}

/// The end and what leads to it, on the line at `y`.
void LeaderBlock::paintEnd(Length x, Length y, Canvas& canvas) const {
    const Length right = x + parts_.width;
    const Length from = x + parts_.lastLine;
    const Length to = right - parts_.endWidth;
    if (format_.dots && to - from > format_.leastDots) {
        canvas.leaderDots({from + format_.pitch, to - format_.pitch / 2, right, format_.pitch, *format_.dots},
                          parts_.textId, y);
    }
    canvas.endOfLine(parts_.end, parts_.textId, right, y);
}

} // namespace sidetal
