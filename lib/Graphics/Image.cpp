#include "Graphics/Image.h"

#include <fmt/format.h>

#include <string_view>

namespace sidetal {

namespace {

constexpr std::uint32_t kLongestSide = 65'535; // of a JPEG file, and more than any page can show

/// What a JPEG file says of itself in its frame header (ITU-T T.81, B.2.2).
struct Frame {
    std::uint32_t bits = 0;
    std::uint32_t height = 0;
    std::uint32_t width = 0;
    std::uint32_t components = 0;
};

unsigned byteAt(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

unsigned wordAt(std::string_view bytes, std::size_t at) {
    return byteAt(bytes, at) << 8 | byteAt(bytes, at + 1);
}

/// A frame header has a marker of C0 to CF, but for three that mean other things (table B.1).
bool isFrameHeader(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Finds the frame header; the reason where there is none that DCTDecode can read.
std::optional<std::string> readFrame(std::string_view jpeg, Frame& frame) {
    if (wordAt(jpeg, 0) != 0xFFD8) {
        return "is no JPEG file";
    }
    std::size_t at = 2;
    while (byteAt(jpeg, at) == 0xFF) {
        const unsigned marker = byteAt(jpeg, at + 1);
        if (marker == 0xFF) { // filling
            ++at;
            continue;
        }
        const std::size_t length = wordAt(jpeg, at + 2);
        if (length < 2 || at + 2 + length > jpeg.size()) {
            break;
        }
        if (isFrameHeader(marker)) {
            if (marker > 0xC2) {
                return "is a JPEG file of another kind than baseline or progressive";
            }
            frame = {byteAt(jpeg, at + 4), wordAt(jpeg, at + 5), wordAt(jpeg, at + 7), byteAt(jpeg, at + 9)};
            return std::nullopt;
        }
        at += 2 + length;
    }
    return "is a damaged JPEG file: it has no frame header";
}

std::optional<std::string> faultOfJpeg(const ImageData& image) {
    Frame frame;
    if (auto fault = readFrame(image.bytes, frame)) {
        return fault;
    }
    if (frame.bits == image.bits && frame.components == image.components() && frame.width == image.width &&
        frame.height == image.height) {
        return std::nullopt;
    }
    return fmt::format(
        "is a JPEG file of {} x {} pixels with {} components of {} bits, expected {} x {} with {} "
        "of {}",
        frame.width, frame.height, frame.components, frame.bits, image.width, image.height,
        image.components(), image.bits);
}

/// A header of zlib says that it is one (RFC 1950, 2.2).
std::optional<std::string> faultOfPng(const ImageData& image) {
    if ((byteAt(image.bytes, 0) & 0x0F) == 8 && wordAt(image.bytes, 0) % 31 == 0) {
        return std::nullopt;
    }
    return "has data that zlib did not compress";
}

std::optional<std::string> faultOfRaw(const ImageData& image) {
    const std::uint64_t row = (std::uint64_t{image.width} * image.components() * image.bits + 7) / 8;
    if (image.bytes.size() == row * image.height) {
        return std::nullopt;
    }
    return fmt::format("has {} bytes of pixels, expected {}", image.bytes.size(), row * image.height);
}

bool canHave(const ImageData& image, unsigned bits) {
    return image.coding == ImageData::Coding::Jpeg
               ? bits == 8
               : bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
}

} // namespace

std::optional<std::string> faultOf(const ImageData& image) {
    if (image.width < 1 || image.height < 1 || image.width > kLongestSide || image.height > kLongestSide) {
        return fmt::format("has {} x {} pixels, expected 1 x 1 to {} x {}", image.width, image.height,
                           kLongestSide, kLongestSide);
    }
    if (!canHave(image, image.bits)) {
        return fmt::format("has {} bits a component, expected {}", image.bits,
                           image.coding == ImageData::Coding::Jpeg ? "8" : "1, 2, 4, 8 or 16");
    }
    if (const auto& mask = image.softMask) {
        if (mask->space != ImageData::Space::Gray || mask->softMask) {
            return "has a mask that is not plain gray";
        }
        if (const auto fault = faultOf(*mask)) {
            return "has a mask that " + *fault;
        }
    }
    switch (image.coding) {
    case ImageData::Coding::Jpeg:
        return faultOfJpeg(image);
    case ImageData::Coding::Png:
        return faultOfPng(image);
    case ImageData::Coding::Raw:
        break;
    }
    return faultOfRaw(image);
}

} // namespace sidetal
