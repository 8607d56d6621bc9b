#include "Pictures/Pictures.h"

#include "Pictures/ColourProfile.h"
#include "Pictures/Jpeg.h"
#include "Pictures/JpegParts.h"
#include "Pictures/Limits.h"
#include "Pictures/Png.h"
#include "Pictures/PngData.h"
#include "Pictures/PngParts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal {

namespace pictures {

namespace {

/// Pixels a metre that a picture can mean; others are slips (10 and 12,000 an inch).
constexpr std::uint32_t kLeastDensity = 394;
constexpr std::uint32_t kMostDensity = 472'441;

Length naturalSide(std::uint32_t pixels, std::uint32_t density) {
    // thousandths of a point: 72,000 an inch of 0.0254 m; at 96 pixels an inch 750 a pixel
    constexpr std::int64_t kPerInch = 72'000;
    const std::int64_t side = density == 0
                                  ? std::int64_t{pixels} * kPerInch / 96
                                  : std::int64_t{pixels} * kPerInch * 10'000 / (254 * std::int64_t{density});
    return std::max(Length::milli(side), Length::milli(1));
}

/// Turns what lies on its side, and finds how large it is meant to be.
PictureInfo info(PixelSize pixels, Density density, Orientation orientation, PictureTells tells) {
    if (liesOnItsSide(orientation)) {
        std::swap(pixels.width, pixels.height);
        std::swap(density.across, density.down);
    }
    const auto isMeant = [](std::uint32_t d) { return d >= kLeastDensity && d <= kMostDensity; };
    if (!isMeant(density.across) || !isMeant(density.down)) {
        density = {};
    }
    return {
        pixels, {naturalSide(pixels.width, density.across), naturalSide(pixels.height, density.down)}, tells};
}

/// What files are called that begin as this one does.
std::string_view kindOf(std::string_view bytes) {
    struct Kind {
        std::string_view begin;
        std::string_view name;
    };
    static constexpr std::array<Kind, 12> kKinds = {{
        {"GIF8", "a GIF picture"},
        {"BM", "a BMP picture"},
        {"II*", "a TIFF picture"},
        {std::string_view("MM\0*", 4), "a TIFF picture"},
        {"RIFF", "a WebP picture"},
        {"%PDF", "a PDF file"},
        {"<svg", "an SVG picture"},
        {"<?xml", "an XML file"},
        {"<", "an HTML or XML file"},
        {"PK", "a ZIP archive"},
        {"\xD7\xCD\xC6\x9A", "a WMF picture"},
        {std::string_view("\x01\0\0\0", 4), "an EMF picture"},
    }};
    for (const Kind& kind : kKinds) {
        if (bytes.starts_with(kind.begin)) {
            return kind.name;
        }
    }
    const std::string_view box = bytes.substr(std::min<std::size_t>(bytes.size(), 4), 8);
    return box == "ftypavif" ? "an AVIF picture" : box.starts_with("ftyphei") ? "an HEIC picture" : "";
}

void checkKind(std::string_view bytes) {
    if (bytes.size() > kMostPictureBytes) {
        throw PictureFault(
            "SID-G004", fmt::format("is larger than {} MB, the most that is read", kMostPictureBytes >> 20));
    }
    if (bytes.empty()) {
        throw PictureFault("SID-G003", "is empty, expected PNG or JPEG");
    }
    if (!isPng(bytes) && !isJpeg(bytes)) {
        const std::string_view kind = kindOf(bytes);
        throw PictureFault("SID-G003", kind.empty() ? "is neither PNG nor JPEG"
                                                    : fmt::format("is {}, expected PNG or JPEG", kind));
    }
}

/// As many pixels as `most` admits, in the picture's proportion.
PixelSize fitted(PixelSize size, PixelSize most) {
    if (size.width <= most.width && size.height <= most.height) {
        return size;
    }
    const auto scaled = [](std::uint32_t side, std::uint32_t other, std::uint32_t mostOther) {
        const std::uint64_t rounded = (std::uint64_t{side} * mostOther + other / 2) / other;
        return static_cast<std::uint32_t>(std::max<std::uint64_t>(rounded, 1));
    };
    if (std::uint64_t{most.width} * size.height <= std::uint64_t{most.height} * size.width) {
        return {most.width, std::min(scaled(size.height, size.width, most.width), most.height)};
    }
    return {std::min(scaled(size.width, size.height, most.height), most.width), most.height};
}

std::shared_ptr<const ImageData> shared(ImageData image) {
    return std::make_shared<const ImageData>(std::move(image));
}

ImageData jpegImage(PixelSize size, unsigned components, std::string bytes) {
    ImageData out;
    out.width = size.width;
    out.height = size.height;
    out.space = components == 1 ? ImageData::Space::Gray : ImageData::Space::Rgb;
    out.coding = ImageData::Coding::Jpeg;
    out.bytes = std::move(bytes);
    return out;
}

/// With the data of the file.
ImageData keptImage(const Pixels& pixels, const PngParts& parts) {
    ImageData out;
    out.width = pixels.size.width;
    out.height = pixels.size.height;
    out.bits = pixels.bits;
    out.space = pixels.components == 1 ? ImageData::Space::Gray : ImageData::Space::Rgb;
    out.coding = ImageData::Coding::Png;
    for (const std::string_view part : parts.data) {
        out.bytes += part;
    }
    return out;
}

/// Upright and small enough.
Pixels made(Pixels pixels, Orientation orientation, PixelSize most) {
    // Turning what is small already takes less.
    if (liesOnItsSide(orientation)) {
        std::swap(most.width, most.height);
    }
    const PixelSize size = fitted(pixels.size, most);
    return upright(downsampled(std::move(pixels), size), orientation);
}

Picture pngPicture(std::string_view bytes, PixelSize most) {
    Picture out;
    const PngParts parts = readPngParts(bytes);
    ReadPng read = readPng(bytes, parts, out.warnings);
    const bool isSmall = fitted(parts.size, most) == parts.size;
    out.image = shared(isSmall && parts.isPlain() && parts.orientation <= 1 && !read.hasOdds
                           ? keptImage(read.pixels, parts)
                           : toPackedImage(made(std::move(read.pixels), parts.orientation, most)));
    return out;
}

Picture jpegPicture(std::string_view bytes, PixelSize most) {
    Picture out;
    JpegParts parts = readJpegParts(bytes, true);
    if (parts.components == 4) {
        out.warnings.emplace_back("is in CMYK; its colours are turned into sRGB without regard to inks");
    } else if (!parts.profile.empty() && !isNearSrgb(parts.profile)) {
        out.warnings.emplace_back("has a colour profile other than sRGB; its numbers are taken as sRGB");
    }
    const PixelSize upTo = info(parts.size, parts.density, parts.orientation, {}).pixels;
    const bool isLetter = parts.canStayBare() && decodesToTheLetter(parts);
    if (isLetter && parts.orientation <= 1 && fitted(upTo, most) == upTo) {
        out.image = shared(jpegImage(parts.size, parts.components, std::move(parts.bare)));
        return out;
    }
    Pixels pixels = made(readJpeg(parts), parts.orientation, most);
    std::optional<std::string> jpeg = writeJpeg(pixels);
    out.image = shared(jpeg ? jpegImage(pixels.size, pixels.components, std::move(*jpeg))
                            : toPackedImage(std::move(pixels)));
    return out;
}

} // namespace

void checkPixels(PixelSize size) {
    if (size.width == 0 || size.height == 0) {
        throw PictureFault("SID-G005",
                           fmt::format("is damaged: it has {} x {} pixels", size.width, size.height));
    }
    if (std::uint64_t{size.width} * size.height > kMostPicturePixels) {
        throw PictureFault("SID-G004",
                           fmt::format("has {} x {} pixels, more than the {} megapixels that are read",
                                       size.width, size.height, kMostPicturePixels / 1'000'000));
    }
    if (size.width > kLongestSide || size.height > kLongestSide) {
        throw PictureFault("SID-G004", fmt::format("has {} x {} pixels, more than {} on a side", size.width,
                                                   size.height, kLongestSide));
    }
}

PictureFault cutOff() {
    return {"SID-G005", "is cut off"};
}

} // namespace pictures

PictureInfo inspectPicture(std::string_view bytes) {
    using namespace pictures;
    checkKind(bytes);
    if (isPng(bytes)) {
        const PngParts parts = readPngParts(bytes);
        return info(parts.size, parts.density, parts.orientation, parts.tells);
    }
    const JpegParts parts = readJpegParts(bytes, false);
    return info(parts.size, parts.density, parts.orientation, parts.tells);
}

Picture readPicture(std::string_view bytes, PixelSize most) {
    using namespace pictures;
    checkKind(bytes);
    return isPng(bytes) ? pngPicture(bytes, most) : jpegPicture(bytes, most);
}

} // namespace sidetal
