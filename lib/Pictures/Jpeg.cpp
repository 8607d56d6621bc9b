#include "Pictures/Jpeg.h"

#include "Pictures/Limits.h"

#include <cstdio> // jpeglib.h takes FILE from whoever includes it

#include <jpeglib.h>

#include <jerror.h>

#include <algorithm>
#include <csetjmp>
#include <new>
#include <string>

namespace sidetal::pictures {

namespace {

constexpr int kQuality = 90;   // of what is compressed anew
constexpr int kPartOfSize = 8; // what a file is decoded at to see whether it can be

/// What libjpeg says. It leaves what it was asked to do by longjmp(), past the ends of functions: what it is
/// asked to do is a step, and steps, and what it calls back, own nothing that would have to be freed.
struct JpegErrors {
    jpeg_error_mgr manager{}; ///< first: libjpeg knows this part
    std::jmp_buf leave{};
    int code = 0;           ///< of what it stopped at
    bool isDamaged = false; ///< data are missing or wrong, and it went on with a guess
    bool hasOdds = false;   ///< bytes that belong to nothing

    jpeg_error_mgr* set() {
        jpeg_std_error(&manager);
        manager.error_exit = [](j_common_ptr jpeg) {
            auto& self = *reinterpret_cast<JpegErrors*>(jpeg->err);
            self.code = jpeg->err->msg_code;
            std::longjmp(self.leave, 1);
        };
        manager.emit_message = [](j_common_ptr jpeg, int level) {
            if (level < 0) {
                reinterpret_cast<JpegErrors*>(jpeg->err)->warn(jpeg->err->msg_code);
            }
        };
        manager.output_message = [](j_common_ptr) {};
        return &manager;
    }
    void warn(int message) {
        isDamaged = isDamaged || message == JWRN_HIT_MARKER || message == JWRN_JPEG_EOF ||
                    message == JWRN_HUFF_BAD_CODE || message == JWRN_BOGUS_PROGRESSION ||
                    message == JWRN_MUST_RESYNC || message == JWRN_ARITH_BAD_CODE;
        hasOdds = true;
    }
    /// Throws what the library stopped at.
    [[noreturn]] void raise() const {
        if (code == JERR_OUT_OF_MEMORY) {
            throw std::bad_alloc();
        }
        if (code == JERR_ARITH_NOTIMPL) {
            throw PictureFault("SID-G006", "is coded arithmetically, expected Huffman coding");
        }
        throw PictureFault("SID-G005",
                           "is damaged: its coding is wrong (libjpeg's error " + std::to_string(code) + ")");
    }
};

/// What a step works on: an object of libjpeg's, and what goes in and out.
struct Reading {
    JpegErrors errors;
    jpeg_decompress_struct jpeg{};
    std::string_view bytes;
    J_COLOR_SPACE from = JCS_YCbCr;
    J_COLOR_SPACE space = JCS_RGB;
    unsigned part = 1;     ///< decoded at one of so many parts of its size
    JSAMPLE* to = nullptr; ///< a row, or all rows one after the other
    bool keepsRows = false;

