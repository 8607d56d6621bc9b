#pragma once

#include "sidetal/Support/Geometry.h"

#include <cstdint>
#include <optional>
#include <string>

namespace sidetal {

/// How the ends of lines are chosen.
enum class LineChoice : std::uint8_t {
    Greedy, ///< each line as full as can be
    Optimum ///< all lines of a paragraph together, so that they are even
};

/// How text looks. What a style file does not name of a text style comes from the sheet's "font".
struct TextStyle {
    std::string family; ///< of the font manifest: "Carlito", "DejaVu Sans"
    Length size;        ///< of the em; > 0
    Length lineHeight;  ///< from baseline to baseline; at least the size
    Colour colour;      ///< at least 4.5:1 against what it stands on (WCAG 2.1, 1.4.3), else a warning
    bool bold = false;
    bool italic = false;
    bool kerning = false;   ///< pairs moved together as the font asks (OpenType kern)
    bool ligatures = false; ///< "fi" as one glyph (OpenType liga)
    /// Words broken at line ends, by Danish patterns: compounds at their joints first, a paragraph's last
    /// word never. What a style file says of its "font" does not reach headings and labels.
    bool hyphenation = false;
    LineChoice lines = LineChoice::Greedy;
    /// Lines end at the measure, their blanks wider. What a file says of its "font" reaches no heading or
    /// label.
    bool justified = false;
    bool fullLastLine = false; ///< no last line of one short word where the line before has room to spare
    bool bonds = false;        ///< no line ends within "kl. 15", "§ 5", "26. oktober" and their like
};

/// A text style with the space around its paragraphs; between two blocks stands the larger of what either
/// asks for.
struct ParagraphStyle {
    TextStyle text;
    Length spaceBefore;
    Length spaceAfter;
};

/// A text on a ground of its own colour.
struct CellStyle {
    TextStyle text;
    std::optional<Colour> fill; ///< nothing: the page's white
};

/// Lists within texts.
struct ListStyle {
    std::string bullet;        ///< what stands before the items of an unordered list: "•"
    Length labelWidth;         ///< how far the items' text stands in from their labels, at least
    Length itemGap;            ///< between two items
    bool numbersAtDot = false; ///< numbers are right-aligned, so that their dots stand under each other
};

} // namespace sidetal
