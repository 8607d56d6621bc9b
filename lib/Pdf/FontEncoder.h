#pragma once

#include "Pdf/Buffer.h"

#include "Text/Shaper.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sidetal {

/// A font resource of the file: "F1" is number 0.
enum class ResourceId : std::uint16_t { None = 0xFFFF };

/// How a glyph use is written: a byte in a font resource.
struct GlyphCode {
    ResourceId resource = ResourceId::None;
    std::uint8_t code = 0;
};

/// A word as it stands between the parentheses of a TJ operator, with ")-12(" where shaping adjusts an
/// advance.
struct EncodedWord {
    std::string_view bytes; ///< Buffer::kSlack bytes beyond its end may be read
    ResourceId resource =
        ResourceId::None; ///< None: not of one font resource, or with marks to place; write it glyph by glyph
};

/// The glyphs of a face that are written through one font resource, by code.
struct FontResource {
    static constexpr std::uint32_t kFree = 0xFFFFFFFF;
    FaceId face{};
    std::array<std::uint32_t, 256> uses; ///< glyph use (Shaper::glyphUse()) or kFree
};

/// Gives each glyph use of a document a code, in the order of first use, and keeps encoded words.
///
/// Codes are single bytes, a Latin-1 character its own where that is free: strings are half as long as with
/// two bytes, which is an eighth of a file of text and as much of the time to compress it. ( ) \ CR and LF
/// are never codes, so that strings need no escapes. A face of more than 250 glyph uses goes on in a further
/// font resource of the same face: codes already written keep their meaning, and there is no second kind of
/// font to get right. As long as there are codes enough, one means the same in all fonts, so that they can
/// share what tells readers the characters.
class FontEncoder {
  public:
    explicit FontEncoder(const Shaper& shaper)
        : shaper_(shaper) {}
    FontEncoder(const FontEncoder&) = delete;
    FontEncoder& operator=(const FontEncoder&) = delete;

    /// Must be called before the words of a newly painted page are encoded: the shaper may have forgotten the
    /// earlier ones.
    void beginPage();
    /// The word's bytes; valid until the next call.
    [[nodiscard]] EncodedWord encode(const Word& word) {
        if (word.id >= entries_.size() || entries_[word.id].resource == kNotYet) {
            addWord(word);
        }
        const Entry& entry = entries_[word.id];
        return {arena_.view().substr(entry.begin, entry.size), entry.resource};
    }
    /// The code of a glyph use.
    [[nodiscard]] GlyphCode code(std::uint32_t use) {
        if (use < codes_.size() && codes_[use].resource != ResourceId::None) {
            return codes_[use];
        }
        return addCode(use);
    }
    [[nodiscard]] const Shaper& shaper() const { return shaper_; }
    [[nodiscard]] const std::vector<FontResource>& resources() const { return resources_; }

  private:
    static constexpr auto kNotYet = static_cast<ResourceId>(0xFFFE);
    struct Entry {
        std::uint32_t begin = 0; ///< in arena_
        std::uint16_t size = 0;
        ResourceId resource = kNotYet;
    };

    void addWord(const Word& word);
    [[nodiscard]] Entry makeEntry(const Word& word);
    GlyphCode addCode(std::uint32_t use);
    [[nodiscard]] std::optional<std::uint8_t> freeCode(const FontResource& resource,
                                                       const GlyphUse& glyph) const;

    const Shaper& shaper_;
    std::vector<FontResource> resources_;
    std::array<bool, 256> isTaken_{};                          ///< by code: some resource has it
    std::unordered_map<std::string, std::uint8_t> codeOfText_; ///< the code that first stood for a text
    std::vector<GlyphCode> codes_;                             ///< by glyph use
    std::vector<Entry> entries_;                               ///< by word id
    Buffer arena_;
    std::uint32_t generation_ = 0;
};

} // namespace sidetal
