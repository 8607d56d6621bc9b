#pragma once

#include "Text/HarfBuzzHandles.h"

#include <cstdint>

namespace sidetal {

/// A table of a font file, read big-endian; what lies past its end reads as 0.
class FontTable {
  public:
    FontTable(hb_face_t* face, const char (&name)[5])
        : blob_(referenceTable(face, HB_TAG(name[0], name[1], name[2], name[3])))
        , data_(hb_blob_get_data(blob_.get(), &length_)) {}

    [[nodiscard]] unsigned length() const { return length_; }
    [[nodiscard]] unsigned u16(unsigned at) const { return byte(at) << 8 | byte(at + 1); }
    [[nodiscard]] int s16(unsigned at) const { return static_cast<std::int16_t>(u16(at)); }
    [[nodiscard]] std::uint32_t u32(unsigned at) const { return u16(at) << 16 | u16(at + 2); }

  private:
    [[nodiscard]] unsigned byte(unsigned at) const {
        return at < length_ ? static_cast<unsigned char>(data_[at]) : 0;
    }
    HbBlob blob_;
    unsigned length_ = 0;
    const char* data_;
};

} // namespace sidetal
