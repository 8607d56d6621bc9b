#pragma once

#include "sidetal/Model/GoalMatrix.h"
#include "sidetal/Model/Renumbering.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sidetal {

/// Things of an earlier matrix by what they are known by: of several alike the first is found first.
template <class T>
class Known {
  public:
    void add(std::string key, const T& thing) { byKey_[std::move(key)].things.push_back(&thing); }

    /// The next of those that `key` has; null where none is left.
    const T* take(const std::string& key) {
        const auto found = byKey_.find(key);
        if (found == byKey_.end() || found->second.taken == found->second.things.size()) {
            return nullptr;
        }
        return found->second.things[found->second.taken++];
    }

  private:
    struct Alike {
        std::vector<const T*> things;
        std::size_t taken = 0;
    };
    std::unordered_map<std::string, Alike> byKey_;
};

/// Calls `pair(before, now)` for each of `now` in its order with that of `before` of the same key, or null;
/// then pair(before, null) for each that is left of `before`.
template <class T, class Key, class Pair>
void eachPair(const std::vector<T>& before, const std::vector<T>& now, const Key& keyOf, const Pair& pair) {
    if (before.empty() && now.empty()) {
        return;
    }
    Known<T> known;
    for (const T& each : before) {
        known.add(keyOf(each), each);
    }
    std::vector<const T*> found;
    for (const T& each : now) {
        const T* other = known.take(keyOf(each));
        found.push_back(other);
        pair(other, &each);
    }
    std::ranges::sort(found);
    for (const T& each : before) {
        if (!std::ranges::binary_search(found, &each)) {
            pair(&each, nullptr);
        }
    }
}

/// A goal in its theme.
struct GoalPlace {
    const Theme* theme = nullptr;
    const Goal* goal = nullptr;
};

/// A goal of two matrices, or of one: what the other has not got is null.
struct GoalPair {
    GoalPlace before;
    GoalPlace now;
};

/// Each goal of `now` in its order with the same one of `before`, then what is left of that in its order. A
/// goal is known by its number, which `renumbered` may give it (null: no table is known), one without a
/// number by its words. The pairs point into both matrices.
[[nodiscard]] std::vector<GoalPair> goalPairs(const GoalMatrix& before, const GoalMatrix& now,
                                              const Renumbering* renumbered);

/// What an initiative is known by among those of its goal: its title, or its words.
[[nodiscard]] std::string keyOf(const Initiative& initiative);

} // namespace sidetal
