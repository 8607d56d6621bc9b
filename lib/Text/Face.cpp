#include "Text/Face.h"

#include "Text/FontTable.h"
#include "Text/GlyfSubset.h"
#include "Text/HarfBuzzHandles.h"

#include "Support/Ascii.h"
#include "Support/MemoryWatch.h"

#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>
#include <hb-ot.h>

#include <algorithm>

namespace sidetal {

namespace {

/// The tables without which a file is no font to us (ISO 32000-1, 9.9), and the least length of each.
struct NeededTable {
    char name[5];
    unsigned length;
};
constexpr NeededTable kTrueTypeTables[] = {{"glyf", 1}, {"loca", 4}};
constexpr NeededTable kNeededTables[] = {{"head", 54}, {"hhea", 36}, {"hmtx", 4}, {"maxp", 6}, {"cmap", 4}};

constexpr std::uint32_t kFixedPitch = 1u << 0;
constexpr std::uint32_t kNonsymbolic = 1u << 5;
constexpr std::uint32_t kItalic = 1u << 6;

/// Thousandths of an em, rounded half away from zero.
int toEm(std::int64_t units, std::int64_t unitsPerEm) {
    const std::int64_t scaled = units * 1000;
    const std::int64_t half = unitsPerEm / 2;
    return static_cast<int>((scaled >= 0 ? scaled + half : scaled - half) / unitsPerEm);
}

std::string_view nameOf(Outlines outlines) {
    return outlines == Outlines::Cff ? "OpenType" : "TrueType";
}

void requireTables(hb_face_t* face, Outlines outlines) {
    const auto require = [&](std::span<const NeededTable> tables) {
        for (const NeededTable& needed : tables) {
            if (FontTable(face, needed.name).length() < needed.length) {
                throw FontDamage(fmt::format("no usable {} font: table '{}' is missing or cut off",
                                             nameOf(outlines), needed.name));
            }
        }
    };
    if (outlines == Outlines::TrueType) {
        require(kTrueTypeTables);
    }
    require(kNeededTables);
}

/// The height of a letter's outline, for fonts that do not state their cap or x-height.
int letterHeight(hb_font_t* font, char32_t letter, int unitsPerEm) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents{};
    if (!hb_font_get_nominal_glyph(font, letter, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &extents)) {
        return 0;
    }
    return toEm(extents.y_bearing, unitsPerEm);
}

/// Name 6, cut down to what ISO 32000-1 lets stand unescaped in a name; else `fallback`.
std::string readPostScriptName(hb_face_t* face, const std::string& fallback) {
    char buffer[128];
    unsigned size = sizeof buffer;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, buffer);
    std::string name(buffer, std::min<std::size_t>(size, sizeof buffer - 1));
    if (name.empty()) {
        name = fallback;
    }
    const auto unsafe = [](char c) { return !ascii::isLetterOrDigit(c) && c != '-'; };
    std::erase_if(name, unsafe);
    return name.empty() ? "Font" : name;
}

/// Makes HarfBuzz read now what it would read on first use: where memory is short then, it would go on
/// without the table for as long as the face lives.
void readTables(hb_face_t* face, hb_font_t* font) {
    (void)hb_ot_layout_has_glyph_classes(face);
    (void)hb_ot_layout_has_substitution(face);
    (void)hb_ot_layout_has_positioning(face);
    hb_codepoint_t glyph = 0;
    (void)hb_font_get_nominal_glyph(font, U'x', &glyph);
    (void)hb_font_get_glyph_h_advance(font, glyph);
}

} // namespace

struct Face::Members {
    HbFace face;
    HbFont font;
    std::string postScriptName;
    Outlines outlines = Outlines::TrueType;
    int unitsPerEm = 1000;
    int ascent = 0;
    int descent = 0;
    int capHeight = 0;
    int xHeight = 0;
    int italicAngle = 0;
    int weight = 400;
    std::uint32_t flags = kNonsymbolic;
    std::array<int, 4> boundingBox{};

    void open(const HbBlob& blob, const std::string& name);

