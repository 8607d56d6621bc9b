#include "Selection/SelectGoals.h"

#include "Selection/GoalNames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Initiative initiative(std::string title, std::string owner, std::optional<Date> deadline = {}) {
    Initiative out;
    out.title = std::move(title);
    out.owner = std::move(owner);
    out.deadline = deadline;
    return out;
}

Goal goal(std::string number, GoalStatus status, std::vector<std::string> committees = {},
          bool prioritised = false) {
    Goal out;
    out.text = plainText("mål " + number);
    out.number = std::move(number);
    out.status = status;
    out.committees = std::move(committees);
    out.prioritised = prioritised;
    return out;
}

Theme theme(std::string title, std::vector<Goal> goals) {
    Theme out;
    out.title = std::move(title);
    out.goals = std::move(goals);
    return out;
}

GoalMatrix matrix() {
    GoalMatrix out;
    out.themes = {
        theme("Sundhed", {goal("2.10", GoalStatus::Reached, {"Ældreudvalget"}),
                          goal("2.2", GoalStatus::NotReached, {"Ældreudvalget", "Børneudvalget"}, true)}),
        theme("Natur", {goal("1.1", GoalStatus::Partly), goal("1.2", GoalStatus::Unspecified)}),
    };
    out.themes[0].goals[0].initiatives = {initiative("sen", "Fritid", Date{2026, 12, 1}),
                                          initiative("tidlig", "Sundhed", Date{2026, 3, 1})};
    out.themes[1].goals[0].initiatives = {initiative("uden frist", "Park")};
    return out;
}

/// "Sundhed: 2.10(2) 2.2; Natur: 1.1(1) 1.2": goals with how many initiatives they have.
std::string brief(const GoalMatrix& matrix) {
    std::string out;
    for (const Theme& each : matrix.themes) {
        out += (out.empty() ? "" : "; ") + each.title + ":";
        for (const Goal& g : each.goals) {
            out += " " + g.number;
            out += g.initiatives.empty() ? "" : "(" + std::to_string(g.initiatives.size()) + ")";
        }
    }
    return out;
}

struct Selected {
    Document document; ///< which may be referred to
    Diagnostics diagnostics;
    NumberedDocument result;

    explicit Selected(const GoalSelection& selection, GoalMatrix of = matrix())
        : document(std::move(of))
        , result(selectGoals(document, selection, diagnostics)) {}

    [[nodiscard]] const GoalMatrix& shown() const { return std::get<GoalMatrix>(result.document()); }
    [[nodiscard]] const SelectedGoals& summary() const { return result.selected().value(); }
    [[nodiscard]] std::vector<std::string> messages() const {
        std::vector<std::string> out;
        for (const Diagnostic& d : diagnostics.all()) {
            out.push_back(format(d));
        }
        return out;
    }
};

TEST(SelectGoals, GivesTheDocumentItselfWhereNothingIsAskedFor) {
    const Selected all{GoalSelection()};
    EXPECT_EQ(&all.shown(), &std::get<GoalMatrix>(all.document));
    EXPECT_FALSE(all.result.selected().has_value());
}

TEST(SelectGoals, ByCommitteeMakesThatOnesMatrix) {
    GoalSelection selection;
    selection.committees = {{"ældreUDVALGET"}};
    const Selected out(selection);
    EXPECT_EQ(brief(out.shown()), "Sundhed: 2.10(2) 2.2");
    EXPECT_EQ(out.shown().committee->name, "Ældreudvalget");
    EXPECT_EQ(out.summary().by.committees[0].text, "Ældreudvalget");
    EXPECT_EQ(out.summary().goals, 2U);
    EXPECT_EQ(out.summary().ofGoals, 4U);
    EXPECT_THAT(out.messages(), IsEmpty());
}

TEST(SelectGoals, TakesGoalsOfNoCommitteeAsThoseOfTheMatrix) {
    GoalMatrix of = matrix();
    of.committee.emplace().name = "Byrådet";
    GoalSelection selection;
    selection.committees = {{"byrådet"}};
    EXPECT_EQ(brief(Selected(selection, of).shown()), "Natur: 1.1(1) 1.2");
}

TEST(SelectGoals, HoldsAllConditionsTogether) {
    GoalSelection selection;
    selection.themes = {{"Sundhed"}};
    selection.statuses = {GoalStatus::NotReached, GoalStatus::Partly};
    EXPECT_EQ(brief(Selected(selection).shown()), "Sundhed: 2.2");
    selection.themes.push_back({"natur"});
    EXPECT_EQ(brief(Selected(selection).shown()), "Sundhed: 2.2; Natur: 1.1(1)");
    selection.prioritised = true;
    EXPECT_EQ(brief(Selected(selection).shown()), "Sundhed: 2.2");
}

