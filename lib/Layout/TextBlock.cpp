#include "Layout/TextBlock.h"

#include "Layout/Canvas.h"

#include <algorithm>

namespace sidetal {

Plan TextBlock::plan(const BreakToken& token, const Region& region) const {
    const std::uint32_t left = lines_ - token.at;
    const std::int64_t room = std::max<std::int64_t>(region.left.milli() / lineHeight_.milli(), 0);
    const auto fit = static_cast<std::uint32_t>(std::min<std::int64_t>(room, left));
    const std::uint32_t given = splitLines(left, fit, region.empty());
    if (given == left) {
        return Plan::full(lineHeight_ * left);
    }
    if (given == 0) {
        return Plan::wrap(region.empty() ? "a line is higher than an empty page" : "too few lines fit");
    }
    return Plan::partial(lineHeight_ * given, {token.at + given, false, {}});
}

Length TextBlock::paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                        Canvas& canvas) const {
    const std::uint32_t end = until != nullptr ? until->at : lines_;
    if (token.at == 0 && label_ != nullptr) {
        label_->paint({}, nullptr, x + labelX_, y + labelY_, canvas);
    }
    canvas.text(text_, token.at, end, x, y);
    return lineHeight_ * (end - token.at);
}

} // namespace sidetal
