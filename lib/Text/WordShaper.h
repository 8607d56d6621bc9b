#pragma once

#include "Text/Characters.h"
#include "Text/HarfBuzzHandles.h"
#include "Text/PairShaper.h"
#include "Text/Shaper.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
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
    std::size_t simpleWords = 0;       ///< words shaped that the first face may have set alone
    std::unique_ptr<PairShaper> pairs; ///< of the first face and Latin, once it is worth its making
};

/// Shapes one word after another with HarfBuzz; falls back to further faces by whole grapheme clusters.
class WordShaper {
  public:
    explicit WordShaper(const Fonts& fonts);

    /// Replaces `glyphs` by those of `text`; what they refer to is valid until the next call. Throws
    /// UnprintableText.
    void shape(ResolvedFont& font, std::string_view text, std::vector<ShapedGlyph>& glyphs);

  private:
    /// A stretch of text in one face and script.
    struct Item {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        FaceId face{};
        hb_script_t script = HB_SCRIPT_INVALID;
        bool boxed = false; ///< boxes stand for its characters
    };

    [[nodiscard]] static Item wholeItem(const ResolvedFont& font, std::string_view text);
    [[nodiscard]] bool shapeByPairs(ResolvedFont& font, std::string_view text,
                                    std::vector<ShapedGlyph>& glyphs);
    void itemise(const ResolvedFont& font, std::string_view text);
    void resolveScripts();
    [[nodiscard]] std::optional<FaceId> chooseFace(const ResolvedFont& font,
                                                   std::string_view characters) const;
    void addInParts(const ResolvedFont& font, std::string_view text, const Item& cluster);
    void shapeItems(ResolvedFont& font, std::string_view text, std::vector<ShapedGlyph>& glyphs);
    void boxCharacter(const ResolvedFont& font, std::string_view text, std::size_t item, std::uint32_t at);
    [[nodiscard]] Item boxedItem(const ResolvedFont& font, std::string_view text, std::uint32_t at) const;
    void setBoxes(std::string_view text, const Item& item, std::vector<ShapedGlyph>& glyphs) const;
    [[noreturn]] void failNoFace(const ResolvedFont& font, std::string_view text, const Item& cluster) const;
    [[nodiscard]] std::optional<std::uint32_t> shapeItem(ResolvedFont& font, std::string_view text,
                                                         const Item& item, std::vector<ShapedGlyph>& glyphs);
    [[nodiscard]] std::optional<std::uint32_t> giveCharacters(std::string_view text,
                                                              std::span<ShapedGlyph> glyphs);
    [[nodiscard]] bool giveCharactersOfCluster(std::string_view text, std::span<ShapedGlyph> cluster);
    void fillBuffer(const ResolvedFont& font, std::string_view text, const Item& item);
    [[nodiscard]] hb_shape_plan_t* plan(ResolvedFont& font, FaceId face, hb_script_t script);

    const Fonts& fonts_;
    HbBuffer buffer_;
    IcuBoundaries graphemes_{IcuBoundaries::Kind::Grapheme};
    std::vector<std::uint32_t> boundaries_;
    std::vector<Item> items_;
    std::deque<std::string> characters_; ///< that glyphs of the word at hand refer to
};

} // namespace sidetal