TEST(SelectGoals, LeavesOutInitiativesOfOthersAndOfLaterDays) {
    GoalSelection selection;
    selection.owners = {{"fritid"}, {"park"}};
    const Selected out(selection);
    EXPECT_EQ(brief(out.shown()), "Sundhed: 2.10(1); Natur: 1.1(1)");
    EXPECT_EQ(out.summary().initiatives, 2U);
    EXPECT_EQ(out.summary().ofInitiatives, 3U);

    GoalSelection before;
    before.deadlineBefore = Date{2026, 12, 1}; // that day itself is not before it
    const Selected early(before);
    EXPECT_EQ(brief(early.shown()), "Sundhed: 2.10(1)");
    EXPECT_EQ(early.shown().themes[0].goals[0].initiatives[0].title, "tidlig");
}

TEST(SelectGoals, SortsGoalsWithinTheirThemes) {
    GoalSelection selection;
    selection.sort = GoalSelection::Sort::Number;
    const Selected byNumber(selection);
    EXPECT_EQ(brief(byNumber.shown()), "Natur: 1.1(1) 1.2; Sundhed: 2.2 2.10(2)");
    selection.sort = GoalSelection::Sort::Status;
    EXPECT_EQ(brief(Selected(selection).shown()), "Sundhed: 2.2 2.10(2); Natur: 1.1(1) 1.2");
    selection.sort = GoalSelection::Sort::Deadline;
    const Selected byDeadline(selection);
    EXPECT_EQ(brief(byDeadline.shown()), "Sundhed: 2.10(2) 2.2; Natur: 1.1(1) 1.2");
    EXPECT_EQ(byDeadline.shown().themes[0].goals[0].initiatives[0].title, "tidlig");
}

TEST(SelectGoals, PutsThemesUnderCommittees) {
    GoalSelection selection;
    selection.group = GoalSelection::Group::Committee;
    const Selected out(selection);
    EXPECT_EQ(brief(out.shown()),
              "Ældreudvalget: Sundhed: 2.10(2) 2.2; Børneudvalget: Sundhed: 2.2; Natur: 1.1(1) 1.2");
    EXPECT_EQ(out.summary().goals, 4U); // each counts once
    selection.sort = GoalSelection::Sort::Number;
    EXPECT_EQ(brief(Selected(selection).shown()),
              "Ældreudvalget: Sundhed: 2.2 2.10(2); Børneudvalget: Sundhed: 2.2; Natur: 1.1(1) 1.2");
    selection.committees = {{"Børneudvalget"}};
    EXPECT_EQ(brief(Selected(selection).shown()), "Børneudvalget: Sundhed: 2.2");
}

TEST(SelectGoals, KeepsThemesOfOneTitleApart) {
    GoalMatrix of;
    of.themes = {theme("Natur", {goal("1", GoalStatus::Reached, {"A"})}),
                 theme("Natur", {goal("2", GoalStatus::Reached, {"A"})})};
    GoalSelection selection;
    selection.group = GoalSelection::Group::Committee;
    EXPECT_EQ(brief(Selected(selection, of).shown()), "A: Natur: 1; A: Natur: 2");
}

TEST(SelectGoals, TellsWhatTheMatrixDoesNotHave) {
    GoalSelection selection;
    selection.file = "job.json";
    selection.committees = {{"Ældreudvalgt", {3, 7}}};
    selection.themes = {{"Økonomi", {4, 2}}};
    selection.owners = {{"Frittid"}};
    EXPECT_THAT(Selected(selection).messages(),
                ElementsAre("job.json:3:7: error: committee: no goal is of the committee 'Ældreudvalgt' "
                            "[SID-F050]\n  nearest known name: 'Ældreudvalget'",
                            "job.json:4:2: error: theme: no theme is called 'Økonomi' [SID-F051]\n  known "
                            "names: 'Natur' or 'Sundhed'",
                            "job.json: error: owner: no initiative is of the owner 'Frittid' [SID-F052]\n  "
                            "nearest known name: 'Fritid'"));
    GoalMatrix none;
    none.themes = {theme("Natur", {goal("1", GoalStatus::Reached)})};
    selection = {};
    selection.committees = {{"Byrådet"}};
    EXPECT_THAT(Selected(selection, none).messages(), ElementsAre(HasSubstr("the matrix names none")));
}

TEST(SelectGoals, WarnsWhereNothingIsShown) {
    GoalSelection selection;
    selection.themes = {{"Natur"}};
    selection.prioritised = true;
    const Selected out(selection);
    EXPECT_THAT(out.shown().themes, IsEmpty());
    EXPECT_THAT(out.messages(), ElementsAre("warning: the selection shows none of the 4 goals [SID-F055]"));
}

TEST(SelectGoals, RefusesPapersOfMeetings) {
    Diagnostics diagnostics;
    GoalSelection selection;
    selection.prioritised = true;
    const Document paper = MeetingPaper();
    (void)selectGoals(paper, selection, diagnostics);
    ASSERT_TRUE(diagnostics.hasErrors());
    EXPECT_EQ(diagnostics.all()[0].code, "SID-F054");
}

// ---- against a plain implementation

/// One of a few, so that conditions meet.
struct Chance {
    std::mt19937 engine;
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(engine); }
    bool half() { return below(2) == 0; }
    std::string name(char first) { return std::string(1, static_cast<char>(first + below(3))); }
};

