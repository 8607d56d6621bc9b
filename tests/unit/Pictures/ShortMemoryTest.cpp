#include "Pictures/Pictures.h"
#include "support/PictureFiles.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstddef>
#include <new>
#include <optional>

// The sanitizers have allocators of their own.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace {

std::size_t calls = 0;       ///< of malloc(), while they are counted
std::size_t failingCall = 0; ///< fails; 0: none
std::ptrdiff_t inUse = 0;    ///< blocks that were not freed
bool isCounting = false;

} // namespace

extern "C" {

void* __libc_malloc(std::size_t size); // NOLINT: glibc's own, under the names that it keeps for this
void __libc_free(void* memory);

void* malloc(std::size_t size) {
    if (isCounting) {
        if (++calls == failingCall) {
            errno = ENOMEM;
            return nullptr;
        }
        ++inUse;
    }
    return __libc_malloc(size);
}

void free(void* memory) {
    if (isCounting && memory != nullptr) {
        --inUse;
    }
    __libc_free(memory);
}
}

namespace sidetal::test {

namespace {

/// Reads a picture while the given allocation fails; nothing where that is told.
std::optional<std::string> readFailing(const std::string& file, std::size_t call, bool& leaks) {
    std::optional<std::string> bytes;
    bool isTold = false;
    calls = 0;
    inUse = 0;
    failingCall = call;
    isCounting = true;
    try {
        const Picture picture = readPicture(file, {12, 9});
        isCounting = false;
        bytes = picture.image->bytes;
        isCounting = true;
    } catch (const std::bad_alloc&) {
        isTold = true;
    } catch (const std::exception& error) {
        isCounting = false;
        ADD_FAILURE() << call << ": " << error.what();
    }
    isCounting = false;
    leaks = inUse != 0;
    EXPECT_NE(bytes.has_value(), isTold) << call;
    return bytes;
}

} // namespace

TEST(ShortMemory, isToldByBothLibraries) {
    for (const std::string& file :
         {pngFile(30, 20, {.colourType = 6, .interlaced = true, .profile = iccProfile(true)}),
          pngFile(30, 20, {.colourType = 3, .bits = 2, .orientation = 6}), jpegFile(30, 20),
          jpegFile(30, 20, {.progressive = true}),
          jpegFile(30, 20, {.components = 4, .profile = iccProfile(true)})}) {
        bool leaks = false;
        const auto whole = readFailing(file, 0, leaks);
        ASSERT_TRUE(whole);
        EXPECT_FALSE(leaks);
        const std::size_t all = calls;
        ASSERT_GT(all, 10u);
        std::size_t told = 0;
        for (std::size_t call = 1; call <= all; ++call) {
            const auto bytes = readFailing(file, call, leaks);
            EXPECT_FALSE(leaks) << call;
            EXPECT_TRUE(!bytes || *bytes == *whole) << call;
            told += bytes ? 0 : 1;
        }
        EXPECT_GT(told, all / 2);
    }
}

} // namespace sidetal::test

#endif
