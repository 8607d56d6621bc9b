#include "Meetings.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

using test::Checked;
using test::meetingOf;
using Option = Vote::Option;
using Lines = std::vector<std::string>;

Vote counted(Option option, int count) {
    Vote out;
    out.option = option;
    out.count = count;
    return out;
}

Vote named(Option option, std::vector<std::string> voters) {
    Vote out;
    out.option = option;
    out.voters = std::move(voters);
    return out;
}

Vote grouped(Option option, std::vector<GroupVotes> groups) {
    Vote out;
    out.option = option;
    out.groups = std::move(groups);
    return out;
}

/// Votes, their result, and the sentence in both languages.
struct ResultRow {
    std::vector<Vote> votes;
    VoteResult result;
    std::string danish;
    std::string english;
};

TEST(VoteWords, SayTheResultInBothLanguages) {
    const VoteResult none = VoteResult::Unspecified;
    const VoteResult adopted = VoteResult::Adopted;
    const VoteResult rejected = VoteResult::Rejected;
    const Vote yes24 = counted(Option::Yes, 24);
    const Vote no5 = counted(Option::No, 5);
    const Vote abstain2 = counted(Option::Abstain, 2);
    const std::vector<ResultRow> rows = {
        {{}, none, "", ""},
        {{}, adopted, "Godkendt.", "Adopted."},
        {{}, rejected, "Forkastet.", "Rejected."},
        {{yes24, no5, abstain2},
         adopted,
         "Godkendt med 24 stemmer for og 5 imod; 2 undlod at stemme.",
         "Adopted with 24 votes in favour and 5 against; 2 abstained."},
        {{no5, yes24, abstain2},
         rejected,
         "Forkastet med 24 stemmer for og 5 imod; 2 undlod at stemme.",
         "Rejected with 24 votes in favour and 5 against; 2 abstained."},
        {{yes24, no5, abstain2},
         none,
         "24 stemte for og 5 imod; 2 undlod at stemme.",
         "24 voted in favour and 5 against; 2 abstained."},
        {{counted(Option::Yes, 1), counted(Option::No, 1)},
         rejected,
         "Forkastet med 1 stemme for og 1 imod.",
         "Rejected with 1 vote in favour and 1 against."},
        {{counted(Option::Yes, 31), counted(Option::No, 0)},
         adopted,
         "Godkendt med 31 stemmer for og ingen imod.",
         "Adopted with 31 votes in favour and none against."},
        {{counted(Option::Yes, 0), no5},
         rejected,
         "Forkastet med ingen stemmer for og 5 imod.",
         "Rejected with no votes in favour and 5 against."},
        {{yes24}, adopted, "Godkendt med 24 stemmer for.", "Adopted with 24 votes in favour."},
        {{no5}, rejected, "Forkastet med 5 stemmer imod.", "Rejected with 5 votes against."},
        {{counted(Option::No, 1)}, rejected, "Forkastet med 1 stemme imod.", "Rejected with 1 vote against."},
        {{counted(Option::Yes, 0)}, none, "Ingen stemte for.", "Nobody voted in favour."},
        {{no5}, none, "5 stemte imod.", "5 voted against."},
        {{abstain2}, none, "2 undlod at stemme.", "2 abstained."},
        {{abstain2}, adopted, "Godkendt; 2 undlod at stemme.", "Adopted; 2 abstained."},
        {{yes24, no5, counted(Option::Abstain, 1), counted(Option::NotVoting, 2), counted(Option::Absent, 3)},
         adopted,
         "Godkendt med 24 stemmer for og 5 imod; 1 undlod at stemme, 2 stemte ikke og 3 deltog ikke i "
         "afstemningen.",
         "Adopted with 24 votes in favour and 5 against; 1 abstained, 2 did not vote and 3 took no part in "
         "the "
         "vote."},
    };
    const MeetingPaper paper = meetingOf(1);
    const Checked checked(paper);
    for (const ResultRow& row : rows) {
        const VoteTally tally = tallyOf(checked.roll, 0, row.votes);
        EXPECT_EQ(VoteWords(Labels::danish()).result(tally, row.result), row.danish);
        EXPECT_EQ(VoteWords(*Labels::find("en")).result(tally, row.result), row.english);
    }
}

/// The cells of a table, a line a row.
Lines shown(const VoteTable& table) {
    const auto line = [](const std::vector<std::string>& cells) {
        std::string out;
        for (const std::string& cell : cells) {
            out += (out.empty() ? "" : " ") + cell;
        }
        return out;
    };
    Lines out{line(table.head)};
    for (const auto& row : table.rows) {
        out.push_back(line(row));
    }
    out.push_back(line(table.total));
    return out;
}

Lines shown(const std::vector<VoteList>& lists) {
    Lines out;
    for (const VoteList& list : lists) {
        std::string line = list.title + ":";
        for (const std::string& name : list.names) {
            line += " " + name + ",";
        }
        line.pop_back();
        out.push_back(line);
    }
    return out;
}

