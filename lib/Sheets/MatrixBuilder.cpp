#include "Sheets/MatrixBuilder.h"

#include "Sheets/CellText.h"
#include "Sheets/Characters.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::sheets {

namespace {

constexpr Field kGoalFields[] = {Field::Number,     Field::Goal,   Field::Prioritised,
                                 Field::Committees, Field::Status, Field::Trend};
constexpr Field kIndicatorFields[] = {Field::Indicator, Field::Unit,     Field::Baseline, Field::Target,
                                      Field::Actual,    Field::Measured, Field::Source,   Field::Better};
constexpr Field kInitiativeFields[] = {Field::Initiative,       Field::Description, Field::Partners,
                                       Field::InitiativeStatus, Field::Owner,       Field::Deadline,
                                       Field::FollowUp};

template <std::size_t N>
[[nodiscard]] bool saysAny(const SheetRow& row, const Field (&fields)[N]) {
    return std::any_of(std::begin(fields), std::end(fields), [&](Field field) { return row[field].isOwn(); });
}

/// One line of what may be several.
[[nodiscard]] std::string oneLine(const RowValue& value) {
    return tidy(value.text);
}

/// Appends `more`, a paragraph or more of its own.
void append(RichText& text, RichText more) {
    if (text.empty()) {
        text = std::move(more);
        return;
    }
    for (RichTextBlock& block : more.blocks) {
        text.blocks.push_back(std::move(block));
    }
}

[[nodiscard]] std::vector<std::string> committeesOf(const RowValue& value) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= value.text.size();) {
        const std::size_t end = std::min(value.text.find_first_of(";\n", at), value.text.size());
        if (std::string one = tidy(std::string_view(value.text).substr(at, end - at)); !one.empty()) {
            out.push_back(std::move(one));
        }
        at = end + 1;
    }
    return out;
}

} // namespace

std::string MatrixBuilder::placeName(SourcePos place) const {
    return matrix_.header.sources[source_].sheet.empty()
               ? fmt::format("{}:{}", place.line, place.column)
               : fmt::format("{}{}", columnLetters(place.column), place.line);
}

/// A row of headings again, as on each page of what was printed.
bool MatrixBuilder::isHeadings(const SheetRow& row) const {
    std::size_t same = 0;
    for (std::size_t i = 0; i < kFields; ++i) {
        const RowValue& value = row.values[i];
        if (!value.empty() && tidy(value.text) != headings_.names[i]) {
            return false;
        }
        same += value.empty() ? 0 : 1;
    }
    return same >= 2;
}

void MatrixBuilder::take(const SheetRow& row) {
    if (isHeadings(row) || !takeTheme(row)) {
        return;
    }
    if (!takeGoal(row)) {
        return;
    }
    takeGoalFields(row);
    takeIndicator(row);
    takeInitiative(row);
}

/// A merged cell of a goal that reaches over the end of a theme.
void MatrixBuilder::checkMerges(const SheetRow& row) {
    for (const Field field : {Field::Number, Field::Goal}) {
        const RowValue& value = row[field];
        if (value.mergedFrom != 0 && value.mergedFrom < row.row) {
            diagnostics_.error(
                "SID-X022",
                fmt::format("the merged cell under {} begins in another theme, expected one that "
                            "ends with its theme",
                            inQuoteMarks(headings_.nameOf(field))),
                value.place, {},
                {fmt::format("theme {} begins at {}", inQuoteMarks(row[Field::Theme].text),
                             placeName(row[Field::Theme].place))});
        }
    }
}

bool MatrixBuilder::takeTheme(const SheetRow& row) {
    const RowValue& value = row[Field::Theme];
    const std::string title = oneLine(value);
    const bool isSame = !matrix_.themes.empty() && (value.empty() || title == theme().title);
    if (!isSame) {
        if (value.empty()) {
            diagnostics_.error("SID-X023",
                               fmt::format("the row stands under no theme, expected one in {}",
                                           inQuoteMarks(headings_.nameOf(Field::Theme))),
                               row.place);
            return false;
        }
        checkMerges(row);
        Theme& added = matrix_.themes.emplace_back();
        added.title = title;
        added.source = added.titleSource = value.place;
        hasGoal_ = hasInitiative_ = false;
        vision_.clear();
        themeRow_ = row.row;
    }
    const RowValue& vision = row[Field::Vision];
    if (vision.isOwn() && vision.text != vision_) {
        if (!vision_.empty()) {
            tellDifferent(vision, Field::Vision, "the theme");
        }
        vision_ = vision.text;
        theme().vision = cellText(vision.text, vision.place);
    }
    return true;
}

