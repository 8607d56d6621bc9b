#pragma once

#include <hb.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sidetal {

/// A CFF font program cut down, and by which identifier (CID) each place of it is shown.
struct CffProgram {
    std::string bytes; ///< the table 'CFF '
    std::vector<std::uint16_t> cids;
};

/// Cuts the CFF outlines of a face down to some glyphs, without hints, by HarfBuzz: place i is glyph
/// `places[i]`, and 0, which shows nothing, where that is 0. A CIDFont of type 0 shows the glyphs of a
/// program with names by their number in it, those of a program with identifiers by these (ISO 32000-1,
/// 9.7.4.2), which are made the numbers, too. `places` must not be empty. Throws FontDamage where the table
/// is damaged or has no such glyph.
[[nodiscard]] CffProgram cutCff(hb_face_t* face, std::span<const std::uint16_t> places);

} // namespace sidetal
