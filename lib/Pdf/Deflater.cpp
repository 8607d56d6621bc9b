#include "Pdf/Deflater.h"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace sidetal {

namespace {

/// For pages, fonts and objects alike; lib/Pdf/README.md has the figures behind it.
constexpr int kLevel = 5;

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

libdeflate_compressor* compressorOfThisThread() {
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(kLevel));
    if (!compressor) {
        throw std::bad_alloc();
    }
    return compressor.get();
}

} // namespace

void deflate(std::string_view data, Buffer& out) {
    libdeflate_compressor* const compressor = compressorOfThisThread();
    const std::size_t bound = libdeflate_zlib_compress_bound(compressor, data.size());
    out.clear();
    char* const to = out.room(bound);
    out.commit(libdeflate_zlib_compress(compressor, data.data(), data.size(), to, bound));
}

Buffer deflated(std::string_view data) {
    Buffer out;
    deflate(data, out);
    return out;
}

std::string_view Deflater::deflate(std::string_view data) {
    sidetal::deflate(data, buffer_);
    return buffer_.view();
}

std::uint32_t crc32(std::uint32_t crc, std::string_view data) {
    return libdeflate_crc32(crc, data.data(), data.size());
}

} // namespace sidetal
