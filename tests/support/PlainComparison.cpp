#include "support/PlainComparison.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <vector>

namespace sidetal::test {

namespace {

/// The words of a text of one paragraph, as random periods have them.
std::string wordsIn(const RichText& text) {
    return text.empty() ? "" : std::get<TextParagraph>(text.blocks.front()).spans.front().text;
}

std::string dayOf(const std::optional<Date>& date) {
    return date ? formatIso(*date) : "";
}

std::string written(const Indicator& each) {
    std::string out = fmt::format("{}|{}|{}|{}|{}|{}|{}", each.unit, each.baseline, each.target, each.actual,
                                  dayOf(each.date), each.source, static_cast<int>(each.better));
    for (const auto& [day, figure] : each.series) {
        out += fmt::format("|{}={}", formatIso(day), figure);
    }
    return out;
}

using Fields = std::map<std::string, std::string>;

/// Names things by what they are called and which of several alike they are.
class Numberer {
  public:
    std::string operator()(const std::string& name) { return fmt::format("{} {}", name, times_[name]++); }

  private:
    std::map<std::string, int> times_;
};

Fields fieldsOf(const Theme& theme, const Goal& goal) {
    Fields out{{"status", std::to_string(static_cast<int>(goal.status))},
               {"trend", std::to_string(static_cast<int>(goal.trend))},
               {"wording", wordsIn(goal.text)},
               {"priority", goal.prioritised ? "yes" : "no"},
               {"number", goal.number},
               {"theme", theme.title}};
    Numberer indicators;
    for (const Indicator& each : goal.indicators) {
        out["indicator " + indicators(each.name)] = written(each);
    }
    Numberer initiatives;
    for (const Initiative& each : goal.initiatives) {
        const std::string name =
            "initiative " + initiatives(each.title.empty() ? wordsIn(each.description) : each.title);
        out[name] = "there";
        out[name + " status"] = std::to_string(static_cast<int>(each.status));
        out[name + " deadline"] = dayOf(each.deadline);
        out[name + " owner"] = each.owner;
        out[name + " wording"] = wordsIn(each.description) + "|" + wordsIn(each.partners);
        out[name + " follow-up"] = wordsIn(each.followUp);
    }
    return out;
}

std::string keyOf(const std::string& number, const Goal& goal) {
    return number.empty() ? "words " + wordsIn(goal.text) : "number " + number;
}

using Written = std::map<std::string, Fields>;

Written writtenNow(const GoalMatrix& matrix) {
    Written out;
    Numberer names;
    for (const Theme& theme : matrix.themes) {
        for (const Goal& goal : theme.goals) {
            out[names(keyOf(goal.number, goal))] = fieldsOf(theme, goal);
        }
    }
    return out;
}

/// By the numbers that the goals have now; those that the table names count first.
Written writtenBefore(const Periods& periods) {
    Written out;
    Numberer names;
    for (const bool named : {true, false}) {
        for (const Theme& theme : periods.before.themes) {
            for (const Goal& goal : theme.goals) {
                const bool known =
                    periods.renumbered && !goal.number.empty() && periods.renumbered->contains(goal.number);
                if (known == named) {
                    const std::string& number = known ? periods.renumbered->at(goal.number) : goal.number;
                    out[names(keyOf(number, goal))] = fieldsOf(theme, goal);
                }
            }
        }
    }
    return out;
}

/// The fields that only one has, or that differ; of an initiative that only one has, itself alone.
std::string difference(const Fields& before, const Fields& now) {
    std::set<std::string> names;
    for (const Fields* each : {&before, &now}) {
        for (const auto& [name, value] : *each) {
            names.insert(name);
        }
    }
    std::vector<std::string> out;
    std::string alone = "\n"; // what only one has
    for (const std::string& name : names) {
        const auto a = before.find(name);
        const auto b = now.find(name);
        if (a != before.end() && b != now.end()) {
            if (a->second != b->second) {
                out.push_back(name);
            }
        } else if (!name.starts_with(alone + " ")) {
            out.push_back(name);
            alone = name;
        }
    }
    return fmt::format("{}", fmt::join(out, ", "));
}

} // namespace

Differences plainDifferences(const Periods& periods) {
    const Written before = writtenBefore(periods);
    const Written now = writtenNow(periods.now);
    Differences out;
    for (const auto& [key, fields] : now) {
        const auto other = before.find(key);
        const std::string what = other == before.end() ? "new" : difference(other->second, fields);
        if (!what.empty()) {
            out[key] = what;
        }
    }
    for (const auto& [key, fields] : before) {
        if (!now.contains(key)) {
            out[key] = "gone";
        }
    }
    return out;
}

namespace {

/// Names each goal of a period as the plain comparison does.
std::map<const Goal*, std::string> keysOf(const GoalMatrix& matrix, const Renumbering* table) {
    std::map<const Goal*, std::string> out;
    Numberer names;
    for (const bool named : {true, false}) {
        for (const Theme& theme : matrix.themes) {
            for (const Goal& goal : theme.goals) {
                const auto found = table == nullptr || goal.number.empty() ? Renumbering::const_iterator()
                                                                           : table->find(goal.number);
                const bool known = table != nullptr && !goal.number.empty() && found != table->end();
                if (known == named) {
                    out[&goal] = names(keyOf(known ? found->second : goal.number, goal));
                }
            }
        }
    }
    return out;
}

template <class T, class Name>
std::map<const T*, std::string> namesOf(const std::vector<T>& list, const Name& nameOf) {
    std::map<const T*, std::string> out;
    Numberer names;
    for (const T& each : list) {
        out[&each] = names(nameOf(each));
    }
    return out;
}

std::string toldOf(const GoalChange& change) {
    std::set<std::string> out;
    const auto add = [&](bool differs, const std::string& name) {
        if (differs) {
            out.insert(name);
        }
    };
    add(change.status, "status");
    add(change.trend, "trend");
    add(change.wording, "wording");
    add(change.priority, "priority");
    add(change.number, "number");
    add(change.theme, "theme");
    const auto indicatorName = [](const Indicator& each) { return each.name; };
    const auto indicatorsNow = namesOf(change.now.goal->indicators, indicatorName);
    const auto indicatorsBefore = namesOf(change.before.goal->indicators, indicatorName);
    for (const IndicatorChange& each : change.figures) {
        out.insert("indicator " +
                   (each.now != nullptr ? indicatorsNow.at(each.now) : indicatorsBefore.at(each.before)));
    }
    const auto initiativeName = [](const Initiative& each) {
        return each.title.empty() ? wordsIn(each.description) : each.title;
    };
    const auto initiativesNow = namesOf(change.now.goal->initiatives, initiativeName);
    const auto initiativesBefore = namesOf(change.before.goal->initiatives, initiativeName);
    for (const InitiativeChange& each : change.initiatives) {
        const std::string name = "initiative " + (each.now != nullptr ? initiativesNow.at(each.now)
                                                                      : initiativesBefore.at(each.before));
        add(each.now == nullptr || each.before == nullptr, name);
        add(each.status, name + " status");
        add(each.deadline, name + " deadline");
        add(each.owner, name + " owner");
        add(each.wording, name + " wording");
        add(each.followUp, name + " follow-up");
    }
    return fmt::format("{}", fmt::join(out, ", "));
}

} // namespace

Differences toldDifferences(const Periods& periods, const Comparison& comparison) {
    const auto now = keysOf(periods.now, nullptr);
    const auto before = keysOf(periods.before, periods.table());
    Differences out;
    for (const GoalChange& change : comparison.changes()) {
        switch (change.kind) {
        case GoalChange::Kind::New:
            out[now.at(change.now.goal)] = "new";
            break;
        case GoalChange::Kind::Gone:
            out[before.at(change.before.goal)] = "gone";
            break;
        case GoalChange::Kind::Changed:
            out[now.at(change.now.goal)] = toldOf(change);
            break;
        }
    }
    return out;
}

} // namespace sidetal::test
