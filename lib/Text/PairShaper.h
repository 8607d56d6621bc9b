#pragma once

#include "Text/Fonts.h"
#include "Text/HarfBuzzHandles.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace sidetal {

/// A glyph as it comes from shaping. Measures in thousandths of an em.
struct ShapedGlyph {
    FaceId face{};
    std::uint16_t glyph = 0;
    int advance = 0; ///< nominal
    int adjust = 0;
    int xOffset = 0;
    int yOffset = 0;
    std::uint32_t from = 0; ///< the bytes of the word that the glyph's cluster stands for
    std::uint32_t to = 0;
    bool leads = true;             ///< the first glyph of its cluster
    bool boxed = false;            ///< stands for a character that no font has
    std::string_view characters{}; ///< what it stands for if that is not its cluster's bytes; the shaper's
};

/// Shapes words of Latin-1 from their letters and pairs of letters, each shaped by HarfBuzz once: amounts,
/// dates and numbers are nearly all different, their pairs are not. Glyph for glyph what HarfBuzz makes of
/// the whole word, because it only takes letters of which it knows from the font's own tables that
/// - no substitution that the plan applies has them among its input, and
/// - no positioning does but pair adjustments, which look at two neighbours and move the first
///   (ISO/IEC 14496-22, 6.3.3.2), and attachments of marks, which no word of these letters has.
class PairShaper {
  public:
    /// Replaces the glyphs by those that HarfBuzz makes of a text; false where a character has none.
    using ShapeWhole = std::function<bool(std::string_view text, std::vector<ShapedGlyph>& glyphs)>;

    /// For texts that are shaped with `plan`; `kerning`: it applies kerning. `face` must outlive this.
    PairShaper(hb_face_t* face, hb_shape_plan_t* plan, bool kerning);

    /// Replaces `glyphs` by those of `text`; false, and `glyphs` of no meaning, where HarfBuzz has to see the
    /// whole of it.
    [[nodiscard]] bool shape(std::string_view text, std::vector<ShapedGlyph>& glyphs,
                             const ShapeWhole& whole);

  private:
    static constexpr std::size_t kLetters = 256;

    /// How a letter is shaped where it stands alone.
    struct Letter {
        enum class Kind : std::uint8_t { Unknown, Local, Far };
        Kind kind = Kind::Unknown;
        ShapedGlyph glyph;
    };
    /// By second letter, what the first one's advance is adjusted by.
    using Row = std::array<std::int32_t, kLetters>;

    [[nodiscard]] bool learnLetter(char32_t letter, const ShapeWhole& whole);
    [[nodiscard]] std::int32_t adjustment(char32_t first, char32_t second, const ShapeWhole& whole);
    [[nodiscard]] std::int32_t learnPair(char32_t first, char32_t second, const ShapeWhole& whole);
    void findFarGlyphs(hb_shape_plan_t* plan);

    hb_face_t* face_;
    bool pairs_ = false; ///< pairs are adjusted
    bool usable_ = true;
    HbSet far_; ///< glyphs whose shape may hang on more than their neighbour
    std::array<Letter, kLetters> letters_{};
    std::array<std::unique_ptr<Row>, kLetters> rows_{};
    std::vector<ShapedGlyph> learnt_; // scratch
};

} // namespace sidetal
