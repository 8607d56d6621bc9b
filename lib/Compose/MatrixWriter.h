#pragma once

#include "Compose/FollowUpRequest.h"
#include "Compose/LabelledLine.h"
#include "Compose/MatrixChanges.h"
#include "Compose/MatrixColumns.h"
#include "Compose/MatrixCorrection.h"
#include "Compose/MatrixLinks.h"
#include "Compose/MatrixOverview.h"
#include "Compose/MatrixSelection.h"
#include "Compose/MatrixSigns.h"
#include "Compose/TextBlocks.h"

#include "sidetal/Model/GoalMatrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// What the cells of a row belong to. The first row of a theme has its cell, the first row of a goal the
/// goal's.
struct RowOf {
    const Theme* theme = nullptr;
    const Goal* goal = nullptr;             ///< null: a theme without goals
    const Initiative* initiative = nullptr; ///< null: a goal without initiatives
    bool startsTheme = false;
    bool startsGoal = false;
};

/// Writes the blocks and nodes of a goal matrix: in MatrixComposer.cpp its rows, in MatrixCells.cpp what
/// stands in their cells, in MatrixHeads.cpp in the heads of pages, in MatrixFollowUp.cpp that of the columns
/// of a follow-up, in MatrixText.cpp all of it as text.
class MatrixWriter {
  public:
    /// `selected`: what the matrix is of a larger one; null: it is the whole.
    MatrixWriter(Context& context, const GoalMatrix& matrix, const SelectedGoals* selected,
                 const GoalMatrixStyle& look, Diagnostics& diagnostics)
        : c_(context)
        , matrix_(matrix)
        , selected_(selected)
        , look_(look)
        , diagnostics_(diagnostics)
        , columns_(matrixColumns(matrix, selected, look, context))
        , links_(context.out.tree, hasColumn(Key::Theme), hasColumn(Key::Number) || hasColumn(Key::Goal)) {
        themeTitle_ = c_.type(look.theme.text);
        number_ = c_.type(look.number, Align::Right);
        initiativeTitle_ = c_.type(look.initiativeTitle);
        vision_ = {c_.type(look.vision), &look.list, look.paragraphGap};
        goal_ = {c_.type(look.goal), &look.list, look.paragraphGap};
        description_ = {c_.type(look.initiativeText), &look.list, look.paragraphGap};
        partners_ = {c_.type(look.partners), &look.list, look.paragraphGap};
        const std::string words = fmt::format("{} ", c_.labels[Label::Prioritised]);
        // A hair space, so that the sign and "10.1" share a line; it may break.
        numberSign_ = {c_.out.keep(look.priority.sign + "\u200A"), words};
        goalSign_ = {c_.out.keep(look.priority.sign + " "), words};
        if (look.fillWidth) {
            fillWidth(columns_, context.out.run().body.width);
        }
        hasNumbers_ = hasColumn(Key::Number);
        hasStatus_ = hasColumn(Key::Status);
        hasInitiatives_ = std::ranges::any_of(
            columns_, [](const ColumnPlan& column) { return column.level == ColumnLevel::Initiative; });
        showsPriority_ = hasPrioritisedGoal(matrix) && (hasNumbers_ || hasColumn(Key::Goal));
    }

    void compose(const FollowUpRequest& request) {
        if (request.comparison != nullptr) {
            changes_.emplace(matrixChanges(request, c_.labels));
        }
        const bool overview = look_.overview && hasGoals(matrix_);
        isLinked_ = overview || changes_ || look_.head;
        if (look_.head) {
            addHead();
            markPages();
        }
        const std::vector<RunningLine> running = c_.out.run().running;
        addTitle();
        if (matrix_.corrects) {
            addMatrixCorrection(c_, matrix_, look_);
        }
        if (overview) {
            addOverviewPages(request.day);
            beginMatrixRun(c_, running);
        }
        if (overview || (matrix_.corrects && !matrix_.themes.empty())) {
            addMatrixHeading();
        }
        if (look_.headings) {
            addTexts();
            warnOfPriority();
        } else if (!matrix_.themes
                        .empty()) { // else there is nothing to head: THead wants a TBody (ISO 14289-1, 7.2)
            addTable();
        }
        addLegend();
        if (changes_ && !changes_->comparison.changes().empty()) {
            beginMatrixRun(c_, running);
            if (look_.head && changes_->list == TargetId::None) {
                changes_->list = c_.out.tree.reserveTarget();
            }
            markPagesFrom(look_.head ? changes_->list : TargetId::None, {});
            addChangeList(c_, look_, *changes_, links_, matrix_.header.source);
        }
    }

  private:
    using Key = MatrixColumn::Key;
    /// The cell formats of the table.
    enum : std::uint16_t { kHeaderCell, kPlainCell, kThemeCell, kPriorityCell, kCellFormats };

