#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace sidetal {

/// The tables of a TrueType font that hold its outlines and advances, as they stand in its file.
struct GlyfTables {
    std::string_view glyf;
    std::string_view loca;
    std::string_view head;
    std::string_view hhea;
    std::string_view hmtx;
    std::string_view maxp;
};

/// Says what is wrong with a font's tables; the caller knows which font it is.
struct FontDamage : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Makes a font program of the six tables (ISO 32000-1, 9.9, table 126; OpenType 1.9, "glyf" and what goes
/// with it). Glyph i of the program is glyph `places[i]` of `font`; where that is 0 the place is empty, as is
/// glyph 0: nothing refers to it (ISO 19005-2, 6.2.11.8). The parts of composite glyphs that have no place of
/// their own stand behind the places. Hints, padding and dates are left out. `places` must not be empty.
/// Throws FontDamage where a table is cut off, contradicts itself or has no such glyph: what is returned has
/// been checked to the last outline.
[[nodiscard]] std::string cutGlyf(const GlyfTables& font, std::span<const std::uint16_t> places);

} // namespace sidetal
