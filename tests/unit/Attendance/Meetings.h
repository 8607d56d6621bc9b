#pragma once

#include "Attendance/Attendance.h"
#include "Attendance/Votes.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::test {

/// The minutes of a committee whose members are Anna Dam (A), Bo Berg (V), Carl Holm (V) and Dora Lund (Ø),
/// with `items` items numbered from 1, from 15:00.
[[nodiscard]] MeetingPaper meetingOf(std::size_t items);

/// An event of a line such as "left Bo Berg 17:20 @4", with the reason in brackets and after "for" a member:
/// "excused Bo Berg (tjenesterejse)", "substitute Eva Ring (V) for Bo Berg". Its place is line `line`.
[[nodiscard]] AttendanceEvent eventOf(std::string_view text, std::uint32_t line = 0);

/// The paper with such events, the first from line 1.
[[nodiscard]] MeetingPaper meetingOf(std::size_t items, const std::vector<std::string>& events);

/// A roll with what was found while it was built.
struct Checked {
    std::vector<std::string> numbers;
    Diagnostics diagnostics;
    MeetingRoll roll;

    explicit Checked(const MeetingPaper& paper);
    /// "3 SID-A001 …" of each message: the line that it is about, and what it says.
    [[nodiscard]] std::vector<std::string> messages() const;
    /// "3 SID-A001"
    [[nodiscard]] std::vector<std::string> codes() const;
};

} // namespace sidetal::test
