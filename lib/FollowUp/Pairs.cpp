#include "FollowUp/Pairs.h"

#include "FollowUp/Words.h"

#include <string_view>
#include <unordered_set>

namespace sidetal {

namespace {

std::vector<GoalPlace> placesOf(const GoalMatrix& matrix) {
    std::vector<GoalPlace> out;
    for (const Theme& theme : matrix.themes) {
        for (const Goal& goal : theme.goals) {
            out.push_back({&theme, &goal});
        }
    }
    return out;
}

std::string keyOf(std::string_view number, const Goal& goal) {
    return number.empty() ? "=" + wordsOf(goal.text) : "#" + std::string(number);
}

/// The number that a goal of the earlier matrix has now, where the table says so.
const std::string* newNumber(const Goal& goal, const Renumbering* renumbered) {
    if (renumbered == nullptr || goal.number.empty()) {
        return nullptr;
    }
    const auto found = renumbered->find(goal.number);
    return found == renumbered->end() ? nullptr : &found->second;
}

} // namespace

std::vector<GoalPair> goalPairs(const GoalMatrix& before, const GoalMatrix& now,
                                const Renumbering* renumbered) {
    const std::vector<GoalPlace> earlier = placesOf(before);
    Known<GoalPlace> known;
    // Those that the table names first: where another goal had their number, that one is gone.
    for (const bool named : {true, false}) {
        for (const GoalPlace& place : earlier) {
            const std::string* number = newNumber(*place.goal, renumbered);
            if ((number != nullptr) == named) {
                known.add(keyOf(named ? *number : place.goal->number, *place.goal), place);
            }
        }
    }
    std::vector<GoalPair> out;
    std::unordered_set<const Goal*> found;
    for (const GoalPlace& place : placesOf(now)) {
        const GoalPlace* other = known.take(keyOf(place.goal->number, *place.goal));
        out.push_back({other == nullptr ? GoalPlace() : *other, place});
        found.insert(out.back().before.goal);
    }
    for (const GoalPlace& place : earlier) {
        if (!found.contains(place.goal)) {
            out.push_back({place, {}});
        }
    }
    return out;
}

std::string keyOf(const Initiative& initiative) {
    return initiative.title.empty() ? wordsOf(initiative.description) : initiative.title;
}

} // namespace sidetal
