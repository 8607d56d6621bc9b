#pragma once

#include "sidetal/Model/MeetingPaper.h"

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sidetal::test {

/// An event before it is text: what it names, by numbers.
struct PlainEvent {
    AttendanceEvent::Kind kind = AttendanceEvent::Kind::Arrived;
    std::size_t who = 0;                                    ///< of the people
    std::optional<std::size_t> of;                          ///< whom a substitute stands in for
    std::optional<int> time;                                ///< minutes
    std::vector<std::pair<std::size_t, std::size_t>> items; ///< from, to, both included
    bool unknownItem = false;
};

struct PlainVote {
    Vote::Option option = Vote::Option::Yes;
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

inline constexpr std::size_t kMembers = 4;
inline constexpr std::size_t kPeople = 8; ///< two who only stand in, a guest, and one whom nobody knows
inline constexpr std::size_t kGuest = 6;
inline constexpr std::size_t kUnknown = 7;
inline constexpr int kStart = 15 * 60;
inline constexpr int kClosed = 20 * 60;
inline constexpr std::array<const char*, kPeople> kNames = {
    "Anna Dam (A)", "Bo Berg (V)",     "Carl Holm (V)", "Dora Lund (Ø)",
    "Eva Ring (V)", "Grete Friis (A)", "Finn Krog",     "Xxxxxx Yyyyyy"};

/// A meeting with up to eight items, eight events and two votes; each seed gives its own.
[[nodiscard]] PlainMeeting randomMeeting(std::uint64_t seed);

/// The meeting as a paper, its events and votes at the lines below.
[[nodiscard]] MeetingPaper paperOf(const PlainMeeting& plain);
[[nodiscard]] std::uint32_t eventLine(std::size_t index);
[[nodiscard]] std::uint32_t voteLine(std::size_t ballot, std::size_t vote);

/// The paper's events and votes, for who looks for a fault.
[[nodiscard]] std::string shown(const MeetingPaper& paper);

} // namespace sidetal::test
