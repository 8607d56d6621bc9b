#pragma once

#include "Blocks/Block.h"
#include "Layout/Measure.h"
#include "Pages/Pages.h"
#include "Text/LineBreaker.h"

#include <vector>

namespace sidetal {

/// Where blocks are painted: turns lines of measured texts into ops of a page. Lives for one page; fonts are
/// those of its breaker.
class Canvas {
  public:
    /// What stands for a structure leaf where a text has none, or where it is shown once more.
    struct Furniture {
        ArtifactKind kind = ArtifactKind::Layout;
        bool always = false; ///< of texts that have leaves, too: a repeated header
    };

    Canvas(const BlockDocument& document, const MeasuredTexts& texts, LineBreaker& breaker, Page& page);

    /// Paints lines [from, to) of `text`, the top of the first at `y`, aligned in the text's measure that
    /// begins at `x`.
    void text(TextId text, std::uint32_t from, std::uint32_t to, Length x, Length y, Furniture furniture);
    /// Paints a running line; `words` is its pattern filled in.
    void running(const RunningLine& line, std::string_view words);
    void line(Length x1, Length y1, Length x2, Length y2, Length width, Colour colour);
    void fill(const Rect& rect, Colour colour);

    /// Brings the ops into the order of their layers, so that no artifact stands between the words of one
    /// leaf.
    void finish();

    [[nodiscard]] Length lineHeight(TextId text) const;

  private:
    [[nodiscard]] Length baselineIn(const TextFormat& format, FormatId id);
    void setRuns(const Paragraph& paragraph);
    void setLine(const Paragraph& paragraph, const Line& line, Length x, Length baseline, Length width,
                 Furniture furniture);
    void underline(const TextFormat& format, const RunSlice& slice, Length x, Length baseline);

    const BlockDocument& document_;
    const MeasuredTexts& texts_;
    LineBreaker& breaker_;
    Page& page_;
    FormatFonts fonts_;
    std::vector<TextRun> runs_;    ///< of the paragraph at hand
    std::vector<RunSlice> slices_; ///< of the line at hand
};

} // namespace sidetal
