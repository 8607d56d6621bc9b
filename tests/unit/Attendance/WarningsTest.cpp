#include "Meetings.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

using test::Checked;
using test::meetingOf;
using Lines = std::vector<std::string>;

/// Events of a meeting of 12 items, and what is wrong with them.
struct Row {
    Lines events;
    Lines messages;
};

TEST(Attendance, TellsWhatContradictsInEvents) {
    const std::vector<Row> rows = {
        {{"arrived Bo Berg @5", "left Bo Berg @3"},
         {"2 SID-A001 'Bo Berg' leaves after item '3', before arriving at item '5'; expected events in the "
          "order in "
          "which they happened"}},
        {{"arrived Bo Berg @5", "left Bo Berg @4"},
         {"2 SID-A001 'Bo Berg' leaves after item '4', before arriving at item '5'; expected events in the "
          "order in "
          "which they happened"}},
        {{"arrived Bo Berg @5", "left Bo Berg @5"}, {}},
        {{"arrived Bo Berg 18:00", "left Bo Berg 17:30"},
         {"2 SID-A001 'Bo Berg' leaves at 17:30, before arriving at 18:00; expected events in the order in "
          "which "
          "they happened"}},
        {{"left Bo Berg 18:00 @8", "arrived Bo Berg @4"},
         {"2 SID-A001 'Bo Berg' comes back at item '4', before leaving after item '8' at 18:00; expected "
          "events in "
          "the order in which they happened"}},
        {{"arrived Bo Berg @2", "arrived Bo Berg @4"},
         {"2 SID-A002 'Bo Berg' arrives at item '4', expected a departure since the last arrival"}},
        {{"left Bo Berg @2", "left Bo Berg @4"},
         {"2 SID-A003 'Bo Berg' leaves after item '4', but has left already; expected somebody who is "
          "there"}},
        {{"excused Bo Berg", "left Bo Berg @4"},
         {"2 SID-A003 'Bo Berg' leaves after item '4', but is excused; expected somebody who is there"}},
        {{"left Bo Berg", "absent Bo Berg"},
         {"1 SID-A017 'Bo Berg' leaves, expected a time or an item",
          "1 SID-A003 'Bo Berg' leaves at a time that is not said, but is absent; expected somebody who is "
          "there"}},
        {{"left Bo Berg @4", "arrived Bo Berg @5", "left Bo Berg @9", "arrived Bo Berg @10"}, {}},
        {{"substitute Eva Ring for Bo Berg"},
         {"1 SID-A008 'Eva Ring' is a substitute for 'Bo Berg', who is there at item '1'; expected somebody "
          "who is "
          "not"}},
        {{"left Bo Berg @4", "substitute Eva Ring for Bo Berg @4-12"},
         {"2 SID-A008 'Eva Ring' is a substitute for 'Bo Berg', who is there at item '4'; expected somebody "
          "who is "
          "not"}},
        {{"left Bo Berg @4", "substitute Eva Ring for Bo Berg @5-12"}, {}},
        {{"excused Bo Berg", "substitute Eva Ring for Bo Berg", "arrived Bo Berg @7", "left Eva Ring @6"},
         {}},
        {{"substitute Eva Ring"}, {"1 SID-A009 'Eva Ring' is a substitute, expected for whom"}},
        {{"substitute Eva Ring for Bo Bergh"},
         {"1 SID-A009 'Eva Ring' is a substitute for 'Bo Bergh', expected the name of a member"}},
        {{"substitute Bo Berg for Bo Berg"},
         {"1 SID-A009 'Bo Berg' is a substitute for 'Bo Berg', expected the name of a member"}},
        {{"left Bo Berg @14"}, {"1 SID-A010 no item has the number '14', expected one of the paper's"}},
        {{"disqualified Bo Berg @3-14 og 1b"},
         {"1 SID-A010 no item has the number '14', expected one of the paper's",
          "1 SID-A010 no item has the number '1b', expected one of the paper's"}},
        {{"arrived Bo Berg 14:30"},
         {"1 SID-A011 14:30 is before the meeting begins at 15:00, expected a time of the meeting"}},
        {{"left Bo Berg 21:30"},
         {"1 SID-A011 21:30 is after the meeting closed at 21:15, expected a time of the meeting"}},
        {{"left Bo Berg 17:00 @4", "left Anna Dam 16:30 @6"},
         {"2 SID-A012 after item '6' at 16:30: earlier than after item '4' at 17:00, expected times that "
          "rise with "
          "the items"}},
        {{"left Anna Dam 17:30 @6", "left Bo Berg 17:00 @4", "arrived Dora Lund 17:00 @5"}, {}},
        {{"left Bo Bergg @4"},
         {"1 SID-A014 'Bo Bergg' is not known, expected the name of a member, a participant or a guest"}},
        {{"arrived Bo Berg"}, {"1 SID-A017 'Bo Berg' arrives, expected a time or an item"}},
        {{"disqualified Bo Berg @7-5"},
         {"1 SID-A018 the items '7-5' run backwards, expected the first before the last"}},
    };
    for (const Row& row : rows) {
        MeetingPaper paper = meetingOf(12, row.events);
        paper.meeting.closed = TimeOfDay{21, 15};
        EXPECT_EQ(Checked(paper).messages(), row.messages);
    }
}

