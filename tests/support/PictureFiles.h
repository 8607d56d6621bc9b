#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Picture files of all kinds, written by libpng and libjpeg themselves.
namespace sidetal::test {

/// The number at a place of the pictures that these functions write, in `bits` bits.
[[nodiscard]] unsigned sampleAt(std::uint32_t x, std::uint32_t y, unsigned component, unsigned bits);

struct PngKind {
    int colourType = 2; ///< ISO/IEC 15948, table 11.1
    int bits = 8;
    bool interlaced = false;
    bool hasKey = false;        ///< a colour, or of a palette the first three, that are not seen
    std::uint32_t perMetre = 0; ///< pixels
    int orientation = 0;        ///< EXIF's; 0: no EXIF data
    std::string profile{};      ///< ICC
    std::uint32_t gamma = 0;    ///< of 100,000
    bool hasTexts = false;      ///< with "SECRET" in each kind of text
};

/// A PNG file of sampleAt(); of a palette colour i is (i, 255 - i, 2 i).
[[nodiscard]] std::string pngFile(std::uint32_t width, std::uint32_t height, const PngKind& kind = {});

struct JpegKind {
    int components = 3; ///< 4: CMYK
    bool isYcc = true;  ///< of four components YCCK
    bool progressive = false;
    bool arithmetic = false;
    bool adobe = false;
    int perInch = 0;
    int restart = 0; ///< rows between restarts
    int orientation = 0;
    std::string profile{};
    bool hasTexts = false; ///< with "SECRET" in EXIF, GPS, XMP, a comment, a thumbnail and after the end
};

/// A JPEG file: red at the left, blue at the right, darker downwards; of gray dark at the left.
[[nodiscard]] std::string jpegFile(std::uint32_t width, std::uint32_t height, const JpegKind& kind = {});

/// The pixels of a JPEG file that is whole: gray, or red, green and blue.
[[nodiscard]] std::string jpegPixels(std::string_view file);

/// The rows that the data of a PNG file make (ImageData::Coding::Png), of one component or three.
[[nodiscard]] std::string pngRows(std::uint32_t width, std::uint32_t height, int bits, unsigned components,
                                  std::string_view data);

/// EXIF data: the orientation, and with `gps` a place and "SECRET".
[[nodiscard]] std::string exifData(int orientation, bool gps);

/// An ICC profile of colorants and a power; of sRGB's own, or of colours that are wider.
[[nodiscard]] std::string iccProfile(bool srgb);

/// A chunk of a PNG file with its checksum.
[[nodiscard]] std::string pngChunk(std::string_view type, std::string_view data);

} // namespace sidetal::test
