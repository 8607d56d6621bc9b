#include "support/RandomPeriods.h"

#include "layout/Random.h"

#include <algorithm>
#include <array>
#include <string>

namespace sidetal::test {

namespace {

constexpr std::array kWords = {"Motion", "Røgfri skoletid", "Natur & vand", "Flere frivillige", "Æblehaver"};

class PeriodWriter {
  public:
    explicit PeriodWriter(std::uint64_t seed)
        : dice_(seed) {}

    Periods write() {
        Periods out;
        out.before.columns = columns();
        out.before.period = Period{"1. halvår", {}, {}};
        for (std::uint32_t t = dice_.between(0, 4); t > 0; --t) {
            Theme& theme = out.before.themes.emplace_back();
            theme.title = "Tema " + std::to_string(t);
            for (std::uint32_t g = dice_.between(0, 5); g > 0; --g) {
                theme.goals.push_back(goal());
            }
        }
        out.now = out.before;
        out.now.period = Period{"2. halvår", {}, {}};
        change(out.now);
        if (dice_.once(2)) {
            renumber(out);
        }
        return out;
    }

  private:
    std::string word() { return kWords[dice_.between(0, kWords.size() - 1)]; }
    RichText text() { return dice_.once(5) ? RichText() : plainText(word() + " i " + word() + "."); }
    std::string figure() { return dice_.once(5) ? "" : std::to_string(dice_.between(0, 99)); }
    GoalStatus status() { return static_cast<GoalStatus>(dice_.between(0, 5)); }
    std::optional<Date> date() {
        return dice_.once(3) ? std::nullopt
                             : std::optional(Date{2026, static_cast<std::uint8_t>(dice_.between(1, 12)), 1});
    }

    /// Those of a follow-up; now and then without some, and in another order.
    std::vector<MatrixColumn> columns() {
        using Key = MatrixColumn::Key;
        std::vector<MatrixColumn> out;
        for (const Key key : {Key::Theme, Key::Number, Key::Goal, Key::Status, Key::Trend, Key::Indicator,
                              Key::Initiatives, Key::Owner, Key::Deadline}) {
            if (!dice_.once(8)) {
                out.push_back({key, {}, {}, {}, {}});
            }
        }
        if (dice_.once(4)) {
            std::ranges::reverse(out);
        }
        return out;
    }

    Indicator indicator() {
        Indicator out;
        out.name = dice_.once(6) ? "" : word();
        out.unit = dice_.once(2) ? "%" : "";
        out.target = figure();
        out.actual = figure();
        out.baseline = figure();
        out.date = date();
        out.better = static_cast<Indicator::Better>(dice_.between(0, 2));
        if (dice_.once(3)) {
            out.series = {{Date{2024, 1, 1}, "1"}, {Date{2025, 1, 1}, std::to_string(dice_.between(1, 9))}};
        }
        return out;
    }

    Initiative initiative() {
        Initiative out;
        out.title = dice_.once(5) ? "" : word();
        out.description = text();
        out.partners = text();
        out.status = status();
        out.owner = dice_.once(3) ? "" : word();
        out.deadline = date();
        out.followUp = text();
        return out;
    }

    Goal goal() {
        Goal out;
        out.number = dice_.once(8) ? "" : std::to_string(dice_.between(1, 3)) + "." + figure();
        out.text = plainText(word() + " for " + word() + ".");
        out.prioritised = dice_.once(3);
        out.status = status();
        out.trend = static_cast<Trend>(dice_.between(0, 3));
        for (std::uint32_t i = dice_.between(0, 2); i > 0; --i) {
            out.indicators.push_back(indicator());
        }
        for (std::uint32_t i = dice_.between(0, 3); i > 0; --i) {
            out.initiatives.push_back(initiative());
        }
        return out;
    }

    template <class T, class Make>
    void changeList(std::vector<T>& list, const Make& make) {
        if (!list.empty() && dice_.once(4)) {
            list.erase(list.begin() + dice_.between(0, static_cast<std::uint32_t>(list.size() - 1)));
        }
        if (dice_.once(4)) {
            list.insert(list.begin() + dice_.between(0, static_cast<std::uint32_t>(list.size())), make());
        }
    }

    void change(Initiative& initiative) {
        const auto other = this->initiative();
        initiative.status = dice_.once(3) ? other.status : initiative.status;
        initiative.owner = dice_.once(5) ? other.owner : initiative.owner;
        initiative.deadline = dice_.once(5) ? other.deadline : initiative.deadline;
        initiative.followUp = dice_.once(5) ? other.followUp : initiative.followUp;
        initiative.description = dice_.once(5) ? other.description : initiative.description;
        initiative.title = dice_.once(9) ? other.title : initiative.title;
    }

    void change(Goal& goal) {
        const Goal other = this->goal();
        goal.status = dice_.once(3) ? other.status : goal.status;
        goal.trend = dice_.once(4) ? other.trend : goal.trend;
        goal.text = dice_.once(6) ? other.text : goal.text;
        goal.prioritised = dice_.once(6) ? other.prioritised : goal.prioritised;
        goal.number = dice_.once(12) ? other.number : goal.number;
        for (Indicator& each : goal.indicators) {
            each.actual = dice_.once(2) ? figure() : each.actual;
            each.target = dice_.once(6) ? figure() : each.target;
        }
        for (Initiative& each : goal.initiatives) {
            change(each);
        }
        changeList(goal.indicators, [&] { return indicator(); });
        changeList(goal.initiatives, [&] { return initiative(); });
    }

    void change(GoalMatrix& matrix) {
        for (Theme& theme : matrix.themes) {
            theme.title += dice_.once(9) ? " og mere" : "";
            changeList(theme.goals, [&] { return goal(); });
            for (Goal& goal : theme.goals) {
                if (dice_.once(2)) {
                    change(goal);
                }
            }
        }
    }

    /// Some goals have other numbers now, each by the table.
    void renumber(Periods& periods) {
        Renumbering& table = periods.renumbered.emplace();
        for (Theme& theme : periods.now.themes) {
            for (Goal& goal : theme.goals) {
                if (!goal.number.empty() && dice_.once(4)) {
                    const std::string before = goal.number;
                    goal.number = dice_.once(3) ? "9." + figure() : this->goal().number;
                    if (!goal.number.empty()) {
                        table.emplace(before, goal.number);
                    }
                }
            }
        }
    }

    Dice dice_;
};

} // namespace

Periods randomPeriods(std::uint64_t seed) {
    return PeriodWriter(seed).write();
}

} // namespace sidetal::test
