#include "Compose/MatrixColumns.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sidetal {

namespace {

using Key = MatrixColumn::Key;

constexpr std::array kDefaultKeys = {Key::Theme, Key::Number, Key::Goal, Key::Initiatives, Key::Partners};

/// What a key that can be shown is called, and how wide it is by the style.
struct Standard {
    Label title;
    ColumnWidth width;
};

std::optional<Standard> standardOf(Key key, const MatrixColumnWidths& widths) {
    switch (key) {
    case Key::Theme:
        return Standard{Label::Theme, widths.theme};
    case Key::Number:
        return Standard{Label::Number, widths.number};
    case Key::Goal:
        return Standard{Label::Goal, widths.goal};
    case Key::Initiatives:
        return Standard{Label::Initiatives, widths.initiatives};
    case Key::Partners:
        return Standard{Label::Partners, widths.partners};
    case Key::Status:
    case Key::Trend:
    case Key::Indicator:
    case Key::Owner:
    case Key::Deadline:
    case Key::FollowUp:
        break;
    }
    return std::nullopt;
}

void add(std::vector<ColumnPlan>& out, const MatrixColumn& column, const GoalMatrixStyle& look,
         Context& context) {
    const std::optional<Standard> standard = standardOf(column.key, look.columns);
    if (!standard) {
        return;
    }
    ColumnPlan plan;
    plan.key = column.key;
    plan.index = static_cast<std::uint32_t>(out.size());
    plan.width = column.width ? ColumnWidth(*column.width) : standard->width;
    plan.widthIsGiven = column.width.has_value();
    plan.titleIsGiven = !column.title.empty();
    plan.title = column.title.empty() ? context.labels[standard->title] : std::string_view(column.title);
    plan.source = column.titleSource.orElse(column.source);
    out.push_back(plan);
}

} // namespace

std::vector<ColumnPlan> matrixColumns(const GoalMatrix& matrix, const GoalMatrixStyle& look,
                                      Context& context) {
    std::vector<ColumnPlan> out;
    for (const MatrixColumn& column : matrix.columns) {
        add(out, column, look, context);
    }
    if (out.empty()) {
        for (const Key key : kDefaultKeys) {
            add(out, {key, {}, {}, matrix.header.source, {}}, look, context);
        }
    }
    return out;
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

bool hasPrioritisedGoal(const GoalMatrix& matrix) {
    return std::any_of(matrix.themes.begin(), matrix.themes.end(), [](const Theme& theme) {
        return std::any_of(theme.goals.begin(), theme.goals.end(),
                           [](const Goal& goal) { return goal.prioritised; });
    });
}

} // namespace sidetal
