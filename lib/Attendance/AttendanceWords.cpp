#include "Attendance/Attendance.h"

#include "Labels/Phrases.h"
#include "Support/Ascii.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

namespace {

using Kind = AttendanceEvent::Kind;
using Part = RollEntry::Part;
using Opening = RollEntry::Opening;
using fmt::arg;

/// Items of a longer list than this are told by the first and the last.
constexpr std::size_t kMostListed = 30;

template <class... Args>
std::string fill(const Labels& labels, Phrase phrase, const Args&... args) {
    return fmt::format(fmt::runtime(phraseOf(labels, phrase)), args...);
}

/// " (tjenesterejse)"
std::string inBrackets(std::string_view reason) {
    return isBlank(reason) ? std::string() : fmt::format(" ({})", reason);
}

} // namespace

std::string AttendanceWords::name(const Person& person) const {
    const NameAndParty parts = nameAndParty(person.name.empty() ? person.role : person.name, person.party);
    return parts.party.empty() ? parts.name : fmt::format("{} ({})", parts.name, parts.party);
}

std::string AttendanceWords::name(const MeetingRoll& roll, Who who) const {
    return name(roll.at(who).person);
}

/// "A, B og C"
std::string AttendanceWords::joined(std::span<const std::string> parts) const {
    if (parts.size() < 2) {
        return parts.empty() ? std::string() : parts.front();
    }
    const std::span<const std::string> first = parts.first(parts.size() - 1);
    return fill(labels_, Phrase::And, arg("first", fmt::join(first, ", ")), arg("last", parts.back()));
}

std::string AttendanceWords::names(const MeetingRoll& roll, std::span<const Who> people) const {
    std::vector<std::string> out;
    for (const Who who : people) {
        out.push_back(name(roll, who));
    }
    return joined(out);
}

std::string AttendanceWords::items(const MeetingRoll& roll, std::span<const ItemRange> ranges) const {
    const auto range = [&](std::string_view from, std::string_view to) {
        return fill(labels_, Phrase::ItemRange, arg("from", from), arg("to", to));
    };
    std::vector<std::string> parts;
    std::string_view first;
    for (const ItemRange& each : ranges) {
        for (const auto& [from, to] : roll.items().named(each, kMostListed + 1 - parts.size())) {
            first = first.empty() ? from : first;
            parts.push_back(to.empty() ? std::string(from) : range(from, to));
        }
        if (parts.size() > kMostListed) {
            return range(first, roll.items().lastNumber(ranges.back()));
        }
    }
    return joined(parts);
}

/// "punkt 5-12", "items 5 to 12", "item 5"; empty where none has a number.
std::string AttendanceWords::namedItems(const MeetingRoll& roll, std::span<const ItemRange> ranges) const {
    std::size_t count = 0;
    bool several = false;
    for (const ItemRange& range : ranges) {
        for (const auto& named : roll.items().named(range, 2)) {
            several = several || !named.second.empty() || ++count > 1;
        }
    }
    if (count == 0 && !several) {
        return {};
    }
    return fill(labels_, several ? Phrase::Items : Phrase::OneItem, arg("items", items(roll, ranges)));
}

// ---- lists

/// "Til stede (29)"
AttendanceLists AttendanceWords::lists(const MeetingRoll& roll) const {
    AttendanceLists out;
    for (Who who = 0; who < roll.people().size(); ++who) {
        const RollEntry& entry = roll.at(who);
        const bool away =
            !entry.arrives && (entry.opening == Opening::Excused || entry.opening == Opening::Absent);
        AttendanceList* list = entry.part == Part::Official ? nullptr : &out.present;
        if (away) {
            list = entry.opening == Opening::Excused ? &out.excused : &out.absent;
        } else if (entry.part == Part::Participant) {
            list = &out.others;
        } else if (entry.part == Part::Guest) {
            list = &out.guests;
        }
        if (list != nullptr) {
            list->names.push_back({name(roll, who), noteOf(roll, who), who, entry.source});
        }
    }
    const auto setTitle = [&](AttendanceList& list, Phrase title) {
        list.title = fill(labels_, title, arg("count", list.names.size()));
    };
    setTitle(out.present, Phrase::PresentList);
    setTitle(out.excused, Phrase::ExcusedList);
    setTitle(out.absent, Phrase::AbsentList);
    setTitle(out.others, Phrase::OthersList);
    setTitle(out.guests, Phrase::GuestsList);
    return out;
}

