#pragma once

#include "Pages/Pages.h"

#include <string>
#include <vector>

namespace sidetal::dump {

/// The characters of a text op as they extract from the file, the blank at its end included.
[[nodiscard]] std::string textOf(const TextOp& op, const Page& page, const Shaper& shaper);

/// What the pages show of one leaf: its text, or, of a figure, that it is there.
struct LeafText {
    std::string text;        ///< in the order in which it is painted
    std::uint32_t first = 0; ///< the first page that shows it, from 0
    std::uint32_t last = 0;
    bool shown = false;
};

/// The text of every node of the tree, by index: gathered by painting all pages.
[[nodiscard]] std::vector<LeafText> leafTexts(const Pages& pages, LineBreaker& breaker);

} // namespace sidetal::dump
