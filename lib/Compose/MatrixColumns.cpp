#include "Compose/MatrixColumns.h"

#include <fmt/format.h>

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
    Length width;
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

/// The key as it stands in the document, of a column that no page shows yet.
std::string_view nameOf(Key key) {
    switch (key) {
    case Key::Status:
        return "status";
    case Key::Trend:
        return "trend";
    case Key::Indicator:
        return "indicator";
    case Key::Owner:
        return "owner";
    case Key::Deadline:
        return "deadline";
    default:
        return "follow-up";
    }
}

void add(std::vector<ColumnPlan>& out, const MatrixColumn& column, const GoalMatrixStyle& look,
         Context& context) {
    const std::optional<Standard> standard = standardOf(column.key, look.columns);
    if (!standard) {
        context.unprinted.add(nameOf(column.key), column.source, "columns");
        return;
    }
    ColumnPlan plan;
    plan.key = column.key;
    plan.index = static_cast<std::uint32_t>(out.size());
    plan.width = column.width.value_or(standard->width);
    plan.titleIsGiven = !column.title.empty();
    plan.title = column.title.empty() ? context.labels[standard->title] : std::string_view(column.title);
    plan.source = column.titleSource.orElse(column.source);
    out.push_back(plan);
}

void noteGoal(Unprinted& unprinted, const Goal& goal, const std::string& path) {
    if (!goal.committees.empty()) {
        unprinted.add("committees", goal.source, path);
    }
    if (goal.status != GoalStatus::Unspecified) {
        unprinted.add("status", goal.source, path);
    }
    if (goal.trend != Trend::Unspecified) {
        unprinted.add("trend", goal.source, path);
    }
    if (!goal.indicators.empty()) {
        unprinted.add("indicators", goal.indicators.front().position, path);
    }
}

void noteInitiative(Unprinted& unprinted, const Initiative& initiative, const std::string& path) {
    if (initiative.status != GoalStatus::Unspecified) {
        unprinted.add("status", initiative.source, path);
    }
    if (!initiative.owner.empty()) {
        unprinted.add("owner", initiative.source, path);
    }
    if (initiative.deadline) {
        unprinted.add("deadline", initiative.source, path);
    }
    if (!initiative.followUp.empty()) {
        unprinted.add("followUp", initiative.followUp.source, path);
    }
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

bool hasPrioritisedGoal(const GoalMatrix& matrix) {
    return std::any_of(matrix.themes.begin(), matrix.themes.end(), [](const Theme& theme) {
        return std::any_of(theme.goals.begin(), theme.goals.end(),
                           [](const Goal& goal) { return goal.prioritised; });
    });
}

void noteUnprintedKeys(Context& context, const GoalMatrix& matrix) {
    context.noteHeader(matrix.header);
    Unprinted& unprinted = context.unprinted;
    const DocumentHeader& header = matrix.header;
    context.noteSender(header);
    const std::pair<std::string_view, bool> keys[] = {
        {"committee", matrix.committee.has_value()},
        {"period", matrix.period.has_value()},
        {"catalogue", matrix.catalogue.has_value()},
    };
    for (const auto& [key, present] : keys) {
        if (present) {
            unprinted.add(key, header.source);
        }
    }
    if (!header.facts.empty()) {
        unprinted.add("facts", header.facts.front().source);
    }
    for (std::size_t t = 0; t < matrix.themes.size(); ++t) {
        const Theme& theme = matrix.themes[t];
        for (std::size_t g = 0; g < theme.goals.size(); ++g) {
            const Goal& goal = theme.goals[g];
            const std::string path = fmt::format("themes[{}].goals[{}]", t, g);
            noteGoal(unprinted, goal, path);
            for (std::size_t i = 0; i < goal.initiatives.size(); ++i) {
                noteInitiative(unprinted, goal.initiatives[i], fmt::format("{}.initiatives[{}]", path, i));
            }
        }
    }
}

} // namespace sidetal