    void readMetrics() {
        const auto em = [&](int units) { return toEm(units, unitsPerEm); };
        const FontTable head(face.get(), "head");
        for (unsigned i = 0; i < 4; ++i) {
            boundingBox[i] = em(head.s16(36 + 2 * i));
        }
        const FontTable hhea(face.get(), "hhea");
        ascent = em(hhea.s16(4));
        descent = em(hhea.s16(6));
        const FontTable os2(face.get(), "OS/2");
        if (os2.length() >= 6) {
            weight = std::clamp(static_cast<int>(os2.u16(4)), 100, 900);
        }
        const bool statesHeights = os2.length() >= 90 && os2.u16(0) >= 2;
        xHeight = statesHeights ? em(os2.s16(86)) : letterHeight(font.get(), U'x', unitsPerEm);
        capHeight = statesHeights ? em(os2.s16(88)) : letterHeight(font.get(), U'H', unitsPerEm);
        const FontTable post(face.get(), "post");
        italicAngle = post.s16(4);
        flags |= post.u32(12) != 0 ? kFixedPitch : 0;
        flags |= italicAngle != 0 ? kItalic : 0;
    }
};

/// Throws FontDamage.
void Face::Members::open(const HbBlob& blob, const std::string& name) {
    face.reset(hb_face_create(blob.get(), 0));
    const bool isCff =
        FontTable(face.get(), "glyf").length() == 0 && FontTable(face.get(), "CFF ").length() > 0;
    outlines = isCff ? Outlines::Cff : Outlines::TrueType;
    requireTables(face.get(), outlines);
    if (hb_face_get_glyph_count(face.get()) == 0 || hb_face_get_glyph_count(face.get()) > 0xFFFF) {
        throw FontDamage(fmt::format("no usable {} font: it has no glyphs", nameOf(outlines)));
    }
    hb_face_make_immutable(face.get());
    unitsPerEm = static_cast<int>(hb_face_get_upem(face.get()));
    font.reset(hb_font_create(face.get()));
    hb_font_set_scale(font.get(), unitsPerEm, unitsPerEm);
    hb_font_make_immutable(font.get());
    postScriptName = readPostScriptName(face.get(), name);
    readTables(face.get(), font.get());
    readMetrics();
}

Face::Face(const std::filesystem::path& file)
    : m_(std::make_unique<Members>()) {
    watchingMemory([&] {
        const auto fail = [&](std::string_view why) {
            throw Error("SID-T002", fmt::format("font file '{}': {}", file.string(), why));
        };
        const HbBlob blob(hb_blob_create_from_file_or_fail(file.c_str()));
        if (!blob) {
            fail("cannot be opened");
        }
        try {
            m_->open(blob, file.stem().string());
        } catch (const FontDamage& damage) {
            fail(damage.what());
        }
        return true;
    });
}

Face::Face(std::string bytes, const std::string& name)
    : m_(std::make_unique<Members>()) {
    auto kept = std::make_unique<std::string>(std::move(bytes));
    watchingMemory([&] {
        const char* data = kept->data();
        const auto size = static_cast<unsigned>(kept->size());
        const auto destroy = [](void* owned) { delete static_cast<std::string*>(owned); };
        const HbBlob blob(hb_blob_create(data, size, HB_MEMORY_MODE_READONLY, kept.release(), destroy));
        m_->open(blob, name);
        return true;
    });
}

Face::~Face() = default;

const std::string& Face::postScriptName() const {
    return m_->postScriptName;
}
int Face::ascent() const {
    return m_->ascent;
}
int Face::descent() const {
    return m_->descent;
}
int Face::capHeight() const {
    return m_->capHeight;
}
int Face::xHeight() const {
    return m_->xHeight;
}
int Face::italicAngle() const {
    return m_->italicAngle;
}
int Face::weight() const {
    return m_->weight;
}
std::uint32_t Face::flags() const {
    return m_->flags;
}
std::array<int, 4> Face::boundingBox() const {
    return m_->boundingBox;
}
int Face::unitsPerEm() const {
    return m_->unitsPerEm;
}
Outlines Face::outlines() const {
    return m_->outlines;
}
std::uint32_t Face::glyphCount() const {
    return hb_face_get_glyph_count(m_->face.get());
}
hb_font_t* Face::hbFont() const {
    return m_->font.get();
}
hb_face_t* Face::hbFace() const {
    return m_->face.get();
}

std::optional<std::uint16_t> Face::glyph(char32_t character) const {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(m_->font.get(), character, &glyph) || glyph == 0 || glyph > 0xFFFF) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(glyph);
}

int Face::toThousandths(int units) const {
    return toEm(units, m_->unitsPerEm);
}

int Face::advance(std::uint16_t glyph) const {
    return toThousandths(hb_font_get_glyph_h_advance(m_->font.get(), glyph));
}

} // namespace sidetal
