#pragma once

#include "Attendance/Roll.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// The minutes of a meeting: those after midnight come after those before, where it closes earlier in the day
/// than it began.
class MeetingClock {
  public:
    explicit MeetingClock(const Meeting& meeting);
    [[nodiscard]] int minutes(TimeOfDay time) const;
    [[nodiscard]] std::optional<int> start() const { return start_; }
    [[nodiscard]] std::optional<int> closed() const { return closed_; }

  private:
    std::optional<int> start_;
    std::optional<int> closed_;
    bool pastMidnight_ = false;
};

/// Builds a roll in steps, each of which needs those before it.
class RollBuilder {
  public:
    RollBuilder(const MeetingPaper& paper, std::span<const std::string> numbers, Diagnostics& diagnostics);
    [[nodiscard]] MeetingRoll build();

  private:
    using Kind = AttendanceEvent::Kind;
    /// An absence as it is said; where several hold an item, that of the lowest rank tells why.
    struct Said {
        Absence absence;
        int rank = 0;
    };
    /// What is gathered of one person before the roll tells it.
    struct Gathered {
        std::vector<std::uint32_t> moves;  ///< arrivals and departures
        std::vector<ItemRange> standingIn; ///< where a substitute is one
        std::vector<Said> said;
        std::optional<Away> opening; ///< excused or absent from all of it
        std::string_view reason;
        SourcePos source; ///< of what says so, and its path
        std::string path;
        bool participates = false;
    };

    // People.
    void addPeople();
    Who add(const Person& person, RollEntry::Part part);
    void addAll(const std::vector<Person>& people, RollEntry::Part part);
    Who addUnknown(const Person& person, const std::string& path, bool closed);
    Who knownOrAdded(const Person& person, const std::string& path, bool closed = false);
    void tellMissingParticipants();

    // Events.
    void readEvents();
    void readItems(RollEvent& event, std::size_t index);
    void readSubstitute(RollEvent& event);
    void readOpenings();
    void setOpening(Who who, Away why, std::string_view reason, SourcePos source, std::string path);
    void placeByTime();
    void checkTimes();
    void checkTimesAgainstItems();
    void move(Who who);
    [[nodiscard]] bool comesTooEarly(const RollEvent& event, const RollEvent& last) const;
    void contradict(std::string_view code, std::string message, RollEvent& event, const RollEvent* other);
    void addItemAbsences();
    void addDecisionAbsences();
    void settle(Who who);
    void checkSubstitutes();

    // Messages.
    void warn(std::string_view code, std::string message, const RollEvent& event,
              std::vector<std::string> notes = {});
    [[nodiscard]] std::string who(const RollEvent& event) const;
    [[nodiscard]] bool concernsClosed(const RollEvent& event) const;
    [[nodiscard]] std::string moment(const RollEvent& event) const;
    [[nodiscard]] std::vector<std::string> placeNote(const RollEvent& other) const;

    [[nodiscard]] std::size_t itemCount() const { return std::max<std::size_t>(1, roll_.items_.size()); }
    [[nodiscard]] bool isMove(const RollEvent& event) const {
        return event.event->kind == Kind::Arrived || event.event->kind == Kind::Left;
    }

    const MeetingPaper& paper_;
    Diagnostics& diagnostics_;
    MeetingClock clock_;
    MeetingRoll roll_;
    NearNames near_;
    std::size_t nearNumbers_ = 0;
    std::vector<Gathered> of_;
};

} // namespace sidetal
