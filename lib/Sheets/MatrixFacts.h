#pragma once

#include "Sheets/MatrixFields.h"
#include "sidetal/Model/GoalMatrix.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::sheets {

/// What a line above the headings says of a matrix: "Udvalg", and which.
struct MatrixFact {
    std::string_view label; ///< as it is written in sheets of our own
    std::string_view english;
    /// All labels that are known, as foldedName() has them.
    std::span<const std::string_view> folded;
    /// The value to be written; empty where there is none.
    std::string (*get)(const GoalMatrix& matrix);
    /// Takes a value; false where it is none that is known.
    bool (*set)(GoalMatrix& matrix, const std::string& value, SourcePos place);
    std::string_view expected; ///< what messages say of a value that is not taken
    std::string_view code;     ///< their code
};

/// The label of the line that says which columns are shown.
inline constexpr std::string_view kColumnsLabel = "Kolonner";

/// The language of a matrix in its sheets: English where that is its own, else Danish.
[[nodiscard]] SheetLanguage languageOf(const GoalMatrix& matrix);

[[nodiscard]] std::span<const MatrixFact> matrixFacts();

/// The fact of a label (foldedName()); nullptr where it is none.
[[nodiscard]] const MatrixFact* factOf(std::string_view folded);

/// What is shown of a matrix whose sheet does not say so: nothing, which are the default columns, unless
/// something further stands in it.
[[nodiscard]] std::vector<MatrixColumn> columnsByContent(const GoalMatrix& matrix);

/// Lets a matrix that says nothing of its columns show what it holds: these columns, and a style that has
/// room for them unless it names its own.
void showContent(GoalMatrix& matrix);

} // namespace sidetal::sheets
