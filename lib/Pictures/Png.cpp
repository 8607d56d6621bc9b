#include "Pictures/Png.h"

#include "Pictures/ColourProfile.h"
#include "Pictures/Limits.h"
#include "Pictures/PngSession.h"

#include <cstring>
#include <new>
#include <utility>

namespace sidetal::pictures {

namespace {

/// A profile is a few thousand bytes; what says to be more is passed over, as a bomb would be.
constexpr png_alloc_size_t kMostOfAChunk = png_alloc_size_t{4} << 20;

/// Reading with libpng, in two steps.
class PngReader : public PngSession {
  public:
    explicit PngReader(std::string_view bytes)
        : bytes_(bytes) {
        auto* self = static_cast<PngSession*>(this);
        png_ = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, self, fail, warn, self, allocate, release);
        info_ = png_ == nullptr ? nullptr : png_create_info_struct(png_);
        if (info_ == nullptr) {
            png_destroy_read_struct(&png_, nullptr, nullptr);
            throw std::bad_alloc();
        }
    }
    ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    /// Reads what stands before the pixels.
    void readHeader() { step(*this, &PngReader::header); }
    /// Reads the pixels into rows, and the rest of the file.
    void readRows(png_bytepp rows) {
        rows_ = rows;
        step(*this, &PngReader::image);
    }
    [[nodiscard]] bool hasMore() const { return hasMore_; }

  private:
    void header() {
        png_set_read_fn(png_, this, read);
        png_set_crc_action(png_, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
        png_set_user_limits(png_, kLongestSide, kLongestSide);
        png_set_chunk_malloc_max(png_, kMostOfAChunk);
        // Texts, times and histograms are never looked at, nor decompressed.
        static constexpr png_byte kPassedOver[] =
            "tEXt\0zTXt\0iTXt\0tIME\0hIST\0sPLT\0eXIf\0oFFs\0pCAL\0sCAL";
        png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, nullptr, 0);
        png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, kPassedOver, 10);
        png_read_info(png_, info_);
        const png_byte type = png_get_color_type(png_, info_);
        const bool hasKey = png_get_valid(png_, info_, PNG_INFO_tRNS) != 0;
        if (type == PNG_COLOR_TYPE_PALETTE) {
            png_set_palette_to_rgb(png_);
        } else if (type == PNG_COLOR_TYPE_GRAY && hasKey) {
            png_set_expand_gray_1_2_4_to_8(png_);
        }
        if (hasKey) {
            png_set_tRNS_to_alpha(png_);
        }
        png_set_scale_16(png_);
        (void)png_set_interlace_handling(png_);
        png_read_update_info(png_, info_);
    }
    void image() {
        png_read_image(png_, rows_);
        // Further data after those of the last row are passed over without a word.
        hasMore_ = bytes_.substr(0, 12).find("IDAT") != std::string_view::npos;
        png_read_end(png_, nullptr);
    }

    static void read(png_structp png, png_bytep to, png_size_t count) {
        auto& reader = *static_cast<PngReader*>(png_get_io_ptr(png));
        if (count > reader.bytes_.size()) {
            png_error(png, "it is cut off");
        }
        std::memcpy(to, reader.bytes_.data(), count);
        reader.bytes_.remove_prefix(count);
    }

    std::string_view bytes_; ///< not read yet
    png_bytepp rows_ = nullptr;
    bool hasMore_ = false;
};

/// What a picture that names no profile says of its light.
bool hasOddGamma(const PngReader& reader) {
    png_fixed_point gamma = 0; // of 100,000
    return png_get_valid(reader.png(), reader.info(), PNG_INFO_sRGB) == 0 &&
           png_get_gAMA_fixed(reader.png(), reader.info(), &gamma) != 0 && (gamma < 41'000 || gamma > 50'000);
}

bool hasOddProfile(const PngReader& reader) {
    png_charp name = nullptr;
    png_bytep profile = nullptr;
    png_uint_32 size = 0;
    int compression = 0;
    if (png_get_iCCP(reader.png(), reader.info(), &name, &compression, &profile, &size) == 0) {
        return png_get_valid(reader.png(), reader.info(), PNG_INFO_sRGB) == 0; // unreadable
    }
    return !isNearSrgb({reinterpret_cast<const char*>(profile), size});
}

/// Parts the alpha off rows of `channels` numbers a pixel.
void splitAlpha(Pixels& pixels, std::size_t channels) {
    const std::size_t count = std::size_t{pixels.size.width} * pixels.size.height;
    pixels.alpha.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t c = 0; c + 1 < channels; ++c) {
            pixels.colour[i * (channels - 1) + c] = pixels.colour[i * channels + c];
        }
        pixels.alpha[i] = pixels.colour[i * channels + channels - 1];
    }
    pixels.colour.resize(count * (channels - 1));
}

} // namespace

ReadPng readPng(std::string_view bytes, const PngParts& parts, std::vector<std::string>& warnings) {
    PngReader reader(bytes);
    reader.readHeader();
    const std::size_t channels = png_get_channels(reader.png(), reader.info());
    const std::size_t row = png_get_rowbytes(reader.png(), reader.info());
    Pixels out;
    out.size = {png_get_image_width(reader.png(), reader.info()),
                png_get_image_height(reader.png(), reader.info())};
    out.bits = png_get_bit_depth(reader.png(), reader.info());
    out.components = channels >= 3 ? 3 : 1;
    if (out.size != parts.size || row * 8 < std::size_t{out.size.width} * channels * out.bits) {
        throw PictureFault("SID-G005", "is damaged: it has several headers");
    }
    if (parts.hasProfile ? hasOddProfile(reader) : hasOddGamma(reader)) {
        warnings.emplace_back(parts.hasProfile
                                  ? "has a colour profile other than sRGB; its numbers are taken as sRGB"
                                  : "has another gamma than sRGB; its numbers are taken as sRGB");
    }
    out.colour.resize(row * out.size.height);
    std::vector<png_bytep> rows(out.size.height);
    for (std::size_t y = 0; y < rows.size(); ++y) {
        rows[y] = reinterpret_cast<png_bytep>(out.colour.data()) + y * row;
    }
    reader.readRows(rows.data());
    if (channels == 2 || channels == 4) {
        splitAlpha(out, channels);
    }
    return {std::move(out), reader.hasOdds() || reader.hasMore()};
}

} // namespace sidetal::pictures
