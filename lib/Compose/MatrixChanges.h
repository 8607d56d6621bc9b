#pragma once

#include "Compose/Context.h"
#include "Compose/FollowUpRequest.h"
#include "Compose/MatrixLinks.h"
#include "FollowUp/Comparison.h"

#include "sidetal/Model/GoalMatrix.h"

#include <string>
#include <vector>

namespace sidetal {

/// What differs from the last period, and where it came from.
struct MatrixChanges {
    const Comparison& comparison;
    std::string period;             ///< the last one's name; empty: it has none
    std::uint32_t sources = 0;      ///< where those of the last period begin in the document's table
    TargetId list = TargetId::None; ///< the list's heading, reserved by what leads there

    /// A place in the document of the last period as one of this document.
    [[nodiscard]] SourcePos ofLast(SourcePos place) const {
        place.source += sources;
        return place;
    }
};

/// What the request says of the last period; there is one.
[[nodiscard]] MatrixChanges matrixChanges(const FollowUpRequest& request, const Labels& labels);

/// Appends sentences about what changed, and a link to the list of it, which is to follow.
void addChangeSummary(Context& context, const GoalMatrixStyle& look, MatrixChanges& changes,
                      SourcePos source);

/// Appends the list of changes, a heading and a table; nothing where there are none.
void addChangeList(Context& context, const GoalMatrixStyle& look, const MatrixChanges& changes,
                   MatrixLinks& links, SourcePos source);

/// The mark of a goal or an initiative that is new or changed.
struct ChangeMark {
    GoalChange::Kind kind = GoalChange::Kind::Changed;
    std::string words;
    SourcePos source{}; ///< of what differs
};
[[nodiscard]] ChangeMark markOfGoal(const Labels& labels, const GoalChange& change, SourcePos source);

[[nodiscard]] ChangeMark markOfInitiative(const Labels& labels, const InitiativeChange& change,
                                          SourcePos source);

/// What differs of each initiative of `goal`, which is the goal of a change or a copy of it; null: nothing.
[[nodiscard]] std::vector<const InitiativeChange*> changesByInitiative(const GoalChange& change,
                                                                       const Goal& goal);

/// Appends a mark to what lies in `parent`: a sign, which is decoration, and its words.
void addChangeMark(Context& context, const Type& type, Length gap, ChangeMark mark, NodeId parent,
                   std::vector<Block>& out);

} // namespace sidetal
