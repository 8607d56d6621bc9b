#include "Compose/MatrixColumns.h"

#include "Labels/MatrixWords.h"

#include <algorithm>
#include <array>
#include <variant>

namespace sidetal {

namespace {

using Key = MatrixColumn::Key;

constexpr std::array kDefaultKeys = {Key::Theme, Key::Number, Key::Goal, Key::Initiatives, Key::Partners};

/// What a key is of, what its column is called, and how wide it is.
struct Standard {
    Key key;
    ColumnLevel level;
    std::variant<Label, MatrixWord> title;
    ColumnWidth MatrixColumnWidths::*width;
    std::optional<std::string> MatrixColumnTitles::*ownTitle;
    model::PagePart part = model::PagePart::Any;
};

using Widths = MatrixColumnWidths;
using Titles = MatrixColumnTitles;
using Part = model::PagePart;

constexpr std::array kStandards = {
    Standard{Key::Theme, ColumnLevel::Theme, Label::Theme, &Widths::theme, &Titles::theme},
    Standard{Key::Number, ColumnLevel::Goal, Label::Number, &Widths::number, &Titles::number},
    Standard{Key::Goal, ColumnLevel::Goal, Label::Goal, &Widths::goal, &Titles::goal},
    Standard{Key::Initiatives, ColumnLevel::Initiative, Label::Initiatives, &Widths::initiatives,
             &Titles::initiatives},
    Standard{Key::Partners, ColumnLevel::Initiative, Label::Partners, &Widths::partners, &Titles::partners},
    Standard{Key::Status, ColumnLevel::Goal, MatrixWord::Status, &Widths::status, &Titles::status,
             Part::Status},
    Standard{Key::Trend, ColumnLevel::Goal, MatrixWord::Trend, &Widths::trend, &Titles::trend, Part::Trend},
    Standard{Key::Indicator, ColumnLevel::Goal, MatrixWord::Indicator, &Widths::indicator, &Titles::indicator,
             Part::Indicator},
    Standard{Key::Owner, ColumnLevel::Initiative, MatrixWord::Owner, &Widths::owner, &Titles::owner,
             Part::Owner},
    Standard{Key::Deadline, ColumnLevel::Initiative, MatrixWord::Deadline, &Widths::deadline,
             &Titles::deadline, Part::Deadline},
    Standard{Key::FollowUp, ColumnLevel::Initiative, MatrixWord::FollowUp, &Widths::followUp,
             &Titles::followUp, Part::FollowUp},
    Standard{Key::Committees, ColumnLevel::Goal, MatrixWord::Committees, &Widths::committees,
             &Titles::committees, Part::Committees},
};

/// Each key has its row, in the order of the enumeration.
consteval bool standardsAreInOrder() {
    for (std::size_t i = 0; i < kStandards.size(); ++i) {
        if (kStandards[i].key != static_cast<Key>(i)) {
            return false;
        }
    }
    return kStandards.size() == static_cast<std::size_t>(Key::Committees) + 1;
}
static_assert(standardsAreInOrder());

std::string_view titleOf(const Standard& standard, const Labels& labels) {
    const auto* label = std::get_if<Label>(&standard.title);
    return label != nullptr ? labels[*label] : matrixWord(labels, std::get<MatrixWord>(standard.title));
}

void add(std::vector<ColumnPlan>& out, const MatrixColumn& column, const GoalMatrixStyle& look,
         Context& context) {
    const Standard& standard = kStandards[static_cast<std::size_t>(column.key)];
    ColumnPlan plan;
    plan.key = column.key;
    plan.level = standard.level;
    plan.index = static_cast<std::uint32_t>(out.size());
    plan.width = column.width ? ColumnWidth(*column.width) : look.columns.*standard.width;
    plan.widthIsGiven = column.width.has_value();
    const std::optional<std::string>& styled = look.columnTitles.*standard.ownTitle;
    plan.titleIsGiven = !column.title.empty() || styled.has_value();
    plan.title = !column.title.empty() ? std::string_view(column.title)
                 : styled              ? context.out.keep(*styled)
                                       : titleOf(standard, context.labels);
    plan.source = column.titleSource.orElse(column.source);
    out.push_back(plan);
}

} // namespace

std::vector<ColumnPlan> matrixColumns(const GoalMatrix& matrix, const SelectedGoals* selected,
                                      const GoalMatrixStyle& look, Context& context) {
    std::vector<ColumnPlan> out;
    for (const MatrixColumn& column : matrix.columns) {
        add(out, column, look, context);
    }
    if (out.empty()) {
        for (const Key key : kDefaultKeys) {
            add(out, {key, {}, {}, matrix.header.source, {}}, look, context);
        }
    }
    const bool byCommittee = selected != nullptr && selected->by.group == GoalSelection::Group::Committee;
    for (ColumnPlan& column : out) {
        if (byCommittee && column.key == Key::Theme && !column.titleIsGiven) {
            column.title = matrixWord(context.labels, MatrixWord::CommitteeAndTheme);
        }
    }
    return out;
}

model::PagePart partOf(MatrixColumn::Key key) {
    return kStandards[static_cast<std::size_t>(key)].part;
}

void fillWidth(std::vector<ColumnPlan>& columns, Length room) {
    Length own; // of the style
    Length left = room;
    for (const ColumnPlan& column : columns) {
        if (!column.width.isFixed()) {
            return;
        }
        left -= column.widthIsGiven ? column.width.length() : Length();
        own += column.widthIsGiven ? Length() : column.width.length();
    }
    if (own <= Length() || left <= own) {
        return;
    }
    for (ColumnPlan& column : columns) {
        if (!column.widthIsGiven) { // the last takes what rounding leaves
            const Length had = column.width.length();
            const Length width = Length::milli(left.milli() * had.milli() / own.milli());
            column.width = width;
            left -= width;
            own -= had;
        }
    }
}

bool hasGoals(const GoalMatrix& matrix) {
    return std::any_of(matrix.themes.begin(), matrix.themes.end(),
                       [](const Theme& theme) { return !theme.goals.empty(); });
}

bool hasPrioritisedGoal(const GoalMatrix& matrix) {
    return std::any_of(matrix.themes.begin(), matrix.themes.end(), [](const Theme& theme) {
        return std::any_of(theme.goals.begin(), theme.goals.end(),
                           [](const Goal& goal) { return goal.prioritised; });
    });
}

} // namespace sidetal
