#include "RandomMeeting.h"

#include "Attendance/Votes.h"
#include "Meetings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <random>

namespace sidetal::test {

namespace {

using Kind = AttendanceEvent::Kind;
using Option = Vote::Option;

class Dice {
  public:
    explicit Dice(std::uint64_t seed)
        : engine_(seed) {}
    std::size_t below(std::size_t most) { return static_cast<std::size_t>(engine_() % most); }
    bool once(std::size_t in) { return below(in) == 0; }

  private:
    std::mt19937_64 engine_;
};

PlainEvent randomEvent(Dice& dice, std::size_t items) {
    static constexpr std::array<Kind, 10> kKinds = {
        Kind::Arrived, Kind::Arrived, Kind::Arrived, Kind::Left,         Kind::Left,
        Kind::Left,    Kind::Excused, Kind::Absent,  Kind::Disqualified, Kind::Substitute};
    PlainEvent out;
    out.kind = kKinds[dice.below(kKinds.size())];
    out.who = dice.once(8) ? dice.below(kPeople) : dice.below(kMembers);
    if (out.kind == Kind::Substitute) {
        out.who = kMembers + dice.below(2);
        out.of =
            dice.once(10) ? std::nullopt : std::optional(dice.once(10) ? kUnknown : dice.below(kMembers));
    }
    const bool move = out.kind == Kind::Arrived || out.kind == Kind::Left;
    if (move ? !dice.once(4) : dice.once(2)) {
        if (dice.once(12)) {
            out.unknownItem = true;
        } else {
            const std::size_t ranges = move ? 1 : 1 + dice.below(2);
            for (std::size_t i = 0; i < ranges; ++i) {
                const std::size_t from = dice.below(items);
                out.items.emplace_back(from, dice.once(3) ? from + dice.below(items - from) : from);
            }
        }
    }
    if ((move && !dice.once(3)) || (out.kind == Kind::Substitute && dice.once(3))) {
        // Mostly as far on as the item is, so that not all contradicts.
        const std::size_t near = out.items.empty() ? dice.below(items) : out.items.front().first;
        out.time = kStart - 20 + static_cast<int>((near * 300 + dice.below(400)) / items);
    }
    return out;
}

} // namespace

PlainMeeting randomMeeting(std::uint64_t seed) {
    Dice dice(seed);
    PlainMeeting out;
    out.items = 1 + dice.below(8);
    const std::size_t events = dice.below(9);
    for (std::size_t i = 0; i < events; ++i) {
        out.events.push_back(randomEvent(dice, out.items));
    }
    const std::size_t ballots = dice.below(3);
    for (std::size_t i = 0; i < ballots; ++i) {
        PlainBallot ballot;
        ballot.item = dice.below(out.items);
        const std::size_t votes = 1 + dice.below(3);
        for (std::size_t v = 0; v < votes; ++v) {
            PlainVote vote;
            vote.option = static_cast<Option>(dice.below(kVoteOptions));
            const std::size_t voters = dice.below(4);
            for (std::size_t w = 0; w < voters; ++w) {
                vote.who.push_back(dice.once(4) ? dice.below(kPeople) : dice.below(kMembers));
            }
            if (dice.once(3)) {
                vote.count = static_cast<int>(dice.below(4));
            }
            ballot.votes.push_back(vote);
        }
        out.ballots.push_back(ballot);
    }
    if (dice.once(4)) {
        out.absentAt.insert(dice.below(out.items));
    }
    return out;
}

std::uint32_t eventLine(std::size_t index) {
    return static_cast<std::uint32_t>(index + 1);
}
std::uint32_t voteLine(std::size_t ballot, std::size_t vote) {
    return static_cast<std::uint32_t>(100 + ballot * 10 + vote);
}

MeetingPaper paperOf(const PlainMeeting& plain) {
    MeetingPaper out = meetingOf(plain.items);
    out.meeting.closed = TimeOfDay{kClosed / 60, 0};
    Person guest;
    guest.name = kNames[kGuest];
    out.meeting.guests = {guest};
    for (std::size_t i = 0; i < plain.events.size(); ++i) {
        const PlainEvent& event = plain.events[i];
        AttendanceEvent said;
        said.kind = event.kind;
        said.person.name = kNames[event.who];
        said.source = said.person.source = {eventLine(i), 1};
        said.substituteFor = event.of ? kNames[*event.of] : "";
        if (event.time) {
            said.time = TimeOfDay{static_cast<std::uint8_t>(*event.time / 60),
                                  static_cast<std::uint8_t>(*event.time % 60)};
        }
        for (const auto& [from, to] : event.items) {
            said.item += said.item.empty() ? "" : " og ";
            said.item += from == to ? fmt::format("{}", from + 1) : fmt::format("{}-{}", from + 1, to + 1);
        }
        said.item += event.unknownItem ? "99" : "";
        out.meeting.attendance.push_back(said);
    }
    for (std::size_t b = 0; b < plain.ballots.size(); ++b) {
        Decision decision;
        for (std::size_t v = 0; v < plain.ballots[b].votes.size(); ++v) {
            const PlainVote& vote = plain.ballots[b].votes[v];
            Vote said;
            said.option = vote.option;
            said.count = vote.count;
            said.source = {voteLine(b, v), 1};
            for (const std::size_t who : vote.who) {
                said.voters.emplace_back(kNames[who]);
            }
            decision.votes.push_back(said);
        }
        out.items[plain.ballots[b].item].decisions.push_back(decision);
    }
    for (const std::size_t item : plain.absentAt) {
        Decision decision;
        decision.absent = {kNames[3]};
        out.items[item].decisions.push_back(decision);
    }
    return out;
}

std::string shown(const MeetingPaper& paper) {
    std::string out = fmt::format("{} items\n", paper.items.size());
    for (const AttendanceEvent& event : paper.meeting.attendance) {
        out += fmt::format("{}: kind {} {} @{} {} for {}\n", event.source.line, static_cast<int>(event.kind),
                           event.person.name, event.item, event.time ? formatIso(*event.time) : "",
                           event.substituteFor);
    }
    for (std::size_t i = 0; i < paper.items.size(); ++i) {
        for (const Decision& decision : paper.items[i].decisions) {
            for (const Vote& vote : decision.votes) {
                out += fmt::format("{}: item {} option {} count {}: {}\n", vote.source.line, i + 1,
                                   static_cast<int>(vote.option), vote.count.value_or(-1),
                                   fmt::join(vote.voters, ", "));
            }
        }
    }
    return out;
}

} // namespace sidetal::test