TEST(Attendance, NamesThePlaceAndWhatWasMeant) {
    const MeetingPaper paper =
        meetingOf(12, {"left Bo Bergg @4", "left Bo Bergg @5", "left Anna Dam @99", "left Anna Dam @1o"});
    const Checked checked(paper);
    ASSERT_EQ(checked.diagnostics.all().size(), 5u);
    using Notes = std::vector<std::string>;
    const auto& all = checked.diagnostics.all();
    EXPECT_EQ(all[0].path, "meeting.attendance[0].person");
    EXPECT_EQ(all[0].notes, Notes{"nearest name: 'Bo Berg'"});
    EXPECT_EQ(all[1].path, "meeting.attendance[2].item");
    EXPECT_EQ(all[1].notes, Notes{"nearest number: '12'"});
    EXPECT_EQ(all[2].notes, Notes{"nearest number: '10'"});
    EXPECT_EQ(all[3].path, "meeting.attendance[3]");
    EXPECT_EQ(all[4].path, "meeting.attendance[1]");
    EXPECT_EQ(all[4].notes, Notes{"the other event stands at 1:1"});
}

TEST(Attendance, OfClosedItemsNamesNobody) {
    MeetingPaper paper = meetingOf(3, {"arrived Bo Berg @3", "left Bo Berg @2", "disqualified Anna Dam @2"});
    paper.items[1].access = Access::Closed;
    Vote vote;
    vote.voters = {"Anna Dam", "Anna Dam", "Nobody Known"};
    Decision decision;
    decision.votes = {vote};
    paper.items[1].decisions = {decision};
    const Checked checked(paper);
    EXPECT_GE(checked.messages().size(), 5u);
    for (const std::string& message : checked.messages()) {
        EXPECT_EQ(message.find("Anna"), std::string::npos) << message;
        EXPECT_EQ(message.find("Bo B"), std::string::npos) << message;
        EXPECT_EQ(message.find("Nobody K"), std::string::npos) << message;
    }
}

