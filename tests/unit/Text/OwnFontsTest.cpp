#include "sidetal/Text/OwnFonts.h"

#include "Text/Fonts.h"
#include "Text/Shaper.h"

#include "sidetal/Support/Diagnostic.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <thread>

namespace sidetal {
namespace {

using testing::ElementsAre;

/// A font of our own: "shapes.otf", whose glyphs have names, or "shapes-cid.otf", whose glyphs have the
/// identifiers 100, 103 and so on.
FontFile ourFont(const std::string& name) {
    std::ifstream in(std::string(SIDETAL_SOURCE_DIR) + "/tests/fuzz/corpus/font/" + name, std::ios::binary);
    return {name, {std::istreambuf_iterator<char>(in), {}}};
}

std::shared_ptr<const Fonts> openWith(const std::string& name) {
    return Fonts::open({}, OwnFonts({ourFont(name)}));
}

const Face& faceOf(const Fonts& fonts, std::string_view family) {
    return fonts.face(fonts.chain(family, false, false).front());
}

Diagnostic errorOfOwn(const auto& action) {
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().size(), 1u);
        return error.diagnostics().front();
    }
    return {};
}

TEST(OwnFonts, NoneAreNone) {
    EXPECT_THAT(OwnFonts().families(), ElementsAre());
    EXPECT_THAT(OwnFonts(std::vector<FontFile>()).families(), ElementsAre());
    EXPECT_EQ(Fonts::open()->entries().size(), 12u);
}

TEST(OwnFonts, StandBesideTheManifestAndFallBackOnIt) {
    const auto fonts = openWith("shapes.otf");
    ASSERT_EQ(fonts->entries().size(), 13u);
    EXPECT_EQ(fonts->entries().front().embedding, "installable");
    EXPECT_EQ(fonts->find(fonts->entries().front()), "shapes.otf");
    std::vector<std::string> names;
    for (const FaceId id : fonts->chain("Shapes", false, false)) {
        names.push_back(fonts->face(id).postScriptName());
    }
    EXPECT_THAT(names, ElementsAre("Shapes-Regular", "DejaVuSans", "Carlito"));
    EXPECT_THAT(fontFamilies(OwnFonts({ourFont("shapes.otf")})),
                ElementsAre("Carlito", "DejaVu Sans", "DejaVu Sans Mono", "Shapes"));
}

TEST(OwnFonts, UnknownFamilyNamesTheNearest) {
    const auto fonts = openWith("shapes.otf");
    const Diagnostic unknown = errorOfOwn([&] { (void)fonts->chain("Shape", false, false); });
    EXPECT_EQ(unknown.message, "unknown font family 'Shape', expected 'Carlito' or 'DejaVu Sans' or "
                               "'DejaVu Sans Mono' or 'Shapes'");
    EXPECT_THAT(unknown.notes, ElementsAre("nearest known name: 'Shapes'"));
    EXPECT_EQ(errorOfOwn([&] { (void)fonts->chain("Shapes", true, false); }).message,
              "font family 'Shapes' has no bold face");
}

TEST(OwnFonts, TooManyOrTooLargeAreTold) {
    EXPECT_EQ(errorOfOwn([] { (void)OwnFonts(std::vector<FontFile>(201)); }).message,
              "201 font files of 0 MB, expected at most 200 of together 256 MB");
    const Diagnostic large = errorOfOwn([] {
        (void)OwnFonts({{"x.ttf", std::string(kMostFontBytes + 1, 'x')}});
    });
    EXPECT_EQ(format(large), "x.ttf: error: larger than 32 MB, the most that is read [SID-T024]");
}

TEST(OwnFonts, MetricsOfCffOutlines) {
    const auto fonts = openWith("shapes.otf");
    const Face& face = faceOf(*fonts, "Shapes");
    EXPECT_EQ(face.outlines(), Outlines::Cff);
    EXPECT_EQ(face.capHeight(), 700);
    EXPECT_EQ(face.xHeight(), 480);
    EXPECT_EQ(face.advance(1), 337);
}

TEST(CffSubset, GlyphsWithNamesAreShownByTheirNumber) {
    const auto fonts = openWith("shapes.otf");
    const Face& face = faceOf(*fonts, "Shapes");
    const FontProgram program = face.subset(std::vector<std::uint16_t>{40, 7, 0, 40, 12});
    EXPECT_THAT(program.cids, ElementsAre(3, 1, 0, 3, 2));
    EXPECT_LT(program.bytes.size(),
              face.subset(std::vector<std::uint16_t>{1, 2, 3, 4, 5, 40, 41, 42}).bytes.size());
    EXPECT_EQ(program.bytes, face.subset(std::vector<std::uint16_t>{40, 7, 12}).bytes);
}

TEST(CffSubset, GlyphsWithIdentifiersAreShownByTheirNumberToo) {
    const auto fonts = openWith("shapes-cid.otf");
    const Face& face = faceOf(*fonts, "Shapes by Number");
    const FontProgram program = face.subset(std::vector<std::uint16_t>{40, 7, 0, 12, 8});
    EXPECT_THAT(program.cids, ElementsAre(4, 1, 0, 3, 2));
}

TEST(CffSubset, GlyphThatThereIsNotIsAnError) {
    const auto fonts = openWith("shapes.otf");
    const auto cut = [&] { (void)faceOf(*fonts, "Shapes").subset(std::vector<std::uint16_t>{5000}); };
    EXPECT_EQ(format(errorOfOwn(cut)),
              "error: font 'Shapes-Regular' cannot be cut down: there is no glyph 5000 [SID-T003]");
}

TEST(OwnFontsThreads, ShareFontsAndAgree) {
    const OwnFonts own({ourFont("shapes.otf"), ourFont("shapes-cid.otf")});
    const auto work = [](OwnFonts mine, std::string& programs) { // NOLINT: each thread has a copy
        Shaper shaper(Fonts::open({}, mine));
        for (const char* family : {"Shapes", "Shapes by Number"}) {
            const FontId font = shaper.font({.family = family});
            std::vector<std::uint16_t> places;
            for (const Glyph& glyph : shaper.word(font, "Blåbærgrød").glyphs) {
                places.push_back(shaper.glyphUse(glyph.use).glyph);
            }
            programs += shaper.mainFace(font).subset(places).bytes;
        }
    };
    // HarfBuzz keeps languages for the process, by atomics that the thread sanitizer does not see.
    (void)Shaper(Fonts::open()).font({.family = "Carlito"});
    std::string first;
    std::string second;
    std::thread thread([&] { work(own, first); });
    work(own, second);
    thread.join();
    EXPECT_EQ(first, second);
    EXPECT_GT(first.size(), 500u);
}

} // namespace
} // namespace sidetal
