#include "fuzz/Targets.h"

#include "Text/Fonts.h"
#include "Text/GlyfSubset.h"

#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Text/OwnFonts.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::fuzz {

namespace {

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (const char c : bytes.substr(std::min(at, bytes.size()), size)) {
        value = value << 8 | static_cast<unsigned char>(c);
    }
    return value;
}

/// A table of a font file, as much of it as there is.
std::string_view table(std::string_view file, std::string_view name) {
    const std::size_t count = std::min<std::size_t>(number(file, 4, 2), file.size() / 16);
    for (std::size_t entry = 12; entry + 16 <= file.size() && entry < 12 + 16 * count; entry += 16) {
        if (file.substr(entry, 4) == name) {
            const std::size_t offset = std::min<std::size_t>(number(file, entry + 8, 4), file.size());
            return file.substr(offset, number(file, entry + 12, 4));
        }
    }
    return {};
}

/// All glyphs of a file, but at most as many as a font of the file format may have codes.
std::string cut(std::string_view file) {
    const GlyfTables tables{table(file, "glyf"), table(file, "loca"), table(file, "head"),
                            table(file, "hhea"), table(file, "hmtx"), table(file, "maxp")};
    std::vector<std::uint16_t> places(std::clamp<std::size_t>(number(tables.maxp, 4, 2), 1, 256));
    std::iota(places.begin(), places.end(), std::uint16_t{0});
    return cutGlyf(tables, places);
}

} // namespace

namespace {

/// A font of somebody's own: what was read can be used. Words are shaped and measured, all that they show is
/// cut down.
void useOwnFont(std::string_view file) {
    std::shared_ptr<const Fonts> fonts;
    std::string family;
    try {
        const OwnFonts own({{"own.otf", std::string(file)}});
        family = own.families().at(0);
        fonts = Fonts::openOnly({}, own);
    } catch (const Error&) {
        return;
    }
    // Faces that it may fall back on are missing here: it stands alone.
    const Face& face = fonts->face(FaceId{0});
    std::vector<std::uint16_t> places{0};
    for (const char32_t character : U"Bl\u00E5b\u00E6rgr\u00F8d ffi") {
        if (const auto glyph = face.glyph(character)) {
            (void)face.advance(*glyph);
            places.push_back(*glyph);
        }
    }
    // cmap may name glyphs that there are not; of all others what was read has been checked.
    std::erase_if(places, [&](std::uint16_t glyph) { return glyph >= face.glyphCount(); });
    const FontProgram program = face.subset(places);
    if (program.bytes.empty() || family.empty() ||
        (face.outlines() == Outlines::Cff && program.cids.size() != places.size())) {
        std::abort();
    }
}

} // namespace

int fuzzFont(const std::uint8_t* data, std::size_t size) {
    useOwnFont({reinterpret_cast<const char*>(data), size});
    std::string program;
    try {
        program = cut({reinterpret_cast<const char*>(data), size});
    } catch (const FontDamage&) {
        return 0;
    }
    // What was written can be read; where no glyph was left out, it comes out the same.
    const std::string again = cut(program);
    if (number(table(program, "maxp"), 4, 2) <= 256 && again != program) {
        std::abort();
    }
    return 0;
}

} // namespace sidetal::fuzz
