#pragma once

#include "Attendance/Roll.h"
#include "Labels/Labels.h"

#include <string>
#include <vector>

namespace sidetal {

/// Something that is said of the attendance, and the place in the input that says so.
struct AttendanceSentence {
    std::string text; ///< a sentence with its full stop, or a line such as "Afbud: X (V), tjenesterejse"
    SourcePos source;
};

/// Somebody in a list of people.
struct ListedName {
    std::string name; ///< "Navn (V)"
    std::string note; ///< "Ankom kl. 17.20 (punkt 4)", "stedfortræder for Z (V)"; empty: none
    Who who = 0;      ///< his entry in the roll, which has his role
    SourcePos source; ///< of the name
};

/// A list of people with its title, "Til stede (29)".
struct AttendanceList {
    std::string title;
    std::vector<ListedName> names;
};

/// The lists of a meeting's head; those without people have an empty list, and their title says 0.
struct AttendanceLists {
    AttendanceList present; ///< members and substitutes who were there at least for a time
    AttendanceList excused;
    AttendanceList absent;
    AttendanceList others; ///< participants who are no members
    AttendanceList guests;
};

/// What a meeting's head and its items say of the attendance, in the catalogue's words. Numbers of items
/// stand as they are printed, without suffix.
class AttendanceWords {
  public:
    /// `timeSeparator` stands between hours and minutes: '.' or ':'.
    AttendanceWords(const Labels& labels, char timeSeparator)
        : labels_(labels)
        , timeSeparator_(timeSeparator) {}

    /// "Navn (V)"; who has no name is called by his role.
    [[nodiscard]] std::string name(const Person& person) const;

    [[nodiscard]] AttendanceLists lists(const MeetingRoll& roll) const;

    /// A line for each who is excused or absent from all of it ("Afbud: X (V), tjenesterejse. Stedfortræder:
    /// Y (V)"), in elected order.
    [[nodiscard]] std::vector<AttendanceSentence> absences(const MeetingRoll& roll) const;
    /// A sentence for each event of the meeting, in the order of its input: arrivals, departures,
    /// disqualifications, substitutes. What absences() says is not said again.
    [[nodiscard]] std::vector<AttendanceSentence> events(const MeetingRoll& roll) const;
    /// "Mødet sluttede kl. 21.15."; empty where it is not known.
    [[nodiscard]] AttendanceSentence closing(const Meeting& meeting) const;

    /// What happens at the item: who arrives or leaves, who is disqualified, whom a substitute stands in for.
    [[nodiscard]] std::vector<AttendanceSentence> eventsAt(const MeetingRoll& roll, std::size_t item) const;
    /// "Fraværende ved punktet: X (V), Y (A)": members who are not there and of whom eventsAt() does not say
    /// so; empty where there are none.
    [[nodiscard]] AttendanceSentence absentAt(const MeetingRoll& roll, std::size_t item) const;

    /// "5, 7 og 9-11" of items by their numbers; empty where none has one.
    [[nodiscard]] std::string items(const MeetingRoll& roll, std::span<const ItemRange> ranges) const;

  private:
    [[nodiscard]] std::string name(const MeetingRoll& roll, Who who) const;
    [[nodiscard]] std::string names(const MeetingRoll& roll, std::span<const Who> people) const;
    [[nodiscard]] std::string joined(std::span<const std::string> parts) const;
    [[nodiscard]] std::string namedItems(const MeetingRoll& roll, std::span<const ItemRange> ranges) const;
    [[nodiscard]] std::string noteOf(const MeetingRoll& roll, Who who) const;
    [[nodiscard]] std::string sentenceOf(const MeetingRoll& roll, const RollEvent& event, bool here) const;

    const Labels& labels_;
    char timeSeparator_;
};

} // namespace sidetal
