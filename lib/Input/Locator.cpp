#include "Input/Locator.h"

namespace sidetal::input {

SourcePos Locator::at(std::size_t offset) {
    if (offset < offset_) {
        offset_ = 0;
        position_ = {1, 1};
    }
    for (; offset_ < offset; ++offset_) {
        const auto byte = static_cast<unsigned char>(text_[offset_]);
        const bool carriageReturnAlone =
            byte == '\r' && (offset_ + 1 == text_.size() || text_[offset_ + 1] != '\n');
        if (byte == '\n' || carriageReturnAlone) {
            ++position_.line;
            position_.column = 1;
        } else if ((byte & 0xC0u) != 0x80u) {
            ++position_.column;
        }
    }
    return position_;
}

} // namespace sidetal::input
