#include "Pictures/Pixels.h"

#include <utility>

namespace sidetal::pictures {

namespace {

/// Where a pixel of an upright picture stands in one that is not.
struct Turn {
    Orientation orientation;
    PixelSize from;

    [[nodiscard]] std::size_t indexOf(std::uint32_t x, std::uint32_t y) const {
        const std::uint32_t right = from.width - 1;
        const std::uint32_t bottom = from.height - 1;
        switch (orientation) {
        case 2:
            return at(right - x, y);
        case 3:
            return at(right - x, bottom - y);
        case 4:
            return at(x, bottom - y);
        case 5:
            return at(y, x);
        case 6:
            return at(y, bottom - x);
        case 7:
            return at(right - y, bottom - x);
        case 8:
            return at(right - y, x);
        default:
            return at(x, y);
        }
    }

  private:
    [[nodiscard]] std::size_t at(std::uint32_t x, std::uint32_t y) const {
        return std::size_t{y} * from.width + x;
    }
};

std::string turned(const std::string& pixels, std::size_t each, const Turn& turn, PixelSize size) {
    std::string out;
    out.reserve(pixels.size());
    for (std::uint32_t y = 0; y < size.height; ++y) {
        for (std::uint32_t x = 0; x < size.width; ++x) {
            out.append(pixels, turn.indexOf(x, y) * each, each);
        }
    }
    return out;
}

std::shared_ptr<ImageData> grayImage(PixelSize size, std::string bytes) {
    auto out = std::make_shared<ImageData>();
    out->width = size.width;
    out->height = size.height;
    out->space = ImageData::Space::Gray;
    out->bytes = std::move(bytes);
    return out;
}

} // namespace

Pixels withEightBits(Pixels pixels) {
    if (pixels.bits == 8) {
        return pixels;
    }
    const unsigned bits = pixels.bits;
    const unsigned most = (1u << bits) - 1;
    const std::size_t row = pixels.rowBytes();
    std::string out;
    out.reserve(std::size_t{pixels.size.width} * pixels.size.height);
    for (std::size_t y = 0; y < pixels.size.height; ++y) {
        for (std::size_t bit = 0; bit < std::size_t{pixels.size.width} * bits; bit += bits) {
            const unsigned byte = static_cast<unsigned char>(pixels.colour[y * row + bit / 8]);
            const unsigned value = byte >> (8 - bits - bit % 8) & most;
            out += static_cast<char>(value * 255 / most);
        }
    }
    pixels.colour = std::move(out);
    pixels.bits = 8;
    return pixels;
}

Pixels upright(Pixels pixels, Orientation orientation) {
    if (orientation <= 1) {
        return pixels;
    }
    pixels = withEightBits(std::move(pixels));
    const Turn turn{orientation, pixels.size};
    if (liesOnItsSide(orientation)) {
        std::swap(pixels.size.width, pixels.size.height);
    }
    pixels.colour = turned(pixels.colour, pixels.components, turn, pixels.size);
    if (!pixels.alpha.empty()) {
        pixels.alpha = turned(pixels.alpha, 1, turn, pixels.size);
    }
    return pixels;
}

ImageData toImage(Pixels pixels) {
    ImageData out;
    out.width = pixels.size.width;
    out.height = pixels.size.height;
    out.bits = pixels.bits;
    out.space = pixels.components == 1 ? ImageData::Space::Gray : ImageData::Space::Rgb;
    out.bytes = std::move(pixels.colour);
    if (pixels.alpha.find_first_not_of('\xFF') != std::string::npos) {
        out.softMask = grayImage(pixels.size, std::move(pixels.alpha));
    }
    return out;
}

} // namespace sidetal::pictures
