#pragma once

#include "sidetal/Model/MeetingPaper.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace sidetal::test {

/// Two versions of a paper whose items all have case numbers of their own; each seed gives its own.
[[nodiscard]] std::pair<MeetingPaper, MeetingPaper> randomVersions(std::uint64_t seed);

/// What differs between them, found in the plainest way: "added 3", "removed 4", "changed 5: body, title" by
/// case numbers, "paper: meeting.place". Where items changed their order and no number tells of it, "order".
[[nodiscard]] std::set<std::string> plainChanges(const MeetingPaper& before, const MeetingPaper& after);

} // namespace sidetal::test
