#include "Pictures/PngParts.h"

#include "Pictures/Bytes.h"
#include "Pictures/Limits.h"

namespace sidetal::pictures {

namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1A\n", 8);
/// Deflate makes at most 1,032 bytes of one (RFC 1951: 258 of two bits).
constexpr std::uint64_t kMostOfAByte = 1'032;

void readHeader(std::string_view data, PngParts& out) {
    out.size = {longAt(data, 0), longAt(data, 4)};
    out.bits = static_cast<std::uint8_t>(byteAt(data, 8));
    out.colourType = static_cast<std::uint8_t>(byteAt(data, 9));
    out.interlaced = byteAt(data, 12) != 0;
    checkPixels(out.size);
}

void readDensity(std::string_view data, PngParts& out) {
    if (data.size() == 9 && byteAt(data, 8) == 1) { // metres
        out.density = perCentimetre(longAt(data, 0) / 100, longAt(data, 4) / 100);
        if (out.density.known()) {
            out.density = {longAt(data, 0), longAt(data, 4)};
        }
    }
}

/// A bomb says that it is large: refused before room is made for it.
void checkData(const PngParts& parts, std::uint64_t compressed) {
    const std::uint64_t row = (std::uint64_t{parts.size.width} * parts.channels() * parts.bits + 7) / 8;
    if (row * parts.size.height > compressed * kMostOfAByte) {
        throw PictureFault("SID-G005", "is damaged: it has too few data for its number of pixels");
    }
}

} // namespace

bool isPng(std::string_view bytes) {
    return bytes.starts_with(kSignature);
}

PngParts readPngParts(std::string_view bytes) {
    PngParts out;
    std::uint64_t compressed = 0;
    for (std::size_t at = kSignature.size();;) {
        const std::size_t length = longAt(bytes, at);
        if (at + 12 > bytes.size() || length > bytes.size() - at - 12) {
            throw cutOff();
        }
        const std::string_view type = bytes.substr(at + 4, 4);
        const std::string_view data = bytes.substr(at + 8, length);
        const bool first = at == kSignature.size();
        if (first != (type == "IHDR") || (first && length != 13)) {
            throw PictureFault("SID-G005", "is damaged: it does not begin with a header of its own");
        }
        if (first) {
            readHeader(data, out);
        } else if (type == "IDAT") {
            compressed += length;
            out.data.push_back(data);
        } else if (type == "tRNS") {
            out.hasKey = true;
        } else if (type == "pHYs") {
            readDensity(data, out);
        } else if (type == "eXIf") {
            const Exif exif = readExif(data);
            out.orientation = exif.orientation;
            out.tells.place = out.tells.place || exif.tells.place;
            out.tells.author = out.tells.author || exif.tells.author;
        } else if (type == "tEXt" || type == "zTXt" || type == "iTXt") {
            out.tells.author = out.tells.author || data.starts_with(std::string_view("Author\0", 7));
            addXmp(data, out.tells);
        } else if (type == "iCCP") {
            out.hasProfile = true;
        } else if (type == "IEND") {
            break;
        }
        at += 12 + length;
    }
    checkData(out, compressed);
    return out;
}

} // namespace sidetal::pictures
