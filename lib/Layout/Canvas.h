#pragma once

#include "Blocks/Block.h"
#include "Layout/Measure.h"
#include "Pages/Pages.h"
#include "Text/LineBreaker.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sidetal {

/// What of a laid out document painting needs besides its blocks.
struct CanvasSource {
    const BlockDocument& document;
    const MeasuredTexts& texts;
    std::span<const std::uint32_t> targetNumbers; ///< by TargetId, the number printed on its page; 0: nowhere
};

/// Where blocks are painted: turns lines of measured texts and figures into ops of a page. Lives for one
/// page; fonts are those of its breaker.
class Canvas {
  public:
    /// What stands for a structure leaf where a text has none, or where it is shown once more.
    struct Furniture {
        ArtifactKind kind = ArtifactKind::Layout;
        bool always = false; ///< of texts that have leaves, too: a repeated header
    };

    Canvas(const CanvasSource& source, LineBreaker& breaker, Page& page);

    /// What is painted from now on; returns what was.
    Furniture furnish(Furniture furniture) { return std::exchange(furniture_, furniture); }
    /// Paints lines [from, to) of `text`, the top of the first at `y`, aligned in the text's measure that
    /// begins at `x`.
    void text(TextId text, std::uint32_t from, std::uint32_t to, Length x, Length y);
    /// Paints the one line of `text`, ending at `right` whatever its format says, on the baseline of a line
    /// of `other` whose top is at `y`.
    void endOfLine(TextId text, TextId other, Length right, Length y);
    /// Paints leader dots on that baseline of `other`, between `left` and `right`: those of the grid of
    /// `pitch` that ends at `gridEnd`.
    struct Dots {
        Length left;
        Length right;
        Length gridEnd;
        Length pitch;
        Colour colour;
    };
    void leaderDots(const Dots& dots, TextId other, Length y);
    /// Makes `area` the one area of `link`, where it is one, until `uncover()`, whatever of it is painted.
    void cover(NodeId link, const Rect& area);
    void uncover() { covered_ = NodeId::None; }
    /// The Link that what is painted of `leaf` leads along; None where it is in none, or is shown once more.
    [[nodiscard]] NodeId linkOf(NodeId leaf) const;
    /// Paints a figure in `area`, of which a drawing takes the left top corner alone.
    void figure(const Figure& figure, const Rect& area);
    /// Paints a running line; `words` is its pattern filled in.
    void running(const RunningLine& line, std::string_view words);
    /// Paints a watermark, its outlines on the page.
    void watermark(const Watermark& mark, std::span<const PathSegment> outline);
    void line(Length x1, Length y1, Length x2, Length y2, Length width, Colour colour);
    /// Returns a number of the rectangle, for setHeight(), until the canvas is finished.
    std::size_t fill(const Rect& rect, Colour colour);
    void setHeight(std::size_t fill, Length height);

    /// Brings the ops into the order of their layers, so that no artifact stands between the words of one
    /// leaf.
    void finish();

  private:
    /// A slice of a line as it was painted.
    struct Painted {
        Emphasis emphasis;
        Length x;
        Length width; ///< without the blank at the line's end
        Length baseline;
        Length size;
    };

    [[nodiscard]] const TextFormat& format(FormatId id) const {
        return source_.document.formats[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] Content contentOf(NodeId leaf) const;
    [[nodiscard]] Length baselineIn(const TextFormat& format, FormatId id);
    [[nodiscard]] Length baselineOf(TextId id);
    void setRuns(const Paragraph& paragraph);
    [[nodiscard]] Line lastLine(const Paragraph& paragraph, Line line) const;
    /// Where a line stands.
    struct Place {
        Length x;
        Length baseline;
        Length width;
        Align align = Align::Left;
    };
    void setLine(const Paragraph& paragraph, const Line& line, const Place& place);
    void outline(const Rect& rect, Length width, Colour colour, ArtifactKind kind);
    [[nodiscard]] std::int64_t hangingBlank(const RunSlice& slice, bool isLast);
    [[nodiscard]] std::int64_t blanksOf(const RunSlice& slice, bool isLast) const;
    [[nodiscard]] std::int64_t widening(const Line& line, std::int64_t measure);
    void decorate(const Painted& slice, FontId font, Length line, const TextFormat& format);
    void addLink(NodeId link, const Rect& area);

    const CanvasSource& source_;
    LineBreaker& breaker_;
    Page& page_;
    FormatFonts fonts_;
    Furniture furniture_;
    NodeId covered_ = NodeId::None; ///< the link whose area is known
    std::vector<TextRun> runs_;     ///< of the paragraph at hand
    std::vector<RunSlice> slices_;  ///< of the line at hand
    std::string number_;            ///< of a target's page, a run of the paragraph at hand
};

} // namespace sidetal
