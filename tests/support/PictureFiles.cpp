#include "support/PictureFiles.h"

#include <cstdio> // jpeglib.h takes FILE from whoever includes it

#include <jpeglib.h>
#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace sidetal::test {

namespace {

constexpr std::string_view kSecret = "SECRET";

void append(png_structp png, png_bytep data, png_size_t size) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}
[[noreturn]] void fail(png_structp, png_const_charp) {
    std::abort();
}
void ignore(png_structp, png_const_charp) {}

unsigned channelsOf(int colourType) {
    return colourType == 2 ? 3 : colourType == 4 ? 2 : colourType == 6 ? 4 : 1;
}

std::string pngRow(std::uint32_t width, std::uint32_t y, const PngKind& kind) {
    const unsigned channels = channelsOf(kind.colourType);
    const auto bits = static_cast<unsigned>(kind.bits);
    std::string row((width * channels * bits + 7) / 8, '\0');
    for (std::uint32_t i = 0; i < width * channels; ++i) {
        const unsigned value = sampleAt(i / channels, y, i % channels, bits);
        const auto put = [&](std::size_t at, unsigned byte) {
            row[at] = static_cast<char>(static_cast<unsigned char>(row[at]) | byte);
        };
        if (bits == 16) {
            put(std::size_t{i} * 2, value >> 8);
            put(std::size_t{i} * 2 + 1, value & 0xFF);
        } else {
            put(i * bits / 8, value << (8 - bits - i * bits % 8));
        }
    }
    return row;
}

void setPngDetails(png_structp png, png_infop info, const PngKind& kind) {
    if (kind.colourType == 3) {
        std::array<png_color, 256> palette{};
        const int count = 1 << kind.bits;
        for (int i = 0; i < count; ++i) {
            palette[static_cast<std::size_t>(i)] = {static_cast<png_byte>(i), static_cast<png_byte>(255 - i),
                                                    static_cast<png_byte>(2 * i)};
        }
        png_set_PLTE(png, info, palette.data(), count);
    }
    if (kind.hasKey) {
        static png_byte alphas[] = {0, 0, 0};
        png_color_16 key{};
        const auto bits = static_cast<unsigned>(kind.bits);
        key.gray = key.red = static_cast<png_uint_16>(sampleAt(0, 0, 0, bits));
        key.green = static_cast<png_uint_16>(sampleAt(0, 0, 1, bits));
        key.blue = static_cast<png_uint_16>(sampleAt(0, 0, 2, bits));
        png_set_tRNS(png, info, kind.colourType == 3 ? alphas : nullptr, kind.bits == 1 ? 1 : 3, &key);
    }
    if (kind.perMetre != 0) {
        png_set_pHYs(png, info, kind.perMetre, kind.perMetre, PNG_RESOLUTION_METER);
    }
    if (kind.gamma != 0) {
        png_set_gAMA_fixed(png, info, static_cast<png_fixed_point>(kind.gamma));
    }
    if (!kind.profile.empty()) {
        png_set_benign_errors(png, 1);
        png_set_iCCP(png, info, "profile", PNG_COMPRESSION_TYPE_BASE,
                     reinterpret_cast<png_const_bytep>(kind.profile.data()),
                     static_cast<png_uint_32>(kind.profile.size()));
    }
    if (kind.hasTexts) {
        std::string words(kSecret);
        std::array<png_text, 3> texts{};
        static char key[] = "Comment";
        for (std::size_t i = 0; i < texts.size(); ++i) {
            texts[i].compression = i == 0   ? PNG_TEXT_COMPRESSION_NONE
                                   : i == 1 ? PNG_TEXT_COMPRESSION_zTXt
                                            : PNG_ITXT_COMPRESSION_NONE;
            texts[i].key = key;
            texts[i].text = words.data();
            texts[i].text_length = words.size();
        }
        png_set_text(png, info, texts.data(), static_cast<int>(texts.size()));
    }
}

/// As the two parts of a number, the low one first.
std::string little(unsigned value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) {
        out += static_cast<char>(value >> (8 * i));
    }
    return out;
}

std::string big(std::size_t value, int bytes) {
    std::string out;
    for (int i = bytes; i-- > 0;) {
        out += static_cast<char>(value >> (8 * i));
    }
    return out;
}

struct Destination {
    jpeg_destination_mgr manager{};
    std::string bytes;
};

void writeMarker(jpeg_compress_struct& jpeg, int marker, const std::string& data) {
    jpeg_write_marker(&jpeg, marker, reinterpret_cast<const JOCTET*>(data.data()),
                      static_cast<unsigned>(data.size()));
}

