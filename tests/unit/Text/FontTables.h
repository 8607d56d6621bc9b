#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace sidetal::test {

inline unsigned u16(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes.at(at))) << 8 |
           static_cast<unsigned char>(bytes.at(at + 1));
}

inline std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(u16(bytes, at)) << 16 | u16(bytes, at + 2);
}

/// The tables of a sound font program by name.
inline std::map<std::string, std::string_view> tablesOf(std::string_view program) {
    std::map<std::string, std::string_view> result;
    for (std::size_t i = 0; i < u16(program, 4); ++i) {
        const std::size_t entry = 12 + 16 * i;
        result[std::string(program.substr(entry, 4))] =
            program.substr(u32(program, entry + 8), u32(program, entry + 12));
    }
    return result;
}

} // namespace sidetal::test
