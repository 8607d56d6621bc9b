#include "Versions/MatrixChanges.h"

#include "FollowUp/Pairs.h"
#include "FollowUp/Words.h"
#include "Versions/FieldChanges.h"
#include "Versions/Order.h"

#include <array>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>

namespace sidetal {

namespace {

using Of = MatrixChange::Of;

struct InitiativePair {
    const Initiative* before = nullptr;
    const Initiative* now = nullptr;
};

const Goal* thingOf(const GoalPlace& place) {
    return place.goal;
}
const Initiative* thingOf(const Initiative* initiative) {
    return initiative;
}
std::string wordsToKnow(const Goal& goal) {
    return wordsOf(goal.text);
}
std::string wordsToKnow(const Initiative& initiative) {
    return wordsOf(initiative.description);
}

/// Joins what is left of both versions and has the same words, which no other that is left has: a number or a
/// title was corrected.
template <class Pair>
void joinByWords(std::vector<Pair>& pairs) {
    struct Left {
        std::vector<Pair*> before;
        std::vector<Pair*> now;
    };
    std::unordered_map<std::string, Left> left;
    for (Pair& pair : pairs) {
        const auto* was = thingOf(pair.before);
        const auto* is = thingOf(pair.now);
        if (was != nullptr && is != nullptr) {
            continue;
        }
        std::string words = wordsToKnow(was != nullptr ? *was : *is);
        if (!words.empty()) {
            Left& alike = left[std::move(words)];
            (was != nullptr ? alike.before : alike.now).push_back(&pair);
        }
    }
    for (auto& [words, alike] : left) {
        if (alike.before.size() == 1 && alike.now.size() == 1) {
            std::swap(alike.now.front()->before, alike.before.front()->before);
        }
    }
    std::erase_if(pairs, [](const Pair& pair) {
        return thingOf(pair.before) == nullptr && thingOf(pair.now) == nullptr;
    });
}

std::string titleOf(const Theme& theme) {
    return theme.title;
}
std::string titleOf(const Goal& goal) {
    return beginningOf(goal.text);
}
std::string titleOf(const Initiative& initiative) {
    return initiative.title.empty() ? beginningOf(initiative.description) : initiative.title;
}

/// The things of a list that stood in `before` too, in another order than there: all but the longest row of
/// those that kept theirs. `earlierOf`: the same thing there; null where there is none.
template <class T, class EarlierOf>
std::unordered_set<const T*> movedOf(const std::vector<T>& now, const std::vector<T>& before,
                                     const EarlierOf& earlierOf) {
    std::vector<const T*> things;
    std::vector<std::size_t> places;
    for (const T& thing : now) {
        if (const T* earlier = earlierOf(thing)) {
            things.push_back(&thing);
            places.push_back(static_cast<std::size_t>(earlier - before.data()));
        }
    }
    const std::vector<bool> kept = inOrder(places);
    std::unordered_set<const T*> out;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (!kept[i]) {
            out.insert(things[i]);
        }
    }
    return out;
}

class MatrixVersions {
  public:
    MatrixVersions(const GoalMatrix& before, const GoalMatrix& now)
        : before_(before)
        , now_(now) {
        std::vector<GoalPair> pairs = goalPairs(before, now, nullptr);
        joinByWords(pairs);
        for (const GoalPair& pair : pairs) {
            if (pair.now.goal == nullptr) {
                removed_[pair.before.theme].push_back(pair.before.goal);
            } else {
                earlier_.emplace(pair.now.goal, pair.before);
            }
        }
        pairThemes();
    }

    MatrixCorrection compare() {
        // Which version it is and how it looks.
        static constexpr std::array<std::string_view, 6> kApart = {"date",  "version",  "style",
                                                                   "texts", "corrects", "themes"};
        MatrixChange whole;
        compareFields(before_, now_, {}, kApart, whole.fields);
        addChanged(std::move(whole));
        const auto moved = movedOf(now_.themes, before_.themes,
                                   [&](const Theme& theme) { return earlierThemes_.at(&theme); });
        for (const Theme& theme : now_.themes) {
            addTheme(theme, moved.contains(&theme));
        }
        for (const Theme& theme : before_.themes) {
            if (!foundThemes_.contains(&theme)) {
                add({Of::Theme, Change::Kind::Removed, {}, theme.title, {}, {}});
                addRemoved(theme);
            }
        }
        return std::move(out_);
    }

  private:
    /// By their titles; of those that are left by the first goal that both have.
    void pairThemes() {
        eachPair(
            before_.themes, now_.themes, [](const Theme& theme) { return theme.title; },
            [&](const Theme* was, const Theme* is) {
                if (is != nullptr) {
                    earlierThemes_[is] = was;
                    foundThemes_.insert(was);
                }
            });
        for (const Theme& theme : now_.themes) {
            const Theme*& was = earlierThemes_[&theme];
            for (auto goal = theme.goals.begin(); was == nullptr && goal != theme.goals.end(); ++goal) {
                const Theme* other = earlier_.at(&*goal).theme;
                if (other != nullptr && foundThemes_.insert(other).second) {
                    was = other;
                }
            }
        }
    }

    void add(MatrixChange change) { out_.changes.push_back(std::move(change)); }
    void addChanged(MatrixChange change) {
        if (!change.fields.empty()) {
            add(std::move(change));
        }
    }

