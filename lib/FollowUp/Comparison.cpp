#include "FollowUp/Comparison.h"

#include "FollowUp/Pairs.h"
#include "FollowUp/Words.h"
#include "Support/Kinds.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace sidetal {

namespace {

bool sameFigures(const Indicator& a, const Indicator& b) {
    return a.unit == b.unit && a.baseline == b.baseline && a.target == b.target && a.actual == b.actual &&
           a.date == b.date && a.source == b.source && a.better == b.better && a.series == b.series;
}

std::vector<IndicatorChange> figureChanges(const Goal& before, const Goal& now) {
    std::vector<IndicatorChange> out;
    eachPair(
        before.indicators, now.indicators, [](const Indicator& each) { return each.name; },
        [&](const Indicator* old, const Indicator* its) {
            if (old == nullptr || its == nullptr || !sameFigures(*old, *its)) {
                out.push_back({old, its});
            }
        });
    return out;
}

InitiativeChange changeOf(const Initiative& before, const Initiative& now) {
    InitiativeChange out{&before, &now};
    out.status = before.status != now.status;
    out.deadline = before.deadline != now.deadline;
    out.owner = before.owner != now.owner;
    out.wording = wordsOf(before.description) != wordsOf(now.description) ||
                  wordsOf(before.partners) != wordsOf(now.partners);
    out.followUp = wordsOf(before.followUp) != wordsOf(now.followUp);
    return out;
}

std::vector<InitiativeChange> initiativeChanges(const Goal& before, const Goal& now) {
    std::vector<InitiativeChange> out;
    eachPair(
        before.initiatives, now.initiatives, [](const Initiative& each) { return keyOf(each); },
        [&](const Initiative* old, const Initiative* its) {
            if (old == nullptr || its == nullptr) {
                out.push_back({old, its});
                return;
            }
            const InitiativeChange change = changeOf(*old, *its);
            if (change.status || change.deadline || change.owner || change.wording || change.followUp) {
                out.push_back(change);
            }
        });
    return out;
}

GoalChange changeOf(const GoalPlace& before, const GoalPlace& now) {
    GoalChange out;
    out.before = before;
    out.now = now;
    out.status = before.goal->status != now.goal->status;
    out.trend = before.goal->trend != now.goal->trend;
    out.wording = wordsOf(before.goal->text) != wordsOf(now.goal->text);
    out.priority = before.goal->prioritised != now.goal->prioritised;
    out.number = before.goal->number != now.goal->number;
    out.theme = before.theme->title != now.theme->title;
    out.figures = figureChanges(*before.goal, *now.goal);
    out.initiatives = initiativeChanges(*before.goal, *now.goal);
    return out;
}

bool differs(const GoalChange& change) {
    return change.status || change.trend || change.wording || change.priority || change.number ||
           change.theme || !change.figures.empty() || !change.initiatives.empty();
}

class MatrixComparer {
  public:
    MatrixComparer(const GoalMatrix& now, const GoalMatrix& before, const Renumbering* renumbered,
                   Diagnostics& diagnostics)
        : now_(now)
        , before_(before)
        , renumbered_(renumbered)
        , diagnostics_(diagnostics) {}

    Comparison compare() {
        checkCatalogues();
        checkPeriods();
        checkNumbers();
        for (const GoalPair& pair : goalPairs(before_, now_, renumbered_)) {
            addChange(pair);
        }
        return std::move(out_);
    }

  private:
    void checkCatalogues() {
        if (!now_.catalogue || !before_.catalogue) {
            return;
        }
        const Catalogue& a = *now_.catalogue;
        const Catalogue& b = *before_.catalogue;
        if (a.name != b.name && renumbered_ == nullptr) {
            diagnostics_.error(
                "SID-F001",
                fmt::format("the last period follows the catalogue {}, expected {}, or a table of renumbered "
                            "goals",
                            inQuotes(b.name), inQuotes(a.name)),
                now_.header.source, "catalogue.name");
        } else if (a.version != b.version && renumbered_ == nullptr) {
            diagnostics_.warning(
                "SID-F002",
                fmt::format("the last period follows version {} of the catalogue, this one {}; without a "
                            "table of renumbered goals they are taken for the same where their numbers are",
                            inQuotes(b.version), inQuotes(a.version)),
                now_.header.source, "catalogue.version");
        }
    }

    void checkPeriods() {
        if (now_.period && before_.period && !now_.period->label.empty() &&
            now_.period->label == before_.period->label) {
            diagnostics_.warning(
                "SID-F004",
                fmt::format("the last period is called {}, as this one is", inQuotes(now_.period->label)),
                now_.header.source, "period.label");
        }
    }

