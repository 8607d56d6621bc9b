#include "Attendance/RollBuilder.h"

#include "Attendance/Messages.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>

/// The first half of building a roll: who there is, and what the events name.

namespace sidetal {

namespace {

/// Finding the nearest of many numbers costs as much as there are.
constexpr std::size_t kMostNearNumbers = 50;

std::string attendancePath(std::size_t index) {
    return fmt::format("meeting.attendance[{}]", index);
}

/// The person under the name without party; who has no name is called by his role.
Person entryOf(const Person& person) {
    Person out = person;
    NameAndParty parts = nameAndParty(person.name.empty() ? person.role : person.name, person.party);
    out.name = std::move(parts.name);
    out.party = std::move(parts.party);
    out.role = person.name.empty() ? std::string() : out.role.empty() ? std::move(parts.role) : out.role;
    return out;
}

} // namespace

// ---- people

Who RollBuilder::add(const Person& person, RollEntry::Part part) {
    RollEntry entry;
    entry.person = entryOf(person);
    entry.part = part;
    entry.source = person.nameSource.orElse(person.source);
    const auto who = static_cast<Who>(roll_.people_.size());
    roll_.names_.add({entry.person.name, entry.person.party}, who);
    roll_.people_.push_back(std::move(entry));
    of_.emplace_back();
    return who;
}

/// Adds those who are not known yet; of those who are, what was not known of them.
void RollBuilder::addAll(const std::vector<Person>& people, RollEntry::Part part) {
    for (const Person& person : people) {
        const Person entry = entryOf(person);
        if (entry.name.empty()) {
            continue;
        }
        if (const auto known = roll_.names_.find({entry.name, entry.party})) {
            Person& of = roll_.people_[*known].person;
            if (of.party.empty() || entry.party.empty() || of.party == entry.party) {
                of.party = of.party.empty() ? entry.party : of.party;
                of.role = of.role.empty() ? entry.role : of.role;
                continue;
            }
        }
        add(person, part);
    }
}

void RollBuilder::addPeople() {
    using Part = RollEntry::Part;
    const Meeting& meeting = paper_.meeting;
    roll_.membersAreKnown_ = paper_.committee && !paper_.committee->members.empty();
    if (roll_.membersAreKnown_) {
        const std::vector<Person>& members = paper_.committee->members;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const Person entry = entryOf(members[i]);
            if (roll_.names_.findExactly({entry.name, entry.party})) {
                diagnostics_.warning(
                    "SID-A019",
                    fmt::format("{} stands twice among the members, expected once", inQuotes(entry.name)),
                    members[i].source, fmt::format("committee.members[{}]", i));
            } else if (!entry.name.empty()) {
                add(members[i], Part::Member);
            }
        }
    }
    const Part others = roll_.membersAreKnown_ ? Part::Participant : Part::Member;
    if (meeting.participants) {
        addAll(*meeting.participants, others);
        for (const Person& person : *meeting.participants) {
            const Person entry = entryOf(person);
            if (const auto who = roll_.names_.find({entry.name, entry.party})) {
                of_[*who].participates = true;
            }
        }
    }
    if (meeting.guests) {
        addAll(*meeting.guests, Part::Guest);
    }
    for (const auto& official : {meeting.chair, meeting.secretary}) {
        if (official) {
            addAll({*official}, Part::Official);
        }
    }
}

/// Who is named without being known: one of the meeting's all the same, told where names are known.
Who RollBuilder::addUnknown(const Person& person, const std::string& path, bool closed) {
    const Person entry = entryOf(person);
    std::vector<std::string> notes = near_.notes(entry.name);
    if (roll_.membersAreKnown_ || !notes.empty()) {
        constexpr std::string_view kCode = "SID-A014";
        diagnostics_.warning(
            kCode,
            closed ? std::string(inGeneral(kCode))
                   : fmt::format("{} is not known, expected the name of a member, a participant or a guest",
                                 inQuotes(entry.name)),
            person.nameSource.orElse(person.source), path,
            closed ? std::vector<std::string>() : std::move(notes));
    }
    return add(person, roll_.membersAreKnown_ ? RollEntry::Part::Participant : RollEntry::Part::Member);
}

Who RollBuilder::knownOrAdded(const Person& person, const std::string& path, bool closed) {
    const Person entry = entryOf(person);
    const auto known = roll_.names_.find({entry.name, entry.party});
    return known ? *known : addUnknown(person, path, closed);
}

// ---- events

void RollBuilder::readEvents() {
    const std::vector<AttendanceEvent>& events = paper_.meeting.attendance;
    // Substitutes first: what else is told of them shall find them.
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Person entry = entryOf(events[i].person);
        if (events[i].kind == Kind::Substitute && !roll_.names_.find({entry.name, entry.party})) {
            add(events[i].person, RollEntry::Part::Substitute);
        }
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        RollEvent event;
        event.event = &events[i];
        event.who = knownOrAdded(events[i].person, attendancePath(i) + ".person");
        readItems(event, i);
        if (events[i].kind == Kind::Substitute) {
            readSubstitute(event);
        }
        if (isMove(event)) {
            of_[event.who].moves.push_back(static_cast<std::uint32_t>(i));
        }
        roll_.events_.push_back(std::move(event));
    }
}

