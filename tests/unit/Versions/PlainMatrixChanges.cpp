#include "PlainMatrixChanges.h"

#include "Documents/Documents.h"
#include "sidetal/Model/Document.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <vector>

namespace sidetal::test {

namespace {

class MatrixVersionMaker {
  public:
    explicit MatrixVersionMaker(std::uint64_t seed)
        : random_(seed) {}

    std::pair<GoalMatrix, GoalMatrix> make() {
        GoalMatrix before;
        before.header.version = "1";
        for (std::size_t i = below(4); i > 0; --i) {
            before.themes.push_back(theme());
        }
        lastBefore_ = last_;
        GoalMatrix after = before;
        after.header.version = "2";
        // A theme with another title is known by its goals, which then stay where they are.
        renames_ = once(3);
        for (std::size_t edits = below(7); edits > 0; --edits) {
            edit(after);
        }
        return {std::move(before), std::move(after)};
    }

  private:
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }
    bool once(std::size_t in) { return below(in) == 0; }
    std::uint32_t next() { return ++last_; }
    std::string name(const char* what) { return fmt::format("{} {}", what, next()); }
    /// No other text has it.
    RichText words() { return plainText(name("ord")); }
    std::string value() { return fmt::format("{}", below(3)); }
    template <class T>
    auto at(std::vector<T>& list, std::size_t end) {
        return list.begin() + static_cast<std::ptrdiff_t>(below(end));
    }

    Theme theme() {
        Theme out;
        out.title = name("Tema");
        out.source.line = next();
        for (std::size_t i = below(5); i > 0; --i) {
            out.goals.push_back(goal());
        }
        return out;
    }
    Goal goal() {
        Goal out;
        out.number = fmt::format("{}", next());
        out.text = words();
        out.source.line = next();
        for (std::size_t i = below(3); i > 0; --i) {
            out.initiatives.push_back(initiative());
        }
        return out;
    }
    Initiative initiative() {
        Initiative out;
        out.title = name("Indsats");
        out.description = words();
        out.source.line = next();
        return out;
    }

    template <class T, class Make>
    void editList(std::vector<T>& list, const Make& make) {
        switch (below(3)) {
        case 0:
            list.insert(at(list, list.size() + 1), make());
            break;
        case 1:
            if (!list.empty() && !renames_) {
                list.erase(at(list, list.size()));
            }
            break;
        default:
            if (list.size() > 1) {
                std::iter_swap(at(list, list.size()), at(list, list.size()));
            }
        }
    }

    void edit(GoalMatrix& matrix) {
        if (once(5)) {
            editMatrix(matrix);
        } else if (once(5)) {
            editList(matrix.themes, [&] { return theme(); });
        } else if (!matrix.themes.empty()) {
            editTheme(matrix, *at(matrix.themes, matrix.themes.size()));
        }
    }

    void editMatrix(GoalMatrix& matrix) {
        switch (below(5)) {
        case 0:
            matrix.header.title = value();
            break;
        case 1:
            matrix.period = Period{value(), {}, {}};
            break;
        case 2:
            matrix.committee = Committee{value(), {}};
            break;
        case 3:
            matrix.legend = {{LegendEntry::Mark::Prioritised, value(), {}, {}}};
            break;
        default:
            matrix.header.date = Date{2026, 1, 1}; // counts for nothing
        }
    }

    void editTheme(GoalMatrix& matrix, Theme& theme) {
        if (once(6)) {
            theme.vision = words();
        } else if (renames_ && once(3) && !theme.goals.empty() && !isNew(theme)) {
            theme.title = name("Tema");
        } else if (once(4)) {
            editList(theme.goals, [&] { return goal(); });
        } else if (!theme.goals.empty()) {
            const auto goal = at(theme.goals, theme.goals.size());
            if (once(6) && !renames_) {
                moveGoal(matrix, theme, goal);
            } else {
                editGoal(*goal);
            }
        }
    }

    /// Whether it has none of the goals that it had in the earlier version.
    [[nodiscard]] bool isNew(const Theme& theme) const {
        return theme.source.line > lastBefore_ || std::ranges::none_of(theme.goals, [&](const Goal& goal) {
                   return goal.source.line <= lastBefore_;
               });
    }

