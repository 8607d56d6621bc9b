#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sidetal::batch {

/// BLAKE2b of 20 bytes (RFC 7693), for bytes as they come.
class Digest {
  public:
    Digest();
    void add(std::string_view bytes);
    /// Adds a text so that where it ends counts too.
    void addText(std::string_view text);
    /// Forty hexadecimal digits. Once.
    [[nodiscard]] std::string hex();

  private:
    static constexpr std::size_t kBlock = 128;
    void compress(bool last);

    std::array<std::uint64_t, 8> state_{};
    std::array<unsigned char, kBlock> block_{};
    std::size_t filled_ = 0;
    std::uint64_t length_ = 0;
};

/// The digest of a text.
[[nodiscard]] std::string digestOf(std::string_view bytes);

} // namespace sidetal::batch
