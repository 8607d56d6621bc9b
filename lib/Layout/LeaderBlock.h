#pragma once

#include "Blocks/Block.h"
#include "Layout/TextBlock.h"

namespace sidetal {

/// The lines of a text, and at the right edge of the last one its end (LeaderLine).
class LeaderBlock final : public Fragmenter {
  public:
    /// What was measured: the text leaves the end its width and the gap in `width`.
    struct Parts {
        const TextBlock& text; ///< must outlive this
        TextId textId = TextId::None;
        TextId end = TextId::None; ///< None: there is none
        Length endWidth;           ///< that is kept for it
        Length lastLine;           ///< width of the text's last line
        Length width;
    };
    /// `line` and `format` must outlive this.
    LeaderBlock(const LeaderLine& line, const LeaderFormat& format, const Parts& parts)
        : line_(line)
        , format_(format)
        , parts_(parts) {}

    [[nodiscard]] Plan plan(const BreakToken& token, const Region& region) const override;
    Length paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                 Canvas& canvas) const override;

  private:
    void paintEnd(Length x, Length y, Canvas& canvas) const;

    const LeaderLine& line_;
    const LeaderFormat& format_;
    Parts parts_;
};

} // namespace sidetal
