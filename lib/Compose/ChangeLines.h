#pragma once

#include "Compose/LabelledLine.h"
#include "FollowUp/Comparison.h"

#include <string>
#include <vector>

namespace sidetal {

/// What something was or is.
struct ChangeValue {
    std::string words;
    bool ofCatalogue = false;
    GoalStatus status = GoalStatus::Unspecified; ///< whose sign stands before the words
    SourcePos source{};                          ///< in the document of its period
};

/// One thing that differs of a goal.
struct ChangeLine {
    GoalChange::Kind kind = GoalChange::Kind::Changed; ///< of the thing itself
    std::vector<LinePart> what;
    ChangeValue before;
    ChangeValue now;
};

/// All that differs of a goal, in words; at least one line.
[[nodiscard]] std::vector<ChangeLine> linesOf(const Labels& labels, const GoalChange& change);

/// What a goal's mark in the matrix says: "Nyt mål", "Ændret: status, tal og ordlyd".
[[nodiscard]] std::string markOf(const Labels& labels, const GoalChange& change);

/// What the mark of an initiative that is new or differs says: "Ny indsats", "Ændret: status og frist".
[[nodiscard]] std::string markOf(const Labels& labels, const InitiativeChange& change);

/// "2 fra delvist nået til nået og 1 fra i gang til ikke nået": how goals went from one status to another;
/// empty where none did.
[[nodiscard]] std::string movesOf(const Labels& labels, const Comparison& comparison);

} // namespace sidetal
