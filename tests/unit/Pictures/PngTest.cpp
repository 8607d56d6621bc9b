#include "Pictures/Pictures.h"
#include "support/PictureFiles.h"

#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

constexpr PixelSize kAny{65'535, 65'535};
constexpr std::uint32_t kWidth = 19; // no multiple of eight
constexpr std::uint32_t kHeight = 11;

unsigned byteOf(const ImageData& image, std::size_t at) {
    return static_cast<unsigned char>(image.bytes.at(at));
}

/// What a number of so many bits is in eight.
unsigned inEight(unsigned value, unsigned bits) {
    const unsigned most = (1u << bits) - 1;
    return (value * 255 + most / 2) / most;
}

/// The image with its rows as they are.
ImageData unpacked(ImageData image) {
    EXPECT_EQ(faultOf(image), std::nullopt);
    EXPECT_EQ(image.coding, ImageData::Coding::Png);
    image.bytes = pngRows(image.width, image.height, image.bits, image.components(), image.bytes);
    image.coding = ImageData::Coding::Raw;
    EXPECT_EQ(faultOf(image), std::nullopt);
    if (image.softMask) {
        image.softMask = std::make_shared<const ImageData>(unpacked(*image.softMask));
    }
    return image;
}

ImageData read(const PngKind& kind) {
    const Picture picture = readPicture(pngFile(kWidth, kHeight, kind), kAny);
    EXPECT_EQ(picture.warnings.size(), 0u);
    return unpacked(*picture.image);
}

void expectSamples(const ImageData& image, unsigned components, unsigned bits) {
    for (std::uint32_t y = 0; y < kHeight; ++y) {
        for (std::uint32_t x = 0; x < kWidth; ++x) {
            for (unsigned c = 0; c < components; ++c) {
                ASSERT_EQ(byteOf(image, (std::size_t{y} * kWidth + x) * components + c),
                          inEight(sampleAt(x, y, c, bits), bits))
                    << x << ' ' << y << ' ' << c;
            }
        }
    }
}

void expectMask(const ImageData& image, unsigned component, unsigned bits) {
    ASSERT_TRUE(image.softMask);
    for (std::uint32_t y = 0; y < kHeight; ++y) {
        for (std::uint32_t x = 0; x < kWidth; ++x) {
            ASSERT_EQ(byteOf(*image.softMask, std::size_t{y} * kWidth + x),
                      inEight(sampleAt(x, y, component, bits), bits));
        }
    }
}

} // namespace

class Png : public testing::TestWithParam<bool> {};
INSTANTIATE_TEST_SUITE_P(interlacedOrNot, Png, testing::Bool());

TEST_P(Png, ofGrayKeepsItsBits) {
    for (const int bits : {1, 2, 4, 8, 16}) {
        const ImageData image = read({.colourType = 0, .bits = bits, .interlaced = GetParam()});
        EXPECT_EQ(image.space, ImageData::Space::Gray);
        EXPECT_EQ(image.bits, bits == 16 ? 8 : bits);
        EXPECT_FALSE(image.softMask);
        if (bits >= 8) {
            expectSamples(image, 1, static_cast<unsigned>(bits));
        } else {
            const auto per = static_cast<unsigned>(8 / bits);
            for (std::uint32_t i = 0; i < kWidth; ++i) {
                const unsigned byte = byteOf(image, (kWidth + per - 1) / per + i / per); // of the second row
                const unsigned shift = 8 - static_cast<unsigned>(bits) * (i % per + 1);
                EXPECT_EQ(byte >> shift & ((1u << bits) - 1), sampleAt(i, 1, 0, static_cast<unsigned>(bits)));
            }
        }
    }
}

TEST_P(Png, ofColoursIsRgbOfEightBits) {
    for (const int bits : {8, 16}) {
        const ImageData image = read({.colourType = 2, .bits = bits, .interlaced = GetParam()});
        EXPECT_EQ(image.space, ImageData::Space::Rgb);
        EXPECT_EQ(image.bits, 8);
        EXPECT_FALSE(image.softMask);
        expectSamples(image, 3, static_cast<unsigned>(bits));
    }
}

TEST_P(Png, ofAPaletteIsRgb) {
    for (const int bits : {1, 2, 4, 8}) {
        for (const bool hasKey : {false, true}) {
            const ImageData image =
                read({.colourType = 3, .bits = bits, .interlaced = GetParam(), .hasKey = hasKey});
            EXPECT_EQ(image.space, ImageData::Space::Rgb);
            EXPECT_EQ(image.softMask != nullptr, hasKey);
            for (std::uint32_t x = 0; x < kWidth; ++x) {
                const unsigned i = sampleAt(x, 2, 0, static_cast<unsigned>(bits));
                const std::size_t at = std::size_t{2} * kWidth + x;
                EXPECT_EQ(byteOf(image, at * 3), i);
                EXPECT_EQ(byteOf(image, at * 3 + 1), 255 - i);
                EXPECT_EQ(byteOf(image, at * 3 + 2), 2 * i % 256);
                if (hasKey) {
                    EXPECT_EQ(byteOf(*image.softMask, at), i < (bits == 1 ? 1 : 3) ? 0 : 255);
                }
            }
        }
    }
}

