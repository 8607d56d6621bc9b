#pragma once

#include "sidetal/Model/MeetingPaper.h"
#include "sidetal/Style/StyleSheet.h"

#include <cstdint>

namespace sidetal::test {

/// A random agenda or minutes in full: groups, items and items within them, sections, decisions with votes
/// and dissent, enclosures, attendance, signatures; the same for the same seed. Titles tell their items
/// apart.
[[nodiscard]] MeetingPaper randomPaper(std::uint64_t seed);

/// One of the built-in styles of agendas and minutes with switches set at random.
[[nodiscard]] StyleSheet randomPaperStyle(std::uint64_t seed);

} // namespace sidetal::test
