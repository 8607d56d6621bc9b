#include "Sheets/MatrixTable.h"

#include "Sheets/CellText.h"
#include "Sheets/Characters.h"
#include "Sheets/MatrixFacts.h"
#include "Sheets/Words.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::sheets {

namespace {

/// Columns that a follow-up has though nothing stands in them yet.
constexpr Field kAlways[] = {Field::Theme,      Field::Number,      Field::Goal,     Field::Status,
                             Field::Initiative, Field::Description, Field::Partners, Field::Owner,
                             Field::Deadline,   Field::FollowUp};

using Row = std::array<std::string, kFields>;

class TableMaker {
  public:
    explicit TableMaker(Diagnostics& diagnostics)
        : diagnostics_(diagnostics) {}

    MatrixTable make(const GoalMatrix& matrix, TableColumns columns) {
        out_.language = languageOf(matrix);
        putAbove(matrix);
        for (const Theme& theme : matrix.themes) {
            putTheme(theme);
        }
        const DocumentHeader& header = matrix.header;
        tellLost(header.organisation && header.organisation->logo, "logos");
        tellLost(header.status != DocumentStatus::Unspecified || !header.version.empty(),
                 "a document's status and version");
        tellLost(matrix.corrects.has_value(), "corrections of an earlier version");
        tellLost(matrix.catalogue && !matrix.catalogue->file.empty(), "names of catalogues' files");
        tellLost(matrix.committee && !matrix.committee->members.empty(), "members of committees");
        tellLost(std::any_of(matrix.columns.begin(), matrix.columns.end(),
                             [](const MatrixColumn& c) { return !c.title.empty() || c.width; }),
                 "titles and widths of columns");
        tellLost(!matrix.legend.empty(), "the legend");
        tellLost(!header.facts.empty(), "facts");
        tellLost(hasSeries_, "series of indicators");
        tellLost(hasMarkup_, "emphasis, links, headings, tables and pictures of texts");
        for (const FieldNames& names : fieldNames()) {
            const bool isFilled = std::any_of(out_.rows.begin(), out_.rows.end(), [&](const Row& row) {
                return !row[static_cast<std::size_t>(names.field)].empty();
            });
            if (isFilled || columns == TableColumns::All ||
                std::find(std::begin(kAlways), std::end(kAlways), names.field) != std::end(kAlways)) {
                out_.columns.push_back(names.field);
            }
        }
        return std::move(out_);
    }

  private:
    void tellLost(bool isLost, const char* what) {
        if (isLost) {
            diagnostics_.warning("SID-X029", fmt::format("{} are left out: a sheet holds none", what));
        }
    }

    void putAbove(const GoalMatrix& matrix) {
        for (const MatrixFact& fact : matrixFacts()) {
            if (std::string value = tidy(fact.get(matrix)); !value.empty()) {
                out_.above.emplace_back(out_.language == SheetLanguage::English ? fact.english : fact.label,
                                        std::move(value));
            }
        }
    }

    void put(Field field, std::string_view text) { row_[static_cast<std::size_t>(field)] = text; }
    void put(Field field, const RichText& text) {
        bool lossless = true;
        put(field, textForCell(text, lossless));
        hasMarkup_ = hasMarkup_ || !lossless;
    }

    void endRow() {
        out_.rows.push_back(std::move(row_));
        row_ = Row();
    }

    void putTheme(const Theme& theme) {
        put(Field::Theme, theme.title);
        put(Field::Vision, theme.vision);
        for (const Goal& goal : theme.goals) {
            putGoal(goal);
        }
        if (theme.goals.empty()) {
            endRow();
        }
    }

    void putGoal(const Goal& goal) {
        put(Field::Number, goal.number);
        put(Field::Goal, goal.text);
        put(Field::Prioritised, goal.prioritised ? "x" : "");
        std::string committees;
        for (const std::string& committee : goal.committees) {
            committees += (committees.empty() ? "" : "\n") + committee;
        }
        put(Field::Committees, committees);
        put(Field::Status, wordOf(goal.status, out_.language));
        put(Field::Trend, wordOf(goal.trend, out_.language));
        const std::size_t rows = std::max({goal.initiatives.size(), goal.indicators.size(), std::size_t{1}});
        for (std::size_t i = 0; i < rows; ++i) {
            if (i < goal.indicators.size()) {
                putIndicator(goal.indicators[i]);
            }
            if (i < goal.initiatives.size()) {
                putInitiative(goal.initiatives[i]);
            }
            endRow();
        }
    }

    void putIndicator(const Indicator& indicator) {
        put(Field::Indicator, indicator.name);
        put(Field::Unit, indicator.unit);
        put(Field::Baseline, indicator.baseline);
        put(Field::Target, indicator.target);
        put(Field::Actual, indicator.actual);
        put(Field::Measured, indicator.date ? formatIso(*indicator.date) : "");
        put(Field::Source, indicator.source);
        put(Field::Better, wordOf(indicator.better, out_.language));
        hasSeries_ = hasSeries_ || !indicator.series.empty();
    }

    void putInitiative(const Initiative& initiative) {
        put(Field::Initiative, initiative.title);
        put(Field::Description, initiative.description);
        put(Field::Partners, initiative.partners);
        put(Field::InitiativeStatus, wordOf(initiative.status, out_.language));
        put(Field::Owner, initiative.owner);
        put(Field::Deadline, initiative.deadline ? formatIso(*initiative.deadline) : "");
        put(Field::FollowUp, initiative.followUp);
    }

    Diagnostics& diagnostics_;
    MatrixTable out_;
    Row row_;
    bool hasSeries_ = false;
    bool hasMarkup_ = false;
};

} // namespace

MatrixTable tableOf(const GoalMatrix& matrix, Diagnostics& diagnostics, TableColumns columns) {
    return TableMaker(diagnostics).make(matrix, columns);
}

} // namespace sidetal::sheets
