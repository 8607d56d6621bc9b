#include "Versions/ExcerptAttendance.h"

#include <algorithm>

namespace sidetal {

namespace {

using Kind = AttendanceEvent::Kind;

class AttendanceLimiter {
  public:
    AttendanceLimiter(MeetingPaper& excerpt, std::span<const std::string> numbers, const MeetingRoll& whole,
                      const std::vector<std::size_t>& kept)
        : paper_(excerpt)
        , numbers_(numbers)
        , whole_(whole)
        , kept_(kept) {}

    void limit() {
        std::vector<AttendanceEvent> events;
        for (const RollEvent& event : whole_.events()) {
            if (auto limited = limitedTo(event)) {
                events.push_back(std::move(*limited));
            }
        }
        paper_.meeting.attendance = std::move(events);
        dropFromAbsent([&](Who who) { return isEverThere(who); });
        returnWhoIsThere();
        tellWhoIsAway();
    }

  private:
    [[nodiscard]] bool isKept(std::size_t item) const { return std::ranges::binary_search(kept_, item); }
    [[nodiscard]] bool isEverThere(Who who) const {
        return std::ranges::any_of(kept_, [&](std::size_t item) { return whole_.isPresent(who, item); });
    }

    /// "4, 7, 9.1" of the kept items that fit: a sub-item goes without saying where its parent is named.
    template <class Fits>
    [[nodiscard]] std::string named(const Fits& fits) const {
        std::string out;
        std::size_t said = 0; // past the last item that is named with its sub-items
        for (const std::size_t item : kept_) {
            const std::string& number = whole_.items().number(item);
            if (!fits(item) || number.empty() || item < said) {
                continue;
            }
            out += out.empty() ? "" : ", ";
            out += number;
            said = whole_.items().end(item);
        }
        return out;
    }

    [[nodiscard]] std::string namedOf(const std::vector<ItemRange>& ranges) const {
        return named([&](std::size_t item) {
            return std::ranges::any_of(
                ranges, [&](const ItemRange& range) { return range.from <= item && item < range.to; });
        });
    }

    /// What is left of an event at the kept items; nothing where it says nothing of them.
    [[nodiscard]] std::optional<AttendanceEvent> limitedTo(const RollEvent& event) const {
        AttendanceEvent out = *event.event;
        if (out.kind == Kind::Arrived || out.kind == Kind::Left) {
            if (!event.counts || !event.item || !isKept(*event.item)) {
                return std::nullopt;
            }
            out.item = whole_.items().number(*event.item);
            return out;
        }
        if (!event.items.empty()) {
            out.item = namedOf(event.items);
            return out.item.empty() ? std::nullopt : std::optional(std::move(out));
        }
        if (out.kind == Kind::Substitute && out.time) { // from then on
            out.time.reset();
            out.item = named([&](std::size_t item) { return whole_.isPresent(event.who, item); });
            return out.item.empty() ? std::nullopt : std::optional(std::move(out));
        }
        const bool away = out.kind == Kind::Excused || out.kind == Kind::Absent;
        return away && isEverThere(event.who) ? std::nullopt : std::optional(std::move(out));
    }

    template <class Fits>
    void dropFrom(std::optional<std::vector<Person>>& people, const Fits& fits) {
        if (people) {
            std::erase_if(*people, [&](const Person& person) {
                const auto who = whole_.find(person.name, person.party);
                return who && fits(*who);
            });
        }
    }
    template <class Fits>
    void dropFromAbsent(const Fits& fits) {
        dropFrom(paper_.meeting.absent, fits);
    }

    [[nodiscard]] MeetingRoll rollOfExcerpt() const {
        Diagnostics told;
        return rollOf(paper_, numbers_, told);
    }

    [[nodiscard]] std::optional<Who> find(const MeetingRoll& roll, Who who) const {
        const Person& person = whole_.at(who).person;
        return roll.find(person.name, person.party);
    }

    /// Who is there, but away by an event whose other half is left out: his events go.
    void returnWhoIsThere() {
        const MeetingRoll now = rollOfExcerpt();
        for (Who who = 0; who < whole_.people().size(); ++who) {
            const auto found = find(now, who);
            bool wronged = false;
            for (std::size_t i = 0; found && i < kept_.size(); ++i) {
                wronged = wronged || (whole_.isPresent(who, kept_[i]) && !now.isPresent(*found, i));
            }
            if (!wronged) {
                continue;
            }
            std::erase_if(paper_.meeting.attendance, [&](const AttendanceEvent& event) {
                return event.kind != Kind::Substitute && event.kind != Kind::Disqualified &&
                       whole_.find(event.person.name, event.person.party) == who;
            });
        }
    }

    /// Who is away, but there by what is left: an event says so.
    void tellWhoIsAway() {
        const MeetingRoll now = rollOfExcerpt();
        std::vector<AttendanceEvent> more;
        for (Who who = 0; who < whole_.people().size(); ++who) {
            const auto found = find(now, who);
            if (!found) {
                continue;
            }
            std::vector<std::size_t> away;
            for (std::size_t i = 0; i < kept_.size(); ++i) {
                if (!whole_.isPresent(who, kept_[i]) && now.isPresent(*found, i)) {
                    away.push_back(kept_[i]);
                }
            }
            if (!away.empty()) {
                tell(who, away, more);
            }
        }
        paper_.meeting.attendance.insert(paper_.meeting.attendance.end(), more.begin(), more.end());
    }

    void tell(Who who, const std::vector<std::size_t>& away, std::vector<AttendanceEvent>& more) {
        const Absence& first = *whole_.absence(who, away.front());
        if (first.why == Away::NotStandingIn && !isEverThere(who)) { // he is nobody here
            dropFrom(paper_.meeting.participants, [&](Who each) { return each == who; });
            std::erase_if(paper_.meeting.attendance, [&](const AttendanceEvent& event) {
                return whole_.find(event.person.name, event.person.party) == who;
            });
            return;
        }
        AttendanceEvent event;
        event.person = whole_.at(who).person;
        event.kind = first.why == Away::Excused        ? Kind::Excused
                     : first.why == Away::Disqualified ? Kind::Disqualified
                                                       : Kind::Absent;
        event.reason = first.reason;
        event.item = named([&](std::size_t item) { return std::ranges::binary_search(away, item); });
        event.source = first.source;
        if (!event.item.empty()) {
            more.push_back(std::move(event));
        }
    }

    MeetingPaper& paper_;
    std::span<const std::string> numbers_;
    const MeetingRoll& whole_;
    const std::vector<std::size_t>& kept_;
};

} // namespace

void limitAttendance(MeetingPaper& excerpt, std::span<const std::string> numbers, const MeetingRoll& whole,
                     const std::vector<std::size_t>& kept) {
    AttendanceLimiter(excerpt, numbers, whole, kept).limit();
}

} // namespace sidetal
