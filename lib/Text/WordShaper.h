#pragma once

#include "Text/Characters.h"
#include "Text/HarfBuzzHandles.h"
#include "Text/Shaper.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sidetal {

/// A FontSpec resolved, with the shape plans made for it so far.
struct ResolvedFont {
    /// A shape plan of a face for a script.
    struct Plan {
        FaceId face{};
        hb_script_t script = HB_SCRIPT_LATIN;
        HbShapePlan plan;
    };

    ResolvedFont(const FontSpec& fontSpec, std::span<const FaceId> faces);

    FontSpec spec;
    std::span<const FaceId> chain;
    hb_language_t language;
    std::array<hb_feature_t, 4> features;
    std::vector<Plan> plans;
};

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
    bool leads = true; ///< the first glyph of its cluster
};

/// Shapes one word after another with HarfBuzz; falls back to further faces by whole grapheme clusters.
class WordShaper {
  public:
    explicit WordShaper(const Fonts& fonts);

    /// Replaces `glyphs` by those of `text`. A text of one soft hyphen is shaped as the hyphen that shows at
    /// a line's end. Throws UnprintableText.
    void shape(ResolvedFont& font, std::string_view text, std::vector<ShapedGlyph>& glyphs);

  private:
    /// A stretch of text in one face and script.
    struct Item {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        FaceId face{};
        hb_script_t script = HB_SCRIPT_INVALID;
    };

    void itemise(const ResolvedFont& font, std::string_view text);
    void resolveScripts();
    [[nodiscard]] FaceId chooseFace(const ResolvedFont& font, std::string_view text,
                                    const Item& cluster) const;
    [[nodiscard]] bool shapeItem(ResolvedFont& font, std::string_view text, const Item& item,
                                 std::vector<ShapedGlyph>& glyphs);
    void fillBuffer(const ResolvedFont& font, std::string_view text, const Item& item);
    [[nodiscard]] hb_shape_plan_t* plan(ResolvedFont& font, const Item& item);

    const Fonts& fonts_;
    HbBuffer buffer_;
    IcuBoundaries graphemes_{IcuBoundaries::Kind::Grapheme};
    std::vector<std::uint32_t> boundaries_;
    std::vector<Item> items_;
};

} // namespace sidetal
