#include "Text/GlyfSubset.h"

#include "support/RandomTimes.h"
#include "unit/Text/FontTables.h"
#include "unit/Text/TestFonts.h"

#include "sidetal/Support/Diagnostic.h"

#include <gmock/gmock.h>
#include <hb.h>

#include <numeric>
#include <random>

namespace sidetal {
namespace {

using test::tablesOf;
using test::u16;
using test::u32;

const Face& face(std::string_view family, bool bold) {
    return test::fonts()->face(test::fonts()->chain(family, bold, false).front());
}

/// The tables of a face's file, copied out of it.
class FaceTables {
  public:
    explicit FaceTables(const Face& face)
        : glyf(table(face, "glyf"))
        , loca(table(face, "loca"))
        , head(table(face, "head"))
        , hhea(table(face, "hhea"))
        , hmtx(table(face, "hmtx"))
        , maxp(table(face, "maxp")) {}
    [[nodiscard]] GlyfTables view() const { return {glyf, loca, head, hhea, hmtx, maxp}; }

    std::string glyf, loca, head, hhea, hmtx, maxp;

  private:
    static std::string table(const Face& face, const char* tag) {
        hb_blob_t* blob = hb_face_reference_table(face.hbFace(), HB_TAG(tag[0], tag[1], tag[2], tag[3]));
        unsigned length = 0;
        const char* data = hb_blob_get_data(blob, &length);
        std::string bytes(data, length);
        hb_blob_destroy(blob);
        return bytes;
    }
};

/// Outlines of a font as HarfBuzz draws them, in font units.
class Drawer {
  public:
    explicit Drawer(hb_face_t* face)
        : font_(hb_font_create(face))
        , funcs_(hb_draw_funcs_create()) {
        const auto scale = static_cast<int>(hb_face_get_upem(face));
        hb_font_set_scale(font_, scale, scale);
        hb_draw_funcs_set_move_to_func(
            funcs_,
            [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
                add(out, {x, y});
            },
            nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(
            funcs_,
            [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
                add(out, {1, x, y});
            },
            nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(
            funcs_,
            [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
                add(out, {2, cx, cy, x, y});
            },
            nullptr, nullptr);
    }
    Drawer(const Drawer&) = delete;
    Drawer& operator=(const Drawer&) = delete;
    ~Drawer() {
        hb_draw_funcs_destroy(funcs_);
        hb_font_destroy(font_);
    }
    [[nodiscard]] std::vector<float> outline(unsigned glyph) const {
        std::vector<float> drawn;
        hb_font_get_glyph_shape(font_, glyph, funcs_, &drawn);
        return drawn;
    }
    [[nodiscard]] int advance(unsigned glyph) const { return hb_font_get_glyph_h_advance(font_, glyph); }

  private:
    static void add(void* out, std::initializer_list<float> values) {
        auto& drawn = *static_cast<std::vector<float>*>(out);
        drawn.insert(drawn.end(), values);
    }
    hb_font_t* font_;
    hb_draw_funcs_t* funcs_;
};

/// A program opened by HarfBuzz.
class Program {
  public:
    explicit Program(const std::string& bytes)
        : blob_(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY,
                               nullptr, nullptr))
        , face_(hb_face_create(blob_, 0)) {}
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() {
        hb_face_destroy(face_);
        hb_blob_destroy(blob_);
    }
    [[nodiscard]] hb_face_t* face() const { return face_; }

  private:
    hb_blob_t* blob_;
    hb_face_t* face_;
};

std::vector<std::uint16_t> placesOf(const Face& face, std::u32string_view text) {
    std::vector<std::uint16_t> places{0};
    for (const char32_t c : text) {
        places.push_back(face.glyph(c).value());
    }
    return places;
}

/// The glyphs first to first + 199 of a face at places 1 to 200.
std::vector<std::uint16_t> placesFrom(unsigned first, unsigned count) {
    std::vector<std::uint16_t> places(1 + std::min(count - first, 200u));
    std::iota(places.begin() + 1, places.end(), static_cast<std::uint16_t>(first));
    return places;
}

/// Every glyph of a face, two hundred at a time, looks in its subset as in its file.
void expectSameOutlines(const Face& face) {
    const Drawer original(face.hbFace());
    for (unsigned first = 1; first < face.glyphCount(); first += 200) {
        const std::vector<std::uint16_t> places = placesFrom(first, face.glyphCount());
        const std::string program = face.subset(places).bytes;
        const Program opened(program);
        const Drawer cut(opened.face());
        for (unsigned place = 1; place < places.size(); ++place) {
            ASSERT_EQ(cut.outline(place), original.outline(places[place])) << places[place];
            ASSERT_EQ(cut.advance(place), original.advance(places[place])) << places[place];
        }
    }
}

TEST(GlyfSubset, KeepsTheOutlinesAndAdvancesOfAllGlyphs) {
    for (const char* family : {"Carlito", "DejaVu Sans"}) {
        for (const bool bold : {false, true}) {
            SCOPED_TRACE(family);
            expectSameOutlines(face(family, bold));
        }
    }
}

TEST(GlyfSubset, HoldsTheNeededTablesWithoutHintsOnly) {
    const Face& dejavu = face("DejaVu Sans", false);
    const std::vector<std::uint16_t> places = placesOf(dejavu, U"A\u01D6f");
    const std::string program = dejavu.subset(places).bytes;
    const auto parts = tablesOf(program);
    std::vector<std::string> names;
    for (const auto& [name, data] : parts) {
        names.push_back(name);
    }
    EXPECT_THAT(names, testing::ElementsAre("glyf", "head", "hhea", "hmtx", "loca", "maxp"));
    // Hint fields of maxp, the one zone apart that there must be.
    EXPECT_EQ(u16(parts.at("maxp"), 14), 1u);
    for (const std::size_t field : {16u, 18u, 20u, 22u, 24u, 26u}) {
        EXPECT_EQ(u16(parts.at("maxp"), field), 0u) << field;
    }
    // U+01D6 is made of parts, and one of those of parts again: all must be there.
    EXPECT_GT(u16(parts.at("maxp"), 4), places.size());
    EXPECT_EQ(dejavu.subset(places).bytes, program);
}

TEST(GlyfSubset, PlacesMayBeEmptyOrHoldTheSameGlyph) {
    const Face& carlito = face("Carlito", false);
    const std::uint16_t glyph = *carlito.glyph(U'\u00C5');
    const std::string program = carlito.subset(std::vector<std::uint16_t>{5, 0, glyph, 0, glyph}).bytes;
    const Program opened(program);
    const Drawer cut(opened.face());
    const Drawer original(carlito.hbFace());
    EXPECT_TRUE(cut.outline(0).empty()); // whatever is asked for
    EXPECT_TRUE(cut.outline(1).empty());
    EXPECT_EQ(cut.advance(3), 0);
    EXPECT_EQ(cut.outline(2), original.outline(glyph));
    EXPECT_EQ(cut.outline(4), original.outline(glyph));
}

std::uint32_t sumOf(std::string_view bytes) {
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 4) {
        sum += u32(bytes, at);
    }
    return sum;
}

TEST(GlyfSubset, ChecksumsAreRight) {
    std::string program = face("Carlito", true).subset(placesOf(face("Carlito", true), U"Sidetal")).bytes;
    EXPECT_EQ(sumOf(program), 0xB1B0AFBAu); // the file as a whole
    ASSERT_EQ(program.size() % 4, 0u);
    for (std::size_t entry = 12; entry < 12 + 6 * 16; entry += 16) {
        const std::size_t offset = u32(program, entry + 8);
        const std::size_t padded = (u32(program, entry + 12) + 3) / 4 * 4;
        std::string table = program.substr(offset, padded);
        if (program.compare(entry, 4, "head") == 0) {
            table.replace(8, 4, 4, '\0');
        }
        EXPECT_EQ(sumOf(table), u32(program, entry + 4)) << program.substr(entry, 4);
    }
}

/// A subset cut down to all its own glyphs is itself: what was written can be read again, to the last
/// outline.
void expectValid(const std::string& program) {
    const auto parts = tablesOf(program);
    std::vector<std::uint16_t> all(u16(parts.at("maxp"), 4));
    std::iota(all.begin(), all.end(), std::uint16_t{0});
    ASSERT_EQ(cutGlyf({parts.at("glyf"), parts.at("loca"), parts.at("head"), parts.at("hhea"),
                       parts.at("hmtx"), parts.at("maxp")},
                      all),
              program);
}

TEST(GlyfSubset, CutOnceMoreIsTheSame) {
    for (const bool bold : {false, true}) {
        const Face& dejavu = face("DejaVu Sans", bold);
        for (unsigned first = 1; first < dejavu.glyphCount(); first += 200) {
            expectValid(dejavu.subset(placesFrom(first, dejavu.glyphCount())).bytes);
        }
    }
}

/// Changes some bytes of a table, of its first ones more often, or cuts it off.
void damage(std::string& table, std::mt19937& random) {
    if (random() % 8 == 0) {
        table.resize(random() % (table.size() + 1));
    }
    const std::size_t reach = random() % 2 == 0 ? std::min<std::size_t>(table.size(), 64) : table.size();
    for (std::size_t hits = 1 + random() % 4; hits > 0 && !table.empty(); --hits) {
        table[random() % reach % table.size()] = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
    }
}

TEST(GlyfSubset, DamagedTablesGiveAnErrorOrAValidFont) {
    const Face& dejavu = face("DejaVu Sans", false);
    // A small font with composites of composites, so that damage mostly meets what is read.
    const std::string small =
        dejavu.subset(placesOf(dejavu, U"Aa\u01D6\u00E6\u01E1fg\u00C5\u1E69\uFB03")).bytes;
    const auto parts = tablesOf(small);
    std::vector<std::uint16_t> places(u16(parts.at("maxp"), 4));
    std::iota(places.begin(), places.end(), std::uint16_t{0});
    std::mt19937 random(4); // NOLINT: the same damage in every run
    std::uint64_t refused = 0;
    const std::uint64_t rounds = 20'000 * test::randomTimes();
    for (std::uint64_t i = 0; i < rounds; ++i) {
        std::map<std::string, std::string> tables(parts.begin(), parts.end());
        for (std::size_t hits = 1 + random() % 3; hits > 0; --hits) {
            damage(std::next(tables.begin(), static_cast<long>(random() % tables.size()))->second, random);
        }
        try {
            expectValid(cutGlyf({tables["glyf"], tables["loca"], tables["head"], tables["hhea"],
                                 tables["hmtx"], tables["maxp"]},
                                places));
        } catch (const FontDamage&) {
            ++refused;
        }
    }
    EXPECT_GT(refused, rounds / 10); // both ends are met
    EXPECT_LT(refused, rounds * 9 / 10);
}

/// A composite glyph of the parts given, each at (0, 0).
std::string composite(std::initializer_list<unsigned char> components) {
    std::string glyph("\xFF\xFF\0\0\0\0\0\0\0\0", 10);
    std::size_t left = components.size();
    for (const unsigned char component : components) {
        glyph += std::string("\0", 1) + (--left > 0 ? '\x22' : '\x02') + '\0' + static_cast<char>(component);
        glyph += std::string("\0\0", 2);
    }
    return glyph;
}

/// A font of these glyphs.
std::string cutMade(const std::vector<std::string>& glyphs, const std::vector<std::uint16_t>& places) {
    FaceTables tables(face("Carlito", false));
    tables.glyf.clear();
    tables.loca.assign(4, '\0');
    for (const std::string& glyph : glyphs) {
        tables.glyf += glyph;
        for (int shift = 24; shift >= 0; shift -= 8) {
            tables.loca += static_cast<char>(tables.glyf.size() >> shift);
        }
    }
    tables.head[51] = 1; // long offsets
    tables.maxp[4] = 0;
    tables.maxp[5] = static_cast<char>(glyphs.size());
    return cutGlyf(tables.view(), places);
}

TEST(GlyfSubset, AGlyphWithinItselfIsAnError) {
    EXPECT_THROW((void)cutMade({"", composite({1})}, {0, 1}), FontDamage);
    EXPECT_THROW((void)cutMade({"", composite({2}), composite({3, 2}), composite({1})}, {0, 1, 2, 3}),
                 FontDamage);
}

TEST(GlyfSubset, DepthCountsWhicheverGlyphIsMetFirst) {
    std::vector<std::string> glyphs{"", ""};
    for (unsigned char i = 1; i < 10; ++i) {
        glyphs.push_back(composite({i}));
    }
    EXPECT_NO_THROW((void)cutMade(glyphs, {0, 8})); // seven composites over an empty glyph
    EXPECT_THROW((void)cutMade(glyphs, {0, 9}), FontDamage);
    EXPECT_THROW((void)cutMade(glyphs, {0, 2, 4, 6, 8, 9}), FontDamage);
}

TEST(GlyfSubset, TheFirstGlyphMayBeAPart) {
    const std::string program = cutMade({composite({1}), "", composite({0})}, {0, 2});
    EXPECT_EQ(u16(tablesOf(program).at("maxp"), 4), 4u); // empty, 2, 0, 1
    expectValid(program);
}

} // namespace
} // namespace sidetal
