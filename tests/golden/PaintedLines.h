#pragma once

#include "Pages/Pages.h"

#include <string>
#include <vector>

namespace sidetal::test {

/// A line as it stands on a page: the ops of one element that follow each other on a baseline, or one op of
/// an artifact.
struct PaintedLine {
    std::uint32_t page = 0; ///< from 0
    Length x;
    Length baseline;
    Content content;  ///< of its first op
    std::string text; ///< without the blank at its end
};

/// All lines of all pages, in painting order.
[[nodiscard]] std::vector<PaintedLine> paintedLines(const Pages& pages, LineBreaker& breaker);

} // namespace sidetal::test
