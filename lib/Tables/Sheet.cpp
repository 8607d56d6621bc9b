#include "sidetal/Tables/Sheet.h"

#include <limits>
#include <stdexcept>

namespace sidetal {

void Sheet::add(SheetCell cell, std::string_view text) {
    if (text.empty()) {
        return;
    }
    if (texts_.size() + text.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("a sheet's texts are larger than 4 GB");
    }
    cell.textBegin = static_cast<std::uint32_t>(texts_.size());
    cell.textLength = static_cast<std::uint32_t>(text.size());
    texts_ += text;
    cells_.push_back(cell);
}

} // namespace sidetal
