#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <cstddef>
#include <string_view>

namespace sidetal::input {

/// Turns byte offsets of a text into lines and columns (in code points). Cheap where offsets rise, as they do
/// while reading: each byte is then looked at once. Line ends are LF, CR LF and a CR alone.
class Locator {
  public:
    explicit Locator(std::string_view text)
        : text_(text) {}

    /// The place of byte `offset`, at most the text's size.
    [[nodiscard]] SourcePos at(std::size_t offset);

  private:
    void step(unsigned char byte);

    std::string_view text_;
    std::size_t offset_ = 0;
    SourcePos position_{1, 1};
};

} // namespace sidetal::input
