#include "Selection/SelectionReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::selection {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(SelectionReader, ReadsOneNameOrSeveral) {
    Diagnostics diagnostics;
    const GoalSelection out = readSelectionFile(
        R"({"committee": "Ældreudvalget", "theme": ["Natur", "Sundhed"], "status": "partly", "prioritised": true,
  "owner": [ "Park" ], "deadlineBefore": "2026-12-31", "sort": "deadline", "group": "committee"})",
        "job.json", diagnostics);
    ASSERT_EQ(out.committees.size(), 1U);
    EXPECT_EQ(out.committees[0].text, "Ældreudvalget");
    EXPECT_EQ(out.committees[0].source, (SourcePos{1, 15, 0}));
    ASSERT_EQ(out.themes.size(), 2U);
    EXPECT_EQ(out.themes[1].text, "Sundhed");
    EXPECT_EQ(out.statuses, std::vector{GoalStatus::Partly});
    EXPECT_TRUE(out.prioritised);
    EXPECT_EQ(out.owners[0].text, "Park");
    EXPECT_EQ(out.deadlineBefore, (Date{2026, 12, 31}));
    EXPECT_EQ(out.sort, GoalSelection::Sort::Deadline);
    EXPECT_EQ(out.group, GoalSelection::Group::Committee);
    EXPECT_EQ(out.file, "job.json");
}

TEST(SelectionReader, TellsWhatIsWrongAtItsPlace) {
    Diagnostics diagnostics;
    EXPECT_THROW(
        (void)readSelectionFile(
            R"({"comittee": "x", "theme": "", "status": ["parly"], "deadlineBefore": "31-12-2026", "owner": 1})",
            "job.json", diagnostics),
        Error);
    std::vector<std::string> messages;
    for (const Diagnostic& d : diagnostics.all()) {
        messages.push_back(format(d));
    }
    EXPECT_THAT(messages,
                ElementsAre(HasSubstr("job.json:1:28: error: theme: empty"), HasSubstr("owner: expected"),
                            HasSubstr("'partly'"), HasSubstr("deadlineBefore"),
                            AllOf(HasSubstr("comittee: unknown key"), HasSubstr("'committee'"))));
}

TEST(SelectionWords, AreReadAsTheKeysAre) {
    GoalSelection out;
    select(out, "committee", " A  B ");
    select(out, "committee", "C");
    select(out, "status", "not-reached");
    select(out, "prioritised", "true");
    select(out, "deadlineBefore", "2026-01-31");
    select(out, "sort", "number");
    select(out, "group", "committee");
    ASSERT_EQ(out.committees.size(), 2U);
    EXPECT_EQ(out.committees[0].text, "A B");
    EXPECT_EQ(out.statuses, std::vector{GoalStatus::NotReached});
    EXPECT_TRUE(out.prioritised);
    EXPECT_EQ(out.deadlineBefore, (Date{2026, 1, 31}));
    EXPECT_EQ(out.sort, GoalSelection::Sort::Number);
    EXPECT_EQ(out.group, GoalSelection::Group::Committee);
}

std::string refusal(std::string_view key, std::string_view value) {
    GoalSelection selection;
    try {
        select(selection, key, value);
    } catch (const Error& error) {
        return format(error.diagnostics().at(0));
    }
    return {};
}

TEST(SelectionWords, NameWhatIsNearest) {
    EXPECT_EQ(refusal("status", "nt-reached"),
              "error: status: unknown value 'nt-reached', expected 'reached', 'on-track', 'partly', "
              "'not-reached' or 'not-assessed' [SID-F053]\n  nearest known value: 'not-reached'");
    EXPECT_THAT(refusal("comittee", "x"), HasSubstr("nearest known condition: 'committee'"));
    EXPECT_EQ(refusal("deadlineBefore", "2026-02-30"),
              "error: deadlineBefore: '2026-02-30' is no day, expected YYYY-MM-DD [SID-F053]");
    EXPECT_EQ(refusal("owner", " "), "error: owner: empty, expected a name [SID-F053]");
    EXPECT_THAT(refusal("prioritised", "ja"), HasSubstr("expected 'true' or 'false'"));
}

} // namespace
} // namespace sidetal::selection
