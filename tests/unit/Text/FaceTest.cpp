#include "Text/Face.h"

#include "unit/Text/TemporaryFolder.h"
#include "unit/Text/TestFonts.h"

#include "sidetal/Support/Diagnostic.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <map>
#include <random>

namespace sidetal {
namespace {

namespace fs = std::filesystem;

const Face& face(std::string_view family, bool bold = false, bool italic = false) {
    return test::fonts()->face(test::fonts()->chain(family, bold, italic).front());
}

unsigned u16(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes.at(at))) << 8 |
           static_cast<unsigned char>(bytes.at(at + 1));
}

/// The tables of a font program by name.
std::map<std::string, std::string_view> tables(std::string_view program) {
    std::map<std::string, std::string_view> result;
    for (std::size_t i = 0; i < u16(program, 4); ++i) {
        const std::size_t entry = 12 + 16 * i;
        const std::size_t offset = std::size_t{u16(program, entry + 8)} << 16 | u16(program, entry + 10);
        const std::size_t length = std::size_t{u16(program, entry + 12)} << 16 | u16(program, entry + 14);
        result[std::string(program.substr(entry, 4))] = program.substr(offset, length);
    }
    return result;
}

TEST(Face, MetricsAreThousandthsOfAnEm) {
    const Face& carlito = face("Carlito");
    EXPECT_EQ(carlito.unitsPerEm(), 2048);
    EXPECT_EQ(carlito.postScriptName(), "Carlito");
    EXPECT_EQ(carlito.weight(), 400);
    EXPECT_EQ(carlito.flags(), 1u << 5);
    EXPECT_EQ(carlito.italicAngle(), 0);
    EXPECT_NEAR(carlito.capHeight(), 644, 15);
    EXPECT_NEAR(carlito.xHeight(), 478, 20);
    EXPECT_LT(carlito.descent(), 0);
    EXPECT_GT(carlito.ascent(), carlito.capHeight());
    EXPECT_EQ(face("Carlito", true).weight(), 700);

    const Face& oblique = face("DejaVu Sans", false, true);
    EXPECT_EQ(oblique.italicAngle(), -11);
    EXPECT_EQ(oblique.flags(), 1u << 5 | 1u << 6);
    EXPECT_EQ(face("DejaVu Sans").capHeight(), 729);
    EXPECT_EQ(face("DejaVu Sans").xHeight(), 547);
}

TEST(Face, AdvancesAreRoundedNotCut) {
    const Face& carlito = face("Carlito");
    EXPECT_EQ(carlito.advance(*carlito.glyph(U'0')), 507); // 1038 of 2048: 506.8
    EXPECT_EQ(carlito.toThousandths(-1), 0);
    EXPECT_EQ(carlito.toThousandths(-2), -1);
    EXPECT_FALSE(carlito.glyph(0x0301).has_value());
    EXPECT_TRUE(face("DejaVu Sans").glyph(0x0301).has_value());
}

TEST(Face, SubsetHoldsTheNeededTablesWithoutHintsOnly) {
    const Face& dejavu = face("DejaVu Sans");
    const std::vector<std::uint16_t> glyphs{*dejavu.glyph(U'A'), *dejavu.glyph(U'\u01D6'),
                                            *dejavu.glyph(U'f')};
    const FontSubset subset = dejavu.subset(glyphs);
    const auto parts = tables(subset.program);
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
    EXPECT_GT(u16(parts.at("maxp"), 4), glyphs.size() + 1);
}

TEST(Face, SubsetTellsTheNewIdsAndKeepsWidths) {
    const Face& carlito = face("Carlito");
    const std::vector<std::uint16_t> glyphs{*carlito.glyph(U'W'), *carlito.glyph(U'a'),
                                            *carlito.glyph(U'\u00C5')};
    const FontSubset subset = carlito.subset(glyphs);
    ASSERT_EQ(subset.newIds.size(), glyphs.size());
    const auto parts = tables(subset.program);
    const unsigned metrics = u16(parts.at("hhea"), 34);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        EXPECT_NE(subset.newIds[i], 0);
        const std::size_t at = std::min<std::size_t>(subset.newIds[i], metrics - 1) * 4;
        EXPECT_EQ(carlito.toThousandths(static_cast<int>(u16(parts.at("hmtx"), at))),
                  carlito.advance(glyphs[i]));
    }
    EXPECT_EQ(carlito.subset(glyphs).program, subset.program);
}

TEST(Face, SubsetOfAGlyphThatThereIsNotIsAnError) {
    const std::vector<std::uint16_t> glyphs{65000};
    try {
        (void)face("Carlito").subset(glyphs);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().front().code, "SID-T003");
        EXPECT_EQ(error.diagnostics().front().message,
                  "font 'Carlito' cannot be cut down to 1 glyphs: there is no glyph 65000");
    }
}

TEST(Face, MissingAndEmptyFilesAreErrors) {
    EXPECT_THROW(Face("/nowhere/Carlito-Regular.ttf"), Error);
    const test::TemporaryFolder folder;
    const fs::path empty = folder.path() / "empty.ttf";
    std::ofstream(empty).close();
    EXPECT_THROW((void)Face(empty), Error);
}

/// Opens a damaged font, shapes and subsets with it as far as it goes.
bool useDamaged(const fs::path& folder) {
    try {
        Shaper shaper(Fonts::openOnly({folder}));
        const FontId font = shaper.font({.family = "Carlito"});
        std::vector<std::uint16_t> glyphs;
        for (const Glyph& glyph : shaper.word(font, "Bæredygtighed-ffi\u0301").glyphs) {
            glyphs.push_back(shaper.glyphUse(glyph.use).glyph);
        }
        (void)shaper.mainFace(font).subset(glyphs);
        return true;
    } catch (const Error&) {
        return false;
    } catch (const UnprintableText&) {
        return false; // the damage took the glyph
    }
}

TEST(Face, DamagedFilesNeverCrash) {
    const test::TemporaryFolder temporary;
    const fs::path& folder = temporary.path();
    for (const FontEntry& entry : test::fonts()->entries()) {
        fs::copy_file(*test::fonts()->find(entry), folder / entry.file, fs::copy_options::overwrite_existing);
    }
    const fs::path file = folder / "Carlito-Regular.ttf";
    std::ifstream in(file, std::ios::binary);
    const std::string sound{std::istreambuf_iterator<char>(in), {}};
    std::mt19937 random(1); // NOLINT: the same damage in every run
    int used = 0;
    for (int i = 0; i < 150; ++i) {
        std::string bytes = sound;
        if (i % 3 == 0) {
            bytes.resize(random() % bytes.size());
        }
        // A third of the damage goes into the table directory and what follows it.
        const std::size_t reach =
            std::max<std::size_t>(1, i % 3 == 1 ? std::min<std::size_t>(bytes.size(), 2000) : bytes.size());
        for (std::size_t hits = 1 + random() % 200; hits > 0 && !bytes.empty(); --hits) {
            bytes[random() % reach] = static_cast<char>(random());
        }
        fs::remove(file); // a new file: the old one may still be mapped
        std::ofstream(file, std::ios::binary) << bytes;
        used += useDamaged(folder) ? 1 : 0;
    }
    RecordProperty("still_used", used);
}

} // namespace
} // namespace sidetal
