#pragma once

#include "Attendance/Roll.h"

namespace sidetal {

/// Warns of what contradicts in the votes of this meeting's decisions, and against its roll.
void checkVotes(const MeetingRoll& roll, const MeetingPaper& paper, Diagnostics& diagnostics);

} // namespace sidetal
