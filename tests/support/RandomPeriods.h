#pragma once

#include "FollowUp/Comparison.h"

#include <cstdint>
#include <optional>

namespace sidetal::test {

/// Two periods of one follow-up.
struct Periods {
    GoalMatrix before;
    GoalMatrix now;
    std::optional<Renumbering> renumbered; ///< the table of their catalogue, where there is one
    [[nodiscard]] const Renumbering* table() const { return renumbered ? &*renumbered : nullptr; }
};

/// Random periods: of the second many goals are those of the first, some of them with other values, numbers,
/// themes, indicators and initiatives. Numbers, names and titles occur twice now and then, or are missing.
/// The same for the same seed.
[[nodiscard]] Periods randomPeriods(std::uint64_t seed);

} // namespace sidetal::test