    ~Reading() { jpeg_destroy_decompress(&jpeg); }
};

/// Runs a step; false where libjpeg left it.
template <class Work>
bool runs(Work& work, void (*step)(Work&)) noexcept {
    if (setjmp(work.errors.leave) != 0) {
        return false;
    }
    step(work);
    return true;
}

template <class Work>
void run(Work& work, void (*step)(Work&)) {
    if (!runs(work, step)) {
        work.errors.raise();
    }
}

void readHeader(Reading& work) {
    jpeg_create_decompress(&work.jpeg);
    work.jpeg.mem->max_memory_to_use = 0; // whatever the environment says (JPEGMEM)
    jpeg_mem_src(&work.jpeg, reinterpret_cast<const unsigned char*>(work.bytes.data()),
                 static_cast<unsigned long>(work.bytes.size()));
    (void)jpeg_read_header(&work.jpeg, TRUE);
    work.jpeg.jpeg_color_space = work.from;
    work.jpeg.out_color_space = work.space;
    work.jpeg.scale_num = 1;
    work.jpeg.scale_denom = work.part;
    work.jpeg.dct_method = JDCT_ISLOW;
    jpeg_calc_output_dimensions(&work.jpeg);
}

void readRows(Reading& work) {
    (void)jpeg_start_decompress(&work.jpeg);
    const std::size_t row =
        std::size_t{work.jpeg.output_width} * static_cast<unsigned>(work.jpeg.output_components);
    while (work.jpeg.output_scanline < work.jpeg.output_height) {
        JSAMPROW at = work.to + (work.keepsRows ? row * work.jpeg.output_scanline : 0);
        (void)jpeg_read_scanlines(&work.jpeg, &at, 1);
    }
    (void)jpeg_finish_decompress(&work.jpeg);
}

/// What the numbers in a file mean: as libjpeg would tell by the segments that a bare file has no more.
J_COLOR_SPACE spaceOf(const JpegParts& parts) {
    if (parts.components == 1) {
        return JCS_GRAYSCALE;
    }
    if (parts.components == 4) {
        return parts.saysTransform && parts.transform == 2 ? JCS_YCCK : JCS_CMYK;
    }
    if (parts.saysJfif) {
        return JCS_YCbCr;
    }
    return (parts.saysTransform ? parts.transform == 0 : parts.isNamedRgb()) ? JCS_RGB : JCS_YCbCr;
}

/// Decodes; `to` is resized to what is decoded, or to a row of it.
void decode(Reading& work, const JpegParts& parts, std::string& to) {
    work.errors.set();
    work.jpeg.err = &work.errors.manager;
    work.bytes = parts.bare;
    work.from = spaceOf(parts);
    work.space = parts.components == 1 ? JCS_GRAYSCALE : parts.components == 3 ? JCS_RGB : JCS_CMYK;
    run<Reading>(work, readHeader);
    if (work.jpeg.num_components != static_cast<int>(parts.components) ||
        PixelSize{work.jpeg.image_width, work.jpeg.image_height} != parts.size) {
        throw PictureFault("SID-G005", "is damaged: it has several headers");
    }
    const std::size_t row =
        std::size_t{work.jpeg.output_width} * static_cast<unsigned>(work.jpeg.out_color_components);
    to.resize(work.keepsRows ? row * work.jpeg.output_height : row);
    work.to = reinterpret_cast<JSAMPLE*>(to.data());
    run<Reading>(work, readRows);
    if (work.errors.isDamaged) {
        throw PictureFault("SID-G005", "is damaged: data are missing or wrong");
    }
}

/// As inks on white, each taking light from what the others leave. Adobe's programs write how much light each
/// leaves, others how much it takes.
void inksToLight(std::string& pixels, bool leaves) {
    const unsigned flip = leaves ? 0 : 0xFF;
    const auto value = [&](std::size_t at) { return static_cast<unsigned char>(pixels[at]) ^ flip; };
    const std::size_t count = pixels.size() / 4;
    for (std::size_t i = 0; i < count; ++i) {
        const unsigned black = value(4 * i + 3);
        for (std::size_t c = 0; c < 3; ++c) {
            pixels[3 * i + c] = static_cast<char>((value(4 * i + c) * black + 127) / 255);
        }
    }
    pixels.resize(3 * count);
}

struct Writing {
    JpegErrors errors;
    jpeg_compress_struct jpeg{};
    jpeg_destination_mgr to{};
    const Pixels* pixels = nullptr;
    std::string out;
    bool isFull = false;

    ~Writing() { jpeg_destroy_compress(&jpeg); }
};

void write(Writing& work) {
    jpeg_compress_struct& jpeg = work.jpeg;
    jpeg_create_compress(&jpeg);
    jpeg.mem->max_memory_to_use = 0;
    jpeg.client_data = &work;
    work.to.next_output_byte = reinterpret_cast<JOCTET*>(work.out.data());
    work.to.free_in_buffer = work.out.size();
    work.to.init_destination = [](j_compress_ptr) {};
    work.to.empty_output_buffer = [](j_compress_ptr full) -> boolean {
        auto& self = *static_cast<Writing*>(full->client_data);
        self.isFull = true;
        std::longjmp(self.errors.leave, 1);
    };
    work.to.term_destination = [](j_compress_ptr) {};
    jpeg.dest = &work.to;
    jpeg.image_width = work.pixels->size.width;
    jpeg.image_height = work.pixels->size.height;
    jpeg.input_components = work.pixels->components;
    jpeg.in_color_space = work.pixels->components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, kQuality, TRUE);
    jpeg.dct_method = JDCT_ISLOW;
    jpeg.optimize_coding = TRUE;
    jpeg.write_JFIF_header = FALSE;
    jpeg.comp_info[0].h_samp_factor = jpeg.comp_info[0].v_samp_factor = 1; // colours as sharp as light
    jpeg_start_compress(&jpeg, TRUE);
    const std::size_t row = work.pixels->rowBytes();
    while (jpeg.next_scanline < jpeg.image_height) {
        const char* from = work.pixels->colour.data() + row * jpeg.next_scanline;
        JSAMPROW at = reinterpret_cast<JSAMPROW>(const_cast<char*>(from)); // only read
        (void)jpeg_write_scanlines(&jpeg, &at, 1);
    }
    jpeg_finish_compress(&jpeg);
}

} // namespace

bool decodesToTheLetter(const JpegParts& parts) {
    Reading work;
    work.part = kPartOfSize;
    std::string row;
    decode(work, parts, row);
    return !work.errors.hasOdds;
}

Pixels readJpeg(const JpegParts& parts) {
    Reading work;
    work.keepsRows = true;
    Pixels out;
    decode(work, parts, out.colour);
    out.size = parts.size;
    if (work.space == JCS_CMYK) {
        inksToLight(out.colour, parts.saysTransform);
    }
    out.components = work.space == JCS_GRAYSCALE ? 1 : 3;
    return out;
}

std::optional<std::string> writeJpeg(const Pixels& pixels) {
    Writing work;
    work.errors.set();
    work.jpeg.err = &work.errors.manager;
    work.pixels = &pixels;
    work.out.resize(pixels.colour.size() + 4096); // and its tables
    if (!runs<Writing>(work, write)) {
        if (work.isFull) {
            return std::nullopt;
        }
        work.errors.raise();
    }
    work.out.resize(work.out.size() - work.to.free_in_buffer);
    work.out.shrink_to_fit();
    return std::move(work.out);
}

} // namespace sidetal::pictures
