#include "SlowWalk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace sidetal::test {

namespace {

using Kind = AttendanceEvent::Kind;
using Option = Vote::Option;

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

    [[nodiscard]] Walked result() const {
        Walked out{there_, {}, found_};
        for (std::size_t who = 0; who < kPeople; ++who) {
            out.named.push_back(isNamed(who));
        }
        return out;
    }
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

} // namespace

Walked walkThrough(const PlainMeeting& meeting) {
    return Walk(meeting).result();
}

} // namespace sidetal::test
