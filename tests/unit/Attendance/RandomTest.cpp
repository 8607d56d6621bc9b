#include "Meetings.h"
#include "support/RandomTimes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

/// Random meetings, and a second, slow way to say who is there and what contradicts: it walks through a
/// meeting item by item and looks at everything at each.

namespace sidetal {
namespace {

using test::Checked;
using Kind = AttendanceEvent::Kind;
using Option = Vote::Option;

/// An event before it is text: what it names, by numbers.
struct PlainEvent {
    Kind kind = Kind::Arrived;
    std::size_t who = 0;                                    ///< of the people
    std::optional<std::size_t> of;                          ///< whom a substitute stands in for
    std::optional<int> time;                                ///< minutes
    std::vector<std::pair<std::size_t, std::size_t>> items; ///< from, to, both included
    bool unknownItem = false;
};

struct PlainVote {
    Option option = Option::Yes;
    std::vector<std::size_t> who;
    std::optional<int> count;
};

struct PlainBallot {
    std::size_t item = 0;
    std::vector<PlainVote> votes;
};

struct PlainMeeting {
    std::size_t items = 1;
    std::vector<PlainEvent> events;
    std::vector<PlainBallot> ballots;
    std::set<std::size_t> absentAt; ///< of person 3, whom decisions name
};

constexpr std::size_t kMembers = 4;
constexpr std::size_t kPeople = 8; ///< two who only stand in, a guest, and one whom nobody knows
constexpr std::size_t kGuest = 6;
constexpr std::size_t kUnknown = 7;
constexpr int kStart = 15 * 60;
constexpr int kClosed = 20 * 60;
constexpr std::array<const char*, kPeople> kNames = {"Anna Dam (A)",  "Bo Berg (V)",  "Carl Holm (V)",
                                                     "Dora Lund (Ø)", "Eva Ring (V)", "Grete Friis (A)",
                                                     "Finn Krog",     "Xxxxxx Yyyyyy"};

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

PlainMeeting randomMeeting(Dice& dice) {
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
    MeetingPaper out = test::meetingOf(plain.items);
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

/// The paper's events and votes, for who looks for a fault.
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

/// The slow way.
class Walk {
  public:
    explicit Walk(const PlainMeeting& meeting)
        : m_(meeting)
        , there_(meeting.items, std::vector<bool>(kPeople)) {
        for (std::size_t who = 0; who < kPeople; ++who) {
            walk(who);
        }
        checkEvents();
        checkSubstitutes();
        checkBallots();
        std::ranges::sort(found_);
    }

    [[nodiscard]] bool isThere(std::size_t who, std::size_t item) const { return there_[item][who]; }
    [[nodiscard]] const std::vector<std::string>& found() const { return found_; }
    [[nodiscard]] bool isNamed(std::size_t who) const {
        return who < kMembers || who == kGuest ||
               std::ranges::any_of(m_.events, [&](const PlainEvent& e) { return e.who == who; });
    }

  private:
    void tell(std::uint32_t line, const char* code) { found_.push_back(fmt::format("{} {}", line, code)); }

    static bool isMove(const PlainEvent& e) { return e.kind == Kind::Arrived || e.kind == Kind::Left; }
    static bool holds(const PlainEvent& e, std::size_t item) {
        return std::ranges::any_of(e.items,
                                   [&](const auto& r) { return r.first <= item && item <= r.second; });
    }
    /// Before which item it happens; of the times of others the one that lets people be there longest.
    [[nodiscard]] std::size_t before(const PlainEvent& e) const {
        const bool arrives = e.kind != Kind::Left;
        if (isMove(e) && !e.items.empty()) {
            return arrives ? e.items.front().first : e.items.back().second + 1;
        }
        std::size_t out = arrives ? 0 : m_.items;
        for (const PlainEvent& other : m_.events) {
            if (e.time && isMove(other) && !other.items.empty() && other.time) {
                const std::size_t at = before(other);
                out = arrives && *other.time <= *e.time    ? std::max(out, at)
                      : !arrives && *other.time >= *e.time ? std::min(out, at)
                                                           : out;
            }
        }
        return out;
    }
    [[nodiscard]] bool isOpening(const PlainEvent& e) const {
        return (e.kind == Kind::Excused || e.kind == Kind::Absent) && e.items.empty() && !e.unknownItem;
    }

    void walk(std::size_t who) {
        std::vector<std::size_t> moves;
        bool there = true;
        bool standsIn = false;
        for (std::size_t i = 0; i < m_.events.size(); ++i) {
            const PlainEvent& e = m_.events[i];
            if (e.who == who && isMove(e)) {
                there = there && !(moves.empty() && e.kind == Kind::Arrived);
                moves.push_back(i);
            }
            there = there && !(e.who == who && isOpening(e));
            standsIn = standsIn ||
                       (e.who == who && e.kind == Kind::Substitute && (e.items.size() + !e.unknownItem) > 0);
        }
        const PlainEvent* last = nullptr;
        std::size_t next = 0;
        for (std::size_t item = 0; item <= m_.items; ++item) {
            for (; next < moves.size(); ++next) {
                const PlainEvent& e = m_.events[moves[next]];
                const bool arrives = e.kind == Kind::Arrived;
                if (arrives == there) { // what contradicts does not wait for its item
                    tell(eventLine(moves[next]), arrives ? "SID-A002" : "SID-A003");
                } else if (last != nullptr && isEarlier(e, *last)) {
                    tell(eventLine(moves[next]), "SID-A001");
                } else if (before(e) <= item) {
                    there = arrives;
                    last = &e;
                } else {
                    break;
                }
            }
            if (item < m_.items) {
                there_[item][who] = there && !isAwayAt(who, item) && (!standsIn || standsInAt(who, item));
            }
        }
    }

    [[nodiscard]] bool isEarlier(const PlainEvent& e, const PlainEvent& last) const {
        const bool leaves = e.kind == Kind::Left;
        const bool byItem = !e.items.empty() && !last.items.empty() &&
                            (leaves ? before(e) <= before(last) : before(e) < before(last));
        return byItem || (e.time && last.time && *e.time < *last.time);
    }
    [[nodiscard]] bool isAwayAt(std::size_t who, std::size_t item) const {
        const bool byDecision = who == 3 && m_.absentAt.contains(item);
        return byDecision || std::ranges::any_of(m_.events, [&](const PlainEvent& e) {
                   return e.who == who && !isMove(e) && e.kind != Kind::Substitute && holds(e, item);
               });
    }
    [[nodiscard]] bool standsInAt(std::size_t who, std::size_t item) const {
        return std::ranges::any_of(m_.events, [&](const PlainEvent& e) {
            const bool all = e.items.empty() && !e.unknownItem;
            return e.who == who && e.kind == Kind::Substitute &&
                   (holds(e, item) || (all && before(e) <= item));
        });
    }

    void checkEvents() {
        std::set<std::size_t> told;
        for (std::size_t i = 0; i < m_.events.size(); ++i) {
            const PlainEvent& e = m_.events[i];
            if (e.who != kGuest && !hasVote(e.who) && told.insert(e.who).second) {
                tell(eventLine(i), "SID-A014");
            }
            if (e.unknownItem) {
                tell(eventLine(i), "SID-A010");
            }
            if (isMove(e) && e.items.empty() && !e.unknownItem && !e.time) {
                tell(eventLine(i), "SID-A017");
            }
            if (e.time && (*e.time < kStart || *e.time > kClosed)) {
                tell(eventLine(i), "SID-A011");
            }
            for (const PlainEvent& other : m_.events) {
                const bool placed = isMove(e) && isMove(other) && !e.items.empty() && !other.items.empty();
                if (placed && e.time && other.time && before(other) < before(e) && *other.time > *e.time) {
                    tell(eventLine(i), "SID-A012");
                    break;
                }
            }
        }
    }

    void checkSubstitutes() {
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        bool known = false; // the unknown one is known once an event is his
        for (std::size_t i = 0; i < m_.events.size(); ++i) {
            const PlainEvent& e = m_.events[i];
            known = known || e.who == kUnknown;
            if (e.kind != Kind::Substitute) {
                continue;
            }
            if (!e.of || (*e.of == kUnknown && !known)) {
                tell(eventLine(i), "SID-A009");
                continue;
            }
            bool both = false;
            for (std::size_t item = 0; item < m_.items; ++item) {
                both = both || (there_[item][e.who] && there_[item][*e.of]);
            }
            if (pairs.emplace(e.who, *e.of).second && both) {
                tell(eventLine(i), "SID-A008");
            }
        }
    }

    [[nodiscard]] bool hasVote(std::size_t who) const {
        return who < kMembers || std::ranges::any_of(m_.events, [&](const PlainEvent& e) {
                   return e.who == who && e.kind == Kind::Substitute;
               });
    }

    void checkBallots() {
        for (std::size_t b = 0; b < m_.ballots.size(); ++b) {
            const PlainBallot& ballot = m_.ballots[b];
            std::set<std::size_t> voted;
            std::int64_t votes = 0;
            std::map<Option, std::int64_t> unused;
            for (std::size_t v = 0; v < ballot.votes.size(); ++v) {
                const PlainVote& vote = ballot.votes[v];
                if (vote.who.empty() && !vote.count) {
                    tell(voteLine(b, v), "SID-A015");
                }
                for (const std::size_t who : vote.who) {
                    if (!voted.insert(who).second) {
                        tell(voteLine(b, v), "SID-A006");
                    }
                    const bool takesPart = vote.option != Option::Absent;
                    if (!isNamed(who) || (takesPart && !hasVote(who))) {
                        tell(voteLine(b, v), "SID-A013");
                    }
                    if (isNamed(who) && takesPart && !there_[ballot.item][who]) {
                        tell(voteLine(b, v), "SID-A004");
                    }
                }
                if (vote.count && !vote.who.empty() && *vote.count != static_cast<int>(vote.who.size())) {
                    tell(voteLine(b, v), "SID-A007");
                }
                votes += vote.option == Option::Absent
                             ? 0
                             : vote.count.value_or(static_cast<int>(vote.who.size()));
            }
            std::int64_t present = 0;
            for (std::size_t who = 0; who < kPeople; ++who) {
                present += hasVote(who) && there_[ballot.item][who] ? 1 : 0;
            }
            if (votes > present) {
                tell(voteLine(b, 0), "SID-A005");
            }
        }
    }

    const PlainMeeting& m_;
    std::vector<std::vector<bool>> there_; ///< of each item, of each person
    std::vector<std::string> found_;
};

TEST(Attendance, AgreesWithAWalkThroughRandomMeetings) {
    std::set<std::string> codes;
    const std::uint64_t cases = 1'000 * test::randomTimes();
    for (std::uint64_t seed = 1; seed <= cases && !HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        Dice dice(seed);
        const PlainMeeting plain = randomMeeting(dice);
        const MeetingPaper paper = paperOf(plain);
        const Checked checked(paper);
        const Walk walk(plain);
        std::vector<std::string> found = checked.codes();
        std::ranges::sort(found);
        EXPECT_EQ(found, walk.found()) << shown(paper);
        for (const std::string& each : found) {
            codes.insert(each.substr(each.find(' ') + 1));
        }
        for (std::size_t item = 0; item < plain.items; ++item) {
            std::size_t there = 0;
            std::size_t voters = 0;
            for (std::size_t who = 0; who < kPeople; ++who) {
                const auto entry = checked.roll.find(kNames[who]);
                EXPECT_EQ(entry.has_value(), walk.isNamed(who)) << kNames[who];
                if (entry) {
                    EXPECT_EQ(checked.roll.isPresent(*entry, item), walk.isThere(who, item))
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
        event.kind = static_cast<Kind>(i % 6);
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
