#include "Graphics/Image.h"

#include <gtest/gtest.h>

namespace sidetal::test {
namespace {

using namespace std::string_literals;

/// The headers of a JPEG file of 24 x 16 pixels in colour: start, an application's segment, frame.
std::string jpegHeaders(char frameMarker = '\xC0', char components = 3) {
    return "\xFF\xD8\xFF\xE0\0\x04xx\xFF\xFF"s + frameMarker + "\0\x11\x08\0\x10\0\x18"s + components +
           "\1\x11\0\2\x11\1\3\x11\1"s;
}

ImageData jpeg(std::string bytes) {
    ImageData image;
    image.width = 24;
    image.height = 16;
    image.coding = ImageData::Coding::Jpeg;
    image.bytes = std::move(bytes);
    return image;
}

ImageData gray(std::uint32_t width, std::uint32_t height, std::uint8_t bits, std::size_t bytes) {
    ImageData image;
    image.width = width;
    image.height = height;
    image.bits = bits;
    image.space = ImageData::Space::Gray;
    image.bytes.assign(bytes, 'x');
    return image;
}

std::string fault(const ImageData& image) {
    return faultOf(image).value_or("none");
}

TEST(Image, rowsOfPixelsEachBeginWithAByte) {
    EXPECT_EQ(fault(gray(9, 3, 1, 6)), "none");
    EXPECT_EQ(fault(gray(9, 3, 1, 4)), "has 4 bytes of pixels, expected 6");
    EXPECT_EQ(fault(gray(3, 2, 4, 4)), "none");
    EXPECT_EQ(fault(gray(3, 2, 16, 12)), "none");
    ImageData image = gray(3, 2, 8, 18);
    EXPECT_EQ(fault(image), "has 18 bytes of pixels, expected 6");
    image.space = ImageData::Space::Rgb;
    EXPECT_EQ(fault(image), "none");
}

TEST(Image, sizesAndBitsHaveLimits) {
    EXPECT_EQ(fault(gray(0, 4, 8, 0)), "has 0 x 4 pixels, expected 1 x 1 to 65535 x 65535");
    EXPECT_EQ(fault(gray(4, 0xFFFFFFFF, 8, 0)), "has 4 x 4294967295 pixels, expected 1 x 1 to 65535 x 65535");
    EXPECT_EQ(fault(gray(1, 1, 3, 1)), "has 3 bits a component, expected 1, 2, 4, 8 or 16");
    ImageData image = jpeg(jpegHeaders());
    image.bits = 16;
    EXPECT_EQ(fault(image), "has 16 bits a component, expected 8");
}

TEST(Image, aMaskIsAPlainGrayImage) {
    ImageData image = gray(2, 2, 8, 4);
    image.softMask = std::make_shared<ImageData>(gray(4, 4, 8, 16));
    EXPECT_EQ(fault(image), "none");
    image.softMask = std::make_shared<ImageData>(gray(4, 4, 8, 15));
    EXPECT_EQ(fault(image), "has a mask that has 15 bytes of pixels, expected 16");
    ImageData nested = gray(4, 4, 8, 16);
    nested.softMask = std::make_shared<ImageData>(gray(1, 1, 8, 1));
    image.softMask = std::make_shared<ImageData>(nested);
    EXPECT_EQ(fault(image), "has a mask that is not plain gray");
    nested = ImageData{1, 1, 8, ImageData::Space::Rgb, ImageData::Coding::Raw, "rgb", nullptr};
    image.softMask = std::make_shared<ImageData>(nested);
    EXPECT_EQ(fault(image), "has a mask that is not plain gray");
}

TEST(Image, aJpegFileIsWhatItsHeadersSay) {
    EXPECT_EQ(fault(jpeg(jpegHeaders())), "none");
    EXPECT_EQ(fault(jpeg(jpegHeaders('\xC2'))), "none") << "progressive";
    EXPECT_EQ(fault(jpeg(jpegHeaders('\xC3'))),
              "is a JPEG file of another kind than baseline or progressive");
    EXPECT_EQ(fault(jpeg(jpegHeaders('\xC0', 4))),
              "is a JPEG file of 24 x 16 pixels with 4 components of 8 bits, expected 24 x 16 with 3 of 8");
    ImageData image = jpeg(jpegHeaders());
    image.width = 25;
    EXPECT_EQ(fault(image),
              "is a JPEG file of 24 x 16 pixels with 3 components of 8 bits, expected 25 x 16 with 3 of 8");
    image = jpeg(jpegHeaders('\xC0', 1));
    image.space = ImageData::Space::Gray;
    EXPECT_EQ(fault(image), "none");
    EXPECT_EQ(fault(jpeg("\x89PNG")), "is no JPEG file");
    EXPECT_EQ(fault(jpeg("")), "is no JPEG file");
}

// Whatever a file was cut to or has in any byte: a message or none, and nothing read beyond its end.
TEST(Image, aDamagedJpegFileIsNeverReadPastItsEnd) {
    const std::string whole = jpegHeaders();
    for (std::size_t size = 0; size + 10 < whole.size(); ++size) {
        EXPECT_NE(fault(jpeg(whole.substr(0, size))), "none") << size;
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char c : {'\0', '\1', '\x7F', '\xC4', '\xFF'}) {
            std::string damaged = whole;
            damaged[at] = c;
            damaged.shrink_to_fit();
            (void)faultOf(jpeg(damaged));
        }
    }
    EXPECT_EQ(fault(jpeg("\xFF\xD8\xFF\xE0\0\1"s)), "is a damaged JPEG file: it has no frame header");
}

} // namespace
} // namespace sidetal::test
