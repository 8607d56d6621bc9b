#include "Attendance/RollBuilder.h"

#include "Attendance/Messages.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

/// What contradicts between the events of several people, and how it is told.

namespace sidetal {

void RollBuilder::checkTimes() {
    for (const RollEvent& event : roll_.events_) {
        if (!event.event->time) {
            continue;
        }
        const int time = clock_.minutes(*event.event->time);
        const std::string said = formatIso(*event.event->time);
        if (clock_.start() && time < *clock_.start()) {
            warn("SID-A011",
                 fmt::format("{} is before the meeting begins at {}, expected a time of the meeting", said,
                             formatIso(*paper_.meeting.start)),
                 event);
        } else if (clock_.closed() && time > *clock_.closed()) {
            warn("SID-A011",
                 fmt::format("{} is after the meeting closed at {}, expected a time of the meeting", said,
                             formatIso(*paper_.meeting.closed)),
                 event);
        }
    }
}

/// Of two events with time and item the one further on in the paper is the later one.
void RollBuilder::checkTimesAgainstItems() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < roll_.events_.size(); ++i) {
        if (roll_.events_[i].item && roll_.events_[i].event->time) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, {}, [&](std::uint32_t each) { return roll_.events_[each].gap; });
    const RollEvent* latest = nullptr; // of those at earlier items
    const auto time = [&](const RollEvent& event) { return clock_.minutes(*event.event->time); };
    for (std::size_t i = 0; i < order.size();) {
        std::size_t next = i;
        const RollEvent* here = latest;
        for (; next < order.size() && roll_.events_[order[next]].gap == roll_.events_[order[i]].gap; ++next) {
            const RollEvent& event = roll_.events_[order[next]];
            if (latest != nullptr && time(event) < time(*latest)) {
                warn("SID-A012",
                     fmt::format("{}: earlier than {}, expected times that rise with the items",
                                 moment(event), moment(*latest)),
                     event, placeNote(*latest));
            }
            here = here == nullptr || time(event) > time(*here) ? &event : here;
        }
        latest = here;
        i = next;
    }
}

namespace {

/// The first item at which neither is away, where there is one. `of` are ranges on end, none touching the
/// next, so that steps are no more than those of the other's.
std::optional<std::size_t> firstTogether(std::span<const ItemRange> of, std::span<const ItemRange> other,
                                         std::size_t count) {
    std::size_t item = 0;
    const auto skip = [&](std::span<const ItemRange> ranges) {
        const auto found =
            std::ranges::partition_point(ranges, [&](const ItemRange& each) { return each.to <= item; });
        const bool away = found != ranges.end() && found->from <= item;
        item = away ? found->to : item;
        return away;
    };
    while (item < count) {
        if (!skip(of) && !skip(other)) {
            return item;
        }
    }
    return std::nullopt;
}

/// Absences of one person without why: those that touch are one.
std::vector<ItemRange> joinedRanges(std::span<const Absence> absences) {
    std::vector<ItemRange> out;
    for (const Absence& absence : absences) {
        if (!out.empty() && out.back().to == absence.items.from) {
            out.back().to = absence.items.to;
        } else {
            out.push_back(absence.items);
        }
    }
    return out;
}

} // namespace

/// A substitute and the one for whom he comes are not there at the same item.
void RollBuilder::checkSubstitutes() {
    std::set<std::pair<Who, Who>> checked;
    std::map<Who, std::vector<ItemRange>> away;
    const auto awayOf = [&](Who who) -> const std::vector<ItemRange>& {
        const auto found = away.find(who);
        return found != away.end() ? found->second
                                   : away.emplace(who, joinedRanges(roll_.absences(who))).first->second;
    };
    for (const RollEvent& event : roll_.events_) {
        if (!event.standsInFor || !checked.emplace(event.who, *event.standsInFor).second) {
            continue;
        }
        const auto item = firstTogether(awayOf(event.who), awayOf(*event.standsInFor), itemCount());
        if (!item) {
            continue;
        }
        const bool any = roll_.items_.size() != 0;
        const std::string number = any ? roll_.items_.number(*item) : "";
        const std::string where = number.empty() || roll_.items_.closed(*item)
                                      ? std::string()
                                      : fmt::format(" at item {}", inQuotes(number));
        warn("SID-A008",
             fmt::format("{} is a substitute for {}, who is there{}; expected somebody who is not",
                         who(event), inQuotes(roll_.people_[*event.standsInFor].person.name), where),
             event);
    }
}

// ---- messages

void RollBuilder::warn(std::string_view code, std::string message, const RollEvent& event,
                       std::vector<std::string> notes) {
    const auto index = event.event - paper_.meeting.attendance.data();
    const bool closed = concernsClosed(event);
    diagnostics_.warning(code, closed ? std::string(inGeneral(code)) : std::move(message),
                         event.event->source, fmt::format("meeting.attendance[{}]", index),
                         closed ? std::vector<std::string>() : std::move(notes));
}

/// The later of two that contradict changes nothing.
void RollBuilder::contradict(std::string_view code, std::string message, RollEvent& event,
                             const RollEvent* other) {
    warn(code, std::move(message), event, other != nullptr ? placeNote(*other) : std::vector<std::string>());
    event.counts = false;
}

/// True for an event at an item that not everybody may know of.
bool RollBuilder::concernsClosed(const RollEvent& event) const {
    return std::ranges::any_of(event.items, [&](const ItemRange& range) {
        return roll_.items_.closed(range.from) || roll_.items_.closed(range.to - 1);
    });
}

std::string RollBuilder::who(const RollEvent& event) const {
    return inQuotes(roll_.people_[event.who].person.name);
}

/// "at 17:20", "after item '4' at 17:20"
std::string RollBuilder::moment(const RollEvent& event) const {
    std::string out;
    if (event.item) {
        out = fmt::format("{} item {}", event.event->kind == Kind::Left ? "after" : "at",
                          inQuotes(roll_.items_.number(*event.item)));
    }
    if (event.event->time) {
        out += fmt::format("{}at {}", out.empty() ? "" : " ", formatIso(*event.event->time));
    }
    return out.empty() ? "at a time that is not said" : out;
}

std::vector<std::string> RollBuilder::placeNote(const RollEvent& other) const {
    const SourcePos place = other.event->source;
    return place.known()
               ? std::vector{fmt::format("the other event stands at {}:{}", place.line, place.column)}
               : std::vector<std::string>();
}

} // namespace sidetal