TEST(Attendance, TakesParticipantsForWhoWasThereWhereMembersAreListed) {
    MeetingPaper paper = meetingOf(2, {"excused Bo Berg", "arrived Dora Lund @2"});
    const auto person = [](std::string name) {
        Person out;
        out.name = std::move(name);
        return out;
    };
    paper.meeting.participants = {person("Bo Berg"), person("Finn Krog")};
    paper.meeting.chair = person("Anna Dam");
    {
        const Checked checked(paper);
        EXPECT_EQ(
            checked.messages(),
            (Lines{"1 SID-A016 'Bo Berg' is excused and stands among the participants, expected one of both",
                   "0 SID-A016 'Carl Holm' is a member, but neither among the participants nor excused or "
                   "absent, expected one of these; taken for absent"}));
        EXPECT_TRUE(checked.roll.isPresent(0, 0));
        EXPECT_FALSE(checked.roll.isPresent(2, 0));
        EXPECT_EQ(checked.roll.votersAt(0), 1u) << "Finn Krog is no member";
        EXPECT_EQ(checked.roll.votersAt(1), 2u);
    }
    paper.meeting.participants = {person("Teknik- og Miljøudvalget")};
    EXPECT_EQ(Checked(paper).messages(), Lines()) << "the committee as a whole";
}

TEST(Attendance, WithoutMembersTakesAllForMembers) {
    MeetingPaper paper =
        meetingOf(3, {"excused Grete Friis", "left Hans Juhl @1", "substitute Eva Ring for Ida Bo"});
    paper.committee.reset();
    const Checked checked(paper);
    EXPECT_EQ(checked.messages(), Lines());
    EXPECT_EQ(checked.roll.people().size(), 4u);
    EXPECT_EQ(checked.roll.votersAt(0), 2u);
    EXPECT_EQ(checked.roll.votersAt(1), 1u);
}

TEST(Attendance, HoldsPeopleOfOneNameApartByTheirParties) {
    MeetingPaper paper = meetingOf(2, {"left Jens Hansen (V) @1"});
    Person person;
    person.name = "Jens Hansen (A)";
    paper.committee->members.push_back(person);
    person.name = "Jens Hansen (V)";
    paper.committee->members.push_back(person);
    person.source = {7, 1};
    paper.committee->members.push_back(person);
    const Checked checked(paper);
    EXPECT_EQ(checked.messages(),
              Lines{"7 SID-A019 'Jens Hansen' stands twice among the members, expected once"});
    EXPECT_TRUE(checked.roll.isPresent(4, 1));
    EXPECT_FALSE(checked.roll.isPresent(5, 1));
}

TEST(Attendance, FindsNamesWithRolesAndBlanks) {
    MeetingPaper paper = meetingOf(2, {"left Bo Berg @1"});
    paper.committee->members[1].name = "Bo  Berg (V, formand)";
    paper.committee->members[0].name = "Anna Dam (næstformand)";
    paper.committee->members[0].party = "A";
    const Checked checked(paper);
    EXPECT_EQ(checked.messages(), Lines());
    EXPECT_FALSE(checked.roll.isPresent(1, 1));
    EXPECT_EQ(checked.roll.at(1).person.role, "formand");
    EXPECT_EQ(checked.roll.at(0).person.role, "næstformand");
    EXPECT_EQ(AttendanceWords(Labels::danish(), '.').lists(checked.roll).present.names[0].name,
              "Anna Dam (A)");
    EXPECT_EQ(nameAndParty("Jens (Jim) Hansen").name, "Jens (Jim) Hansen");
    EXPECT_EQ(nameAndParty("Jens Hansen (Jim)", "V").name, "Jens Hansen (Jim)");
}

TEST(Attendance, CountsTimesPastMidnight) {
    MeetingPaper paper =
        meetingOf(4, {"left Bo Berg 23:50 @2", "left Anna Dam 00:10 @3", "left Dora Lund 18:00"});
    paper.meeting.start = TimeOfDay{19, 0};
    paper.meeting.closed = TimeOfDay{0, 30};
    EXPECT_EQ(
        Checked(paper).messages(),
        Lines{"3 SID-A011 18:00 is before the meeting begins at 19:00, expected a time of the meeting"});
}

TEST(Attendance, StandsWithoutItems) {
    const MeetingPaper paper =
        meetingOf(0, {"excused Bo Berg", "left Anna Dam 16:00", "substitute Eva Ring for Bo Berg"});
    const Checked checked(paper);
    EXPECT_EQ(checked.messages(), Lines());
    EXPECT_TRUE(checked.roll.isPresent(0, 0));
    EXPECT_FALSE(checked.roll.isPresent(1, 0));
    const MeetingPaper empty;
    EXPECT_EQ(Checked(empty).roll.people().size(), 0u);
}

