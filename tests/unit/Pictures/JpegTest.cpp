#include "Pictures/Pictures.h"
#include "support/PictureFiles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace sidetal::test {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr PixelSize kAny{65'535, 65'535};

ImageData imageOf(const std::string& file, PixelSize most = kAny) {
    const Picture picture = readPicture(file, most);
    EXPECT_EQ(faultOf(*picture.image), std::nullopt);
    return *picture.image;
}

bool keepsData(const std::string& file) {
    const ImageData image = imageOf(file);
    const std::size_t tables = image.bytes.find("\xFF\xDB"); // from the tables on, to the end
    return image.coding == ImageData::Coding::Jpeg &&
           file.find(image.bytes.substr(tables)) != std::string::npos;
}

/// The nearest of the colours that files are written in, at a place: 'r', 'b', or '?' for another.
char colourAt(const ImageData& image, std::uint32_t x, std::uint32_t y) {
    const std::string pixels = jpegPixels(image.bytes);
    const auto value = [&](std::size_t c) {
        return static_cast<unsigned char>(pixels.at((std::size_t{y} * image.width + x) * 3 + c));
    };
    const bool noGreen = value(1) < 40;
    return noGreen && value(0) > 200 && value(2) < 40   ? 'r'
           : noGreen && value(2) > 200 && value(0) < 40 ? 'b'
                                                        : '?';
}

} // namespace

TEST(Jpeg, staysAsItIsWherePdfTakesIt) {
    EXPECT_TRUE(keepsData(jpegFile(40, 20)));
    EXPECT_TRUE(keepsData(jpegFile(40, 20, {.components = 1})));
    EXPECT_TRUE(keepsData(jpegFile(41, 23, {.adobe = true})));
    EXPECT_TRUE(keepsData(jpegFile(40, 20, {.restart = 1})));
    const ImageData progressive = imageOf(jpegFile(40, 20, {.progressive = true}));
    EXPECT_EQ(progressive.coding, ImageData::Coding::Jpeg);
    EXPECT_THAT(progressive.bytes, HasSubstr("\xFF\xC2"));
    EXPECT_EQ(imageOf(jpegFile(40, 20, {.components = 1})).space, ImageData::Space::Gray);
}

TEST(Jpeg, ofOtherKindsIsCompressedAnew) {
    for (const JpegKind& kind :
         {JpegKind{.isYcc = false, .adobe = true}, JpegKind{.isYcc = false}, JpegKind{.arithmetic = true},
          JpegKind{.components = 4}, JpegKind{.components = 4, .isYcc = false}}) {
        const std::string file = jpegFile(40, 20, kind);
        EXPECT_FALSE(keepsData(file));
        const ImageData image = imageOf(file);
        EXPECT_EQ(image.coding, ImageData::Coding::Jpeg);
        EXPECT_EQ(image.space, ImageData::Space::Rgb);
        EXPECT_EQ(colourAt(image, 5, 1), 'r');
        EXPECT_EQ(colourAt(image, 35, 1), 'b');
    }
}

TEST(Jpeg, inInksIsTold) {
    const std::string expected = "is in CMYK; its colours are turned into sRGB without regard to inks";
    EXPECT_THAT(readPicture(jpegFile(8, 8, {.components = 4}), kAny).warnings,
                testing::ElementsAre(expected));
    EXPECT_THAT(readPicture(jpegFile(8, 8, {.components = 3}), kAny).warnings, testing::IsEmpty());
}

TEST(Jpeg, hasNoWordsOfItsFileLeft) {
    for (JpegKind kind :
         {JpegKind{}, JpegKind{.progressive = true}, JpegKind{.components = 4}, JpegKind{.orientation = 6}}) {
        kind.hasTexts = true;
        kind.profile = iccProfile(true);
        const std::string file = jpegFile(40, 20, kind);
        ASSERT_THAT(file, HasSubstr("SECRET"));
        for (const PixelSize most : {kAny, PixelSize{10, 10}}) {
            const std::string bytes = imageOf(file, most).bytes;
            for (const char* words :
                 {"SECRET", "Exif", "JFIF", "JFXX", "ICC_PROFILE", "adobe", "Adobe", "II*"}) {
                EXPECT_THAT(bytes, Not(HasSubstr(words)));
            }
            EXPECT_TRUE(bytes.ends_with("\xFF\xD9"));
        }
    }
}

TEST(Jpeg, whatIsHiddenInAScanGoesToo) {
    std::string file = jpegFile(40, 20);
    file.insert(file.size() - 2, "SECRET");
    const ImageData image = imageOf(file);
    EXPECT_THAT(image.bytes, Not(HasSubstr("SECRET")));
    EXPECT_EQ(image.coding, ImageData::Coding::Jpeg);
}

TEST(Jpeg, isTurnedUpright) {
    const std::string file = jpegFile(40, 20, {.orientation = 6});
    EXPECT_EQ(inspectPicture(file).pixels, (PixelSize{20, 40}));
    const ImageData image = imageOf(file);
    EXPECT_EQ(image.width, 20u);
    EXPECT_EQ(image.height, 40u);
    EXPECT_EQ(colourAt(image, 18, 5), 'r'); // the left top corner is the right top one
    EXPECT_EQ(colourAt(image, 18, 35), 'b');
    EXPECT_TRUE(keepsData(jpegFile(40, 20, {.orientation = 1})));
}

TEST(Jpeg, withMorePixelsThanAskedIsMadeSmaller) {
    const std::string file = jpegFile(400, 200);
    const ImageData image = imageOf(file, {100, 100});
    EXPECT_EQ(image.width, 100u);
    EXPECT_EQ(image.height, 50u);
    EXPECT_EQ(image.coding, ImageData::Coding::Jpeg);
    EXPECT_LT(image.bytes.size(), file.size());
    EXPECT_EQ(imageOf(file, {100, 10}).width, 20u);
    EXPECT_EQ(imageOf(jpegFile(400, 200, {.orientation = 8}), {100, 100}).height, 100u);
    EXPECT_EQ(imageOf(file, {400, 200}).bytes, imageOf(file).bytes);
}

TEST(Jpeg, isTheSameEveryTime) {
    for (const JpegKind& kind : {JpegKind{}, JpegKind{.components = 4}, JpegKind{.orientation = 3}}) {
        const std::string file = jpegFile(97, 55, kind);
        EXPECT_EQ(imageOf(file, {50, 50}).bytes, imageOf(file, {50, 50}).bytes);
    }
}

TEST(JpegSize, isWhatTheFileSaysElse96AnInch) {
    EXPECT_EQ(inspectPicture(jpegFile(96, 48)).natural, (Size{Length::points(72), Length::points(36)}));
    const Size dense = inspectPicture(jpegFile(300, 150, {.perInch = 300})).natural; // an inch
    EXPECT_EQ(dense.width / 100, Length::points(72) / 100);
    EXPECT_EQ(dense.height / 100, Length::points(36) / 100);
}

TEST(JpegColours, ofOtherProfilesAreTold) {
    EXPECT_THAT(readPicture(jpegFile(8, 8, {.profile = iccProfile(true)}), kAny).warnings,
                testing::IsEmpty());
    EXPECT_THAT(readPicture(jpegFile(8, 8, {.profile = iccProfile(false)}), kAny).warnings,
                testing::ElementsAre("has a colour profile other than sRGB; its numbers are taken as sRGB"));
}

} // namespace sidetal::test
