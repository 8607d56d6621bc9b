#include "Pictures/Exif.h"

#include "Pictures/Bytes.h"

namespace sidetal::pictures {

namespace {

constexpr unsigned kOrientation = 0x112; // TIFF 6.0, tags of an image
constexpr unsigned kXResolution = 0x11A;
constexpr unsigned kYResolution = 0x11B;
constexpr unsigned kResolutionUnit = 0x128;
constexpr unsigned kArtist = 0x13B;
constexpr unsigned kPlaces = 0x8825; // EXIF 2.32, 4.6.3: where the directory of places is
constexpr unsigned kLatitude = 2;
constexpr unsigned kAuthor = 0x9C9D; // of Windows
constexpr unsigned kShort = 3;       // TIFF 6.0, section 2: types
constexpr unsigned kRational = 5;
constexpr unsigned kCentimetre = 3;

/// More than any picture has, so that products of it stay small.
constexpr std::uint32_t kDensest = 1'000'000;

/// The numbers of a TIFF file, in its order of bytes.
class Tiff {
  public:
    explicit Tiff(std::string_view bytes)
        : bytes_(bytes)
        , little_(bytes.starts_with("II")) {}

    [[nodiscard]] unsigned word(std::size_t at) const {
        return little_ ? byteAt(bytes_, at) | byteAt(bytes_, at + 1) << 8 : wordAt(bytes_, at);
    }
    [[nodiscard]] std::uint32_t number(std::size_t at) const {
        return little_ ? word(at) | word(at + 2) << 16 : word(at) << 16 | word(at + 2);
    }
    [[nodiscard]] std::uint32_t ratio(std::size_t at) const { // rounded
        const std::uint64_t divisor = number(at + 4);
        return divisor == 0 ? 0 : static_cast<std::uint32_t>((number(at) + divisor / 2) / divisor);
    }

  private:
    std::string_view bytes_;
    bool little_;
};

Density density(std::uint32_t across, std::uint32_t down, std::uint64_t times, std::uint64_t of) {
    if (across > kDensest || down > kDensest) {
        return {};
    }
    return {static_cast<std::uint32_t>((across * times + of / 2) / of),
            static_cast<std::uint32_t>((down * times + of / 2) / of)};
}

/// Whether a directory has an entry.
bool hasEntry(const Tiff& in, std::string_view tiff, std::size_t directory, unsigned tag) {
    const std::size_t entries = directory < tiff.size() ? in.word(directory) : 0;
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        if (entry + 12 > tiff.size()) {
            break;
        }
        if (in.word(entry) == tag) {
            return true;
        }
    }
    return false;
}

} // namespace

void addXmp(std::string_view packet, PictureTells& tells) {
    tells.place = tells.place || packet.find("GPSLatitude") != std::string_view::npos;
    tells.author = tells.author || packet.find("dc:creator") != std::string_view::npos;
}

Density perInch(std::uint32_t across, std::uint32_t down) {
    return density(across, down, 10'000, 254);
}

Density perCentimetre(std::uint32_t across, std::uint32_t down) {
    return density(across, down, 100, 1);
}

Exif readExif(std::string_view tiff) {
    Exif out;
    if (!tiff.starts_with(std::string_view("II*\0", 4)) && !tiff.starts_with(std::string_view("MM\0*", 4))) {
        return out;
    }
    const Tiff in(tiff);
    const std::size_t directory = in.number(4);
    std::uint32_t across = 0;
    std::uint32_t down = 0;
    unsigned unit = 2; // inches
    const std::size_t entries = directory < tiff.size() ? in.word(directory) : 0;
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        if (entry + 12 > tiff.size()) {
            break;
        }
        const unsigned tag = in.word(entry);
        const unsigned type = in.word(entry + 2);
        if (type == kShort && tag == kOrientation && in.word(entry + 8) >= 1 && in.word(entry + 8) <= 8) {
            out.orientation = static_cast<Orientation>(in.word(entry + 8));
        } else if (type == kShort && tag == kResolutionUnit) {
            unit = in.word(entry + 8);
        } else if (type == kRational && tag == kXResolution) {
            across = in.ratio(in.number(entry + 8));
        } else if (type == kRational && tag == kYResolution) {
            down = in.ratio(in.number(entry + 8));
        } else if (tag == kPlaces) {
            out.tells.place = hasEntry(in, tiff, in.number(entry + 8), kLatitude);
        } else if (tag == kArtist || tag == kAuthor) {
            out.tells.author = out.tells.author || in.number(entry + 4) > 1; // more than an end
        }
    }
    if (unit == kCentimetre) {
        out.density = perCentimetre(across, down);
    } else if (unit == 2) {
        out.density = perInch(across, down);
    }
    return out;
}

} // namespace sidetal::pictures
