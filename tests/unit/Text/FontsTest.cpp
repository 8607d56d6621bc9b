#include "Text/Fonts.h"

#include "unit/Text/TemporaryFolder.h"
#include "unit/Text/TestFonts.h"

#include "sidetal/Support/Diagnostic.h"

#include <gmock/gmock.h>

#include <fstream>

namespace sidetal {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// The code and message of the Error that `action` throws.
template <typename Action>
std::string errorOf(const Action& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.diagnostics().front().code + " " + error.diagnostics().front().message;
    }
    return "nothing thrown";
}

TEST(Fonts, FindsEveryFontOfTheManifest) {
    const auto fonts = test::fonts();
    ASSERT_EQ(fonts->entries().size(), 12u);
    for (const FontEntry& entry : fonts->entries()) {
        EXPECT_TRUE(fonts->find(entry).has_value()) << entry.file;
        EXPECT_FALSE(entry.package.empty());
        EXPECT_FALSE(entry.licence.empty());
    }
}

TEST(Fonts, ChainIsTheFamilyThenItsFallbackInTheSameWeightAndSlant) {
    const auto fonts = test::fonts();
    const auto names = [&](std::string_view family, bool bold, bool italic) {
        std::vector<std::string> files;
        for (const FaceId id : fonts->chain(family, bold, italic)) {
            files.push_back(fonts->face(id).postScriptName());
        }
        return files;
    };
    EXPECT_THAT(names("Carlito", false, false), testing::ElementsAre("Carlito", "DejaVuSans"));
    EXPECT_THAT(names("Carlito", true, true),
                testing::ElementsAre("Carlito-BoldItalic", "DejaVuSans-BoldOblique"));
    EXPECT_THAT(names("DejaVu Sans", true, false), testing::ElementsAre("DejaVuSans-Bold", "Carlito-Bold"));
}

TEST(Fonts, UnknownFamilyIsAnErrorThatNamesTheKnownOnes) {
    const auto message = errorOf([] { (void)test::fonts()->chain("Verdana", false, false); });
    EXPECT_EQ(message, "SID-T001 unknown font family 'Verdana', expected 'Carlito' or 'DejaVu Sans' or 'DejaVu Sans Mono'");
}

TEST(Fonts, MissingSlantIsAnErrorThatNamesThePackageNotAnotherSlant) {
    const test::TemporaryFolder folder;
    for (const FontEntry& entry : test::fonts()->entries()) {
        if (!entry.italic) {
            fs::copy_file(*test::fonts()->find(entry), folder.path() / entry.file);
        }
    }
    const auto fonts = Fonts::openOnly({folder.path()});
    EXPECT_NO_THROW((void)fonts->chain("DejaVu Sans", false, false));
    const auto message = errorOf([&] { (void)fonts->chain("DejaVu Sans", false, true); });
    EXPECT_EQ(
        message,
        "SID-T002 font 'DejaVu Sans italic' is missing: no directory has 'DejaVuSans-Oblique.ttf', install "
        "Debian's fonts-dejavu-extra");
}

TEST(Fonts, GivenDirectoriesComeFirstAndADamagedFileNamesItsPackage) {
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "Carlito-Regular.ttf") << "no font";
    const auto fonts = Fonts::open({folder.path()});
    Shaper shaper(fonts);
    const auto message = errorOf([&] { (void)shaper.font({.family = "Carlito"}); });
    EXPECT_THAT(message,
                HasSubstr("SID-T002 font file '" + (folder.path() / "Carlito-Regular.ttf").string() + "'"));
    EXPECT_THAT(message, HasSubstr("no usable TrueType font"));
    EXPECT_THAT(message, HasSubstr("(Debian's fonts-crosextra-carlito)"));
    EXPECT_NO_THROW((void)shaper.font({.family = "Carlito", .bold = true}));
}

TEST(Fonts, HyphenationIsThereForDanishAlone) {
    EXPECT_TRUE(test::fonts()->hyphenation("da").has_value());
    EXPECT_TRUE(test::fonts()->hyphenation("da-DK").has_value());
    EXPECT_FALSE(test::fonts()->hyphenation("en").has_value());
    const test::TemporaryFolder empty;
    const auto none = Fonts::openOnly({empty.path()});
    EXPECT_EQ(errorOf([&] { (void)none->hyphenation("da"); }),
              "SID-T004 hyphenation dictionary 'hyph_da_DK.dic' is missing, install Debian's hyphen-da");
}

} // namespace
} // namespace sidetal
