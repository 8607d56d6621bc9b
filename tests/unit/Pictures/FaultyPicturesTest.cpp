#include "Pictures/Pictures.h"
#include "support/PictureFiles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace sidetal::test {

namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr PixelSize kAny{65'535, 65'535};

std::string faultOfFile(const std::string& bytes) {
    try {
        (void)readPicture(bytes, kAny);
        return "";
    } catch (const PictureFault& fault) {
        return std::string(fault.code()) + " " + fault.what();
    }
}

/// Found by the headers alone.
std::string headerFault(const std::string& bytes) {
    try {
        (void)inspectPicture(bytes);
        return "";
    } catch (const PictureFault& fault) {
        return std::string(fault.code()) + " " + fault.what();
    }
}

std::string ihdr(std::uint32_t width, std::uint32_t height, char bits = 8, char type = 2) {
    std::string data;
    for (const std::uint32_t side : {width, height}) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            data += static_cast<char>(side >> shift);
        }
    }
    return pngChunk("IHDR", data + bits + type + std::string(3, '\0'));
}

std::string png(const std::string& chunks) {
    return std::string("\x89PNG\r\n\x1A\n", 8) + chunks + pngChunk("IEND", "");
}

} // namespace

TEST(FaultyPictures, ofOtherKindsAreNamed) {
    EXPECT_EQ(headerFault(""), "SID-G003 is empty, expected PNG or JPEG");
    EXPECT_EQ(headerFault("hej"), "SID-G003 is neither PNG nor JPEG");
    EXPECT_EQ(headerFault("GIF89a..."), "SID-G003 is a GIF picture, expected PNG or JPEG");
    EXPECT_EQ(headerFault("<svg xmlns="), "SID-G003 is an SVG picture, expected PNG or JPEG");
    EXPECT_EQ(headerFault("RIFF....WEBP"), "SID-G003 is a WebP picture, expected PNG or JPEG");
    EXPECT_EQ(headerFault(std::string("\0\0\0\x18"
                                      "ftypheic",
                                      12)),
              "SID-G003 is an HEIC picture, expected PNG or JPEG");
}