GoalMatrix randomMatrix(Chance& chance) {
    GoalMatrix out;
    if (chance.half()) {
        out.committee.emplace().name = chance.name('A');
    }
    int number = 0;
    for (std::size_t t = 0; t < 3; ++t) {
        Theme& each = out.themes.emplace_back();
        each.title = std::string(1, static_cast<char>('t' + t));
        for (std::size_t g = chance.below(4); g > 0; --g) {
            Goal next =
                goal(std::to_string(++number), static_cast<GoalStatus>(chance.below(6)), {}, chance.half());
            for (std::size_t c = 0; c < 2; ++c) {
                std::string committee = chance.name('A');
                if (chance.half() && (next.committees.empty() || next.committees.front() != committee)) {
                    next.committees.push_back(std::move(committee));
                }
            }
            for (std::size_t i = chance.below(3); i > 0; --i) {
                const auto day = static_cast<std::uint8_t>(1 + chance.below(9));
                next.initiatives.push_back(initiative(
                    "i", chance.name('o'), chance.half() ? std::optional<Date>() : Date{2026, 5, day}));
            }
            each.goals.push_back(std::move(next));
        }
    }
    return out;
}

GoalSelection randomSelection(Chance& chance) {
    GoalSelection out;
    if (chance.half()) {
        out.committees.push_back({chance.name('A')});
    }
    if (chance.half()) {
        out.themes.push_back({chance.name('t')});
    }
    if (chance.half()) {
        out.statuses = {static_cast<GoalStatus>(1 + chance.below(5)),
                        static_cast<GoalStatus>(1 + chance.below(5))};
    }
    out.prioritised = chance.below(4) == 0;
    if (chance.below(4) == 0) {
        out.owners.push_back({chance.name('o')});
    }
    if (chance.below(4) == 0) {
        out.deadlineBefore = Date{2026, 5, static_cast<std::uint8_t>(1 + chance.below(10))};
    }
    return out;
}

bool has(const std::vector<GoalSelection::Name>& names, const std::string& name) {
    return std::ranges::any_of(names, [&](const auto& each) { return each.text == name; });
}

/// What a selection shows, number by number with the count of initiatives, said as directly as can be.
std::vector<std::string> expected(const GoalMatrix& of, const GoalSelection& by) {
    std::vector<std::string> out;
    for (const Theme& each : of.themes) {
        for (const Goal& g : each.goals) {
            std::vector<std::string> committees = g.committees;
            if (committees.empty() && of.committee) {
                committees = {of.committee->name};
            }
            bool isIts = by.committees.empty();
            for (const std::string& committee : committees) {
                isIts = isIts || has(by.committees, committee);
            }
            std::size_t initiatives = 0;
            for (const Initiative& i : g.initiatives) {
                const bool owned = by.owners.empty() || has(by.owners, i.owner);
                const bool due = !by.deadlineBefore || (i.deadline && *i.deadline < *by.deadlineBefore);
                initiatives += owned && due ? 1 : 0;
            }
            const bool asksForInitiatives = !by.owners.empty() || by.deadlineBefore;
            if (isIts && (by.themes.empty() || has(by.themes, each.title)) &&
                (!by.prioritised || g.prioritised) &&
                (by.statuses.empty() || g.status == by.statuses[0] || g.status == by.statuses[1]) &&
                (!asksForInitiatives || initiatives > 0)) {
                out.push_back(g.number + "/" + std::to_string(initiatives));
            }
        }
    }
    return out;
}

TEST(SelectGoals, ShowsWhatAPlainImplementationShows) {
    Chance chance{std::mt19937(20261129)};
    int shown = 0;
    for (int round = 0; round < 3'000; ++round) {
        const GoalMatrix of = randomMatrix(chance);
        const GoalSelection by = randomSelection(chance);
        const Selected out(by, of);
        if (out.diagnostics.hasErrors()) {
            continue; // a name that the matrix does not have
        }
        std::vector<std::string> numbers;
        for (const Theme& each : out.shown().themes) {
            for (const Goal& g : each.goals) {
                numbers.push_back(g.number + "/" + std::to_string(g.initiatives.size()));
            }
        }
        ASSERT_EQ(numbers, expected(of, by)) << "round " << round;
        if (out.result.selected()) {
            ASSERT_EQ(out.summary().goals, numbers.size());
        }
        shown += numbers.empty() ? 0 : 1;

        GoalSelection grouped = by;
        grouped.group = GoalSelection::Group::Committee;
        grouped.sort = GoalSelection::Sort::Number;
        const Selected under(grouped, of);
        std::set<std::string> met;
        for (const Theme& each : under.shown().themes) {
            for (std::size_t i = 0; i < each.goals.size(); ++i) {
                met.insert(each.goals[i].number + "/" + std::to_string(each.goals[i].initiatives.size()));
                if (i > 0) {
                    ASSERT_TRUE(selection::compareNumbers(each.goals[i - 1].number, each.goals[i].number) <
                                0);
                }
            }
        }
        ASSERT_EQ(met, std::set<std::string>(numbers.begin(), numbers.end())) << "round " << round;
    }
    EXPECT_GT(shown, 500);
}

} // namespace
} // namespace sidetal
