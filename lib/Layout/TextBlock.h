#pragma once

#include "Layout/Fragmenter.h"
#include "Layout/Measure.h"

#include <cstdint>

namespace sidetal {

/// The lines of a paragraph, with the label of a list item beside the first.
class TextBlock final : public Fragmenter {
  public:
    TextBlock(TextId text, std::uint32_t lines, Length lineHeight)
        : lineHeight_(lineHeight)
        , text_(text)
        , lines_(lines) {}

    /// Puts a label beside the first line, `x` from the text's left edge and `y` under the line's top; it must
    /// outlive this.
    void setLabel(const Fragmenter* label, Length x, Length y) {
        label_ = label;
        labelX_ = x;
        labelY_ = y;
    }
    [[nodiscard]] std::uint32_t lines() const { return lines_; }
    [[nodiscard]] Length lineHeight() const { return lineHeight_; }

    [[nodiscard]] Plan plan(const BreakToken& token, const Region& region) const override;
    Length paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                 Canvas& canvas) const override;

  private:
    Length lineHeight_;
    Length labelX_;
    Length labelY_;
    const Fragmenter* label_ = nullptr;
    TextId text_;
    std::uint32_t lines_;
};

} // namespace sidetal
