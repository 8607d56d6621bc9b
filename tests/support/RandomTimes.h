#pragma once

#include <cstdint>
#include <cstdlib>

namespace sidetal::test {

/// How many times its usual number of cases a random test runs: once, and more often where
/// SIDETAL_RANDOM_TIMES says so, as it does for `tools/test --deep`.
inline std::uint64_t randomTimes() {
    const char* times = std::getenv("SIDETAL_RANDOM_TIMES");
    return times != nullptr ? std::strtoull(times, nullptr, 10) : 1;
}

} // namespace sidetal::test