TEST(Attendance, PlacesTimesBetweenThoseOfItems) {
    const MeetingPaper paper = meetingOf(6, {"left Anna Dam 16:00 @2", "arrived Bo Berg 16:30",
                                             "left Carl Holm 16:30", "arrived Anna Dam 17:00 @5"});
    const Checked checked(paper);
    EXPECT_EQ(checked.messages(), Lines());
    const auto itemsOf = [&](Who who) {
        std::string out;
        for (std::size_t i = 0; i < 6; ++i) {
            out += checked.roll.isPresent(who, i) ? '+' : '-';
        }
        return out;
    };
    EXPECT_EQ(itemsOf(0), "++--++");
    EXPECT_EQ(itemsOf(1), "--++++") << "after item 2 at the earliest";
    EXPECT_EQ(itemsOf(2), "++++--") << "before item 5 at the latest";
}

// ---- votes

/// A vote of a line such as "yes 2: Anna Dam, V | A 1": a count, voters, and figures by party.
Vote voteOf(std::string_view text) {
    Vote out;
    const std::string all(text);
    const std::string head = all.substr(0, all.find(':'));
    out.option = head.starts_with("yes")       ? Vote::Option::Yes
                 : head.starts_with("no ")     ? Vote::Option::No
                 : head.starts_with("abstain") ? Vote::Option::Abstain
                 : head.starts_with("silent")  ? Vote::Option::NotVoting
                                               : Vote::Option::Absent;
    if (const std::size_t at = head.find_first_of("0123456789"); at != std::string::npos) {
        out.count = std::stoi(head.substr(at));
    }
    std::string rest = all.find(':') == std::string::npos ? "" : all.substr(all.find(':') + 1);
    bool groups = false;
    while (!rest.empty()) {
        const std::size_t end = rest.find_first_of(",|");
        std::string part = rest.substr(0, end);
        part.erase(0, part.find_first_not_of(' '));
        part.erase(part.find_last_not_of(' ') + 1);
        if (groups) {
            out.groups.push_back(
                {part.substr(0, part.rfind(' ')), std::stoi(part.substr(part.rfind(' ') + 1)), {}});
        } else if (!part.empty()) {
            out.voters.push_back(part);
        }
        groups = groups || (end != std::string::npos && rest[end] == '|');
        rest = end == std::string::npos ? "" : rest.substr(end + 1);
    }
    return out;
}

