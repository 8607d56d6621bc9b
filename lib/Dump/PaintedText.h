#pragma once

#include "Pages/Pages.h"

#include <string>
#include <vector>

namespace sidetal::dump {

/// The characters of a text op as they extract from the file, the blank at its end included.
[[nodiscard]] std::string textOf(const TextOp& op, const Page& page, const Shaper& shaper);

/// What the pages show of one leaf.
struct LeafText {
    std::string text;        ///< in the order in which it is painted
    std::uint32_t first = 0; ///< the first page that shows it, from 0
    std::uint32_t last = 0;
    bool shown = false;
};

/// The text of every node of the tree, by index: gathered by painting all pages.
[[nodiscard]] std::vector<LeafText> leafTexts(const Pages& pages, LineBreaker& breaker);

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

} // namespace sidetal::dump
