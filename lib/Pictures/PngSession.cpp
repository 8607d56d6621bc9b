#include "Pictures/PngSession.h"

#include <cstdlib>
#include <new>
#include <string>

namespace sidetal::pictures {

namespace {

PngSession& sessionOf(png_voidp user) {
    return *static_cast<PngSession*>(user);
}

} // namespace

void PngSession::raise() const {
    if (noMemory_) {
        throw std::bad_alloc();
    }
    throw PictureFault("SID-G005", std::string("is damaged: ") + reason_.data());
}

/// Keeps libpng's words, on one line.
void PngSession::fail(png_structp png, png_const_charp message) {
    PngSession& self = sessionOf(png_get_error_ptr(png));
    std::size_t length = 0;
    for (; message != nullptr && message[length] != 0 && length + 1 < self.reason_.size(); ++length) {
        const char c = message[length];
        self.reason_[length] = c >= ' ' && c < 0x7F ? c : ' ';
    }
    self.reason_[length] = 0;
    png_longjmp(png, 1);
}

void PngSession::warn(png_structp png, png_const_charp /*message*/) {
    sessionOf(png_get_error_ptr(png)).hasOdds_ = true;
}

png_voidp PngSession::allocate(png_structp png, png_alloc_size_t size) {
    void* memory = std::malloc(size);
    if (memory == nullptr) {
        sessionOf(png_get_mem_ptr(png)).noMemory_ = true;
    }
    return memory;
}

void PngSession::release(png_structp /*png*/, png_voidp memory) {
    std::free(memory);
}

} // namespace sidetal::pictures
