#pragma once

#include "Sheets/CellValues.h"

#include <map>
#include <string>

namespace sidetal::sheets {

/// Makes themes, goals and initiatives of rows (docs/spreadsheets.md, "Rows").
class MatrixBuilder {
  public:
    MatrixBuilder(const Headings& headings, const SheetMapping& mapping, std::uint32_t source,
                  Diagnostics& diagnostics, GoalMatrix& matrix)
        : headings_(headings)
        , values_(headings, mapping, diagnostics)
        , source_(source)
        , diagnostics_(diagnostics)
        , matrix_(matrix) {}

    void take(const SheetRow& row);

  private:
    [[nodiscard]] bool takeTheme(const SheetRow& row);
    [[nodiscard]] bool takeGoal(const SheetRow& row);
    void beginGoal(const SheetRow& row);
    void takeGoalFields(const SheetRow& row);
    void takeIndicator(const SheetRow& row);
    void takeInitiative(const SheetRow& row);
    void beginInitiative(const SheetRow& row);
    void continueInitiative(const SheetRow& row);
    [[nodiscard]] bool isHeadings(const SheetRow& row) const;
    void checkMerges(const SheetRow& row);

    /// Remembers where a key that pages may leave out stood first.
    void noteKey(Field field, const RowValue& value, std::string_view key);
    void tellDifferent(const RowValue& value, Field field, std::string_view of);
    /// "C14", as messages have it; of a file of lines "14:3".
    [[nodiscard]] std::string placeName(SourcePos place) const;

    [[nodiscard]] Theme& theme() { return matrix_.themes.back(); }
    [[nodiscard]] Goal& goal() { return theme().goals.back(); }

    const Headings& headings_;
    CellValues values_;
    std::uint32_t source_;
    Diagnostics& diagnostics_;
    GoalMatrix& matrix_;
    bool hasGoal_ = false;       ///< in the current theme
    bool hasInitiative_ = false; ///< in the current goal
    std::string goalText_;       ///< of the current goal, as its cell has it
    std::string vision_;         ///< the same of the theme
    std::uint32_t themeRow_ = 0; ///< where it began
    std::uint32_t goalRow_ = 0;
    std::array<std::string, kFields> said_; ///< what the goal's cells said of it
    std::map<std::string, SourcePos, std::less<>> numbers_;
    std::array<bool, kFields> noted_{}; ///< by noteKey()
};

} // namespace sidetal::sheets
