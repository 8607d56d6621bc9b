#pragma once

#include "Attendance/Votes.h"
#include "Compose/Paper.h"

#include <string>
#include <string_view>

namespace sidetal {

/// Appends a vote as a table of parties, where it says how they voted, and the names under it. `title` is
/// what was voted on; empty: the catalogue's word.
void addVotes(const Paper& paper, std::string_view title, const VoteTally& tally, SourcePos source);

} // namespace sidetal
