#include "Selection/SelectGoals.h"

#include "Selection/GoalNames.h"
#include "Support/Names.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <unordered_map>
#include <utility>

namespace sidetal {

namespace {

using namespace selection;
using Sort = GoalSelection::Sort;
using Group = GoalSelection::Group;

/// The names of one kind that a matrix has, as it spells each first, and which of them are asked for.
class Known {
  public:
    void add(const std::string& name) {
        if (!name.empty()) {
            byFolded_.try_emplace(folded(name), name);
        }
    }

    /// Looks for what is asked for, and spells it as the matrix does. Where the matrix does not have it that
    /// is told: `what` it would be, as in "no goal is of the committee".
    void ask(std::vector<GoalSelection::Name>& names, std::string_view code, std::string_view what,
             std::string_view path, std::uint32_t source, Diagnostics& diagnostics) {
        for (GoalSelection::Name& name : names) {
            const auto found = byFolded_.find(folded(name.text));
            if (found != byFolded_.end()) {
                asked_.insert(*found);
                name.text = found->second;
                continue;
            }
            SourcePos place = name.source;
            place.source = source;
            diagnostics.error(code, fmt::format("{} {}", what, inQuotes(name.text)), place, std::string(path),
                              notes(name.text));
        }
    }

    [[nodiscard]] bool isAsked(const std::string& name) const { return asked_.contains(folded(name)); }

  private:
    [[nodiscard]] std::vector<std::string> notes(const std::string& wanted) const {
        std::vector<std::string_view> names;
        for (const auto& [key, name] : byFolded_) {
            names.emplace_back(name);
        }
        if (names.empty()) {
            return {"the matrix names none"};
        }
        if (const auto nearest = nearestName(wanted, names)) {
            return {fmt::format("nearest known name: '{}'", *nearest)};
        }
        constexpr std::size_t kMost = 10;
        const std::size_t more = names.size() > kMost ? names.size() - kMost : 0;
        names.resize(names.size() - more);
        return {fmt::format("known names: {}{}", quotedList(names),
                            more > 0 ? fmt::format(" and {} more", more) : std::string())};
    }