void RollBuilder::readItems(RollEvent& event, std::size_t index) {
    const AttendanceEvent& said = *event.event;
    NamedItems named = roll_.items_.parse(said.item);
    for (const std::string& number : named.unknown) {
        const std::string near = ++nearNumbers_ > kMostNearNumbers ? "" : roll_.items_.nearest(number);
        diagnostics_.warning(
            "SID-A010",
            fmt::format("no item has the number {}, expected one of the paper's", inQuotes(number)),
            said.source, attendancePath(index) + ".item",
            near.empty() ? std::vector<std::string>()
                         : std::vector{fmt::format("nearest number: {}", inQuotes(near))});
    }
    for (const std::string& range : named.backwards) {
        diagnostics_.warning(
            "SID-A018",
            fmt::format("the items {} run backwards, expected the first before the last", inQuotes(range)),
            said.source, attendancePath(index) + ".item");
    }
    event.items = std::move(named.ranges);
    event.gap = said.kind == Kind::Left ? itemCount() : 0;
    if (!isMove(event)) {
        return;
    }
    if (!event.items.empty()) {
        const bool arrives = said.kind == Kind::Arrived;
        event.item = arrives ? event.items.front().from : *named.last;
        event.gap = arrives ? *event.item : event.items.back().to;
    } else if (said.item.empty() && !said.time) {
        warn("SID-A017",
             fmt::format("{} {}, expected a time or an item", who(event),
                         said.kind == Kind::Arrived ? "arrives" : "leaves"),
             event);
    }
}

void RollBuilder::readSubstitute(RollEvent& event) {
    const std::string& name = event.event->substituteFor;
    RollEntry& entry = roll_.people_[event.who];
    const bool elected = roll_.membersAreKnown_ && entry.part == RollEntry::Part::Member;
    if (!elected) {
        entry.part = RollEntry::Part::Substitute;
    }
    if (isBlank(name)) {
        warn("SID-A009", fmt::format("{} is a substitute, expected for whom", who(event)), event);
        return;
    }
    const NameAndParty wanted = nameAndParty(name);
    auto member = roll_.names_.find(wanted);
    if (!member || *member == event.who) {
        std::vector<std::string> notes = member ? std::vector<std::string>() : near_.notes(wanted.name);
        if (member || roll_.membersAreKnown_ || !notes.empty()) {
            warn("SID-A009",
                 fmt::format("{} is a substitute for {}, expected the name of a member", who(event),
                             inQuotes(wanted.name)),
                 event, std::move(notes));
        }
        if (member || roll_.membersAreKnown_) {
            return;
        }
        Person unlisted; // nobody is listed, so he may well be a member
        unlisted.name = name;
        unlisted.source = event.event->source;
        member = add(unlisted, RollEntry::Part::Member);
        setOpening(*member, Away::Absent, {}, event.event->source, {});
    }
    event.standsInFor = member;
    roll_.people_[event.who].substituteFor = member;
    if (event.event->item.empty()) {
        roll_.people_[*member].substitutes.push_back(event.who);
    }
}

void RollBuilder::setOpening(Who who, Away why, std::string_view reason, SourcePos source, std::string path) {
    Gathered& of = of_[who];
    if (!of.opening) {
        of.opening = why;
        of.reason = reason;
        of.source = source;
        of.path = std::move(path);
    }
}

/// Who is not there when the meeting opens: by events of no item, by the list of those absent, and since a
/// list of the participants leaves him out.
void RollBuilder::readOpenings() {
    for (std::size_t i = 0; i < roll_.events_.size(); ++i) {
        const RollEvent& event = roll_.events_[i];
        const AttendanceEvent& said = *event.event;
        const bool away = said.kind == Kind::Excused || said.kind == Kind::Absent;
        if (away && isBlank(said.item)) {
            setOpening(event.who, said.kind == Kind::Excused ? Away::Excused : Away::Absent, said.reason,
                       said.source, attendancePath(i));
        }
    }
    if (paper_.meeting.absent) {
        const std::vector<Person>& absent = *paper_.meeting.absent;
        for (std::size_t i = 0; i < absent.size(); ++i) {
            const Person entry = entryOf(absent[i]);
            if (!entry.name.empty()) {
                std::string path = fmt::format("meeting.absent[{}]", i);
                const Who who = knownOrAdded(absent[i], path);
                roll_.people_[who].listedAbsent = !of_[who].opening;
                setOpening(who, Away::Absent, {}, absent[i].nameSource.orElse(absent[i].source),
                           std::move(path));
            }
        }
    }
    tellMissingParticipants();
}

/// Where members are listed, a list of participants that names some of them says of all who was there.
void RollBuilder::tellMissingParticipants() {
    const auto isMember = [&](Who who) { return roll_.people_[who].part == RollEntry::Part::Member; };
    bool named = false;
    for (Who who = 0; who < of_.size(); ++who) {
        named = named || (isMember(who) && of_[who].participates);
    }
    if (!roll_.membersAreKnown_ || !named) {
        return;
    }
    for (const auto& official : {paper_.meeting.chair, paper_.meeting.secretary}) {
        if (official) { // leads the meeting or writes its minutes, so he is there
            const Person entry = entryOf(*official);
            if (const auto who = roll_.names_.find({entry.name, entry.party})) {
                of_[*who].participates = of_[*who].participates || !of_[*who].opening;
            }
        }
    }
    for (Who who = 0; who < of_.size(); ++who) {
        Gathered& of = of_[who];
        const RollEntry& entry = roll_.people_[who];
        const std::string name = inQuotes(entry.person.name);
        if (of.participates && of.opening && of.moves.empty()) {
            diagnostics_.warning(
                "SID-A016",
                fmt::format("{} is {} and stands among the participants, expected one of both", name,
                            *of.opening == Away::Excused ? "excused" : "absent"),
                of.source, of.path);
        } else if (isMember(who) && !of.participates && !of.opening && of.moves.empty()) {
            diagnostics_.warning(
                "SID-A016",
                fmt::format("{} is a member, but neither among the participants nor excused or "
                            "absent, expected one of these; taken for absent",
                            name),
                entry.source, "committee.members");
            setOpening(who, Away::Absent, {}, entry.source, {});
        }
    }
}

} // namespace sidetal
