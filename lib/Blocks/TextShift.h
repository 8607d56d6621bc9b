#pragma once

#include "sidetal/Support/Emphasis.h"
#include "sidetal/Support/Length.h"

namespace sidetal {

/// How far raised text stands above its line, lowered text below it (then negative); `size` is that of its
/// paragraph.
[[nodiscard]] constexpr Length baselineShift(Emphasis emphasis, Length size) {
    constexpr int kRaised = 330; // thousandths of an em
    constexpr int kLowered = 140;
    return emphasis.raised ? size * kRaised / 1000 : emphasis.lowered ? -(size * kLowered / 1000) : Length();
}

} // namespace sidetal