    void moveGoal(GoalMatrix& matrix, Theme& from, std::vector<Goal>::iterator at) {
        Goal moved = std::move(*at);
        from.goals.erase(at);
        std::vector<Goal>& to = matrix.themes[below(matrix.themes.size())].goals;
        to.insert(this->at(to, to.size() + 1), std::move(moved));
    }

    void editGoal(Goal& goal) {
        switch (below(9)) {
        case 0:
            goal.status = static_cast<GoalStatus>(below(6));
            break;
        case 1:
            goal.trend = static_cast<Trend>(below(4));
            break;
        case 2:
            goal.prioritised = !goal.prioritised;
            break;
        case 3:
            goal.committees = {value()};
            break;
        case 4:
            goal.indicators.emplace_back().actual = value();
            break;
        case 5: // either of what it is known by
            if (edited_.insert(goal.source.line).second) {
                if (once(2)) {
                    goal.text = words();
                } else {
                    goal.number = fmt::format("{}", next());
                }
            }
            break;
        case 6:
            editList(goal.initiatives, [&] { return initiative(); });
            break;
        default:
            if (!goal.initiatives.empty()) {
                editInitiative(*at(goal.initiatives, goal.initiatives.size()));
            }
        }
    }

    void editInitiative(Initiative& initiative) {
        switch (below(6)) {
        case 0:
            initiative.status = static_cast<GoalStatus>(below(6));
            break;
        case 1:
            initiative.owner = value();
            break;
        case 2:
            initiative.deadline = Date{2026, 1, static_cast<std::uint8_t>(1 + below(3))};
            break;
        case 3:
            initiative.followUp = words();
            break;
        case 4:
            initiative.partners = words();
            break;
        default:
            if (edited_.insert(initiative.source.line).second) {
                if (once(2)) {
                    initiative.description = words();
                } else {
                    initiative.title = name("Indsats");
                }
            }
        }
    }

