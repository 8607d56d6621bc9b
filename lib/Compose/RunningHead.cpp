#include "Compose/RunningHead.h"

#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

constexpr std::int64_t kLetter = 450;         // thousandths of an em, what one takes in a line of them
constexpr Length kClear = Length::points(12); // between a draft's mark and its neighbours

/// What a draft's mark takes of a line: its words, which are no sheet's, and the frame.
Length roomOfMark(Length size) {
    return Length::points(44) * size.milli() / Length::milli(8500).milli(); // with some to spare
}

/// Around capital letters, with the same space on all sides.
WordFrame frameOf(Length size) {
    constexpr std::int64_t kCapitals = 640; // thousandths of an em
    const Length space = size * 2 / 5;
    return {Length::milli(750), space, size * kCapitals / 1000 + space, space};
}

RunningLine headLine(const Context& context, const Type& type, const HeadLook& look) {
    RunningLine line;
    line.kind = RunningLine::Kind::Header;
    line.format = type.format;
    line.emphasis = type.emphasis;
    line.align = Align::Left;
    line.x = context.out.run().body.x;
    line.baseline = look.baseline;
    line.width = look.width;
    line.source = context.style;
    return line;
}

/// "UDKAST" in a frame, which ends `end` from the body's left edge.
void addMark(Context& context, const HeadLook& look, Length end) {
    TextStyle style = look.text;
    style.bold = true;
    style.colour = {0xa4, 0x16, 0x1a};
    RunningLine mark = headLine(context, context.type(style), look);
    mark.frame = frameOf(style.size);
    const Length edge = mark.frame->sides + mark.frame->width / 2;
    mark.width = roomOfMark(style.size) - edge * 2;
    mark.x += end - edge - mark.width;
    mark.align = Align::Right;
    mark.pattern = std::string(context.labels[Label::DraftMark]);
    context.out.run().running.push_back(std::move(mark));
}

} // namespace

void addRunningHead(Context& context, const DocumentHeader& header, const HeadLook& look, std::string words) {
    const Type type = context.type(look.text);
    RunningLine left = headLine(context, type, look);
    left.fromSecond = true;
    left.width = roomOfHead(header, look);
    left.pattern = std::move(words);
    RunningLine right = headLine(context, type, look);
    right.fromSecond = true;
    right.align = Align::Right;
    right.x += look.left;
    right.width = look.width - look.left;
    right.pattern = "{mark}";
    right.goesOn = fmt::format(" {}", context.labels[Label::Continued]);
    if (header.status == DocumentStatus::Draft) {
        addMark(context, look, look.left - kClear);
    }
    context.out.run().running.push_back(std::move(left));
    context.out.run().running.push_back(std::move(right));
}

Length roomOfHead(const DocumentHeader& header, const HeadLook& look) {
    const bool marked = header.status == DocumentStatus::Draft;
    return marked ? look.left - roomOfMark(look.text.size) - kClear * 2 : look.left;
}

Length estimatedWidth(std::string_view words, Length size) {
    return size * static_cast<std::int64_t>(utf8::length(words)) * kLetter / 1000;
}

std::string cutToRoom(std::string_view words, Length width, Length size) {
    constexpr std::int64_t kLeast = 8;
    const std::int64_t ems = width.milli() * 1000 / std::max<std::int64_t>(size.milli(), 1);
    const auto letters = static_cast<std::size_t>(std::max(ems / kLetter, kLeast));
    return utf8::length(words) <= letters ? std::string(words) : utf8::shortened(words, letters - 1); // "…"
}

void addDraftMark(Context& context, const DocumentHeader& header, const StyleSheet& style) {
    if (header.status != DocumentStatus::Draft) {
        return;
    }
    const TextStyle& text = style.pageNumber.text;
    const WordFrame frame = frameOf(text.size);
    constexpr Length kOverText = Length::points(5);
    const Length baseline =
        std::min(Length::points(42), style.page.marginTop - kOverText - frame.below - frame.width / 2);
    if (baseline > frame.above + frame.width) { // else it would run off the paper
        const Length width = style.page.textWidth();
        addMark(context, {text, baseline, width, width}, width);
    }
}

} // namespace sidetal
