#pragma once

#include "support/RandomPeriods.h"

#include <map>
#include <string>

namespace sidetal::test {

/// What two periods differ in, found another way than lib/FollowUp finds it: each goal is written out as
/// lines of a field and its value, and the lines that only one of them has are the differences.
///
/// A goal's key is its number now (or its words) and which of several alike it is; its value is "new", "gone"
/// or the fields that differ: "status", "indicator Motion 0", "initiative Motion 0 owner".
using Differences = std::map<std::string, std::string>;

[[nodiscard]] Differences plainDifferences(const Periods& periods);

/// The same of what lib/FollowUp tells.
[[nodiscard]] Differences toldDifferences(const Periods& periods, const Comparison& comparison);

} // namespace sidetal::test
