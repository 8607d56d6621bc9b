#pragma once

#include "Compose/Context.h"
#include "Compose/FollowUpRequest.h"
#include "Compose/MatrixLinks.h"
#include "FollowUp/Comparison.h"

#include "sidetal/Model/GoalMatrix.h"

#include <string>

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

/// Appends the mark of a goal that is new or changed to its cell, whose text stands there: a sign and words.
void addChangeMark(Context& context, const Type& type, Length gap, const GoalChange& change, TableCell& cell);

} // namespace sidetal
