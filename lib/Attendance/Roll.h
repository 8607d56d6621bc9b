#pragma once

#include "Attendance/ItemIndex.h"
#include "Attendance/People.h"
#include "sidetal/Model/MeetingPaper.h"
#include "sidetal/Support/Diagnostic.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sidetal {

/// Somebody whom a meeting's paper names.
struct RollEntry {
    /// A member by election; who stands in for one; somebody else who takes part; a guest; a chair or a
    /// secretary who is none of these.
    enum class Part : std::uint8_t { Member, Substitute, Participant, Guest, Official };
    /// When the meeting opens; Later: arrives during it.
    enum class Opening : std::uint8_t { Present, Excused, Absent, Later };
    Person person; ///< the name without its party
    Part part = Part::Member;
    Opening opening = Opening::Present;
    bool arrives = false;         ///< there at least for a time, though excused or absent when it opens
    bool listedAbsent = false;    ///< by the list of those absent, which does not say how
    std::string reason;           ///< why excused or absent
    std::vector<Who> substitutes; ///< who stand in for all of the meeting, or from a time on
    std::optional<Who> substituteFor;
    SourcePos source; ///< of what says how the meeting opens for him; else of the name
};

/// Why somebody is not there: has not come yet, has left, is excused, is absent without, is disqualified,
/// does not stand in at that item.
enum class Away : std::uint8_t { NotYetCome, Left, Excused, Absent, Disqualified, NotStandingIn };

/// That somebody is away at the items of a range.
struct Absence {
    Who who = 0;
    ItemRange items;
    Away why = Away::Absent;
    std::string_view reason; ///< "tjenesterejse"; of the paper
    SourcePos source;
};

/// An event of the paper with what it means.
struct RollEvent {
    const AttendanceEvent* event = nullptr; ///< of the paper
    Who who = 0;
    std::optional<Who> standsInFor;
    std::vector<ItemRange> items; ///< that it names
    std::optional<std::size_t>
        item;               ///< where an arrival or a departure happens: at the first named, after the last
    std::size_t gap = 0;    ///< of an arrival the first item with him, of a departure the first without
    bool counts = true;     ///< false where it contradicts what came before: it changes nothing
    bool comesBack = false; ///< of an arrival: after a departure
    ItemRange missed;       ///< items that he misses by an arrival or a departure
};

/// Who is there at a meeting and at each of its items. Times and numbers of one paper decide: who arrives at
/// an item is there from it on; who leaves at an item, after it; who is disqualified at one, away for that
/// alone. An arrival or departure by time alone is put where the times of those that name items too allow it,
/// in doubt so that he is there. A paper without items has one, which stands for the meeting.
class MeetingRoll {
  public:
    MeetingRoll(MeetingRoll&&) = default;
    MeetingRoll& operator=(MeetingRoll&&) = default;
    MeetingRoll(const MeetingRoll&) = delete; // its parts refer to each other
    MeetingRoll& operator=(const MeetingRoll&) = delete;
    ~MeetingRoll() = default;

    /// Members in elected order, then others in the order in which the paper names them.
    [[nodiscard]] std::span<const RollEntry> people() const { return people_; }
    [[nodiscard]] const RollEntry& at(Who who) const { return people_[who]; }
    /// The entry of a name as papers print it, "Navn (V)"; nothing where nobody is called so.
    [[nodiscard]] std::optional<Who> find(std::string_view name, std::string_view party = {}) const;
    /// True where the paper lists its committee's members, so that others are none.
    [[nodiscard]] bool membersAreKnown() const { return membersAreKnown_; }

    /// The names of all, and of those who are named apart from them.
    [[nodiscard]] const PeopleIndex& names() const { return names_; }

    [[nodiscard]] const ItemIndex& items() const { return items_; }
    /// The events of the paper in its order.
    [[nodiscard]] std::span<const RollEvent> events() const { return events_; }
    /// The arrivals and departures of one person that count, by their places in events().
    [[nodiscard]] std::span<const std::uint32_t> movesOf(Who who) const { return moves_[who]; }
    /// Those that happen at the item, by their places in events().
    [[nodiscard]] std::span<const std::uint32_t> eventsAt(std::size_t item) const;

    [[nodiscard]] bool isPresent(Who who, std::size_t item) const { return absence(who, item) == nullptr; }
    /// Why somebody is not at the item; null: he is there.
    [[nodiscard]] const Absence* absence(Who who, std::size_t item) const;
    /// Those of one person, by items.
    [[nodiscard]] std::span<const Absence> absences(Who who) const;
    /// Those who are not at the item, in the order of people().
    [[nodiscard]] std::vector<const Absence*> absencesAt(std::size_t item) const;
    /// How many who have a vote are there: members and who stand in for them.
    [[nodiscard]] std::size_t votersAt(std::size_t item) const;
    /// The people of a party who have a vote, as the party is written with their names.
    [[nodiscard]] std::span<const Who> ofParty(std::string_view party) const;
    /// True where members have such parties: letters, or names. Else what is said of one cannot be judged.
    [[nodiscard]] bool hasPartiesLike(std::string_view party) const;
    /// How many of them are at the item.
    [[nodiscard]] std::size_t presentOf(std::string_view party, std::size_t item) const;

    [[nodiscard]] static bool hasVote(const RollEntry& entry) {
        return entry.part == RollEntry::Part::Member || entry.part == RollEntry::Part::Substitute;
    }

  private:
    friend class RollBuilder;
    MeetingRoll(const MeetingPaper& paper, std::span<const std::string> numbers)
        : items_(paper, numbers) {}
    void index();
    void indexParties();
    std::size_t indexStarts(std::size_t from, std::size_t to);
    void addAbsences(std::size_t from, std::size_t to, std::size_t item,
                     std::vector<const Absence*>& out) const;

    ItemIndex items_;
    PeopleIndex names_;
    std::vector<RollEntry> people_;
    std::vector<RollEvent> events_;
    bool membersAreKnown_ = false;
    std::vector<std::vector<std::uint32_t>> moves_; ///< of each person
    std::vector<Absence> absences_;                 ///< by person, then by item
    std::vector<std::size_t> firstOf_;              ///< of each person's in those
    std::vector<std::uint32_t> byStart_;            ///< the same by item, then by person
    std::vector<std::size_t> latest_;               ///< a tree over those: the last item of each half
    std::vector<std::size_t> voters_;               ///< at each item
    std::vector<std::uint32_t> happening_;
    std::vector<std::size_t> firstAt_; ///< of each item's in those
    /// The people of a party, and where their absences begin and end, each in order.
    struct Party {
        std::vector<Who> people;
        std::vector<std::size_t> starts;
        std::vector<std::size_t> ends;
    };
    std::unordered_map<std::string, Party> parties_;
    bool letters_ = false;    ///< some are letters
    bool partyNames_ = false; ///< some are names
};

/// True for a decision of the meeting that the paper is of, not of an earlier committee: the one without
/// committee and date, or with the meeting's.
[[nodiscard]] bool decidedHere(const MeetingPaper& paper, const Decision& decision);

/// Reads a paper's attendance. `numbers` are its printed numbers in reading order (Model/ItemNumbers). Both
/// must outlive the roll. What contradicts is a warning (SID-A codes, the component's README) with its place;
/// the later of two things that contradict changes nothing.
[[nodiscard]] MeetingRoll rollOf(const MeetingPaper& paper, std::span<const std::string> numbers,
                                 Diagnostics& diagnostics);

} // namespace sidetal
