#include "Attendance/Roll.h"

#include "Support/Utf8.h"

#include <algorithm>
#include <numeric>

namespace sidetal {

namespace {

/// True for "A", "Ø", "SF": three letters at most.
bool isPartyLetter(std::string_view party) {
    constexpr std::size_t kMost = 3;
    return utf8::length(party) <= kMost;
}

} // namespace

std::optional<Who> MeetingRoll::find(std::string_view name, std::string_view party) const {
    return names_.find(nameAndParty(name, party));
}

std::span<const std::uint32_t> MeetingRoll::eventsAt(std::size_t item) const {
    return std::span(happening_).subspan(firstAt_[item], firstAt_[item + 1] - firstAt_[item]);
}

std::span<const Absence> MeetingRoll::absences(Who who) const {
    return std::span(absences_).subspan(firstOf_[who], firstOf_[who + 1u] - firstOf_[who]);
}

const Absence* MeetingRoll::absence(Who who, std::size_t item) const {
    const std::span<const Absence> own = absences(who);
    const auto found =
        std::ranges::partition_point(own, [&](const Absence& each) { return each.items.to <= item; });
    return found != own.end() && found->items.from <= item ? &*found : nullptr;
}

std::vector<const Absence*> MeetingRoll::absencesAt(std::size_t item) const {
    std::vector<const Absence*> out;
    addAbsences(0, byStart_.size(), item, out);
    std::ranges::sort(out, {}, &Absence::who);
    return out;
}

/// Those of byStart_[from, to) that hold the item. The middle one parts them into those that begin before it
/// and after it; latest_ at the middle says where the last of all of them ends.
void MeetingRoll::addAbsences(std::size_t from, std::size_t to, std::size_t item,
                              std::vector<const Absence*>& out) const {
    const std::size_t middle = from + (to - from) / 2;
    if (from == to || latest_[middle] <= item) {
        return;
    }
    addAbsences(from, middle, item, out);
    const Absence& absence = absences_[byStart_[middle]];
    if (absence.items.from <= item) {
        if (absence.items.to > item) {
            out.push_back(&absence);
        }
        addAbsences(middle + 1, to, item, out);
    }
}

std::size_t MeetingRoll::votersAt(std::size_t item) const {
    return voters_[item];
}

std::span<const Who> MeetingRoll::ofParty(std::string_view party) const {
    const auto found = parties_.find(std::string(party));
    return found == parties_.end() ? std::span<const Who>() : std::span<const Who>(found->second.people);
}

bool MeetingRoll::hasPartiesLike(std::string_view party) const {
    return isPartyLetter(party) ? letters_ : partyNames_;
}

std::size_t MeetingRoll::presentOf(std::string_view party, std::size_t item) const {
    const auto found = parties_.find(std::string(party));
    if (found == parties_.end()) {
        return 0;
    }
    const auto upTo = [&](const std::vector<std::size_t>& places) {
        return static_cast<std::size_t>(std::ranges::upper_bound(places, item) - places.begin());
    };
    const Party& of = found->second;
    return of.people.size() + upTo(of.ends) - upTo(of.starts);
}

std::size_t MeetingRoll::indexStarts(std::size_t from, std::size_t to) {
    if (from == to) {
        return 0;
    }
    const std::size_t middle = from + (to - from) / 2;
    latest_[middle] = std::max(
        {absences_[byStart_[middle]].items.to, indexStarts(from, middle), indexStarts(middle + 1, to)});
    return latest_[middle];
}

void MeetingRoll::indexParties() {
    for (Who who = 0; who < people_.size(); ++who) {
        if (!hasVote(people_[who]) || people_[who].person.party.empty()) {
            continue;
        }
        (isPartyLetter(people_[who].person.party) ? letters_ : partyNames_) = true;
        Party& party = parties_[people_[who].person.party];
        party.people.push_back(who);
        for (const Absence& absence : absences(who)) {
            party.starts.push_back(absence.items.from);
            party.ends.push_back(absence.items.to);
        }
    }
    for (auto& [name, party] : parties_) {
        std::ranges::sort(party.starts);
        std::ranges::sort(party.ends);
    }
}

/// What is asked for by item, of absences that stand by person.
void MeetingRoll::index() {
    const std::size_t count = std::max<std::size_t>(1, items_.size());
    firstOf_.assign(people_.size() + 1, absences_.size());
    for (std::size_t i = absences_.size(); i-- > 0;) {
        firstOf_[absences_[i].who] = i;
    }
    for (std::size_t i = people_.size(); i-- > 0;) {
        firstOf_[i] = std::min(firstOf_[i], firstOf_[i + 1]);
    }
    byStart_.resize(absences_.size());
    std::iota(byStart_.begin(), byStart_.end(), 0u);
    std::ranges::stable_sort(byStart_, {}, [&](std::uint32_t each) { return absences_[each].items.from; });
    latest_.resize(absences_.size());
    indexStarts(0, absences_.size());

    std::vector<std::ptrdiff_t> change(count + 1);
    change[0] = std::ranges::count_if(people_, hasVote);
    for (const Absence& absence : absences_) {
        if (hasVote(people_[absence.who])) {
            --change[absence.items.from];
            ++change[absence.items.to];
        }
    }
    std::ptrdiff_t there = 0;
    for (std::size_t i = 0; i < count; ++i) {
        there += change[i];
        voters_.push_back(static_cast<std::size_t>(there));
    }

    std::vector<std::pair<std::size_t, std::uint32_t>> happening;
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
        const RollEvent& event = events_[i];
        if (event.item) {
            happening.emplace_back(*event.item, i);
        } else if (event.event->kind == AttendanceEvent::Kind::Substitute) {
            for (const ItemRange& range : event.items) {
                happening.emplace_back(range.from, i);
            }
        }
    }
    std::ranges::sort(happening);
    firstAt_.assign(count + 1, happening.size());
    for (std::size_t i = happening.size(); i-- > 0;) {
        firstAt_[happening[i].first] = i;
        happening_.push_back(0);
    }
    for (std::size_t i = 0; i < happening.size(); ++i) {
        happening_[i] = happening[i].second;
    }
    for (std::size_t i = count; i-- > 0;) {
        firstAt_[i] = std::min(firstAt_[i], firstAt_[i + 1]);
    }
    indexParties();
}

} // namespace sidetal
