#include "Layout/PlainBlocks.h"

#include "Layout/Canvas.h"

#include <algorithm>

namespace sidetal {

namespace {

__extension__ using Wide = __int128; // lengths may be of any size

void paintBox(const Box& box, Length x, Length y, Canvas& canvas) {
    static const PageToken kWhole[1];
    paintFlow({box.items, box.panels, kWhole}, 0, x, y + box.lead, canvas);
}

} // namespace

Plan RuleBlock::plan(const BreakToken&, const Region& region) const {
    return thickness_ <= region.left ? Plan::full(thickness_)
                                     : Plan::wrap("the rule is thicker than an empty page is high");
}

Length RuleBlock::paint(const BreakToken&, const BreakToken*, Length x, Length y, Canvas& canvas) const {
    const Length middle = y + thickness_ / 2;
    canvas.line(x, middle, x + length_, middle, thickness_, colour_);
    return thickness_;
}

Size shownSize(const Figure& figure, Length measure) {
    if (!std::holds_alternative<ImageId>(figure.shown) || figure.width <= measure || measure <= Length()) {
        return {figure.width, figure.height};
    }
    const auto height = static_cast<std::int64_t>(static_cast<Wide>(figure.height.milli()) * measure.milli() /
                                                  figure.width.milli());
    return {measure, Length::milli(height)};
}

FigureBlock::FigureBlock(const Figure& figure, Length measure)
    : figure_(figure)
    , size_(shownSize(figure, measure))
    , left_(alignIn(figure.align, measure, size_.width)) {}

Plan FigureBlock::plan(const BreakToken&, const Region& region) const {
    return size_.height <= region.left ? Plan::full(size_.height)
                                       : Plan::wrap("the figure is higher than an empty page");
}

Length FigureBlock::paint(const BreakToken&, const BreakToken*, Length x, Length y, Canvas& canvas) const {
    canvas.figure(figure_, {x + left_, y, size_.width, size_.height});
    return size_.height;
}

Plan AsideBlock::plan(const BreakToken&, const Region& region) const {
    const Pagination pagination = paginate(box_.items, region.left - box_.lead);
    return pagination.pages.size() == 1 && pagination.faults.empty()
               ? Plan::full({})
               : Plan::wrap("what stands beside the flow is higher than an empty page");
}

Length AsideBlock::paint(const BreakToken&, const BreakToken*, Length x, Length y, Canvas& canvas) const {
    paintBox(box_, x, y, canvas);
    return {};
}

ColumnsBlock::ColumnsBlock(std::vector<Placed> boxes)
    : boxes_(std::move(boxes)) {
    for (const Placed& placed : boxes_) {
        height_ = std::max(height_, placed.box.height);
    }
}

Plan ColumnsBlock::plan(const BreakToken&, const Region& region) const {
    return height_ <= region.left ? Plan::full(height_)
                                  : Plan::wrap("what stands side by side is higher than an empty page");
}

Length ColumnsBlock::paint(const BreakToken&, const BreakToken*, Length x, Length y, Canvas& canvas) const {
    for (const Placed& placed : boxes_) {
        paintBox(placed.box, x + placed.x, y, canvas);
    }
    return height_;
}

} // namespace sidetal