bool MatrixBuilder::takeGoal(const SheetRow& row) {
    const RowValue& number = row[Field::Number];
    const RowValue& text = row[Field::Goal];
    const bool saysNumber = number.isOwn() && (!hasGoal_ || oneLine(number) != goal().number);
    const bool saysText = text.isOwn() && (!hasGoal_ || text.text != goalText_);
    const bool isOther = saysNumber || (saysText && !(hasGoal_ && number.isOwn()));
    if (!isOther) {
        if (!hasGoal_ && (saysAny(row, kGoalFields) || saysAny(row, kIndicatorFields) ||
                          saysAny(row, kInitiativeFields))) {
            diagnostics_.error("SID-X023",
                               fmt::format("the row stands under no goal, expected one in {}",
                                           inQuoteMarks(headings_.nameOf(Field::Goal))),
                               row.place);
        }
        if (hasGoal_ && saysText) {
            diagnostics_.error("SID-X021",
                               fmt::format("two goals have the number {}, expected one of its own for each",
                                           inQuoteMarks(goal().number)),
                               number.place, {},
                               {fmt::format("the other stands at {}", placeName(goal().numberSource)),
                                "a number that ends in 0, as 1.10, has to be a text in the spreadsheet"});
        }
        return hasGoal_;
    }
    beginGoal(row);
    return true;
}

void MatrixBuilder::beginGoal(const SheetRow& row) {
    const RowValue& number = row[Field::Number];
    const RowValue& text = row[Field::Goal];
    Goal& added = theme().goals.emplace_back();
    hasGoal_ = true;
    hasInitiative_ = false;
    said_ = {};
    goalRow_ = row.row;
    goalText_ = text.text;
    added.text = cellText(text.text, text.place);
    added.source = text.empty() ? row.place : text.place;
    added.number = number.isOwn() ? oneLine(number) : std::string();
    added.numberSource = number.place;
    if (text.empty()) {
        diagnostics_.error("SID-X023",
                           fmt::format("goal {} has no words, expected them in {}",
                                       inQuoteMarks(added.number),
                                       inQuoteMarks(headings_.nameOf(Field::Goal))),
                           number.place);
    }
    if (number.isOwn() && number.kind == CellKind::Date) {
        diagnostics_.error(
            "SID-X019",
            fmt::format("the goal's number is the date {}, expected a number: the spreadsheet took it "
                        "for a date, unless the cell's format is text",
                        number.text),
            number.place);
    }
    if (added.number.empty()) {
        return;
    }
    const auto [other, isNew] = numbers_.emplace(added.number, number.place);
    if (!isNew) {
        diagnostics_.error("SID-X021",
                           fmt::format("two goals have the number {}, expected one of its own for each",
                                       inQuoteMarks(added.number)),
                           number.place, {},
                           {fmt::format("the other stands at {}; the rows of a goal have to stand together",
                                        placeName(other->second)),
                            "a number that ends in 0, as 1.10, has to be a text in the spreadsheet"});
    }
}

void MatrixBuilder::noteKey(Field field, const RowValue& value, std::string_view key) {
    bool& isNoted = noted_[static_cast<std::size_t>(field)];
    if (isNoted || value.empty()) {
        return;
    }
    isNoted = true;
    std::string path =
        fmt::format("themes[{}].goals[{}]", matrix_.themes.size() - 1, theme().goals.size() - 1);
    if (field >= Field::Initiative) {
        path += fmt::format(".initiatives[{}]", goal().initiatives.size() - 1);
    }
    matrix_.header.keyPlaces.push_back({fmt::format("{}.{}", path, key), value.place});
}

void MatrixBuilder::tellDifferent(const RowValue& value, Field field, std::string_view of) {
    diagnostics_.error("SID-X024",
                       fmt::format("{} has another value for {} already, expected one", of,
                                   inQuoteMarks(headings_.nameOf(field))),
                       value.place);
}

void MatrixBuilder::takeGoalFields(const SheetRow& row) {
    Goal& to = goal();
    for (const Field field : {Field::Prioritised, Field::Committees, Field::Status, Field::Trend}) {
        const RowValue& value = row[field];
        std::string& said = said_[static_cast<std::size_t>(field)];
        if (!value.isOwn() && !(value.repeated && goalRow_ == row.row && !value.empty())) {
            continue;
        }
        if (!said.empty()) {
            if (said != value.text) {
                tellDifferent(value, field, "the goal");
            }
            continue;
        }
        said = value.text;
        if (field == Field::Prioritised) {
            to.prioritised = values_.yes(value);
        } else if (field == Field::Committees) {
            to.committees = committeesOf(value);
            noteKey(field, value, "committees");
        } else if (field == Field::Status) {
            to.status = values_.status(value);
            noteKey(field, value, "status");
        } else {
            to.trend = values_.trend(value);
            noteKey(field, value, "trend");
        }
    }
}