/// What stands behind a name in its list.
std::string AttendanceWords::noteOf(const MeetingRoll& roll, Who who) const {
    const RollEntry& entry = roll.at(who);
    std::vector<std::string> parts;
    const bool away = !entry.arrives && entry.opening != Opening::Later && entry.opening != Opening::Present;
    if (away && !isBlank(entry.reason)) {
        parts.push_back(entry.reason);
    }
    if (!entry.substitutes.empty()) {
        parts.push_back(fill(labels_, Phrase::NoteSubstitute, arg("name", names(roll, entry.substitutes))));
    }
    if (entry.substituteFor) {
        parts.push_back(
            fill(labels_, Phrase::NoteSubstituteOf, arg("name", name(roll, *entry.substituteFor))));
    }
    for (const std::uint32_t index : roll.movesOf(who)) {
        const RollEvent& event = roll.events()[index];
        const bool leaves = event.event->kind == Kind::Left;
        const auto& time = event.event->time;
        const std::string number = event.item ? roll.items().number(*event.item) : std::string();
        parts.push_back(fill(
            labels_,
            leaves            ? Phrase::NoteLeft
            : event.comesBack ? Phrase::NoteReturned
                              : Phrase::NoteArrived,
            arg("time", time ? fill(labels_, Phrase::AtTime, arg("time", formatTime(*time, timeSeparator_)))
                             : std::string()),
            arg("item", number.empty() ? std::string()
                                       : fill(labels_, leaves ? Phrase::NoteAfterItem : Phrase::NoteItem,
                                              arg("item", number)))));
    }
    for (std::size_t i = 1; i < parts.size(); ++i) {
        parts[i].front() = ascii::lower(parts[i].front());
    }
    return fmt::format("{}", fmt::join(parts, "; "));
}

// ---- the meeting's head

std::vector<AttendanceSentence> AttendanceWords::absences(const MeetingRoll& roll) const {
    std::vector<AttendanceSentence> out;
    for (Who who = 0; who < roll.people().size(); ++who) {
        const RollEntry& entry = roll.at(who);
        if (entry.opening != Opening::Excused && entry.opening != Opening::Absent) {
            continue;
        }
        std::string line = name(roll, who);
        if (!isBlank(entry.reason)) {
            line += fmt::format(", {}", entry.reason);
        }
        line = fill(labels_,
                    entry.opening == Opening::Excused ? Phrase::Excused
                    : entry.listedAbsent              ? Phrase::AbsentLine
                                                      : Phrase::AbsentUnsaid,
                    arg("name", line));
        if (!entry.substitutes.empty()) {
            line += fill(labels_, Phrase::SubstituteLine, arg("name", names(roll, entry.substitutes)));
        }
        out.push_back({std::move(line), entry.source});
    }
    return out;
}

std::vector<AttendanceSentence> AttendanceWords::events(const MeetingRoll& roll) const {
    std::vector<AttendanceSentence> out;
    for (const RollEvent& event : roll.events()) {
        const AttendanceEvent& said = *event.event;
        const bool away = said.kind == Kind::Excused || said.kind == Kind::Absent;
        if (away && isBlank(said.item)) {
            continue; // a line of absences()
        }
        if (said.kind == Kind::Substitute && isBlank(said.item) && !said.time && event.standsInFor) {
            const Opening opening = roll.at(*event.standsInFor).opening;
            if (opening == Opening::Excused || opening == Opening::Absent) {
                continue; // stands behind whom he stands in for
            }
        }
        out.push_back({sentenceOf(roll, event, false), said.source});
    }
    return out;
}

AttendanceSentence AttendanceWords::closing(const Meeting& meeting) const {
    if (!meeting.closed) {
        return {};
    }
    return {fill(labels_, Phrase::MeetingClosed, arg("time", formatTime(*meeting.closed, timeSeparator_))),
            meeting.source};
}