    std::map<std::string, std::string> byFolded_;
    std::map<std::string, std::string> asked_;
};

/// Where a status stands in the order of what needs a hand first.
int urgency(GoalStatus status) {
    constexpr std::array kOrder = {GoalStatus::NotReached, GoalStatus::Partly,      GoalStatus::OnTrack,
                                   GoalStatus::Reached,    GoalStatus::NotAssessed, GoalStatus::Unspecified};
    return static_cast<int>(std::ranges::find(kOrder, status) - kOrder.begin());
}

/// A day after all others stands for none.
Date dueOf(const Initiative& initiative) {
    return initiative.deadline.value_or(Date{10'000, 1, 1});
}

Date dueOf(const Goal& goal) {
    Date out = dueOf(Initiative());
    for (const Initiative& initiative : goal.initiatives) {
        out = std::min(out, dueOf(initiative));
    }
    return out;
}

void sortGoals(std::vector<Goal>& goals, Sort sort) {
    if (sort == Sort::Number) {
        std::ranges::stable_sort(
            goals, [](const Goal& a, const Goal& b) { return compareNumbers(a.number, b.number) < 0; });
    } else if (sort == Sort::Status) {
        std::ranges::stable_sort(goals, {}, [](const Goal& goal) { return urgency(goal.status); });
    } else if (sort == Sort::Deadline) {
        for (Goal& goal : goals) {
            std::ranges::stable_sort(goal.initiatives, {}, [](const Initiative& i) { return dueOf(i); });
        }
        std::ranges::stable_sort(goals, {}, [](const Goal& goal) { return dueOf(goal); });
    }
}

void sortMatrix(GoalMatrix& matrix, Sort sort) {
    for (Theme& theme : matrix.themes) {
        sortGoals(theme.goals, sort);
    }
    if (sort == Sort::Number) {
        std::ranges::stable_sort(matrix.themes, [](const Theme& a, const Theme& b) {
            const std::string_view first = a.goals.empty() ? std::string_view() : a.goals.front().number;
            const std::string_view other = b.goals.empty() ? std::string_view() : b.goals.front().number;
            return compareNumbers(first, other) < 0;
        });
    }
}

/// Makes the matrix that a selection shows.
class Selector {
  public:
    Selector(const GoalMatrix& matrix, const GoalSelection& selection, Diagnostics& diagnostics)
        : matrix_(matrix)
        , diagnostics_(diagnostics) {
        out_.by = selection;
        if (!selection.file.empty()) {
            source_ = diagnostics.addSource({selection.file});
        }
        if (matrix.committee) {
            own_.push_back(matrix.committee->name);
        }
    }

    /// Finds the names that are asked for; false, and errors, where there are none such.
    bool resolve() {
        const std::size_t before = diagnostics_.errorCount();
        for (const Theme& theme : matrix_.themes) {
            themes_.add(theme.title);
            for (const Goal& goal : theme.goals) {
                for (const std::string& committee : committeesOf(goal)) {
                    committees_.add(committee);
                }
                for (const Initiative& initiative : goal.initiatives) {
                    owners_.add(initiative.owner);
                }
            }
        }
        for (const std::string& committee : own_) {
            committees_.add(committee); // its matrix may be empty
        }
        committees_.ask(out_.by.committees, "SID-F050", "no goal is of the committee", "committee", source_,
                        diagnostics_);
        themes_.ask(out_.by.themes, "SID-F051", "no theme is called", "theme", source_, diagnostics_);
        owners_.ask(out_.by.owners, "SID-F052", "no initiative is of the owner", "owner", source_,
                    diagnostics_);
        return diagnostics_.errorCount() == before;
    }

    GoalMatrix select() {
        GoalMatrix out = frame();
        for (const Theme& theme : matrix_.themes) {
            Theme shown = selected(theme);
            if (!shown.goals.empty() || (theme.goals.empty() && keepsEmptyThemes(theme))) {
                out.themes.push_back(std::move(shown));
            }
        }
        sortMatrix(out, out_.by.sort); // before themes part, so that those of a committee stay together
        if (out_.by.group == Group::Committee) {
            groupByCommittee(out);
        }
        if (out_.goals == 0 && out_.by.hasConditions()) {
            diagnostics_.warning("SID-F055",
                                 fmt::format("the selection shows none of the {} goals", out_.ofGoals),
                                 SourcePos{0, 0, source_});
        }
        return out;
    }

    [[nodiscard]] SelectedGoals summary() && { return std::move(out_); }

  private:
    [[nodiscard]] const std::vector<std::string>& committeesOf(const Goal& goal) const {
        return goal.committees.empty() ? own_ : goal.committees;
    }

    /// The matrix without its themes. Of one committee it is that one's.
    [[nodiscard]] GoalMatrix frame() const {
        GoalMatrix out;
        out.header = matrix_.header;
        // What paths count within lists may not be there any more.
        std::erase_if(out.header.keyPlaces,
                      [](const KeyPlace& key) { return key.path.find('[') != std::string::npos; });
        out.committee = matrix_.committee;
        out.period = matrix_.period;
        out.catalogue = matrix_.catalogue;
        out.corrects = matrix_.corrects;
        out.columns = matrix_.columns;
        out.legend = matrix_.legend;
        const auto& asked = out_.by.committees;
        if (asked.size() == 1 &&
            (!out.committee || folded(out.committee->name) != folded(asked.front().text))) {
            out.committee.emplace();
            out.committee->name = asked.front().text;
        }
        return out;
    }

    /// A theme without goals is shown where no condition is about goals.
    [[nodiscard]] bool keepsEmptyThemes(const Theme& theme) const {
        GoalSelection others = out_.by;
        others.themes.clear();
        return !others.hasConditions() && (out_.by.themes.empty() || themes_.isAsked(theme.title));
    }

    Theme selected(const Theme& theme) {
        Theme out;
        out.title = theme.title;
        out.vision = theme.vision;
        out.source = theme.source;
        out.titleSource = theme.titleSource;
        const bool asked = out_.by.themes.empty() || themes_.isAsked(theme.title);
        for (const Goal& goal : theme.goals) {
            ++out_.ofGoals;
            out_.ofInitiatives += goal.initiatives.size();
            if (asked && isShown(goal)) {
                addGoal(out.goals, goal);
            }
        }
        return out;
    }

    [[nodiscard]] bool isShown(const Goal& goal) const {
        const GoalSelection& by = out_.by;
        const std::vector<std::string>& committees = committeesOf(goal);
        return (!by.prioritised || goal.prioritised) &&
               (by.statuses.empty() || std::ranges::find(by.statuses, goal.status) != by.statuses.end()) &&
               (by.committees.empty() || std::ranges::any_of(committees, [&](const std::string& committee) {
                    return committees_.isAsked(committee);
                }));
    }

    [[nodiscard]] bool isShown(const Initiative& initiative) const {
        const GoalSelection& by = out_.by;
        return (by.owners.empty() || owners_.isAsked(initiative.owner)) &&
               (!by.deadlineBefore || (initiative.deadline && *initiative.deadline < *by.deadlineBefore));
    }

    /// Adds the goal with its initiatives that are shown; none where those are asked for and it has none.
    void addGoal(std::vector<Goal>& out, const Goal& goal) {
        if (out_.by.owners.empty() && !out_.by.deadlineBefore) {
            out.push_back(goal);
        } else {
            std::vector<Initiative> initiatives;
            std::ranges::copy_if(goal.initiatives, std::back_inserter(initiatives),
                                 [&](const Initiative& initiative) { return isShown(initiative); });
            if (initiatives.empty()) {
                return;
            }
            Goal& shown = out.emplace_back(goal);
            shown.initiatives = std::move(initiatives);
        }
        ++out_.goals;
        out_.initiatives += out.back().initiatives.size();
    }

    /// The themes of a committee, and of which theme the last of them is.
    struct CommitteeThemes {
        std::vector<Theme> themes;
        const Theme* last = nullptr;

        /// Themes are met one after the other, so that the last one is this one or another.
        void add(const Theme& theme, std::string title, const Goal& goal) {
            if (last != &theme) {
                last = &theme;
                Theme& added = themes.emplace_back();
                added.title = std::move(title);
                added.vision = theme.vision;
                added.source = theme.source;
                added.titleSource = theme.titleSource;
            }
            themes.back().goals.push_back(goal);
        }
    };

    /// Puts a committee before each theme; the themes of one committee stand together, committees in the
    /// order in which they are asked for or, else, met first. What is of none comes last, under the theme
    /// alone.
    void groupByCommittee(GoalMatrix& matrix) const {
        std::vector<CommitteeThemes> groups;
        std::unordered_map<std::string, std::size_t> groupOf;
        const auto groupFor = [&](const std::string& committee) {
            const auto [found, isNew] = groupOf.try_emplace(folded(committee), groups.size());
            if (isNew) {
                groups.emplace_back();
            }
            return found->second;
        };
        for (const GoalSelection::Name& name : out_.by.committees) {
            (void)groupFor(name.text);
        }
        CommitteeThemes without;
        for (const Theme& theme : matrix.themes) {
            for (const Goal& goal : theme.goals) {
                for (const std::string& committee : committeesOf(goal)) {
                    if (out_.by.committees.empty() || committees_.isAsked(committee)) {
                        groups[groupFor(committee)].add(theme, committee + ": " + theme.title, goal);
                    }
                }
                if (committeesOf(goal).empty()) {
                    without.add(theme, theme.title, goal);
                }
            }
            if (theme.goals.empty()) {
                without.themes.push_back(theme);
                without.last = nullptr;
            }
        }
        groups.push_back(std::move(without));
        std::vector<Theme> out;
        for (CommitteeThemes& group : groups) {
            std::ranges::move(group.themes, std::back_inserter(out));
        }
        matrix.themes = std::move(out);
    }

    const GoalMatrix& matrix_;
    Diagnostics& diagnostics_;
    SelectedGoals out_;
    std::uint32_t source_ = 0;     ///< that the selection's places are in
    std::vector<std::string> own_; ///< the matrix's committee, where it has one
    Known committees_;
    Known themes_;
    Known owners_;
};

} // namespace

NumberedDocument selectGoals(NumberedDocument document, const GoalSelection& selection,
                             Diagnostics& diagnostics) {
    if (selection.isEmpty()) {
        return document;
    }
    const auto* matrix = std::get_if<GoalMatrix>(&document.document());
    if (matrix == nullptr) {
        diagnostics.error("SID-F054", "goals are selected, and only a goal matrix has any");
        return document;
    }
    Selector selector(*matrix, selection, diagnostics);
    if (!selector.resolve()) {
        return document;
    }
    auto shown = std::make_shared<const Document>(selector.select());
    NumberedDocument out(std::move(shown), {});
    out.setSelected(std::move(selector).summary());
    return out;
}

} // namespace sidetal