    std::mt19937_64 random_;
    std::uint32_t last_ = 0;
    std::uint32_t lastBefore_ = 0; ///< of the earlier version
    bool renames_ = false;
    std::set<std::uint32_t> edited_; ///< of whose marks one was changed
};

/// A theme, goal or initiative as texts.
struct PlainThing {
    std::string name;                          ///< "goal 3"
    std::map<std::string, std::string> fields; ///< as JSON
    std::uint32_t parent = 0;
};

struct PlainMatrix {
    std::map<std::uint32_t, PlainThing> things; ///< by the line of their place
    std::vector<std::uint32_t> order;
    std::map<std::string, std::string> fields;
};

std::string jsonOf(const std::function<void(GoalMatrix&)>& fill) {
    GoalMatrix matrix;
    fill(matrix);
    return input::writeJson(Document(matrix));
}

std::string goalJson(const std::function<void(Goal&)>& fill) {
    return jsonOf([&](GoalMatrix& matrix) { fill(matrix.themes.emplace_back().goals.emplace_back()); });
}

std::string initiativeJson(const std::function<void(Initiative&)>& fill) {
    return goalJson([&](Goal& goal) { fill(goal.initiatives.emplace_back()); });
}

std::map<std::string, std::string> fieldsOf(const Goal& goal, std::uint32_t theme) {
    return {{"number", goal.number},
            {"theme", fmt::format("{}", theme)},
            {"text", goalJson([&](Goal& to) { to.text = goal.text; })},
            {"status", goalJson([&](Goal& to) { to.status = goal.status; })},
            {"trend", goalJson([&](Goal& to) { to.trend = goal.trend; })},
            {"prioritised", goalJson([&](Goal& to) { to.prioritised = goal.prioritised; })},
            {"committees", goalJson([&](Goal& to) { to.committees = goal.committees; })},
            {"indicators", goalJson([&](Goal& to) { to.indicators = goal.indicators; })}};
}

std::map<std::string, std::string> fieldsOf(const Initiative& of) {
    return {{"title", of.title},
            {"owner", of.owner},
            {"description", initiativeJson([&](Initiative& to) { to.description = of.description; })},
            {"partners", initiativeJson([&](Initiative& to) { to.partners = of.partners; })},
            {"status", initiativeJson([&](Initiative& to) { to.status = of.status; })},
            {"deadline", initiativeJson([&](Initiative& to) { to.deadline = of.deadline; })},
            {"followUp", initiativeJson([&](Initiative& to) { to.followUp = of.followUp; })}};
}

PlainMatrix plainOf(const GoalMatrix& matrix) {
    PlainMatrix out;
    const auto add = [&](std::uint32_t line, PlainThing thing) {
        out.things.emplace(line, std::move(thing));
        out.order.push_back(line);
    };
    for (const Theme& theme : matrix.themes) {
        const std::uint32_t themeLine = theme.source.line;
        add(themeLine,
            {"theme " + theme.title,
             {{"title", theme.title},
              {"vision", jsonOf([&](GoalMatrix& to) { to.themes.emplace_back().vision = theme.vision; })}}});
        for (const Goal& goal : theme.goals) {
            add(goal.source.line, {"goal " + goal.number, fieldsOf(goal, themeLine), themeLine});
            for (const Initiative& each : goal.initiatives) {
                add(each.source.line, {"initiative " + each.title, fieldsOf(each), goal.source.line});
            }
        }
    }
    out.fields = {{"title", matrix.header.title},
                  {"period", jsonOf([&](GoalMatrix& to) { to.period = matrix.period; })},
                  {"committee", jsonOf([&](GoalMatrix& to) { to.committee = matrix.committee; })},
                  {"legend", jsonOf([&](GoalMatrix& to) { to.legend = matrix.legend; })}};
    return out;
}

std::vector<std::string> differingKeys(const std::map<std::string, std::string>& a,
                                       const std::map<std::string, std::string>& b) {
    std::vector<std::string> out;
    for (const auto& [key, value] : a) {
        if (value != b.at(key)) {
            out.push_back(key);
        }
    }
    return out;
}

/// Of each parent the things that it has in both versions, in their order in one.
std::map<std::uint32_t, std::vector<std::uint32_t>> sharedOrder(const PlainMatrix& one,
                                                                const PlainMatrix& other) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> out;
    for (const std::uint32_t line : one.order) {
        const auto found = other.things.find(line);
        if (found != other.things.end() && found->second.parent == one.things.at(line).parent) {
            out[found->second.parent].push_back(line);
        }
    }
    return out;
}

/// An initiative goes and comes with its goal, and is not told of beside it.
bool isTold(const PlainThing& thing, const PlainMatrix& other) {
    return !thing.name.starts_with("initiative") || other.things.contains(thing.parent);
}

} // namespace

std::pair<GoalMatrix, GoalMatrix> randomMatrixVersions(std::uint64_t seed) {
    return MatrixVersionMaker(seed).make();
}

std::set<std::string> plainMatrixChanges(const GoalMatrix& before, const GoalMatrix& after) {
    const PlainMatrix was = plainOf(before);
    const PlainMatrix is = plainOf(after);
    std::set<std::string> out;
    for (const auto& [line, thing] : was.things) {
        const auto found = is.things.find(line);
        if (found == is.things.end()) {
            if (isTold(thing, is)) {
                out.insert("removed " + thing.name);
            }
        } else if (const auto fields = differingKeys(thing.fields, found->second.fields); !fields.empty()) {
            out.insert(fmt::format("changed {}: {}", found->second.name, fmt::join(fields, ", ")));
        }
    }
    for (const auto& [line, thing] : is.things) {
        if (!was.things.contains(line) && isTold(thing, was)) {
            out.insert("added " + thing.name);
        }
    }
    const auto orderBefore = sharedOrder(was, is);
    for (const auto& [parent, order] : sharedOrder(is, was)) {
        if (orderBefore.at(parent) != order) {
            const std::string& name = is.things.at(order.front()).name;
            out.insert("order of " + name.substr(0, name.find(' ')) + "s");
        }
    }
    if (const auto fields = differingKeys(was.fields, is.fields); !fields.empty()) {
        out.insert(fmt::format("matrix: {}", fmt::join(fields, ", ")));
    }
    return out;
}

} // namespace sidetal::test
