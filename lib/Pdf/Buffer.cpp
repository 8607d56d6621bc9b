#include "Pdf/Buffer.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sidetal {

namespace {

constexpr std::size_t kLongestNumber = 24;

/// Writes `number` at `to` and returns where it ends.
char* writeDigits(char* to, std::uint64_t number) {
    std::array<char, kLongestNumber> reversed{};
    std::size_t count = 0;
    do {
        reversed[count++] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number != 0);
    while (count != 0) {
        *to++ = reversed[--count];
    }
    return to;
}

/// Writes a minus where `number` is negative, moves `to` past it and returns the magnitude.
std::uint64_t writeSign(char*& to, std::int64_t number) {
    if (number >= 0) {
        return static_cast<std::uint64_t>(number);
    }
    *to++ = '-';
    return 0 - static_cast<std::uint64_t>(number);
}

} // namespace

void Buffer::grow(std::size_t count) {
    const std::size_t wanted = std::max(capacity_ * 2, size_ + count + 256);
    auto bytes = std::make_unique_for_overwrite<char[]>(wanted);
    if (size_ != 0) {
        std::memcpy(bytes.get(), bytes_.get(), size_);
    }
    bytes_ = std::move(bytes);
    capacity_ = wanted;
}

Buffer& Buffer::operator<<(std::string_view text) {
    if (!text.empty()) {
        std::memcpy(room(text.size()), text.data(), text.size());
        size_ += text.size();
    }
    return *this;
}

void Buffer::appendNumber(std::int64_t number) {
    char* const begin = room(kLongestNumber);
    char* to = begin;
    const std::uint64_t magnitude = writeSign(to, number);
    size_ += static_cast<std::size_t>(writeDigits(to, magnitude) - begin);
}

Buffer& Buffer::operator<<(Decimal number) {
    char* const begin = room(2 * kLongestNumber);
    char* to = begin;
    const std::uint64_t magnitude = writeSign(to, number.value);
    std::uint64_t unit = 1;
    for (unsigned i = 0; i < number.places; ++i) {
        unit *= 10;
    }
    to = writeDigits(to, magnitude / unit);
    std::uint64_t rest = magnitude % unit;
    if (rest != 0) {
        *to++ = '.';
        for (; rest != 0; rest %= unit) {
            unit /= 10;
            *to++ = static_cast<char>('0' + rest / unit);
        }
    }
    size_ += static_cast<std::size_t>(to - begin);
    return *this;
}

Buffer& Buffer::operator<<(ObjectNumber number) {
    return *this << static_cast<std::uint32_t>(number) << std::string_view(" 0 R");
}

} // namespace sidetal
