#include "Pictures/JpegParts.h"

#include "Pictures/Bytes.h"
#include "Pictures/Limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace sidetal::pictures {

namespace {

constexpr unsigned kStart = 0xD8; // ITU-T T.81, table B.1
constexpr unsigned kEnd = 0xD9;
constexpr unsigned kScan = 0xDA;
constexpr std::string_view kExif("Exif\0\0", 6);
constexpr std::string_view kXmp("http://ns.adobe.com/xap/1.0/\0", 29);
constexpr std::string_view kPhotoshop("Photoshop 3.0\0", 14);
constexpr std::string_view kByLine("\x1C\x02\x50", 3); // IPTC-IIM 4.2, 2:80
constexpr std::string_view kJfif("JFIF\0", 5);
constexpr std::string_view kProfile("ICC_PROFILE\0", 12);
/// A progressive picture has about ten; each is a way through all pixels.
constexpr unsigned kMostScans = 100;

bool isRestart(unsigned marker) {
    return marker >= 0xD0 && marker <= 0xD7;
}

bool isFrame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Tables and scans, without which a picture cannot be decoded.
bool isNeeded(unsigned marker) {
    return isFrame(marker) || marker == 0xC4 || marker == 0xCC || marker == kScan || marker == 0xDB ||
           marker == 0xDD;
}

class Walk {
  public:
    Walk(std::string_view bytes, bool withBare)
        : bytes_(bytes)
        , withBare_(withBare) {}

    JpegParts run() {
        keep(bytes_.substr(0, 2));
        std::size_t at = 2;
        while (true) {
            at = markerFrom(at);
            const unsigned marker = byteAt(bytes_, at + 1);
            if (marker == kEnd) {
                keep(bytes_.substr(at, 2));
                break;
            }
            at = marker <= 1 || isRestart(marker) || marker == kStart ? at + 2 : segment(at, marker);
        }
        if (out_.components == 0 || scans_ == 0) {
            throw PictureFault("SID-G005", "is damaged: it holds no picture");
        }
        for (auto& [number, part] : profile_) {
            out_.profile += part;
        }
        return std::move(out_);
    }

  private:
    /// Where the next marker begins: its last FF.
    std::size_t markerFrom(std::size_t at) const {
        while (true) {
            at = bytes_.find('\xFF', at);
            if (at == std::string_view::npos || at + 1 >= bytes_.size()) {
                throw cutOff();
            }
            if (byteAt(bytes_, at + 1) != 0xFF && byteAt(bytes_, at + 1) != 0) {
                return at;
            }
            at += byteAt(bytes_, at + 1) == 0 ? 2 : 1;
        }
    }

    /// Takes a segment, and of a scan what follows it; returns where the next one may begin.
    std::size_t segment(std::size_t at, unsigned marker) {
        const std::size_t length = wordAt(bytes_, at + 2);
        if (at + 4 > bytes_.size() || length > bytes_.size() - at - 2) {
            throw cutOff();
        }
        if (length < 2) {
            throw PictureFault("SID-G005", "is damaged: a segment of it has no length");
        }
        std::size_t end = at + 2 + length;
        take(marker, bytes_.substr(at + 4, length - 2));
        if (marker == kScan) {
            if (++scans_ > kMostScans) {
                throw PictureFault("SID-G004", fmt::format("has more than {} scans", kMostScans));
            }
            end = endOfScan(end);
        }
        if (isNeeded(marker)) {
            keep(bytes_.substr(at, end - at));
        }
        return end;
    }

    /// Scans are parted by restarts, which belong to them.
    std::size_t endOfScan(std::size_t at) const {
        at = markerFrom(at);
        while (isRestart(byteAt(bytes_, at + 1))) {
            at = markerFrom(at + 2);
        }
        return at;
    }

    void take(unsigned marker, std::string_view data) {
        if (isFrame(marker)) {
            takeFrame(marker, data);
        } else if (marker == 0xE0 && data.starts_with(kJfif)) {
            out_.saysJfif = true;
            const std::uint32_t across = wordAt(data, 8);
            const std::uint32_t down = wordAt(data, 10);
            const unsigned unit = byteAt(data, 7);
            jfif_ = unit == 1 ? perInch(across, down) : unit == 2 ? perCentimetre(across, down) : Density();
            out_.density = jfif_.known() ? jfif_ : out_.density;
        } else if (marker == 0xE1 && data.starts_with(kExif)) {
            const Exif exif = readExif(data.substr(kExif.size()));
            out_.orientation = exif.orientation;
            out_.density = jfif_.known() ? jfif_ : exif.density;
            out_.tells.place = out_.tells.place || exif.tells.place;
            out_.tells.author = out_.tells.author || exif.tells.author;
        } else if (marker == 0xE1 && data.starts_with(kXmp)) {
            addXmp(data, out_.tells);
        } else if (marker == 0xED && data.starts_with(kPhotoshop)) {
            out_.tells.author = out_.tells.author || data.find(kByLine) != std::string_view::npos;
        } else if (marker == 0xE2 && data.starts_with(kProfile)) {
            profile_.emplace(byteAt(data, kProfile.size()),
                             data.substr(std::min(data.size(), kProfile.size() + 2)));
        } else if (marker == 0xEE && data.starts_with("Adobe") && data.size() >= 12) {
            out_.saysTransform = true;
            out_.transform = byteAt(data, 11);
        }
    }

    void takeFrame(unsigned marker, std::string_view data) {
        const unsigned process = marker - 0xC0;
        if (process != 0 && process != 1 && process != 2 && process != 9 && process != 10) {
            throw PictureFault("SID-G006", "is a lossless or hierarchical JPEG file, expected baseline or "
                                           "progressive");
        }
        if (byteAt(data, 0) != 8) {
            throw PictureFault("SID-G006",
                               fmt::format("has {} bits a component, expected 8", byteAt(data, 0)));
        }
        out_.process = process;
        out_.size = {wordAt(data, 3), wordAt(data, 1)};
        out_.components = byteAt(data, 5);
        if (out_.components != 1 && out_.components != 3 && out_.components != 4) {
            throw PictureFault(
                "SID-G006",
                fmt::format("has {} components, expected 1 (gray), 3 (RGB) or 4 (CMYK)", out_.components));
        }
        for (std::size_t i = 0; i < out_.components; ++i) {
            out_.ids[i] = static_cast<std::uint8_t>(byteAt(data, 6 + 3 * i));
        }
        checkPixels(out_.size);
        // 64 blocks a bit is more than progressive coding reaches.
        if (std::uint64_t{out_.size.width} * out_.size.height > std::uint64_t{bytes_.size()} * 64 * 64) {
            throw PictureFault("SID-G005", "is damaged: it has too few data for its number of pixels");
        }
    }

    void keep(std::string_view part) {
        if (withBare_) {
            out_.bare += part;
        }
    }

    std::string_view bytes_;
    bool withBare_;
    JpegParts out_;
    Density jfif_;
    std::map<unsigned, std::string> profile_; ///< in parts, by their numbers
    unsigned scans_ = 0;
};

} // namespace

bool JpegParts::canStayBare() const {
    const bool coloured = components == 3 && !isNamedRgb() && (!saysTransform || transform == 1);
    return process <= 2 && (components == 1 || coloured);
}

bool isJpeg(std::string_view bytes) {
    return wordAt(bytes, 0) == (0xFF00 | kStart) && byteAt(bytes, 2) == 0xFF;
}

JpegParts readJpegParts(std::string_view bytes, bool withBare) {
    return Walk(bytes, withBare).run();
}

} // namespace sidetal::pictures