void writeJpegDetails(jpeg_compress_struct& jpeg, const JpegKind& kind) {
    if (kind.orientation != 0 || kind.hasTexts) {
        writeMarker(jpeg, JPEG_APP0 + 1,
                    std::string("Exif\0\0", 6) + exifData(std::max(kind.orientation, 1), kind.hasTexts));
    }
    if (!kind.profile.empty()) {
        writeMarker(jpeg, JPEG_APP0 + 2, std::string("ICC_PROFILE\0\1\1", 14) + kind.profile);
    }
    if (kind.hasTexts) {
        const std::string secret(kSecret);
        writeMarker(jpeg, JPEG_APP0 + 1, std::string("http://ns.adobe.com/xap/1.0/\0", 29) + secret);
        writeMarker(jpeg, JPEG_APP0, std::string("JFXX\0\x13", 6) + secret);
        writeMarker(jpeg, JPEG_APP0 + 13, "Photoshop 3.0" + secret);
        writeMarker(jpeg, JPEG_COM, secret);
    }
}

} // namespace

unsigned sampleAt(std::uint32_t x, std::uint32_t y, unsigned component, unsigned bits) {
    return (x * 37 + y * 91 + component * 53 + (x * y * 7 << (bits > 8 ? 8 : 0))) % (1u << bits);
}

std::string pngFile(std::uint32_t width, std::uint32_t height, const PngKind& kind) {
    std::string out;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, ignore);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &out, append, [](png_structp) {});
    png_set_IHDR(png, info, width, height, kind.bits, kind.colourType,
                 kind.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    setPngDetails(png, info, kind);
    png_write_info(png, info);
    std::vector<std::string> rows;
    std::vector<png_bytep> at;
    for (std::uint32_t y = 0; y < height; ++y) {
        rows.push_back(pngRow(width, y, kind));
    }
    for (std::string& row : rows) {
        at.push_back(reinterpret_cast<png_bytep>(row.data()));
    }
    png_write_image(png, at.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    if (kind.orientation != 0) {
        out.insert(33, pngChunk("eXIf", exifData(kind.orientation, kind.hasTexts)));
    }
    return out;
}

std::string jpegFile(std::uint32_t width, std::uint32_t height, const JpegKind& kind) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = width;
    jpeg.image_height = height;
    jpeg.input_components = kind.components;
    jpeg.in_color_space = kind.components == 1 ? JCS_GRAYSCALE : kind.components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 95, TRUE);
    if (kind.components == 3 && !kind.isYcc) {
        jpeg_set_colorspace(&jpeg, JCS_RGB);
    }
    if (kind.components == 4 && kind.isYcc) {
        jpeg_set_colorspace(&jpeg, JCS_YCCK);
    }
    jpeg.write_Adobe_marker = kind.adobe || kind.components == 4;
    jpeg.write_JFIF_header = jpeg.write_JFIF_header != 0 && !kind.adobe;
    jpeg.arith_code = kind.arithmetic;
    jpeg.restart_in_rows = kind.restart;
    if (kind.perInch != 0) {
        jpeg.density_unit = 1;
        jpeg.X_density = jpeg.Y_density = static_cast<UINT16>(kind.perInch);
    }
    if (kind.progressive) {
        jpeg_simple_progression(&jpeg);
    }
    jpeg_start_compress(&jpeg, TRUE);
    writeJpegDetails(jpeg, kind);
    std::vector<JSAMPLE> row(std::size_t{width} * static_cast<unsigned>(kind.components));
    while (jpeg.next_scanline < height) {
        const auto light = static_cast<JSAMPLE>(255 - jpeg.next_scanline * 200 / height);
        for (std::uint32_t x = 0; x < width; ++x) {
            JSAMPLE* pixel = &row[std::size_t{x} * static_cast<unsigned>(kind.components)];
            const bool left = x < width / 2;
            if (kind.components == 1) {
                pixel[0] = left ? 20 : light;
            } else if (kind.components == 3) {
                pixel[0] = left ? light : 0;
                pixel[1] = 0;
                pixel[2] = left ? 0 : light;
            } else { // Adobe's: how much light each ink leaves
                pixel[0] = left ? 255 : 0;
                pixel[1] = 0;
                pixel[2] = left ? 0 : 255;
                pixel[3] = light;
            }
        }
        JSAMPROW at = row.data();
        jpeg_write_scanlines(&jpeg, &at, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string out(reinterpret_cast<const char*>(bytes), size);
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);
    return kind.hasTexts ? out + std::string(kSecret) : out;
}