    void addTheme(const Theme& theme, bool moved) {
        const Theme* was = earlierThemes_.at(&theme);
        if (was == nullptr) {
            add({Of::Theme, Change::Kind::Added, {}, theme.title, {}, {}});
        } else {
            static constexpr std::array<std::string_view, 1> kApart = {"goals"};
            addChanged(changed(Of::Theme, {}, *was, theme, kApart, moved));
        }
        std::unordered_set<const Goal*> movedGoals;
        if (was != nullptr) {
            movedGoals = movedOf(theme.goals, was->goals, [&](const Goal& goal) {
                const GoalPlace& earlier = earlier_.at(&goal);
                return earlier.theme == was ? earlier.goal : nullptr;
            });
        }
        for (const Goal& goal : theme.goals) {
            addGoal(theme, goal, movedGoals.contains(&goal));
        }
        if (was != nullptr) {
            addRemoved(*was);
        }
    }

    /// The goals that stood in a theme of the earlier version and are gone.
    void addRemoved(const Theme& theme) {
        if (const auto found = removed_.find(&theme); found != removed_.end()) {
            for (const Goal* goal : found->second) {
                add({Of::Goal, Change::Kind::Removed, goal->number, titleOf(*goal), {}, {}});
            }
        }
    }

    void addGoal(const Theme& theme, const Goal& goal, bool moved) {
        const GoalPlace& was = earlier_.at(&goal);
        if (was.goal == nullptr) {
            add({Of::Goal, Change::Kind::Added, goal.number, titleOf(goal), {}, {}});
            return;
        }
        static constexpr std::array<std::string_view, 1> kApart = {"initiatives"};
        MatrixChange change = changed(Of::Goal, goal.number, *was.goal, goal, kApart, moved);
        if (was.theme != earlierThemes_.at(&theme)) {
            change.fields.push_back(fieldChange("theme", was.theme->title, theme.title));
        }
        addChanged(std::move(change));
        addInitiatives(*was.goal, goal);
    }

    void addInitiatives(const Goal& before, const Goal& now) {
        std::vector<InitiativePair> pairs;
        eachPair(
            before.initiatives, now.initiatives, [](const Initiative& each) { return keyOf(each); },
            [&](const Initiative* was, const Initiative* is) {
                pairs.push_back({was, is});
            });
        joinByWords(pairs);
        std::unordered_map<const Initiative*, const Initiative*> earlier;
        for (const InitiativePair& pair : pairs) {
            earlier[pair.now] = pair.before;
        }
        const auto moved = movedOf(now.initiatives, before.initiatives,
                                   [&](const Initiative& each) { return earlier.at(&each); });
        for (const auto& [was, is] : pairs) {
            if (was == nullptr) {
                add({Of::Initiative, Change::Kind::Added, now.number, titleOf(*is), {}, {}});
            } else if (is == nullptr) {
                add({Of::Initiative, Change::Kind::Removed, now.number, titleOf(*was), {}, {}});
            } else {
                addChanged(changed(Of::Initiative, now.number, *was, *is, {}, moved.contains(is)));
            }
        }
    }

    template <class T>
    static MatrixChange changed(Of of, const std::string& number, const T& before, const T& now,
                                std::span<const std::string_view> apart, bool moved) {
        MatrixChange out{of, Change::Kind::Changed, number, titleOf(now), {}, {}};
        compareFields(before, now, {}, apart, out.fields);
        if (moved) {
            out.fields.push_back({"order", {}, {}, {}});
        }
        return out;
    }

    const GoalMatrix& before_;
    const GoalMatrix& now_;
    std::unordered_map<const Goal*, GoalPlace> earlier_; ///< of each goal of now; null: it is new
    std::unordered_map<const Theme*, std::vector<const Goal*>> removed_;
    std::unordered_map<const Theme*, const Theme*> earlierThemes_; ///< of each of now
    std::unordered_set<const Theme*> foundThemes_;                 ///< of before
    MatrixCorrection out_;
};

/// What a change is known by where a part of a matrix is shown.
std::string keyOf(Of of, const std::string& number, const std::string& title) {
    const char kind = static_cast<char>('0' + static_cast<int>(of));
    if (of == Of::Goal && !number.empty()) {
        return kind + number; // its words may have changed
    }
    return kind + number + '\n' + title;
}

void addKeys(const GoalMatrix& matrix, std::unordered_set<std::string>& keys) {
    for (const Theme& theme : matrix.themes) {
        const std::size_t committee = theme.title.find(": "); // before it, where goals stand under those
        keys.insert(keyOf(Of::Theme, {}, theme.title));
        if (committee != std::string::npos) {
            keys.insert(keyOf(Of::Theme, {}, theme.title.substr(committee + 2)));
        }
        for (const Goal& goal : theme.goals) {
            keys.insert(keyOf(Of::Goal, goal.number, titleOf(goal)));
            for (const Initiative& initiative : goal.initiatives) {
                keys.insert(keyOf(Of::Initiative, goal.number, titleOf(initiative)));
            }
        }
    }
}

} // namespace

MatrixCorrection correctionOf(const GoalMatrix& before, const GoalMatrix& after) {
    MatrixCorrection out = MatrixVersions(before, after).compare();
    out.version = before.header.version;
    out.date = before.header.date;
    return out;
}

MatrixCorrection narrowed(const MatrixCorrection& whole, const GoalMatrix& shown, const GoalMatrix* before) {
    std::unordered_set<std::string> keys;
    addKeys(shown, keys);
    if (before != nullptr) {
        addKeys(*before, keys);
    }
    MatrixCorrection out = whole;
    std::erase_if(out.changes, [&](const MatrixChange& change) {
        return change.of != Of::Matrix && !keys.contains(keyOf(change.of, change.number, change.title));
    });
    return out;
}

} // namespace sidetal
