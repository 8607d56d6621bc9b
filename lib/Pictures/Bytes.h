#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sidetal::pictures {

/// The byte at `at`; 0 past the end.
[[nodiscard]] inline unsigned byteAt(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

/// Two bytes, the high one first.
[[nodiscard]] inline unsigned wordAt(std::string_view bytes, std::size_t at) {
    return byteAt(bytes, at) << 8 | byteAt(bytes, at + 1);
}

/// Four bytes, the highest first.
[[nodiscard]] inline std::uint32_t longAt(std::string_view bytes, std::size_t at) {
    return wordAt(bytes, at) << 16 | wordAt(bytes, at + 2);
}

} // namespace sidetal::pictures
