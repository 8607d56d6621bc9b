#include "Attendance/RollBuilder.h"

#include "Attendance/VoteChecks.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

/// The second half of building a roll: what the events make of each person's presence.

namespace sidetal {

namespace {

constexpr int kMinutesOfDay = 24 * 60;

/// What says most of an absence comes first.
enum Rank : int { kDisqualified, kExcusedAtItem, kAbsentAtItem, kNotThere, kNotStandingIn };

/// What is left of the items [0, count) without `ranges`.
std::vector<ItemRange> without(std::vector<ItemRange> ranges, std::size_t count) {
    std::ranges::sort(ranges, {}, &ItemRange::from);
    std::vector<ItemRange> out;
    std::size_t from = 0;
    for (const ItemRange& range : ranges) {
        if (from < range.from) {
            out.push_back({from, range.from});
        }
        from = std::max(from, range.to);
    }
    if (from < count) {
        out.push_back({from, count});
    }
    return out;
}

} // namespace

MeetingClock::MeetingClock(const Meeting& meeting) {
    pastMidnight_ = meeting.start && meeting.closed && *meeting.closed < *meeting.start;
    if (pastMidnight_) {
        closed_ = meeting.closed->hour * 60 + meeting.closed->minute + kMinutesOfDay;
    } else if (meeting.closed) {
        closed_ = minutes(*meeting.closed);
    }
    if (meeting.start) {
        start_ = meeting.start->hour * 60 + meeting.start->minute;
    }
}

int MeetingClock::minutes(TimeOfDay time) const {
    const int out = time.hour * 60 + time.minute;
    return pastMidnight_ && out + kMinutesOfDay <= *closed_ ? out + kMinutesOfDay : out;
}

RollBuilder::RollBuilder(const MeetingPaper& paper, std::span<const std::string> numbers,
                         Diagnostics& diagnostics)
    : paper_(paper)
    , diagnostics_(diagnostics)
    , clock_(paper.meeting)
    , roll_(paper, numbers)
    , near_(roll_.names_) {}

MeetingRoll RollBuilder::build() {
    addPeople();
    readEvents();
    readOpenings();
    placeByTime();
    checkTimes();
    checkTimesAgainstItems();
    addDecisionAbsences();
    for (Who who = 0; who < of_.size(); ++who) {
        move(who);
    }
    addItemAbsences();
    for (Who who = 0; who < of_.size(); ++who) {
        settle(who);
    }
    for (Gathered& of : of_) {
        std::erase_if(of.moves, [&](std::uint32_t each) { return !roll_.events_[each].counts; });
        roll_.moves_.push_back(std::move(of.moves));
    }
    roll_.index();
    checkSubstitutes();
    checkVotes(roll_, paper_, diagnostics_);
    return std::move(roll_);
}

// ---- times

/// Puts arrivals and departures without item where the times of those with one allow it.
void RollBuilder::placeByTime() {
    std::vector<std::pair<int, std::size_t>> known;
    for (const RollEvent& event : roll_.events_) {
        if (event.item && event.event->time) {
            known.emplace_back(clock_.minutes(*event.event->time), event.gap);
        }
    }
    std::ranges::sort(known);
    std::vector<std::size_t> latestBefore(known.size() + 1, 0);
    std::vector<std::size_t> firstAfter(known.size() + 1, itemCount());
    for (std::size_t i = 0; i < known.size(); ++i) {
        latestBefore[i + 1] = std::max(latestBefore[i], known[i].second);
    }
    for (std::size_t i = known.size(); i-- > 0;) {
        firstAfter[i] = std::min(firstAfter[i + 1], known[i].second);
    }
    for (RollEvent& event : roll_.events_) {
        if (event.item || !event.event->time || !event.items.empty()) {
            continue;
        }
        const int time = clock_.minutes(*event.event->time);
        const auto at = [&](int minute) {
            const auto found =
                std::ranges::partition_point(known, [&](const auto& each) { return each.first < minute; });
            return static_cast<std::size_t>(found - known.begin());
        };
        event.gap = event.event->kind == Kind::Left ? firstAfter[at(time)] : latestBefore[at(time + 1)];
    }
}

// ---- one person's presence

/// True where an event says that it came before the one that it follows: by the items where both name one, or
/// by the times where both have one. Who leaves after an item was there at it.
bool RollBuilder::comesTooEarly(const RollEvent& event, const RollEvent& last) const {
    const bool leaves = event.event->kind == Kind::Left;
    const bool byItem = event.item && last.item && (leaves ? event.gap <= last.gap : event.gap < last.gap);
    const bool byTime = event.event->time && last.event->time &&
                        clock_.minutes(*event.event->time) < clock_.minutes(*last.event->time);
    return byItem || byTime;
}

void RollBuilder::move(Who who) {
    Gathered& of = of_[who];
    RollEntry& entry = roll_.people_[who];
    const bool later = !of.moves.empty() && roll_.events_[of.moves.front()].event->kind == Kind::Arrived;
    if (of.opening) {
        entry.opening =
            *of.opening == Away::Excused ? RollEntry::Opening::Excused : RollEntry::Opening::Absent;
        entry.reason = of.reason;
        entry.source = of.source.orElse(entry.source);
    } else if (later) {
        entry.opening = RollEntry::Opening::Later;
    }
    bool present = entry.opening == RollEntry::Opening::Present;
    Absence away{who, {0, itemCount()}, of.opening.value_or(Away::NotYetCome), of.reason, of.source};
    RollEvent* last = nullptr;
    std::size_t gap = 0; // how far the person has come
    for (const std::uint32_t index : of.moves) {
        RollEvent& event = roll_.events_[index];
        const bool arrives = event.event->kind == Kind::Arrived;
        if (arrives == present) {
            const std::string_view why = last != nullptr                ? "has left already"
                                         : *of.opening == Away::Excused ? "is excused"
                                                                        : "is absent";
            contradict(arrives ? "SID-A002" : "SID-A003",
                       arrives ? fmt::format("{} arrives {}, expected a departure since the last arrival",
                                             this->who(event), moment(event))
                               : fmt::format("{} leaves {}, but {}; expected somebody who is there",
                                             this->who(event), moment(event), why),
                       event, last);
            continue;
        }
        if (last != nullptr && comesTooEarly(event, *last)) {
            contradict(
                "SID-A001",
                fmt::format("{} {} {}, before {} {}; expected events in the order in which they happened",
                            this->who(event), arrives ? "comes back" : "leaves", moment(event),
                            arrives ? "leaving" : "arriving", moment(*last)),
                event, last);
            continue;
        }
        gap = std::max(gap, event.gap);
        if (arrives) {
            away.items.to = gap;
            event.comesBack = last != nullptr;
            (last != nullptr ? last->missed : event.missed) = away.items;
            of.said.push_back({away, kNotThere});
            entry.arrives = true;
        } else {
            away = {who, {gap, itemCount()}, Away::Left, {}, event.event->source};
            event.missed = away.items;
        }
        present = arrives;
        last = &event;
    }
    if (!present) {
        of.said.push_back({away, kNotThere});
    }
}

// ---- single items

void RollBuilder::addItemAbsences() {
    for (const RollEvent& event : roll_.events_) {
        const AttendanceEvent& said = *event.event;
        Gathered& of = of_[event.who];
        if (isMove(event)) {
            continue;
        }
        if (said.kind == Kind::Substitute) {
            const bool all = isBlank(said.item);
            if (all) {
                of.standingIn.push_back({event.gap, itemCount()});
            }
            of.standingIn.insert(of.standingIn.end(), event.items.begin(), event.items.end());
            continue;
        }
        const Away why = said.kind == Kind::Disqualified ? Away::Disqualified
                         : said.kind == Kind::Excused    ? Away::Excused
                                                         : Away::Absent;
        const int rank = said.kind == Kind::Disqualified ? kDisqualified
                         : said.kind == Kind::Excused    ? kExcusedAtItem
                                                         : kAbsentAtItem;
        for (const ItemRange& range : event.items) {
            of.said.push_back({{event.who, range, why, said.reason, said.source}, rank});
        }
    }
}

/// Those whom a decision of this meeting names as absent are so at its item.
void RollBuilder::addDecisionAbsences() {
    for (std::size_t i = 0; i < roll_.items_.size(); ++i) {
        const std::vector<Decision>& decisions = roll_.items_.item(i).decisions;
        for (std::size_t d = 0; d < decisions.size(); ++d) {
            if (!decidedHere(paper_, decisions[d])) {
                continue;
            }
            for (const std::string& name : decisions[d].absent) {
                Person person;
                person.name = name;
                person.source = decisions[d].source;
                if (!isBlank(name)) {
                    const Who who =
                        knownOrAdded(person, fmt::format("{}.decisions[{}].absent", roll_.items_.path(i), d),
                                     roll_.items_.closed(i) || decisions[d].access == Access::Closed);
                    of_[who].said.push_back(
                        {{who, {i, roll_.items_.end(i)}, Away::Absent, {}, person.source}, kAbsentAtItem});
                }
            }
        }
    }
}

/// Makes of what is said of a person absences that do not overlap.
void RollBuilder::settle(Who who) {
    Gathered& of = of_[who];
    if (roll_.people_[who].part == RollEntry::Part::Substitute && !of.standingIn.empty()) {
        for (const ItemRange& range : without(of.standingIn, itemCount())) {
            of.said.push_back(
                {{who, range, Away::NotStandingIn, {}, roll_.people_[who].source}, kNotStandingIn});
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> ends; // of what is said, by the item
    for (std::size_t i = 0; i < of.said.size(); ++i) {
        if (const ItemRange& range = of.said[i].absence.items; range.from < range.to) {
            ends.emplace_back(range.from, i);
            ends.emplace_back(range.to, i);
        }
    }
    std::ranges::sort(ends);
    std::set<std::pair<int, std::size_t>> open; // the first of them tells why
    std::optional<std::size_t> telling;
    for (std::size_t i = 0; i < ends.size();) {
        const std::size_t item = ends[i].first;
        for (; i < ends.size() && ends[i].first == item; ++i) {
            const std::size_t each = ends[i].second;
            const std::pair key{of.said[each].rank, each};
            of.said[each].absence.items.from == item ? void(open.insert(key)) : void(open.erase(key));
        }
        const auto now = open.empty() ? std::nullopt : std::optional(open.begin()->second);
        if (now == telling) {
            continue;
        }
        if (telling) {
            roll_.absences_.back().items.to = item;
        }
        if (now) {
            roll_.absences_.push_back(of.said[*now].absence);
            roll_.absences_.back().items.from = item;
        }
        telling = now;
    }
}

bool decidedHere(const MeetingPaper& paper, const Decision& decision) {
    const std::string committee = paper.committee ? collapse(paper.committee->name) : std::string();
    const bool same = decision.committee.empty() || committee.empty()
                          ? decision.committee.empty()
                          : collapse(decision.committee) == committee;
    return same && (!decision.date || decision.date == paper.meeting.date);
}

MeetingRoll rollOf(const MeetingPaper& paper, std::span<const std::string> numbers,
                   Diagnostics& diagnostics) {
    return RollBuilder(paper, numbers, diagnostics).build();
}

} // namespace sidetal
