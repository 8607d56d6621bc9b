#include "fuzz/Targets.h"

#include "Pictures/Pictures.h"

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal::fuzz {

namespace {

constexpr std::uint64_t kMostPixels = 1u << 20; // what is larger takes a fuzzer too long

void expectOfPicture(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Reads a picture; what comes of it can be written, and is no larger than asked.
std::optional<Picture> readAtMost(std::string_view bytes, PixelSize most) {
    try {
        const PixelSize pixels = inspectPicture(bytes).pixels;
        if (std::uint64_t{pixels.width} * pixels.height > kMostPixels) {
            return std::nullopt;
        }
        Picture picture = readPicture(bytes, most);
        expectOfPicture(!faultOf(*picture.image));
        expectOfPicture(picture.image->width <= most.width && picture.image->height <= most.height);
        return picture;
    } catch (const PictureFault& fault) {
        expectOfPicture(fault.code().starts_with("SID-G") && std::string_view(fault.what()).size() < 200);
        return std::nullopt;
    }
}

} // namespace

int fuzzPicture(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto whole = readAtMost(bytes, {65'535, 65'535});
    const auto small = readAtMost(bytes, {5, 7});
    expectOfPicture(whole.has_value() == small.has_value());
    if (whole && whole->image->coding == ImageData::Coding::Jpeg) {
        const auto again = readAtMost(whole->image->bytes, {65'535, 65'535});
        expectOfPicture(again && again->image->bytes == whole->image->bytes && again->warnings.empty());
    }
    return 0;
}

} // namespace sidetal::fuzz
