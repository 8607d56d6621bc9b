#pragma once

#include "Compose/Paper.h"

namespace sidetal {

/// Appends who was there (Fremmøde): lists of names in columns, and what happened during the meeting. Of an
/// agenda, which knows it of nobody yet, the members.
void addAttendance(const Paper& paper, const AttendanceStyle& style);

} // namespace sidetal
