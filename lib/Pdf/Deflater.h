#pragma once

#include "Pdf/Buffer.h"

#include <cstdint>
#include <string_view>

namespace sidetal {

/// Replaces what `out` holds by the zlib form of `data`, as FlateDecode reads it (ISO 32000-1, 7.4.4). From
/// any thread: the compressor is the thread's.
void deflate(std::string_view data, Buffer& out);
/// The zlib form of `data`, for what is compressed once and kept.
[[nodiscard]] Buffer deflated(std::string_view data);

/// Compresses streams for FlateDecode (ISO 32000-1, 7.4.4), with one buffer for all streams of a document.
/// The compressor behind it is the thread's: opening one costs more than compressing a letter, and it holds
/// nothing between two calls.
class Deflater {
  public:
    /// The zlib form of `data`; stays valid until the next call.
    [[nodiscard]] std::string_view deflate(std::string_view data);

  private:
    Buffer buffer_;
};

/// CRC-32 (ISO 3309) of `data`, going on from `crc`, at first 0.
[[nodiscard]] std::uint32_t crc32(std::uint32_t crc, std::string_view data);

} // namespace sidetal
