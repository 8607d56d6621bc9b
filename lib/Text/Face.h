#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct hb_font_t;
struct hb_face_t;

namespace sidetal {

/// In which of two ways a font draws its glyphs, and so stands in a PDF file (ISO 32000-1, 9.9, table 126).
enum class Outlines : std::uint8_t { TrueType, Cff };

/// A font program for a PDF file.
struct FontProgram {
    std::string bytes;
    /// Of each place the identifier (CID) that shows it, in a program of CFF outlines; empty for TrueType
    /// ones, where that is the place's number.
    std::vector<std::uint16_t> cids{};
};

/// A font file in memory: immutable, shared by all threads. All measures are in thousandths of an em, rounded
/// to whole numbers: layout and the file's widths use the same ones (ISO 32000-1, 9.7.4.3).
class Face {
  public:
    /// Maps a TrueType file; throws Error SID-T002 where it is missing or no usable one.
    explicit Face(const std::filesystem::path& file);
    /// Takes a TrueType file, or an OpenType one with CFF outlines; `name` is what the font is called where
    /// it has no name itself. Throws FontDamage (Text/GlyfSubset.h) where it is no usable one.
    Face(std::string bytes, const std::string& name);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    [[nodiscard]] const std::string& postScriptName() const;
    [[nodiscard]] int ascent() const;
    [[nodiscard]] int descent() const; ///< negative
    [[nodiscard]] int capHeight() const;
    [[nodiscard]] int xHeight() const;
    [[nodiscard]] int italicAngle() const;                ///< degrees, negative when leaning right
    [[nodiscard]] int weight() const;                     ///< 400 regular, 700 bold
    [[nodiscard]] std::uint32_t flags() const;            ///< ISO 32000-1, table 123
    [[nodiscard]] std::array<int, 4> boundingBox() const; ///< left, bottom, right, top
    [[nodiscard]] int unitsPerEm() const;
    [[nodiscard]] std::uint32_t glyphCount() const;

    /// The glyph of a character, or nothing.
    [[nodiscard]] std::optional<std::uint16_t> glyph(char32_t character) const;
    /// The advance of a glyph.
    [[nodiscard]] int advance(std::uint16_t glyph) const;

    [[nodiscard]] Outlines outlines() const;
    /// The font program cut down to the tables and glyphs that a CIDFont needs, without hints: place i of it
    /// is glyph `places[i]` of this face, and an empty one where that is 0, as always at the first place.
    /// What composite glyphs need besides stands behind. `places` must not be empty. Throws Error SID-T003
    /// where the font is damaged or has no such glyph.
    [[nodiscard]] FontProgram subset(std::span<const std::uint16_t> places) const;
    /// Throws FontDamage where subset() would fail for some glyph.
    void checkOutlines() const;

    /// Font units as thousandths of an em, rounded half away from zero.
    [[nodiscard]] int toThousandths(int units) const;

    /// For lib/Text alone; its scale is unitsPerEm().
    [[nodiscard]] hb_font_t* hbFont() const;
    [[nodiscard]] hb_face_t* hbFace() const;

  private:
    [[nodiscard]] FontProgram cut(std::span<const std::uint16_t> places) const;

    struct Members;
    std::unique_ptr<Members> m_;
};

} // namespace sidetal