    void checkNumbers() {
        std::unordered_map<std::string_view, std::size_t> times;
        for (const Theme& theme : now_.themes) {
            for (const Goal& goal : theme.goals) {
                if (!goal.number.empty() && ++times[goal.number] == 2) {
                    diagnostics_.warning(
                        "SID-F005",
                        fmt::format("several goals have the number {}: the first is compared with the first "
                                    "of the last period",
                                    inQuotes(goal.number)),
                        goal.numberSource.orElse(goal.source));
                }
            }
        }
    }

    void addChange(const GoalPair& pair) {
        if (pair.before.goal != nullptr && pair.now.goal != nullptr) {
            GoalChange change = changeOf(pair.before, pair.now);
            if (differs(change)) {
                out_.add(std::move(change));
            }
            return;
        }
        GoalChange change;
        change.kind = pair.before.goal == nullptr ? GoalChange::Kind::New : GoalChange::Kind::Gone;
        change.before = pair.before;
        change.now = pair.now;
        out_.add(std::move(change));
    }

    const GoalMatrix& now_;
    const GoalMatrix& before_;
    const Renumbering* renumbered_;
    Diagnostics& diagnostics_;
    Comparison out_;
};

} // namespace

const GoalChange* Comparison::find(const Goal& now) const {
    const auto found = byGoal_.find(&now);
    return found == byGoal_.end() ? nullptr : &changes_[found->second];
}

std::uint32_t Comparison::count(GoalChange::Kind kind) const {
    return static_cast<std::uint32_t>(std::ranges::count(changes_, kind, &GoalChange::kind));
}

void Comparison::add(GoalChange change) {
    if (change.now.goal != nullptr) {
        byGoal_.emplace(change.now.goal, changes_.size());
    }
    changes_.push_back(std::move(change));
}

void Comparison::addCopy(const Goal& copy, const GoalChange& of) {
    byGoal_.emplace(&copy, static_cast<std::size_t>(&of - changes_.data()));
}

Comparison narrowed(const Comparison& whole, const GoalMatrix& shown, const GoalMatrix* before) {
    std::unordered_map<std::string, const GoalChange*> changes;
    for (const GoalChange& change : whole.changes()) {
        if (change.now.goal != nullptr) {
            changes.emplace(identityOf(*change.now.goal), &change);
        }
    }
    Comparison out;
    std::unordered_map<std::string, const Goal*> first;
    for (const Theme& theme : shown.themes) {
        for (const Goal& goal : theme.goals) {
            const std::string identity = identityOf(goal);
            const auto found = changes.find(identity);
            if (found == changes.end()) {
                continue;
            }
            const auto [known, isFirst] = first.emplace(identity, &goal);
            if (isFirst) {
                GoalChange change = *found->second;
                change.now = {&theme, &goal};
                out.add(std::move(change));
            } else {
                out.addCopy(goal, *out.find(*known->second));
            }
        }
    }
    std::unordered_set<std::string> there;
    if (before != nullptr) {
        for (const Theme& theme : before->themes) {
            for (const Goal& goal : theme.goals) {
                there.insert(identityOf(goal));
            }
        }
    }
    for (const GoalChange& change : whole.changes()) {
        if (change.kind == GoalChange::Kind::Gone && there.contains(identityOf(*change.before.goal))) {
            out.add(change);
        }
    }
    return out;
}

GoalMatrix quotedOf(const Comparison& comparison) {
    GoalMatrix out;
    for (const GoalChange& change : comparison.changes()) {
        if (change.before.goal == nullptr) {
            continue;
        }
        Theme& theme = out.themes.emplace_back();
        theme.title = change.before.theme->title;
        theme.source = change.before.theme->source;
        theme.titleSource = change.before.theme->titleSource;
        theme.goals.push_back(*change.before.goal);
    }
    return out;
}

Comparison compareMatrices(const GoalMatrix& now, const GoalMatrix& before, const Renumbering* renumbered,
                           Diagnostics& diagnostics) {
    return MatrixComparer(now, before, renumbered, diagnostics).compare();
}

TwoMatrices matricesOf(const Document& now, const Document& before, Diagnostics& diagnostics) {
    const TwoMatrices out{std::get_if<GoalMatrix>(&now), std::get_if<GoalMatrix>(&before)};
    if (out.now == nullptr || out.before == nullptr) {
        const Document& other = out.now == nullptr ? now : before;
        diagnostics.error("SID-F003",
                          fmt::format("{} is of the kind '{}', expected goal matrices: no other kind of "
                                      "document is compared",
                                      out.now == nullptr ? "the document" : "the last period",
                                      kindName(kindOf(other))),
                          headerOf(now).source);
        diagnostics.throwIfErrors();
    }
    return out;
}

} // namespace sidetal
