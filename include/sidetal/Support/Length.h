#pragma once

#include "sidetal/Export.h"

#include <compare>
#include <cstdint>
#include <string>

namespace sidetal {

/// A length in thousandths of a typographic point (1/72 inch); layout knows no floating point.
/// Range: about ±9.2e15 pt. Arithmetic is exact integer arithmetic.
class Length {
  public:
    constexpr Length() = default;

    /// A length of `value` thousandths of a point.
    [[nodiscard]] static constexpr Length milli(std::int64_t value) { return Length(value); }
    /// A length of `value` whole points.
    [[nodiscard]] static constexpr Length points(std::int64_t value) { return Length(value * 1000); }

    /// The length in thousandths of a point.
    [[nodiscard]] constexpr std::int64_t milli() const { return value_; }

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator-() const { return Length(-value_); }
    constexpr Length& operator+=(Length other) {
        value_ += other.value_;
        return *this;
    }
    constexpr Length& operator-=(Length other) {
        value_ -= other.value_;
        return *this;
    }
    friend constexpr Length operator+(Length a, Length b) { return Length(a.value_ + b.value_); }
    friend constexpr Length operator-(Length a, Length b) { return Length(a.value_ - b.value_); }
    friend constexpr Length operator*(Length a, std::int64_t factor) { return Length(a.value_ * factor); }
    friend constexpr Length operator/(Length a, std::int64_t divisor) { return Length(a.value_ / divisor); }

  private:
    explicit constexpr Length(std::int64_t value)
        : value_(value) {}
    std::int64_t value_ = 0;
};

/// The length in points for people: "9", "340.157"; at most three decimals, none that is a closing zero.
[[nodiscard]] SIDETAL_API std::string formatPoints(Length length);

namespace literals {
/// Whole points: `12_pt`.
constexpr Length operator""_pt(unsigned long long value) {
    return Length::points(static_cast<std::int64_t>(value));
}
} // namespace literals

} // namespace sidetal
