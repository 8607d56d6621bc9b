#pragma once

#include "Pictures/Pictures.h"

#include <png.h>

#include <array>
#include <csetjmp>

namespace sidetal::pictures {

/// What is the same of reading and writing with libpng. It leaves what it was asked to do by longjmp(), past
/// the ends of functions: what it is asked to do is a step, and steps, and what libpng calls back, own
/// nothing that would have to be freed.
class PngSession {
  public:
    PngSession(const PngSession&) = delete;
    PngSession& operator=(const PngSession&) = delete;

    [[nodiscard]] png_structp png() const { return png_; }
    [[nodiscard]] png_infop info() const { return info_; }
    /// Whether libpng warned of anything.
    [[nodiscard]] bool hasOdds() const { return hasOdds_; }

  protected:
    PngSession() = default;
    ~PngSession() = default;

    /// Runs a step of `self`, which is this. Throws std::bad_alloc, or PictureFault where libpng gave up.
    template <class Self>
    void step(Self& self, void (Self::*work)()) {
        if (!runs(self, work)) {
            raise();
        }
    }

    [[noreturn]] static void fail(png_structp png, png_const_charp message);
    static void warn(png_structp png, png_const_charp message);
    static png_voidp allocate(png_structp png, png_alloc_size_t size);
    static void release(png_structp png, png_voidp memory);

    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    bool noMemory_ = false; ///< an allocation failed, whatever libpng made of that

  private:
    template <class Self>
    bool runs(Self& self, void (Self::*work)()) noexcept {
        if (setjmp(png_jmpbuf(png_)) != 0) {
            return false;
        }
        (self.*work)();
        return !noMemory_;
    }
    [[noreturn]] void raise() const;

    bool hasOdds_ = false;
    std::array<char, 100> reason_{};
};

} // namespace sidetal::pictures