TEST(Votes, ArePutIntoATableByParty) {
    const MeetingPaper paper = meetingOf(2, {"left Carl Holm @1"});
    const Checked checked(paper);
    const VoteWords words(Labels::danish());
    const auto tableOf = [&](const std::vector<Vote>& votes, std::size_t item = 0) {
        return shown(words.table(tallyOf(checked.roll, item, votes)));
    };
    const Lines byPerson = {"Parti For Imod Undlod", "A 1 0 0", "V 1 1 0", "Ø 0 1 0", "I alt 2 2 0"};
    EXPECT_EQ(tableOf({named(Option::Yes, {"Carl Holm", "Anna Dam (A)"}),
                       named(Option::No, {"Dora Lund", "Bo Berg"})}),
              byPerson);
    EXPECT_EQ(tableOf({grouped(Option::Yes, {{"V", 1, {}}, {"A", 1, {}}}),
                       grouped(Option::No, {{"Ø", 1, {}}, {"Venstre (V)", 1, {}}})}),
              byPerson);
    EXPECT_EQ(tableOf({named(Option::Yes, {"V", "A"}), named(Option::No, {"Dora Lund"})}),
              (Lines{"Parti For Imod Undlod", "A 1 0 0", "V 2 0 0", "Ø 0 1 0", "I alt 3 1 0"}));
    EXPECT_EQ(tableOf({named(Option::Yes, {"V", "A"}), named(Option::No, {"Dora Lund"})}, 1),
              (Lines{"Parti For Imod Undlod", "A 1 0 0", "V 1 0 0", "Ø 0 1 0", "I alt 2 1 0"}))
        << "of a party those who are there";
    EXPECT_EQ(tableOf({named(Option::Yes, {"V"}), named(Option::No, {"Bo Berg"})}),
              (Lines{"Parti For Imod Undlod", "V 1 1 0", "I alt 1 1 0"}))
        << "but who votes otherwise";
    EXPECT_EQ(tableOf({named(Option::NotVoting, {"Bo Berg"}), named(Option::Absent, {"Finn Krog"})}),
              (Lines{"Parti For Imod Undlod Stemte ikke Deltog ikke", "V 0 0 0 1 0", "Uden parti 0 0 0 0 1",
                     "I alt 0 0 0 1 1"}));
    EXPECT_EQ(tableOf({named(Option::Yes, {"Radikale Venstre (V)", "Socialdemokratiet (A)"}),
                       named(Option::No, {"Grete Friis (V)"})}),
              (Lines{"Parti For Imod Undlod", "A 1 0 0", "V 2 1 0", "I alt 3 1 0"}))
        << "parties by their letters, and a person of one";
    Vote partly = named(Option::Yes, {"Anna Dam"});
    partly.count = 3;
    EXPECT_EQ(tableOf({partly}), (Lines{"Parti For Imod Undlod", "I alt 3 0 0"})) << "two are not named";
    EXPECT_EQ(shown(VoteWords(*Labels::find("en")).table(tallyOf(checked.roll, 0, {{partly}}))),
              (Lines{"Party For Against Abstained", "Total 3 0 0"}));
}

TEST(Votes, ListWhoVotedInElectedOrder) {
    const MeetingPaper paper = meetingOf(1);
    const Checked checked(paper);
    const VoteWords words(Labels::danish());
    const std::vector<Vote> people = {named(Option::Yes, {"Carl Holm", "Finn Krog (Z)", "Anna Dam"}),
                                      named(Option::No, {"Dora Lund"}), named(Option::Yes, {"Bo  Berg (V)"})};
    EXPECT_EQ(shown(words.lists(tallyOf(checked.roll, 0, people))),
              (Lines{"For (4): Anna Dam (A), Bo Berg (V), Carl Holm (V), Finn Krog (Z)",
                     "Imod (1): Dora Lund (Ø)"}));
    const std::vector<Vote> parties = {named(Option::Yes, {"Ø", "V"}), named(Option::Abstain, {"A"})};
    EXPECT_EQ(shown(words.lists(tallyOf(checked.roll, 0, parties))),
              (Lines{"For (3): V (2), Ø (1)", "Undlod (1): A (1)"}));
    EXPECT_EQ(shown(words.lists(tallyOf(checked.roll, std::nullopt, parties))),
              (Lines{"For: V, Ø", "Undlod: A"}))
        << "how many of another meeting is not known";
    Vote twice = named(Option::Yes, {"Bo Berg", "Anna Dam"});
    twice.groups = {{"A", 1, {}}, {"V", 1, {}}};
    EXPECT_EQ(shown(words.lists(tallyOf(checked.roll, 0, {{twice}}))),
              (Lines{"For (2): Anna Dam (A), Bo Berg (V)"}));
}

} // namespace
} // namespace sidetal
