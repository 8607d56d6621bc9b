#pragma once

#include "Text/Fonts.h"

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// A font as a text asks for it: a family in a weight and slant, with its typographic features and language.
struct FontSpec {
    std::string family;
    bool bold = false;
    bool italic = false;
    bool kerning = false;
    bool ligatures = false;
    std::string language = "da"; ///< BCP 47
    /// U+25A1 stands for each character that no font has, instead of UnprintableText: it extracts as that
    /// character still, or as U+25A1 where that is one without a meaning of its own (isMeaningless()).
    bool boxes = false;
    bool operator==(const FontSpec&) const = default;
};

class LineClasses;

/// A FontSpec of a Shaper: its index there.
enum class FontId : std::uint16_t {};

/// A way in which a glyph is used: which glyph of which face, and for which characters. A file has one code
/// for each, so that text extraction is exact (docs/design.md, "Fonts"). Never forgotten by its Shaper; its
/// index is Glyph::use.
struct GlyphUse {
    FaceId face{};
    std::uint16_t glyph = 0;
    std::int16_t advance = 0; ///< nominal, thousandths of an em
    char32_t character = 0;   ///< the character if it is one alone, else 0
    std::string text;         ///< the characters, UTF-8; never empty
};

/// A placed glyph of a Word. Measures in thousandths of an em.
struct Glyph {
    std::uint32_t use = 0;    ///< index into Shaper::glyphUses()
    std::int16_t advance = 0; ///< nominal
    std::int16_t adjust = 0;  ///< what shaping adds to the advance (kerning)
    std::int16_t xOffset = 0; ///< of marks
    std::int16_t yOffset = 0;
    std::uint16_t at = 0; ///< byte offset of the cluster in the word
};

/// A place within a word where a line may break (UAX #14): before the glyph `glyph`, `at` bytes into the
/// word.
struct WordBreak {
    std::uint16_t at = 0;
    std::uint16_t glyph = 0;
};

/// A shaped stretch of text without white space, or one space. Lives in its Shaper until trim(); at most
/// 65,535 bytes.
struct Word {
    std::string_view text;
    std::span<const Glyph> glyphs;
    std::span<const WordBreak> breaks;
    std::int32_t width = 0; ///< sum of advances and adjustments, thousandths of an em
    std::uint32_t id = 0;   ///< dense within one generation() of the shaper, all fonts counted together
    FontId font{};
    FaceId face{};       ///< the face of all glyphs if `uniform`
    bool uniform = true; ///< all glyphs of one face and without offsets
    bool boxed = false;  ///< a box stands for some of it (FontSpec::boxes)
    std::uint8_t firstClass =
        0; ///< line break classes of the first and last character, as LineBreaker uses them
    std::uint8_t lastClass = 0;
};

/// A text that cannot be printed: `character` at byte `offset` has no glyph in any font of the chain, or none
/// in a font that has the letter before it too, or is of a right-to-left script, which sidetal does not set
/// yet.
class UnprintableText : public std::exception {
  public:
    enum class Reason : std::uint8_t { NoGlyph, NoGlyphForMark, RightToLeft };
    UnprintableText(Reason reason, char32_t character, std::size_t offset)
        : reason(reason)
        , character(character)
        , offset(offset) {}
    [[nodiscard]] const char* what() const noexcept override { return "unprintable text"; }
    Reason reason;
    char32_t character;
    std::size_t offset;
};

/// Shapes words and remembers them. One a thread; words stay valid until trim().
class Shaper {
  public:
    explicit Shaper(std::shared_ptr<const Fonts> fonts);
    ~Shaper();
    Shaper(const Shaper&) = delete;
    Shaper& operator=(const Shaper&) = delete;

    /// The id of a spec, the same for the same spec for the life of the shaper. Throws as Fonts::chain().
    [[nodiscard]] FontId font(const FontSpec& spec);

    /// The shaped form of `text`, NFC, without white space (but see space()). Throws UnprintableText, and
    /// std::length_error for more than 65,535 bytes.
    [[nodiscard]] const Word& word(FontId font, std::string_view text);
    /// The word of one U+0020.
    [[nodiscard]] const Word& space(FontId font);
    /// The hyphen that shows where a line ends within a word; its text is U+00AD, so that readers join the
    /// word.
    [[nodiscard]] const Word& hyphen(FontId font);

    [[nodiscard]] const GlyphUse& glyphUse(std::uint32_t use) const;
    [[nodiscard]] std::size_t glyphUseCount() const;
    [[nodiscard]] const Fonts& fonts() const;
    [[nodiscard]] const Face& face(FaceId id) const { return fonts().face(id); }
    /// The first face of a font's chain: its metrics place the baseline.
    [[nodiscard]] const Face& mainFace(FontId font) const;
    [[nodiscard]] const FontSpec& fontSpec(FontId font) const;

    /// Forgets all words if there are more than the limit (16,384 unless set). Call only where no Word is
    /// held.
    void trim();
    void setWordLimit(std::size_t words);
    /// Changes whenever words are forgotten: ids of words of another generation mean nothing.
    [[nodiscard]] std::uint32_t generation() const;

    /// For lib/Text alone: the line break rules, so that they are opened once a thread.
    [[nodiscard]] LineClasses& lineClasses();

  private:
    struct Members;
    std::unique_ptr<Members> m_;
};

/// The NFC form of well-formed UTF-8, or nothing where the text is in NFC already (the usual case, decided
/// without ICU).
[[nodiscard]] std::optional<std::string> toNfc(std::string_view text);

} // namespace sidetal
