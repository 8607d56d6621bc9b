#pragma once

#include "Blocks/Block.h"
#include "Layout/FlowPainter.h"
#include "Layout/Fragmenter.h"

#include "sidetal/Support/Geometry.h"

#include <vector>

namespace sidetal {

/// A horizontal line; as high as it is thick.
class RuleBlock final : public Fragmenter {
  public:
    RuleBlock(Length length, Length thickness, Colour colour)
        : length_(length)
        , thickness_(thickness)
        , colour_(colour) {}

    [[nodiscard]] Plan plan(const BreakToken& token, const Region& region) const override;
    Length paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                 Canvas& canvas) const override;

  private:
    Length length_;
    Length thickness_;
    Colour colour_;
};

/// How large a figure is shown in `measure`.
[[nodiscard]] Size shownSize(const Figure& figure, Length measure);

/// A drawing or an image: one line that is never broken.
class FigureBlock final : public Fragmenter {
  public:
    /// Aligned in `measure`; `figure` must outlive this.
    FigureBlock(const Figure& figure, Length measure);

    [[nodiscard]] Plan plan(const BreakToken& token, const Region& region) const override;
    Length paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                 Canvas& canvas) const override;

  private:
    const Figure& figure_;
    Size size_;
    Length left_; ///< from the left edge of the measure
};

/// A flow of its own that is never broken.
struct Box {
    std::vector<FlowItem> items;
    std::vector<PanelStretch> panels;
    Length lead; ///< of the ground of a panel that it begins with, above the flow
    Length height;
};

/// A box that stands beside the main flow.
class AsideBlock final : public Fragmenter {
  public:
    /// The blocks of `box` must outlive this.
    explicit AsideBlock(Box box)
        : box_(std::move(box)) {}

    [[nodiscard]] Plan plan(const BreakToken& token, const Region& region) const override;
    Length paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                 Canvas& canvas) const override;

  private:
    Box box_;
};

/// Boxes side by side, as high as the highest.
class ColumnsBlock final : public Fragmenter {
  public:
    struct Placed {
        Length x;
        Box box;
    };
    /// The blocks of `boxes` must outlive this.
    explicit ColumnsBlock(std::vector<Placed> boxes);

    [[nodiscard]] Length height() const { return height_; }

    [[nodiscard]] Plan plan(const BreakToken& token, const Region& region) const override;
    Length paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                 Canvas& canvas) const override;

  private:
    std::vector<Placed> boxes_;
    Length height_;
};

} // namespace sidetal
