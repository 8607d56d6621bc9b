#pragma once

#include "sidetal/Support/Length.h"

#include <cstdint>

namespace sidetal {

/// A percentage of another length, in thousandths of a percent: a size that follows the sheet's font.
class Percent {
  public:
    constexpr Percent() = default;
    [[nodiscard]] static constexpr Percent thousandths(std::int64_t value) { return Percent(value); }
    [[nodiscard]] static constexpr Percent whole(std::int64_t value) { return Percent(value * 1000); }

    [[nodiscard]] constexpr std::int64_t thousandths() const { return value_; }
    /// So much of `whole` (not negative), rounded to thousandths of a point, halves up.
    [[nodiscard]] constexpr Length of(Length whole) const {
        return Length::milli((whole.milli() * value_ + 50'000) / 100'000);
    }
    constexpr auto operator<=>(const Percent&) const = default;

  private:
    explicit constexpr Percent(std::int64_t value)
        : value_(value) {}
    std::int64_t value_ = 0;
};

} // namespace sidetal