    [[nodiscard]] std::size_t rowsOf(const Goal& goal) const;
    [[nodiscard]] std::size_t rowsOf(const Theme& theme) const;
    [[nodiscard]] std::uint16_t keptRows(const TableCell& cell) const;
    [[nodiscard]] std::uint16_t startRows(const Theme& theme) const;
    [[nodiscard]] bool hasColumn(Key key) const {
        return std::any_of(columns_.begin(), columns_.end(),
                           [key](const ColumnPlan& column) { return column.key == key; });
    }

    void addTitle();
    void addSubject();
    void addSelection();
    void addUnderTitle(const std::vector<LinePart>& parts);
    void addHead();
    void markPages();
    void markPagesFrom(TargetId target, std::string words);
    void addOverviewPages(std::optional<Date> day);
    void addMatrixHeading();
    void addTable();
    void addTexts();
    void addThemeText(const Theme& theme);
    void addGoalText(const Goal& goal, int level);
    void addGoalLines(const Goal& goal);
    void addInitiativeText(const Goal& goal, const Initiative& initiative);
    void addLine(MatrixColumn::Key key, std::vector<LinePart> value, SourcePos source,
                 std::optional<Figure> sign = {});
    void addHeading(Paragraph text, int level, std::string_view outline, const ParagraphStyle& look);
    void addHeader();
    void setCellFormats();
    void checkColumns();
    void tellTooWide(Length width, Length room);
    void warnOfPriority();

    void addTheme(const Theme& theme);
    void addRow(const RowOf& of);
    void fill(TableCell& cell, Key key, const RowOf& of);
    void fillThemeCell(TableCell& cell, const Theme& theme);
    void fillNumberCell(TableCell& cell, const Goal& goal);
    void fillGoalCell(TableCell& cell, const Goal& goal);
    void fillGoalText(TableCell& cell, const Goal& goal, const TextLook& look);
    [[nodiscard]] std::optional<ChangeMark> markOf(const Goal& goal, const Initiative& initiative);
    void fillInitiativeCell(TableCell& cell, const Goal& goal, const Initiative& initiative);
    void fillWithStatus(TableCell& cell, const Initiative& initiative);
    void fillOfGoal(TableCell& cell, Key key, const Goal& goal);
    void fillOfInitiative(TableCell& cell, Key key, const Initiative& initiative);
    void fillWord(TableCell& cell, std::string_view words, SourcePos source, bool ofCatalogue);
    void addSigned(std::vector<Block>& out, std::optional<Figure> sign, std::string_view words, NodeId leaf,
                   SourcePos source);
    void addIndicator(std::vector<Block>& out, NodeId parent, Length room, const Indicator& indicator);
    void addIndicatorFigures(std::vector<Block>& out, NodeId parent, Length room, const Indicator& indicator);
    void spanRows(TableCell& cell, std::size_t rows);
    void addBookmark(const Goal& goal, const TableRow& row);
    void addBookmark(std::string_view title, int level, NodeId node, SourcePos source);
    [[nodiscard]] Paragraph continuationOf(std::string_view title, const Type& type, SourcePos source);
    void setHeaders(const TableRow& row);

    void addLegend();

    Context& c_;
    const GoalMatrix& matrix_;
    const SelectedGoals* selected_;
    const GoalMatrixStyle& look_;
    Diagnostics& diagnostics_;
    std::vector<ColumnPlan> columns_;
    MatrixLinks links_;
    std::optional<MatrixChanges> changes_; ///< since the last period
    bool isLinked_ = false;                ///< there may be links to themes and goals
    int themeLevel_ = 2;                   ///< of the themes' bookmarks
    Type themeTitle_;
    Type number_;
    Type initiativeTitle_;
    TextLook vision_;
    TextLook goal_;
    TextLook description_;
    TextLook partners_;
    LeadingSign numberSign_; ///< of prioritised goals, before their number
    LeadingSign goalSign_;   ///< before their words, where there is no column of numbers
    bool hasNumbers_ = false;
    bool hasStatus_ = false;
    bool hasInitiatives_ = false; ///< there is a column that has a cell for each
    bool showsPriority_ = false;

    Table table_;
    NodeId body_ = NodeId::None;
    NodeId themeHeader_ = NodeId::None; ///< of the theme that is being composed
    NodeId goalHeader_ = NodeId::None;  ///< number cell of the goal that is being composed
    const Goal* markedGoal_ = nullptr;  ///< whose initiatives' changes are found
    std::vector<const InitiativeChange*> initiativeChanges_; ///< by initiative
    std::vector<NodeId> headers_;                            ///< of one cell; kept to spare allocations
};

} // namespace sidetal
