#include "Tree/Locator.h"

#include "Tree/Encoding.h"

#include <algorithm>
#include <cstdint>

namespace sidetal::input {

SourcePos Locator::at(std::size_t offset) {
    if (offset < offset_) {
        offset_ = 0;
        position_ = {1, 1};
    }
    const std::string_view before = text_.substr(0, offset);
    while (offset_ < offset) {
        const std::size_t plain = skipPlain(before, offset_);
        position_.column += static_cast<std::uint32_t>(plain - offset_);
        offset_ = plain;
        for (const std::size_t end = std::min(plain + 8, offset); offset_ < end; ++offset_) {
            step(static_cast<unsigned char>(text_[offset_]));
        }
    }
    return position_;
}

/// Goes past the byte at the offset.
void Locator::step(unsigned char byte) {
    const bool carriageReturnAlone =
        byte == '\r' && (offset_ + 1 == text_.size() || text_[offset_ + 1] != '\n');
    if (byte == '\n' || carriageReturnAlone) {
        ++position_.line;
        position_.column = 1;
    } else if ((byte & 0xC0u) != 0x80u) {
        ++position_.column;
    }
}

} // namespace sidetal::input
