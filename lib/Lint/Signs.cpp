#include "Lint/Signs.h"

#include <array>
#include <cstdint>
#include <cstring>

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

constexpr std::uint64_t eightOf(unsigned byte) {
    return 0x0101'0101'0101'0101U * byte;
}

/// Whether one of eight bytes is a backslash or stands from "." to "@", where all other signs and the figures
/// are: of most words none is. (Warren, Hacker's Delight, 6-1: zero bytes; bytes between two of ASCII.)
constexpr bool mayHaveSigns(std::uint64_t bytes) {
    const std::uint64_t low = bytes & eightOf(0x7F);
    const std::uint64_t between =
        (eightOf(0x7F + '@' + 1) - low) & ~bytes & (low + eightOf(0x7F - ('.' - 1))) & eightOf(0x80);
    const std::uint64_t slash = bytes ^ eightOf('\\');
    const std::uint64_t zero = (slash - eightOf(1)) & ~slash & eightOf(0x80);
    return (between | zero) != 0;
}
static_assert(mayHaveSigns(eightOf('x') ^ ('x' ^ '.')) && mayHaveSigns(eightOf('x') ^ ('x' ^ '@')) &&
              mayHaveSigns(eightOf('x') ^ ('x' ^ '5')) && mayHaveSigns(eightOf('x') ^ ('x' ^ '\\')) &&
              !mayHaveSigns(eightOf('x')) && !mayHaveSigns(eightOf('-')) && !mayHaveSigns(eightOf('A')) &&
              !mayHaveSigns(eightOf(0xAE)) && !mayHaveSigns(eightOf(' ')));

} // namespace

Signs signsOf(std::string_view text) {
    std::size_t figures = 0;
    unsigned seen = 0;
    const auto take = [&](std::string_view part) {
        for (const char c : part) {
            const unsigned found = kClasses[static_cast<unsigned char>(c)];
            figures += found & 1U;
            seen |= found;
        }
    };
    std::size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof(eight) <= text.size(); at += sizeof(eight)) {
        std::memcpy(&eight, text.data() + at, sizeof(eight));
        if (mayHaveSigns(eight)) {
            take(text.substr(at, sizeof(eight)));
        }
    }
    take(text.substr(at));
    return {figures, (seen & 2U) != 0, (seen & 4U) != 0, (seen & 8U) != 0, (seen & 16U) != 0};
}

} // namespace sidetal::lint
