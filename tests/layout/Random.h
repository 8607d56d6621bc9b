#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>

namespace sidetal::test {

/// Random numbers that are the same everywhere (std's distributions are not).
class Dice {
  public:
    explicit Dice(std::uint64_t seed)
        : engine_(seed) {}
    /// A number of [low, high].
    std::uint32_t between(std::uint32_t low, std::uint32_t high) {
        return low + static_cast<std::uint32_t>(engine_() % (high - low + 1));
    }
    /// True once in `in` throws.
    bool once(std::uint32_t in) { return between(1, in) == 1; }

  private:
    std::mt19937_64 engine_;
};

/// Calls `check` with the seeds of one shard of `cases` (SIDETAL_PROPERTY_CASES, else randomTimes() the
/// `usual`) from SIDETAL_PROPERTY_SEED (else 1) on, printing them, and fails at the first seed for which it tells a fault
/// or throws.
void forRandomCases(std::uint64_t shard, std::uint64_t shards, std::uint64_t usual,
                    const std::function<std::optional<std::string>(std::uint64_t seed)>& check);

} // namespace sidetal::test