std::string jpegPixels(std::string_view file) {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(file.data()), file.size());
    jpeg_read_header(&jpeg, TRUE);
    jpeg_start_decompress(&jpeg);
    const std::size_t row = std::size_t{jpeg.output_width} * static_cast<unsigned>(jpeg.output_components);
    std::string out(row * jpeg.output_height, '\0');
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW at = reinterpret_cast<JSAMPROW>(out.data() + row * jpeg.output_scanline);
        jpeg_read_scanlines(&jpeg, &at, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    return out;
}

std::string pngRows(std::uint32_t width, std::uint32_t height, int bits, unsigned components,
                    std::string_view data) {
    std::string file("\x89PNG\r\n\x1A\n", 8);
    file += pngChunk("IHDR", big(width, 4) + big(height, 4) + static_cast<char>(bits) +
                                 static_cast<char>(components == 1 ? 0 : 2) + std::string(3, '\0'));
    file += pngChunk("IDAT", data) + pngChunk("IEND", "");
    std::string_view left = file;
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, ignore);
    png_infop info = png_create_info_struct(png);
    png_set_read_fn(png, &left, [](png_structp from, png_bytep to, png_size_t size) {
        auto& rest = *static_cast<std::string_view*>(png_get_io_ptr(from));
        std::copy_n(rest.begin(), size, reinterpret_cast<char*>(to));
        rest.remove_prefix(size);
    });
    png_read_info(png, info);
    const std::size_t row = png_get_rowbytes(png, info);
    std::string out(row * height, '\0');
    for (std::size_t y = 0; y < height; ++y) {
        png_read_row(png, reinterpret_cast<png_bytep>(out.data() + y * row), nullptr);
    }
    png_read_end(png, nullptr);
    png_destroy_read_struct(&png, &info, nullptr);
    return out;
}

std::string exifData(int orientation, bool gps) {
    std::string out("II*\0\x08\0\0\0", 8);
    const unsigned entries = gps ? 3 : 1;
    const unsigned after = 8 + 2 + entries * 12 + 4;
    out += little(entries, 2);
    if (gps) { // ImageDescription
        out += little(0x10E, 2) + little(2, 2) + little(6, 4) + little(after, 4);
    }
    out += little(0x112, 2) + little(3, 2) + little(1, 4) + little(static_cast<unsigned>(orientation), 4);
    if (gps) { // the GPS directory
        out += little(0x8825, 2) + little(4, 2) + little(1, 4) + little(after + 6, 4);
    }
    out += little(0, 4);
    if (gps) { // GPSLatitudeRef
        out +=
            std::string(kSecret) + little(1, 2) + little(1, 2) + little(2, 2) + little(2, 4) + little('N', 4);
    }
    return out;
}

std::string iccProfile(bool srgb) {
    const std::array<std::array<std::size_t, 3>, 3> colours =
        srgb ? std::array<std::array<std::size_t, 3>, 3>{{{28578, 14581, 912},
                                                          {25240, 46983, 6361},
                                                          {9378, 3972, 46796}}}
             : std::array<std::array<std::size_t, 3>, 3>{
                   {{39959, 20392, 1276}, {13453, 41007, 3985}, {9762, 4129, 48809}}};
    const std::array<std::string_view, 3> xyz = {"rXYZ", "gXYZ", "bXYZ"};
    const std::array<std::string_view, 3> curves = {"rTRC", "gTRC", "bTRC"};
    const std::size_t data = 128 + 4 + 6 * 12;
    std::string tags = big(6, 4);
    std::string values;
    for (std::size_t i = 0; i < 3; ++i) {
        tags += std::string(xyz[i]) + big(data + values.size(), 4) + big(20, 4);
        values += std::string("XYZ \0\0\0\0", 8) + big(colours[i][0], 4) + big(colours[i][1], 4) +
                  big(colours[i][2], 4);
    }
    for (const std::string_view curve : curves) {
        tags += std::string(curve) + big(data + values.size(), 4) + big(14, 4);
    }
    values += std::string("curv\0\0\0\0", 8) + big(1, 4) + big(563, 2) + big(0, 2); // 2.2
    std::string out = big(data + values.size(), 4) + big(0, 4) + big(0x02100000, 4) + "mntrRGB XYZ ";
    out.resize(36, '\0');
    out += "acsp";
    out.resize(68, '\0');
    out += big(0xF6D6, 4) + big(0x10000, 4) + big(0xD32D, 4); // D50
    out.resize(128, '\0');
    return out + tags + values;
}

std::string pngChunk(std::string_view type, std::string_view data) {
    std::string body(type);
    body += data;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return big(data.size(), 4) + body + big(sum, 4);
}

} // namespace sidetal::test
