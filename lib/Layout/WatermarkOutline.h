#pragma once

#include "Blocks/Block.h"
#include "Text/LineBreaker.h"

#include <vector>

namespace sidetal {

/// The outlines of a watermark's words on a page of `page`, around its middle. Its characters must have
/// glyphs (Measurer::checkRunningLines()).
[[nodiscard]] std::vector<PathSegment> outlineOf(const Watermark& mark, const BlockDocument& document,
                                                 Size page, LineBreaker& breaker);

} // namespace sidetal
