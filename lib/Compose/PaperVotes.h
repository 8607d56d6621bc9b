#pragma once

#include "Attendance/Votes.h"
#include "Compose/Paper.h"

#include <string>

namespace sidetal {

/// Appends a vote as a table of parties, where it says how they voted, and the names under it. `title` is
/// what was voted on; empty: the catalogue's word.
void addVotes(const Paper& paper, const std::string& title, const VoteTally& tally, SourcePos source);

} // namespace sidetal
