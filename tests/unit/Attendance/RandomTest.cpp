#include "Meetings.h"
#include "SlowWalk.h"
#include "support/RandomTimes.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sidetal {
namespace {

using test::Checked;
using test::kNames;
using test::kPeople;
using test::PlainMeeting;
using test::Walked;

TEST(Attendance, AgreesWithAWalkThroughRandomMeetings) {
    std::set<std::string> codes;
    const std::uint64_t cases = 1'000 * test::randomTimes();
    for (std::uint64_t seed = 1; seed <= cases && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        const PlainMeeting plain = test::randomMeeting(seed);
        const MeetingPaper paper = test::paperOf(plain);
        const Checked checked(paper);
        const Walked walked = test::walkThrough(plain);
        std::vector<std::string> found = checked.codes();
        std::ranges::sort(found);
        EXPECT_EQ(found, walked.found) << test::shown(paper);
        for (const std::string& each : found) {
            codes.insert(each.substr(each.find(' ') + 1));
        }
        for (std::size_t item = 0; item < plain.items; ++item) {
            std::size_t there = 0;
            std::size_t voters = 0;
            for (std::size_t who = 0; who < kPeople; ++who) {
                const auto entry = checked.roll.find(kNames[who]);
                EXPECT_EQ(entry.has_value(), walked.named[who]) << kNames[who];
                if (entry) {
                    EXPECT_EQ(checked.roll.isPresent(*entry, item), walked.there[item][who])
                        << kNames[who] << " at item " << item + 1;
                    there += checked.roll.isPresent(*entry, item) ? 1 : 0;
                    voters +=
                        checked.roll.isPresent(*entry, item) && MeetingRoll::hasVote(checked.roll.at(*entry))
                            ? 1
                            : 0;
                }
            }
            const auto away = checked.roll.absencesAt(item);
            EXPECT_EQ(there + away.size(), checked.roll.people().size());
            EXPECT_EQ(voters, checked.roll.votersAt(item));
            for (std::size_t i = 1; i < away.size(); ++i) {
                EXPECT_LT(away[i - 1]->who, away[i]->who);
            }
        }
    }
    EXPECT_GE(codes.size(), 15u) << "each contradiction is met";
}

/// The time of what there are ten thousand of is not asserted; were it their square, this would not end.
TEST(Attendance, TakesTenThousandOfEach) {
    constexpr std::size_t kMany = 10'000;
    MeetingPaper paper = test::meetingOf(kMany);
    paper.committee->members.clear();
    for (std::size_t i = 0; i < kMany; ++i) {
        Person member;
        member.name = fmt::format("Medlem {} (A)", i);
        paper.committee->members.push_back(member);
        AttendanceEvent event;
        event.person = member;
        event.kind = static_cast<AttendanceEvent::Kind>(i % 6);
        event.item = fmt::format("{}-{}", i + 1, kMany);
        event.time = TimeOfDay{static_cast<std::uint8_t>(15 + i / 2000), 0};
        event.substituteFor = fmt::format("Medlem {}", (i + 7) % kMany);
        paper.meeting.attendance.push_back(event);
        Decision decision;
        decision.votes.resize(1);
        decision.votes[0].voters = {member.name, "A", fmt::format("Ukendt {}", i)};
        paper.items[i].decisions.push_back(decision);
    }
    const Checked checked(paper);
    EXPECT_GT(checked.diagnostics.warningCount(), kMany);
    const AttendanceWords words(Labels::danish(), '.');
    EXPECT_EQ(words.events(checked.roll).size(), kMany);
    EXPECT_EQ(words.absentAt(checked.roll, 0).text.empty(), false);
    EXPECT_EQ(words.lists(checked.roll).present.names.size(), kMany);
}

} // namespace
} // namespace sidetal
