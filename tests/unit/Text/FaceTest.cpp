#include "Text/Face.h"
#include "Text/Outline.h"

#include "support/RandomTimes.h"
#include "unit/Text/TemporaryFolder.h"
#include "unit/Text/TestFonts.h"

#include "sidetal/Support/Diagnostic.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <random>

namespace sidetal {
namespace {

namespace fs = std::filesystem;

const Face& face(std::string_view family, bool bold = false, bool italic = false) {
    return test::fonts()->face(test::fonts()->chain(family, bold, italic).front());
}

TEST(Outline, IsMadeOfClosedContoursInFontUnits) {
    const Face& carlito = face("Carlito");
    EXPECT_THAT(outlineOf(carlito, *carlito.glyph(U' ')), testing::IsEmpty());
    using Kind = OutlineStep::Kind;
    for (const auto& [letter, contours] : {std::pair(U'l', 1), std::pair(U'o', 2), std::pair(U'B', 3)}) {
        const std::vector<OutlineStep> steps = outlineOf(carlito, *carlito.glyph(letter));
        ASSERT_FALSE(steps.empty());
        int begun = 0;
        bool open = false;
        for (const OutlineStep& step : steps) {
            EXPECT_EQ(open, step.kind != Kind::Move);
            open = step.kind != Kind::Close;
            begun += step.kind == Kind::Move ? 1 : 0;
            if (open) {
                EXPECT_GE(step.x, 0);
                EXPECT_LE(carlito.toThousandths(step.x), carlito.advance(*carlito.glyph(letter)));
            }
        }
        EXPECT_FALSE(open);
        EXPECT_EQ(begun, contours);
    }
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

TEST(Face, SubsetOfAGlyphThatThereIsNotIsAnError) {
    const std::vector<std::uint16_t> places{0, 65000};
    try {
        (void)face("Carlito").subset(places);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().front().code, "SID-T003");
        EXPECT_EQ(error.diagnostics().front().message,
                  "font 'Carlito' cannot be cut down: there is no glyph 65000");
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
        std::vector<std::uint16_t> glyphs{0};
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
    for (std::uint64_t i = 0; i < 150 * test::randomTimes(); ++i) {
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
