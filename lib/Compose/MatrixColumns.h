#pragma once

#include "Compose/Context.h"
#include "Model/Fields/Field.h"

#include "sidetal/Model/GoalSelection.h"

#include <string_view>
#include <vector>

namespace sidetal {

/// What a cell of a column belongs to, and spans the rows of.
enum class ColumnLevel : std::uint8_t { Theme, Goal, Initiative };

/// A column of the table that is to be.
struct ColumnPlan {
    MatrixColumn::Key key = MatrixColumn::Key::Theme;
    ColumnLevel level = ColumnLevel::Theme;
    std::uint32_t index = 0;      ///< counts from 0, left to right
    ColumnWidth width;            ///< padding included
    std::string_view title;       ///< the document's, else the style's or the catalogue's
    bool titleIsGiven = false;    ///< by the document or the style
    bool widthIsGiven = false;    ///< by the document
    NodeId header = NodeId::None; ///< its TH
    SourcePos source;
};

/// The columns that the matrix asks for, else the default five.
[[nodiscard]] std::vector<ColumnPlan> matrixColumns(const GoalMatrix& matrix, const SelectedGoals* selected,
                                                    const GoalMatrixStyle& look, Context& context);

/// The part of pages that a column of the key is, where what it shows stands nowhere else.
[[nodiscard]] model::PagePart partOf(MatrixColumn::Key key);

/// Widens columns whose width is the style's so that all are `room` wide together, in proportion; where one
/// is no length it has the room already.
void fillWidth(std::vector<ColumnPlan>& columns, Length room);

[[nodiscard]] bool hasGoals(const GoalMatrix& matrix);

/// True where the legend is due.
[[nodiscard]] bool hasPrioritisedGoal(const GoalMatrix& matrix);

} // namespace sidetal
