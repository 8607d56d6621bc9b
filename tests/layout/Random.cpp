#include "layout/Random.h"

#include "support/RandomTimes.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace sidetal::test {

namespace {

std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    const char* value = std::getenv(name);
    return value != nullptr ? std::strtoull(value, nullptr, 10) : otherwise;
}

} // namespace

void forRandomCases(std::uint64_t shard, std::uint64_t shards, std::uint64_t usual,
                    const std::function<std::optional<std::string>(std::uint64_t seed)>& check) {
    const std::uint64_t cases = fromEnvironment("SIDETAL_PROPERTY_CASES", usual * randomTimes());
    const std::uint64_t base = fromEnvironment("SIDETAL_PROPERTY_SEED", 1);
    const std::uint64_t begin = base + cases * shard / shards;
    const std::uint64_t end = base + cases * (shard + 1) / shards;
    fmt::print("seeds {} to {}\n", begin, end - 1);
    for (std::uint64_t seed = begin; seed < end; ++seed) {
        std::optional<std::string> fault;
        try {
            fault = check(seed);
        } catch (const std::exception& error) {
            fault = error.what();
        }
        ASSERT_FALSE(fault) << *fault << "; again with SIDETAL_PROPERTY_CASES=" << shards
                            << " SIDETAL_PROPERTY_SEED=" << seed;
    }
}

} // namespace sidetal::test
