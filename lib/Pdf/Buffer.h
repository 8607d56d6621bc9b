#pragma once

#include "sidetal/Support/Length.h"

#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace sidetal {

/// The number of an indirect object (ISO 32000-1, 7.3.10); generations are always 0.
enum class ObjectNumber : std::uint32_t { None = 0 };

/// The `i`-th number of a block of numbers that begins with `first`.
[[nodiscard]] constexpr ObjectNumber operator+(ObjectNumber first, std::uint32_t i) {
    return static_cast<ObjectNumber>(static_cast<std::uint32_t>(first) + i);
}

/// A decimal number: `value` divided by ten to the power `places`.
struct Decimal {
    std::int64_t value = 0;
    unsigned places = 0; ///< 0 to 18
};

/// A coordinate, rounded half up to hundredths of a point (3.5 µm): what content streams carry.
[[nodiscard]] constexpr Decimal coordinate(Length length) {
    const std::int64_t shifted = length.milli() + 5;
    return {shifted / 10 - (shifted % 10 < 0 ? 1 : 0), 2};
}

/// A length exactly as it is, in thousandths of a point.
[[nodiscard]] constexpr Decimal exactly(Length length) {
    return {length.milli(), 3};
}

/// Bytes that are appended to and never zero-filled; clear() keeps the memory. Numbers come out the same in
/// every locale.
class Buffer {
  public:
    void clear() { size_ = 0; }
    /// Drops what follows the first `size` bytes.
    void truncate(std::size_t size) { size_ = size; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

    /// Makes room for `count` more bytes and returns where they go; they count once commit() says how many
    /// there are.
    [[nodiscard]] char* room(std::size_t count) {
        if (capacity_ - size_ < count) {
            grow(count);
        }
        return bytes_.get() + size_;
    }
    void commit(std::size_t count) { size_ += count; }
    /// Writes over what stands at `at`; `text` ends within the buffer.
    void overwrite(std::size_t at, std::string_view text) {
        assert(at + text.size() <= size_);
        std::memcpy(bytes_.get() + at, text.data(), text.size());
    }

    /// How many bytes beyond its end the source of appendShort() must have.
    static constexpr std::size_t kSlack = 16;
    /// As operator<<, for text that is mostly short: copies a fixed number of bytes where that is enough,
    /// without a call.
    void appendShort(std::string_view text) {
        if (text.size() <= kSlack) {
            std::memcpy(room(kSlack), text.data(), kSlack);
            size_ += text.size();
        } else {
            *this << text;
        }
    }

    Buffer& operator<<(std::string_view text);
    Buffer& operator<<(char c) {
        *room(1) = c;
        ++size_;
        return *this;
    }
    template <std::integral Number>
    requires(!std::same_as<Number, char> && !std::same_as<Number, bool>) Buffer& operator<<(Number number) {
        appendNumber(static_cast<std::int64_t>(number));
        return *this;
    }
    /// Without zeros at its end: "12.5", "-0.07", "3".
    Buffer& operator<<(Decimal number);
    /// A reference: "12 0 R".
    Buffer& operator<<(ObjectNumber number);

  private:
    void grow(std::size_t count);
    void appendNumber(std::int64_t number);

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

} // namespace sidetal
