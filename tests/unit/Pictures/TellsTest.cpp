#include "Pictures/Pictures.h"

#include "support/PictureFiles.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace sidetal {
namespace {

using test::jpegFile;
using test::pngChunk;
using test::pngFile;

/// EXIF data (little-endian) of one entry.
std::string exifOf(unsigned tag, std::string_view typeAndCount, std::string_view value,
                   std::string_view rest = {}) {
    std::string out("II*\0\x08\0\0\0\x01\0", 10);
    out += static_cast<char>(tag & 0xFFu);
    out += static_cast<char>(tag >> 8);
    out += typeAndCount;
    out += value;
    out += std::string(4, '\0');
    return out + std::string(rest);
}

constexpr std::string_view kPointer("\x04\0\x01\0\0\0", 6);
constexpr std::string_view kText("\x02\0\x04\0\0\0", 6);
constexpr std::string_view kAt26("\x1A\0\0\0", 4); // behind the first directory

std::string pngWith(std::string_view type, std::string_view data) {
    std::string out = pngFile(4, 4);
    return out.insert(33, pngChunk(type, data));
}

/// A segment behind the start of a JPEG file.
std::string jpegWith(char marker, std::string_view data) {
    std::string out = jpegFile(8, 8);
    const std::size_t length = data.size() + 2;
    std::string segment{'\xFF', marker, static_cast<char>(length >> 8), static_cast<char>(length & 0xFFu)};
    return out.insert(2, segment + std::string(data));
}

std::string toldOf(const std::string& file) {
    const PictureTells tells = inspectPicture(file).tells;
    return std::string(tells.place ? "place" : "") + (tells.author ? "author" : "");
}

TEST(PictureTells, ofExif) {
    const std::string place =
        exifOf(0x8825, kPointer, kAt26, std::string("\x01\0\x02\0", 4) + std::string(10, '\0'));
    const std::string noPlace =
        exifOf(0x8825, kPointer, kAt26, std::string("\x01\0\0\0", 4) + std::string(10, '\0'));
    const std::string author = exifOf(0x13B, kText, std::string_view("Ida\0", 4));
    const std::string noAuthor =
        exifOf(0x13B, std::string_view("\x02\0\x01\0\0\0", 6), std::string_view("\0\0\0\0", 4));
    EXPECT_EQ(toldOf(pngWith("eXIf", place)), "place");
    EXPECT_EQ(toldOf(pngWith("eXIf", noPlace)), "");
    EXPECT_EQ(toldOf(pngWith("eXIf", author)), "author");
    EXPECT_EQ(toldOf(pngWith("eXIf", noAuthor)), "");
    EXPECT_EQ(toldOf(jpegWith('\xE1', std::string("Exif\0\0", 6) + place)), "place");
    EXPECT_EQ(toldOf(jpegWith('\xE1', std::string("Exif\0\0", 6) + author)), "author");
    for (std::size_t length = 0; length < place.size(); ++length) { // cut off anywhere
        (void)toldOf(pngWith("eXIf", place.substr(0, length)));
    }
}

TEST(PictureTells, ofXmpIptcAndTexts) {
    const std::string xmp("http://ns.adobe.com/xap/1.0/\0", 29);
    EXPECT_EQ(toldOf(jpegWith('\xE1', xmp + "<exif:GPSLatitude>56,9N</exif:GPSLatitude>")), "place");
    EXPECT_EQ(toldOf(jpegWith('\xE1', xmp + "<dc:creator>Ida</dc:creator>")), "author");
    EXPECT_EQ(toldOf(jpegWith('\xE1', xmp + "<dc:title>Havn</dc:title>")), "");
    EXPECT_EQ(toldOf(jpegWith('\xED', std::string("Photoshop 3.0\0\x1C\x02\x50", 17) + "Ida")), "author");
    EXPECT_EQ(toldOf(jpegWith('\xED', std::string("Photoshop 3.0\0\x1C\x02\x78", 17) + "Havn")), "");
    EXPECT_EQ(toldOf(pngWith("tEXt", std::string("Author\0Ida", 10))), "author");
    EXPECT_EQ(toldOf(pngWith("tEXt", std::string("Comment\0x", 9))), "");
    EXPECT_EQ(toldOf(pngFile(4, 4)), "");
    EXPECT_EQ(toldOf(jpegFile(8, 8)), "");
}

} // namespace
} // namespace sidetal