void MatrixBuilder::takeIndicator(const SheetRow& row) {
    if (!saysAny(row, kIndicatorFields)) {
        return;
    }
    const RowValue& name = row[Field::Indicator];
    if (name.empty()) {
        diagnostics_.error(
            "SID-X023",
            fmt::format("the row has a value of an indicator and not its name, expected it in {}",
                        inQuoteMarks(headings_.columnOf(Field::Indicator) != 0
                                         ? headings_.nameOf(Field::Indicator)
                                         : "Indikator")),
            row.place);
        return;
    }
    Indicator& added = goal().indicators.emplace_back();
    added.position = name.place;
    noteKey(Field::Indicator, name, "indicators");
    added.name = oneLine(name);
    added.unit = oneLine(row[Field::Unit]);
    added.baseline = oneLine(row[Field::Baseline]);
    added.target = oneLine(row[Field::Target]);
    added.actual = oneLine(row[Field::Actual]);
    added.source = oneLine(row[Field::Source]);
    for (const Field field : {Field::Baseline, Field::Target, Field::Actual}) {
        values_.checkNumber(row[field], field);
    }
    if (const RowValue& measured = row[Field::Measured]; !measured.empty()) {
        added.date = values_.date(measured, Field::Measured);
    }
    if (const RowValue& better = row[Field::Better]; !better.empty()) {
        added.better = values_.better(better);
    }
}

void MatrixBuilder::takeInitiative(const SheetRow& row) {
    if (!saysAny(row, kInitiativeFields)) {
        return;
    }
    const RowValue& title = row[Field::Initiative];
    const bool isMerged = title.repeated && title.mergedFrom != 0 && title.mergedFrom < row.row;
    const bool isContinued = isMerged || (title.empty() && !row[Field::Description].isOwn());
    if (!isContinued) {
        beginInitiative(row);
    } else if (hasInitiative_) {
        continueInitiative(row);
    } else {
        diagnostics_.error(
            "SID-X023",
            fmt::format("the row says something of an initiative and names none, expected it in {}",
                        inQuoteMarks(headings_.columnOf(Field::Initiative) != 0
                                         ? headings_.nameOf(Field::Initiative)
                                         : "Understøttende indsatser")),
            row.place);
    }
}

void MatrixBuilder::beginInitiative(const SheetRow& row) {
    Initiative& added = goal().initiatives.emplace_back();
    hasInitiative_ = true;
    const RowValue& title = row[Field::Initiative];
    const RowValue& description = row[Field::Description];
    added.source = row.place;
    added.titleSource = title.place;
    // Where a sheet has one column for both, as the printed matrix, the first line is the title.
    const std::size_t end =
        headings_.columnOf(Field::Description) == 0 ? title.text.find('\n') : std::string::npos;
    added.title = tidy(title.text.substr(0, end));
    if (end != std::string::npos) {
        added.description = cellText(std::string_view(title.text).substr(end + 1), title.place);
    }
    append(added.description, cellText(description.text, description.place));
    added.partners = cellText(row[Field::Partners].text, row[Field::Partners].place);
    added.followUp = cellText(row[Field::FollowUp].text, row[Field::FollowUp].place);
    added.owner = oneLine(row[Field::Owner]);
    if (const RowValue& status = row[Field::InitiativeStatus]; !status.empty()) {
        added.status = values_.status(status);
    }
    if (const RowValue& deadline = row[Field::Deadline]; !deadline.empty()) {
        added.deadline = values_.date(deadline, Field::Deadline);
    }
    noteKey(Field::InitiativeStatus, row[Field::InitiativeStatus], "status");
    noteKey(Field::Owner, row[Field::Owner], "owner");
    noteKey(Field::Deadline, row[Field::Deadline], "deadline");
    noteKey(Field::FollowUp, row[Field::FollowUp], "followUp");
    noteKey(Field::Partners, row[Field::Partners], "partners");
}

/// A further row of an initiative: texts go on, other things are said once.
void MatrixBuilder::continueInitiative(const SheetRow& row) {
    Initiative& to = goal().initiatives.back();
    const auto own = [&](Field field) {
        return row[field].isOwn() ? cellText(row[field].text, row[field].place) : RichText();
    };
    append(to.description, own(Field::Description));
    append(to.partners, own(Field::Partners));
    append(to.followUp, own(Field::FollowUp));
    if (const RowValue& owner = row[Field::Owner]; owner.isOwn()) {
        to.owner += (to.owner.empty() ? "" : ", ") + oneLine(owner);
    }
    if (const RowValue& status = row[Field::InitiativeStatus]; status.isOwn()) {
        const GoalStatus read = values_.status(status);
        if (to.status != GoalStatus::Unspecified && to.status != read) {
            tellDifferent(status, Field::InitiativeStatus, "the initiative");
        }
        to.status = read;
    }
    if (const RowValue& deadline = row[Field::Deadline]; deadline.isOwn()) {
        const auto read = values_.date(deadline, Field::Deadline);
        if (to.deadline && to.deadline != read) {
            tellDifferent(deadline, Field::Deadline, "the initiative");
        }
        to.deadline = read;
    }
}

} // namespace sidetal::sheets
