#include "Editions/Rights.h"

#include "Attendance/People.h"
#include "Model/Fields/Visit.h"
#include "Support/Names.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::editions {

namespace {

/// True where two names may be one person's: the same name, and no parties that differ.
bool maybeSame(const NameAndParty& a, const NameAndParty& b) {
    return a.name == b.name && (a.party.empty() || b.party.empty() || a.party == b.party);
}

/// The people whom the paper names, but for those of its events, which may be about something closed.
std::vector<NameAndParty> namedOpenly(const MeetingPaper& paper) {
    std::vector<NameAndParty> out;
    const auto add = [&](const Person& person) { out.push_back(nameAndParty(person.name, person.party)); };
    const auto addAll = [&](const std::optional<std::vector<Person>>& people) {
        if (people) {
            std::ranges::for_each(*people, add);
        }
    };
    if (paper.committee) {
        std::ranges::for_each(paper.committee->members, add);
    }
    for (const std::optional<Person>* official : {&paper.meeting.chair, &paper.meeting.secretary}) {
        if (*official) {
            add(**official);
        }
    }
    addAll(paper.meeting.participants);
    addAll(paper.meeting.absent);
    addAll(paper.meeting.guests);
    return out;
}

/// Tells that the paper knows nobody of the recipient's name, with the nearest of those that it names openly.
void checkRecipient(const MeetingPaper& paper, const std::string& name, Diagnostics& diagnostics) {
    const NameAndParty recipient = nameAndParty(name);
    const std::vector<NameAndParty> people = namedOpenly(paper);
    const auto isRecipient = [&](const NameAndParty& person) { return maybeSame(person, recipient); };
    const auto attends = [&](const AttendanceEvent& event) {
        return isRecipient(nameAndParty(event.person.name, event.person.party));
    };
    if (std::ranges::any_of(people, isRecipient) || std::ranges::any_of(paper.meeting.attendance, attends)) {
        return;
    }
    std::vector<std::string_view> names;
    for (const NameAndParty& person : people) {
        names.push_back(person.name);
    }
    std::vector<std::string> notes;
    if (const auto near = nearestName(recipient.name, names)) {
        notes.push_back(fmt::format("nearest name: '{}'", *near));
    }
    diagnostics.error(
        "SID-E011",
        fmt::format("the paper names no recipient {}, so what is to be withheld from them cannot "
                    "be known",
                    inQuotes(name)),
        paper.header.source, {}, std::move(notes));
}

/// The items at which the recipient was disqualified.
std::vector<bool> disqualifiedAt(const MeetingPaper& paper, const ItemIndex& items, const std::string& name,
                                 Diagnostics& diagnostics) {
    const NameAndParty recipient = nameAndParty(name);
    std::vector<bool> out(items.size(), false);
    for (std::size_t i = 0; i < paper.meeting.attendance.size(); ++i) {
        const AttendanceEvent& event = paper.meeting.attendance[i];
        if (event.kind != AttendanceEvent::Kind::Disqualified ||
            !maybeSame(nameAndParty(event.person.name, event.person.party), recipient)) {
            continue;
        }
        const NamedItems named = items.parse(event.item);
        for (const ItemRange range : named.ranges) {
            std::fill(out.begin() + static_cast<std::ptrdiff_t>(range.from),
                      out.begin() + static_cast<std::ptrdiff_t>(range.to), true);
        }
        if (named.ranges.empty() || !named.unknown.empty() || !named.backwards.empty()) {
            diagnostics.warning("SID-E020",
                                "the recipient was disqualified at an item that is not there; everything "
                                "closed is withheld from them",
                                event.source.orElse(paper.header.source),
                                fmt::format("meeting.attendance[{}].item", i));
            out.assign(out.size(), true);
        }
    }
    return out;
}

const EditionPolicy::Members::Editions& rulesFor(const MeetingPaper& paper, const EditionPolicy& policy,
                                                 Diagnostics& diagnostics) {
    const EditionPolicy::Members& rules = policy.members();
    if (rules.committees.empty()) {
        return rules.general;
    }
    const std::string name = paper.committee ? collapse(paper.committee->name) : std::string();
    const auto found = rules.committees.find(name);
    if (found != rules.committees.end()) {
        return found->second;
    }
    std::vector<std::string_view> known;
    for (const auto& [committee, unused] : rules.committees) {
        known.push_back(committee);
    }
    std::vector<std::string> notes;
    if (const auto near = nearestName(name, known)) {
        notes.push_back(fmt::format("nearest known committee: '{}'", *near));
    }
    diagnostics.warning(
        "SID-E013",
        fmt::format("the policy '{}' has rules by committee, and none for {}; those that hold "
                    "in general are taken",
                    rules.name, name.empty() ? "a paper without one" : inQuotes(name)),
        paper.header.source, "committee", std::move(notes));
    return rules.general;
}

template <class T>
bool anyClosed(const T& object);

/// The same of a value that is an object, or holds some.
template <class V>
bool anyClosedIn(const V& value) {
    if constexpr (model::Described<V>) {
        return anyClosed(value);
    } else if constexpr (model::kIsOptional<V>) {
        return value && anyClosedIn(*value);
    } else {
        return std::ranges::any_of(value, [](const auto& each) { return anyClosedIn(each); });
    }
}

template <class T>
bool anyClosed(const T& object) {
    bool out = false;
    model::eachField<T>([&](auto field) {
        using F = decltype(field);
        if constexpr (F::info.access == model::AccessKind::Access) {
            out = out || F::get(object) != Access::Open;
        } else if constexpr (!std::is_void_v<typename model::Held<typename F::Value>::Type>) {
            out = out || anyClosedIn(F::get(object));
        }
    });
    return out;
}

} // namespace

const RuleSet& Rights::at(std::span<const ItemRange> ranges) const {
    for (const ItemRange range : ranges) {
        for (std::size_t i = range.from; i < range.to && i < withheldAt_.size(); ++i) {
            if (withheldAt_[i]) {
                return withheld_;
            }
        }
    }
    return usual_;
}

bool holdsClosed(const MeetingPaper& paper) {
    return anyClosed(paper);
}

Rights rightsOf(const MeetingPaper& paper, const ItemIndex& items, const EditionRequest& request,
                Diagnostics& diagnostics) {
    if (request.edition == Edition::Full) {
        return {};
    }
    const EditionPolicy::Members::Editions& rules = rulesFor(paper, request.policy, diagnostics);
    const RuleSet& ofPublic = rules[static_cast<std::size_t>(Edition::Public)];
    if (request.edition == Edition::Public) {
        return {ofPublic, ofPublic, {}};
    }
    std::vector<bool> withheldAt;
    if (!request.recipient.empty()) {
        checkRecipient(paper, request.recipient, diagnostics);
        withheldAt = disqualifiedAt(paper, items, request.recipient, diagnostics);
    }
    return {rules[static_cast<std::size_t>(Edition::Members)], ofPublic, std::move(withheldAt)};
}

} // namespace sidetal::editions
