#pragma once

#include "Layout/Fragmenter.h"
#include "Layout/TableGrid.h"

#include <cstdint>

namespace sidetal {

/// The lines of a paragraph, with the label of a list item beside the first.
class TextBlock final : public Fragmenter {
  public:
    TextBlock(TextId text, std::uint32_t lines, Length lineHeight)
        : lineHeight_(lineHeight)
        , text_(text)
        , lines_(lines) {}

    /// Puts a label of one line beside the first line, `x` from the text's left edge.
    void setLabel(TextId label, Length x) {
        label_ = label;
        labelX_ = x;
    }
    [[nodiscard]] TextId text() const { return text_; }
    [[nodiscard]] TextId label() const { return label_; } ///< None: there is none
    [[nodiscard]] Length labelX() const { return labelX_; }
    [[nodiscard]] std::uint32_t lines() const { return lines_; }
    [[nodiscard]] Length lineHeight() const { return lineHeight_; }

    [[nodiscard]] Plan plan(const BreakToken& token, const Region& region) const override;
    Length paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                 Canvas& canvas) const override;

  private:
    Length lineHeight_;
    Length labelX_;
    TextId text_;
    TextId label_ = TextId::None;
    std::uint32_t lines_;
};

} // namespace sidetal