TEST_P(Png, hasItsAlphaAsMask) {
    for (const int bits : {8, 16}) {
        const ImageData gray = read({.colourType = 4, .bits = bits, .interlaced = GetParam()});
        EXPECT_EQ(gray.space, ImageData::Space::Gray);
        expectMask(gray, 1, static_cast<unsigned>(bits));
        const ImageData rgb = read({.colourType = 6, .bits = bits, .interlaced = GetParam()});
        EXPECT_EQ(rgb.space, ImageData::Space::Rgb);
        expectSamples(rgb, 3, static_cast<unsigned>(bits));
        expectMask(rgb, 3, static_cast<unsigned>(bits));
    }
}

TEST(PngKey, isNotSeen) {
    for (const auto& [type, bits] : {std::pair{0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}}) {
        const ImageData image = read({.colourType = type, .bits = bits, .hasKey = true});
        ASSERT_TRUE(image.softMask) << type << ' ' << bits;
        EXPECT_EQ(image.bits, 8);
        EXPECT_EQ(byteOf(*image.softMask, 0), 0);
        EXPECT_EQ(byteOf(*image.softMask, 1), 255);
    }
}

TEST(PngSize, isWhatTheFileSaysElse96AnInch) {
    EXPECT_EQ(inspectPicture(pngFile(96, 48)).natural, (Size{Length::points(72), Length::points(36)}));
    const PictureInfo dense = inspectPicture(pngFile(100, 50, {.perMetre = 10'000})); // a centimetre
    EXPECT_EQ(dense.natural, (Size{Length::milli(28'346), Length::milli(14'173)}));
    EXPECT_EQ(inspectPicture(pngFile(96, 48, {.perMetre = 3})).natural.width, Length::points(72)); // a slip
}

TEST(PngExif, turnsIt) {
    const std::string lying = pngFile(5, 3, {.orientation = 6});
    EXPECT_EQ(inspectPicture(lying).pixels, (PixelSize{3, 5}));
    const ImageData image = unpacked(*readPicture(lying, kAny).image);
    ASSERT_EQ(image.width, 3u);
    ASSERT_EQ(image.height, 5u);
    EXPECT_EQ(byteOf(image, 0), sampleAt(0, 2, 0, 8)); // what was at the left bottom
    EXPECT_EQ(byteOf(image, 6), sampleAt(0, 0, 0, 8)); // the left top, now at the right
}

TEST(PngData, stayAsTheyAreWherePdfTakesThem) {
    const auto isKept = [](const PngKind& kind, PixelSize most = kAny) {
        const std::string file = pngFile(40, 30, kind);
        const ImageData image = *readPicture(file, most).image;
        return file.find(image.bytes) != std::string::npos;
    };
    EXPECT_TRUE(isKept({}));
    EXPECT_TRUE(isKept({.colourType = 0, .bits = 1}));
    EXPECT_TRUE(isKept({.hasTexts = true}));
    EXPECT_FALSE(isKept({.bits = 16}));
    EXPECT_FALSE(isKept({.interlaced = true}));
    EXPECT_FALSE(isKept({.hasKey = true}));
    EXPECT_FALSE(isKept({.colourType = 3}));
    EXPECT_FALSE(isKept({.orientation = 3}));
    EXPECT_FALSE(isKept({}, {20, 20}));
}

TEST(PngData, haveNothingBehindTheirEnd) {
    std::string file = pngFile(40, 30, {.colourType = 0, .bits = 1});
    file.insert(file.size() - 12, pngChunk("IDAT", "SECRET"));
    const ImageData image = *readPicture(file, kAny).image;
    EXPECT_EQ(image.bytes.find("SECRET"), std::string::npos);
    (void)unpacked(image);
}

TEST(PngColours, ofOtherProfilesAreTold) {
    const auto warned = [](const PngKind& kind) { return readPicture(pngFile(4, 4, kind), kAny).warnings; };
    EXPECT_EQ(warned({.profile = iccProfile(true)}).size(), 0u);
    EXPECT_EQ(warned({.gamma = 45'455}).size(), 0u);
    ASSERT_EQ(warned({.profile = iccProfile(false)}).size(), 1u);
    EXPECT_EQ(warned({.profile = iccProfile(false)})[0],
              "has a colour profile other than sRGB; its numbers are taken as sRGB");
    EXPECT_EQ(warned({.gamma = 100'000}).size(), 1u);
}

} // namespace sidetal::test