/// The sentence of an event; `here`: at the item at which it happens.
std::string AttendanceWords::sentenceOf(const MeetingRoll& roll, const RollEvent& event, bool here) const {
    const AttendanceEvent& said = *event.event;
    const auto withTime = [&](Phrase phrase) {
        return said.time ? fill(labels_, phrase, arg("time", formatTime(*said.time, timeSeparator_)))
                         : std::string();
    };
    const std::string who = name(roll, event.who);
    if (said.kind == Kind::Arrived || said.kind == Kind::Left) {
        const bool leaves = said.kind == Kind::Left;
        const std::string number = event.item ? roll.items().number(*event.item) : std::string();
        std::string item;
        if (here) {
            item = leaves ? std::string(phraseOf(labels_, Phrase::AfterThisItem)) : std::string();
        } else if (!number.empty()) {
            item = fill(labels_, leaves ? Phrase::AfterItem : Phrase::ToItem, arg("item", number));
        }
        std::string missed;
        if (!here && event.item && event.counts) {
            missed = namedItems(roll, std::span(&event.missed, 1));
            missed = missed.empty() ? missed : fill(labels_, Phrase::Missed, arg("items", missed));
        }
        return fill(labels_,
                    leaves            ? Phrase::Left
                    : event.comesBack ? Phrase::Returned
                                      : Phrase::Arrived,
                    arg("name", who), arg("time", withTime(Phrase::AtTime)), arg("item", item),
                    arg("missed", missed));
    }
    std::string items =
        here ? std::string(phraseOf(labels_, Phrase::InThisItem)) : namedItems(roll, event.items);
    if (!here && items.empty() && !isBlank(said.item)) { // which no item of the paper has
        items = fill(labels_, Phrase::OneItem, arg("items", collapse(said.item)));
    }
    if (!here && !items.empty()) {
        items = fill(labels_, Phrase::InItems, arg("items", items));
    }
    if (said.kind == Kind::Substitute) {
        const std::string member =
            event.standsInFor ? name(roll, *event.standsInFor) : collapse(said.substituteFor);
        return fill(labels_, member.empty() ? Phrase::Substitute : Phrase::SubstituteOf, arg("name", who),
                    arg("items", items), arg("time", here ? std::string() : withTime(Phrase::FromTime)),
                    arg("member", member));
    }
    return fill(labels_, said.kind == Kind::Disqualified ? Phrase::Disqualified : Phrase::NotThere,
                arg("name", who), arg("items", items), arg("reason", inBrackets(said.reason)));
}

// ---- items

std::vector<AttendanceSentence> AttendanceWords::eventsAt(const MeetingRoll& roll, std::size_t item) const {
    std::vector<AttendanceSentence> out;
    const auto add = [&](Kind kind) {
        for (const std::uint32_t index : roll.eventsAt(item)) {
            const RollEvent& event = roll.events()[index];
            if (event.event->kind == kind) {
                out.push_back({sentenceOf(roll, event, true), event.event->source});
            }
        }
    };
    add(Kind::Arrived);
    const auto parent = roll.items().size() == 0 ? std::nullopt : roll.items().parent(item);
    std::vector<std::pair<const Absence*, std::vector<Who>>> disqualified; // by the reason
    for (const Absence* absence : roll.absencesAt(item)) {
        if (absence->why != Away::Disqualified || (parent && absence->items.from <= *parent)) {
            continue; // of a sub-item its item says so
        }
        const auto same = std::ranges::find_if(
            disqualified, [&](const auto& each) { return each.first->reason == absence->reason; });
        if (same == disqualified.end()) {
            disqualified.push_back({absence, {absence->who}});
        } else {
            same->second.push_back(absence->who);
        }
    }
    for (const auto& [absence, people] : disqualified) {
        out.push_back({fill(labels_, Phrase::Disqualified, arg("name", names(roll, people)),
                            arg("items", phraseOf(labels_, Phrase::InThisItem)),
                            arg("reason", inBrackets(absence->reason))),
                       absence->source});
    }
    add(Kind::Substitute);
    add(Kind::Left);
    return out;
}

AttendanceSentence AttendanceWords::absentAt(const MeetingRoll& roll, std::size_t item) const {
    std::vector<std::string> people;
    SourcePos source;
    for (const Absence* absence : roll.absencesAt(item)) {
        const bool told = absence->why == Away::Disqualified || absence->why == Away::NotStandingIn;
        if (!told && MeetingRoll::hasVote(roll.at(absence->who))) {
            people.push_back(name(roll, absence->who));
            source = source.orElse(absence->source);
        }
    }
    if (people.empty()) {
        return {};
    }
    return {fill(labels_, Phrase::AbsentHere, arg("names", fmt::format("{}", fmt::join(people, ", ")))),
            source};
}

} // namespace sidetal
