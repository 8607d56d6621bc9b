#include "Pictures/PngData.h"

#include "Pictures/Bytes.h"
#include "Pictures/PngSession.h"

#include <new>
#include <utility>

namespace sidetal::pictures {

namespace {

constexpr int kLevel = 5; // zlib's; as lib/Pdf compresses all else

/// Writes a PNG file of rows.
class PngWriter : private PngSession {
  public:
    explicit PngWriter(const ImageData& image)
        : image_(image) {
        auto* self = static_cast<PngSession*>(this);
        png_ = png_create_write_struct_2(PNG_LIBPNG_VER_STRING, self, fail, warn, self, allocate, release);
        info_ = png_ == nullptr ? nullptr : png_create_info_struct(png_);
        if (info_ == nullptr) {
            png_destroy_write_struct(&png_, nullptr);
            throw std::bad_alloc();
        }
    }
    ~PngWriter() { png_destroy_write_struct(&png_, &info_); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    [[nodiscard]] std::string run() {
        step(*this, &PngWriter::write);
        return std::move(file_);
    }

  private:
    void write() {
        png_set_write_fn(png_, this, append, flush);
        png_set_compression_level(png_, kLevel);
        png_set_IHDR(png_, info_, image_.width, image_.height, image_.bits,
                     image_.components() == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_write_info(png_, info_);
        const std::size_t row = image_.bytes.size() / image_.height;
        for (std::size_t y = 0; y < image_.height; ++y) {
            png_write_row(png_, reinterpret_cast<png_const_bytep>(image_.bytes.data()) + y * row);
        }
        png_write_end(png_, nullptr);
    }

    static void append(png_structp png, png_bytep data, png_size_t size) {
        auto& self = *static_cast<PngWriter*>(png_get_io_ptr(png));
        try {
            self.file_.append(reinterpret_cast<const char*>(data), size);
        } catch (...) {
            self.noMemory_ = true;
        }
        if (self.noMemory_) {
            png_error(png, "no memory");
        }
    }
    static void flush(png_structp /*png*/) {}

    const ImageData& image_;
    std::string file_;
};

/// The data of a file that was just written.
std::string dataOf(std::string_view png) {
    std::string out;
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const std::size_t length = longAt(png, at);
        if (png.substr(at + 4, 4) == "IDAT") {
            out += png.substr(at + 8, length);
        }
        at += 12 + length;
    }
    return out;
}

void pack(ImageData& image) {
    image.bytes = dataOf(PngWriter(image).run());
    image.coding = ImageData::Coding::Png;
}

} // namespace

ImageData toPackedImage(Pixels pixels) {
    ImageData out = toImage(std::move(pixels));
    pack(out);
    if (out.softMask) {
        ImageData mask = *out.softMask;
        out.softMask.reset();
        pack(mask);
        out.softMask = std::make_shared<const ImageData>(std::move(mask));
    }
    return out;
}

} // namespace sidetal::pictures
