#include "Lint/Signs.h"

#include <array>
#include <cstdint>

namespace sidetal::lint {

namespace {

/// What each byte is, as a bit.
constexpr std::array<std::uint8_t, 256> kClasses = [] {
    std::array<std::uint8_t, 256> out{};
    for (unsigned c = '0'; c <= '9'; ++c) {
        out[c] = 1;
    }
    out['@'] = 2;
    out['\\'] = 4;
    out[':'] = 8;
    out['.'] = 16;
    return out;
}();

} // namespace

Signs signsOf(std::string_view text) {
    std::size_t figures = 0;
    unsigned seen = 0;
    for (const char c : text) {
        const unsigned found = kClasses[static_cast<unsigned char>(c)];
        figures += found & 1U;
        seen |= found;
    }
    return {figures, (seen & 2U) != 0, (seen & 4U) != 0, (seen & 8U) != 0, (seen & 16U) != 0};
}

} // namespace sidetal::lint
