#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace sidetal {

/// An MD5 digest (RFC 1321): what PDF asks for in CheckSum and suggests for file identifiers; nothing secret
/// rests on it.
using Md5Digest = std::array<char, 16>;

/// The digest of bytes that come in parts.
class Md5 {
  public:
    Md5();
    ~Md5();
    Md5(const Md5& other);
    Md5& operator=(const Md5&) = delete;
    void update(std::string_view data);
    /// The digest of all bytes; call it once.
    [[nodiscard]] Md5Digest finish();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// The digest of `data`.
[[nodiscard]] Md5Digest md5(std::string_view data);

/// A digest as the characters of a string.
[[nodiscard]] inline std::string_view view(const Md5Digest& digest) {
    return {digest.data(), digest.size()};
}

} // namespace sidetal
