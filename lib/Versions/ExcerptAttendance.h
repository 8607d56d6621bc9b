#pragma once

#include "Attendance/Roll.h"

#include <span>
#include <string>
#include <vector>

namespace sidetal {

/// Leaves of an excerpt's attendance what is true at its items, which are those at `kept` of the whole paper:
/// everybody is there at each of them as `whole`, the roll of that paper, has it. `numbers` are the
/// excerpt's.
void limitAttendance(MeetingPaper& excerpt, std::span<const std::string> numbers, const MeetingRoll& whole,
                     const std::vector<std::size_t>& kept);

} // namespace sidetal
