#include "Pdf/Deflater.h"

#include <libdeflate.h>

#include <pthread.h>

#include <new>

namespace sidetal {

namespace {

/// For pages, fonts and objects alike; lib/Pdf/README.md has the figures behind it.
constexpr int kLevel = 5;

void freeCompressor(void* compressor) {
    libdeflate_free_compressor(static_cast<libdeflate_compressor*>(compressor));
}

/// Where each thread has its compressor. A key of POSIX, as glibc ends the process where it has no memory to
/// note that something thread_local is to be destroyed.
class CompressorOfThread {
  public:
    CompressorOfThread() {
        if (::pthread_key_create(&key_, freeCompressor) != 0) {
            throw std::bad_alloc();
        }
    }
    ~CompressorOfThread() {
        freeCompressor(::pthread_getspecific(key_)); // of the thread that ends the process
        ::pthread_key_delete(key_);
    }
    CompressorOfThread(const CompressorOfThread&) = delete;
    CompressorOfThread& operator=(const CompressorOfThread&) = delete;

    [[nodiscard]] libdeflate_compressor* get() const {
        if (void* const known = ::pthread_getspecific(key_)) {
            return static_cast<libdeflate_compressor*>(known);
        }
        libdeflate_compressor* const made = libdeflate_alloc_compressor(kLevel);
        if (made == nullptr || ::pthread_setspecific(key_, made) != 0) {
            freeCompressor(made);
            throw std::bad_alloc();
        }
        return made;
    }

  private:
    pthread_key_t key_{};
};

libdeflate_compressor* compressorOfThisThread() {
    static const CompressorOfThread ofThread;
    return ofThread.get();
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