TEST(FaultyPictures, pastTheLimitsAreRefusedByTheirHeaders) {
    EXPECT_EQ(headerFault(png(ihdr(8001, 8000))),
              "SID-G004 has 8001 x 8000 pixels, more than the 64 megapixels that are read");
    EXPECT_EQ(headerFault(png(ihdr(0xFFFFFFFF, 0xFFFFFFFF))),
              "SID-G004 has 4294967295 x 4294967295 pixels, more than the 64 megapixels that are read");
    EXPECT_EQ(headerFault(png(ihdr(70'000, 1))), "SID-G004 has 70000 x 1 pixels, more than 65535 on a side");
    EXPECT_EQ(headerFault(png(ihdr(0, 5))), "SID-G005 is damaged: it has 0 x 5 pixels");
    std::string jpeg = jpegFile(16, 16);
    const std::size_t frame = jpeg.find("\xFF\xC0");
    jpeg.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
    EXPECT_EQ(headerFault(jpeg),
              "SID-G004 has 65535 x 65535 pixels, more than the 64 megapixels that are read");
    EXPECT_EQ(headerFault("\xFF\xD8\xFF" + std::string(kMostPictureBytes, 'x')),
              "SID-G004 is larger than 100 MB, the most that is read");
}

TEST(FaultyPictures, thatLieAboutTheirSizeAreToldWithoutRoomBeingMade) {
    const std::string file = pngFile(16, 16);
    const std::string lying = png(ihdr(8000, 8000) + file.substr(33, file.size() - 33 - 12));
    EXPECT_EQ(headerFault(lying), "SID-G005 is damaged: it has too few data for its number of pixels");
    const std::string taller = png(ihdr(16, 40) + file.substr(33, file.size() - 33 - 12));
    EXPECT_THAT(faultOfFile(taller), StartsWith("SID-G005 is damaged"));
    std::string jpeg = jpegFile(16, 16);
    jpeg.replace(jpeg.find("\xFF\xC0") + 5, 4, "\x10\x10\x10\x10");
    EXPECT_EQ(headerFault(jpeg), "SID-G005 is damaged: it has too few data for its number of pixels");
}

TEST(FaultyPictures, cutOffAnywhereAreTold) {
    for (const std::string& file :
         {pngFile(30, 20), pngFile(30, 20, {.colourType = 3, .bits = 4, .interlaced = true}),
          jpegFile(30, 20), jpegFile(30, 20, {.progressive = true}), jpegFile(30, 20, {.components = 4})}) {
        ASSERT_EQ(faultOfFile(file), "");
        for (std::size_t size = 0; size < file.size(); ++size) {
            ASSERT_THAT(faultOfFile(file.substr(0, size)), testing::MatchesRegex("SID-G00[35] is .*"))
                << size;
        }
    }
}

TEST(FaultyPictures, withWrongSumsAreTold) {
    const std::string file = pngFile(30, 20, {.perMetre = 5000});
    for (std::size_t at = 8; at < file.size(); ++at) {
        std::string changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        ASSERT_THAT(faultOfFile(changed), testing::MatchesRegex("SID-G00[45] .*")) << at;
    }
    std::string late = pngFile(30, 20);
    late[late.size() - 17] = static_cast<char>(late[late.size() - 17] ^ 1); // the sum of the pixels' chunk
    EXPECT_THAT(faultOfFile(late), StartsWith("SID-G005 is damaged: "));
}

TEST(FaultyPictures, whoseCodingIsWrongAreTold) {
    std::string cut = jpegFile(64, 64);
    cut.erase(cut.size() - 100, 98); // with its end
    EXPECT_EQ(faultOfFile(cut), "SID-G005 is damaged: data are missing or wrong");
    std::string gray = jpegFile(16, 16, {.components = 1});
    gray[gray.find("\xFF\xC0") + 4] = 12;
    EXPECT_EQ(headerFault(gray), "SID-G006 has 12 bits a component, expected 8");
    std::string lossless = jpegFile(16, 16);
    lossless[lossless.find("\xFF\xC0") + 1] = '\xC3';
    EXPECT_EQ(headerFault(lossless),
              "SID-G006 is a lossless or hierarchical JPEG file, expected baseline or progressive");
    EXPECT_EQ(headerFault("\xFF\xD8\xFF\xE0" + std::string("\0\2\xFF\xD9", 4)),
              "SID-G005 is damaged: it holds no picture");
}

TEST(FaultyPictures, ofScansWithoutEndAreRefused) {
    std::string file = jpegFile(16, 16, {.progressive = true});
    const std::size_t scan = file.rfind("\xFF\xDA");
    const std::string last = file.substr(scan, file.size() - 2 - scan);
    for (int i = 0; i < 200; ++i) {
        file.insert(scan, last);
    }
    EXPECT_EQ(headerFault(file), "SID-G004 has more than 100 scans");
}

TEST(FaultyPictures, textsThatAreBombsAreNotLookedAt) {
    std::string file = pngFile(10, 10, {.hasTexts = true});
    file.insert(33, pngChunk("zTXt", std::string("a\0\0", 3) + std::string(100'000, 'x'))); // no deflate data
    EXPECT_EQ(faultOfFile(file), "");
}

TEST(FaultyPictures, ofAnyBytesAreReadOrTold) {
    std::mt19937 random(7);
    for (const std::string& file :
         {pngFile(20, 9, {.colourType = 6}), jpegFile(20, 9), jpegFile(20, 9, {.progressive = true}),
          jpegFile(20, 9, {.orientation = 5, .profile = iccProfile(false)})}) {
        for (int i = 0; i < 2000; ++i) {
            std::string changed = file;
            for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
                changed[random() % changed.size()] = static_cast<char>(random());
            }
            const std::string fault = faultOfFile(changed);
            ASSERT_THAT(fault, testing::MatchesRegex("|SID-G00[3456] .*"));
        }
    }
}

} // namespace sidetal::test