TEST(Attendance, TellsWhatContradictsInVotes) {
    const std::vector<Row> rows = {
        {{"yes 2: Anna Dam, Carl Holm", "no : Dora Lund", "abstain 0"}, {}},
        {{"yes : A, V, Ø", "absent : Bo Berg"}, {}},
        {{"yes : Bo Berg"},
         {"1 SID-A004 'Bo Berg (V)' votes for at item '2', but has left; expected somebody who is "
          "there"}},
        {{"silent : Bo Berg"},
         {"1 SID-A004 'Bo Berg (V)' is there without voting at item '2', but has left; expected "
          "somebody who is there"}},
        {{"yes 3", "no 1"},
         {"1 SID-A005 there are 4 votes at item '2', and of the members present 3; expected no more "
          "votes than "
          "members"}},
        {{"yes : | V 2"},
         {"1 SID-A005 'V' has 2 votes at item '2', and of its members present 1; expected no more votes "
          "than "
          "members"}},
        {{"yes : Anna Dam", "no : Anna Dam"},
         {"2 SID-A006 'Anna Dam (A)' votes for and votes against, expected one of both"}},
        {{"yes : Anna Dam, Anna Dam (A)"}, {"1 SID-A006 'Anna Dam (A)' votes for twice, expected once"}},
        {{"yes : V", "abstain : V"}, {"2 SID-A006 'V' votes for and abstains, expected one of both"}},
        {{"yes : | V 1", "abstain : | V 0"}, {}},
        {{"yes 3: Anna Dam, V"}, {"1 SID-A007 the count is 3, and 2 are named; expected the same"}},
        {{"yes 2: Anna Dam, Carl Holm | A 1, V 1"}, {}},
        {{"yes : Anna Damm"},
         {"1 SID-A013 'Anna Damm' votes for, but is neither a member nor a party, expected one "
          "of these"}},
        {{"yes : Finn Krog"},
         {"1 SID-A013 'Finn Krog' votes for, but is no member, expected one or a substitute"}},
        {{"yes : | Z 1"}, {"1 SID-A013 'Z' is no party of the members, expected one of theirs"}},
        {{"yes : | Socialdemokratiet 1"}, {}}, // which may be A, for all that letters say
        {{"yes : Socialdemokratiet"}, {}},
        {{"yes :"}, {"1 SID-A015 the vote says nothing, expected 'count', 'voters' or 'groups'"}},
        {{"yes 1", "no 2"}, {"1 SID-A020 adopted with 1 for and 2 against, expected more for"}},
    };
    for (const Row& row : rows) {
        MeetingPaper paper = meetingOf(2, {"left Bo Berg @1"});
        Person guest;
        guest.name = "Finn Krog";
        paper.meeting.guests = {guest};
        Decision decision;
        decision.result = VoteResult::Adopted;
        for (const std::string& vote : row.events) {
            decision.votes.push_back(voteOf(vote));
            decision.votes.back().source = {static_cast<std::uint32_t>(decision.votes.size()), 1};
        }
        paper.items[1].decisions = {decision};
        EXPECT_EQ(Checked(paper).messages(), row.messages) << row.events.front();
        VoteEvent event;
        event.votes = decision.votes;
        event.result = decision.result;
        decision = {};
        decision.voteEvents = {event};
        paper.items[1].decisions = {decision};
        EXPECT_EQ(Checked(paper).messages(), row.messages) << row.events.front();
        paper.items[1].decisions.front().committee = "Økonomiudvalget";
        EXPECT_EQ(Checked(paper).messages(), Lines()) << "of another meeting nobody knows who was there";
    }
}

TEST(Attendance, ShortensLongListsOfItems) {
    MeetingPaper paper = meetingOf(100, {"disqualified Bo Berg @1-100"});
    for (std::size_t i = 0; i < paper.items.size(); ++i) {
        paper.items[i].number = std::to_string(2 * i + 1); // none goes on with the one before
    }
    paper.meeting.attendance[0].item = "1-199";
    const Checked checked(paper);
    EXPECT_EQ(AttendanceWords(Labels::danish(), '.').events(checked.roll)[0].text,
              "Bo Berg (V) deltog ikke i behandlingen af punkt 1-199 på grund af inhabilitet.");
}

TEST(Attendance, TellsOfAnEmptyVoteAndOfThoseWhomADecisionNamesAbsent) {
    MeetingPaper paper = meetingOf(2);
    Decision decision;
    decision.absent = {"Bo Berg (V)"};
    decision.votes = {voteOf("yes : Bo Berg")};
    decision.voteEvents.resize(1);
    decision.source = {9, 1};
    paper.items[1].decisions = {decision};
    const Checked checked(paper);
    EXPECT_EQ(checked.codes(), (Lines{"9 SID-A004", "0 SID-A015"}));
    EXPECT_EQ(checked.diagnostics.all()[0].path, "items[1].decisions[0].votes[0]");
    EXPECT_EQ(checked.diagnostics.all()[1].path, "items[1].decisions[0].voteEvents[0]");
    EXPECT_EQ(AttendanceWords(Labels::danish(), '.').absentAt(checked.roll, 1).text,
              "Fraværende ved punktet: Bo Berg (V)");
}

} // namespace
} // namespace sidetal
