#include "Compose/MatrixComposer.h"

#include "Compose/FollowUpWords.h"
#include "Compose/MatrixWriter.h"
#include "Labels/OverviewWords.h"
#include "Labels/PaperWords.h"

#include "Support/Texts.h"

#include <array>
#include <limits>

namespace sidetal {

namespace {

using Key = MatrixColumn::Key;

/// The legend in the foot of all pages but the first, on the page number's line and at the other side of it.
void addFoot(PageRun& run, const Type& type, std::string words) {
    if (run.running.empty() || words.find('{') != std::string::npos) { // which would stand for a number
        return;
    }
    RunningLine line = run.running.front();
    line.kind = RunningLine::Kind::Footer;
    line.align = line.align == Align::Left ? Align::Right : Align::Left;
    line.format = type.format;
    line.emphasis = type.emphasis;
    line.pattern = std::move(words);
    line.fromSecond = true;
    run.running.push_back(std::move(line));
}

/// "111.525 pt", to a thousandth and no further than needed.
std::string points(Length length) {
    std::string out = fmt::format("{}.{:03}", length.milli() / 1000, length.milli() % 1000);
    out.erase(out.find_last_not_of('0') + 1);
    return (out.ends_with('.') ? out.substr(0, out.size() - 1) : out) + " pt";
}

bool coveredFromAbove(ColumnLevel level, const RowOf& of) {
    const bool ofGoal = level == ColumnLevel::Goal;
    return (level == ColumnLevel::Theme && !of.startsTheme) ||
           (ofGoal && of.goal != nullptr && !of.startsGoal);
}

FollowUpRequest withDay(FollowUpRequest request, const GoalMatrix& matrix) {
    request.day = request.day ? request.day : matrix.header.date;
    request.day = request.day || !matrix.period ? request.day : matrix.period->to;
    return request;
}

} // namespace

void MatrixWriter::addTitle() {
    const std::string committee = matrix_.committee ? matrix_.committee->name : std::string();
    const std::string period = matrix_.period ? matrix_.period->label : std::string();
    c_.addTitle(matrix_.header, c_.labels[Label::GoalMatrix], look_.title, {}, {committee, period});
    c_.describe(
        {matrix_.header.title.empty() ? std::string(c_.labels[Label::GoalMatrix]) : matrix_.header.title,
         committee, period});
    addSubject();
    addSelection();
}

/// Whose goals these are, of when, by which catalogue, and which version of the document: a line under the
/// title.
void MatrixWriter::addSubject() {
    std::string catalogue;
    if (matrix_.catalogue) {
        catalogue = matrix_.catalogue->name + (matrix_.catalogue->version.empty() ? "" : " ") +
                    matrix_.catalogue->version;
    }
    std::vector<LinePart> parts = {
        {joined(std::array{matrix_.committee ? matrix_.committee->name : std::string(),
                           periodWords(c_.labels, matrix_.period), catalogue},
                " · "),
         false}};
    if (const std::string& version = matrix_.header.version; !version.empty()) {
        const std::string word = fmt::format("{} ", paperWord(c_.labels, PaperWord::Version));
        if (parts.front().text.empty()) {
            parts.clear();
        }
        parts.push_back({parts.empty() ? word : " · " + word, true});
        parts.push_back({version, false});
    }
    addUnderTitle(parts);
}

/// What part of a matrix this is.
void MatrixWriter::addSelection() {
    if (selected_ != nullptr) {
        addUnderTitle(selectionWords(c_.labels, *selected_));
    }
}

void MatrixWriter::addUnderTitle(const std::vector<LinePart>& parts) {
    if (parts.empty() || parts.front().text.empty()) {
        return;
    }
    const NodeId node = c_.out.tree.add(NodeId::Root, Role::P);
    Block& block = c_.out.run().blocks.emplace_back();
    block.content = labelledParagraph(c_, parts, goal_.type, node, matrix_.header.source);
    block.spaceAfter = look_.title.spaceAfter;
    block.keepWithNext = true;
}

// ---- the overview

void MatrixWriter::addOverviewPages(std::optional<Date> day) {
    const bool repeat = selected_ != nullptr && selected_->by.group == GoalSelection::Group::Committee;
    if (matrix_.corrects) { // else they stand under the title
        addPartHeading(c_, look_, {{std::string(overviewWord(c_.labels, OverviewWord::Overview)), true}},
                       matrix_.header.source);
    }
    addOverview(c_, matrix_, look_, {links_, day, changes_ ? &*changes_ : nullptr, repeat});
}

/// Themes and goals are bookmarks under it.
void MatrixWriter::addMatrixHeading() {
    addPartHeading(c_, look_, {{std::string(overviewWord(c_.labels, OverviewWord::Matrix)), true}},
                   matrix_.header.source);
    themeLevel_ = 3;
}

// ---- the table

void MatrixWriter::addTable() {
    table_.node = c_.out.tree.add(NodeId::Root, Role::Table);
    table_.ruleWidth = look_.ruleWidth;
    table_.ruleColour = look_.ruleColour;
    table_.splitRows = look_.splitRows;
    table_.labelLines = static_cast<std::uint8_t>(look_.repeatGoal);
    table_.source = matrix_.header.source;
    setCellFormats();
    addHeader();
    checkColumns();
    body_ = c_.out.tree.add(table_.node, Role::TBody);
    for (const Theme& theme : matrix_.themes) {
        addTheme(theme);
    }
    Block& block = c_.out.run().blocks.emplace_back();
    block.content = std::move(table_);
    block.keepWithNext = showsPriority_; // the legend follows
}

void MatrixWriter::addHeader() {
    StructTree& tree = c_.out.tree;
    const NodeId row = tree.add(tree.add(table_.node, Role::THead), Role::TR);
    TableRow& header = table_.header.emplace_back();
    for (ColumnPlan& column : columns_) {
        table_.columns.push_back(column.width);
        column.header = tree.add(row, Role::TH);
        tree.node(column.header).scope = Scope::Column;
        const Type type = c_.type(look_.header.text, column.key == Key::Number ? Align::Right : Align::Left);
        TableCell& cell = header.cells.emplace_back();
        cell.column = column.index;
        cell.node = column.header;
        cell.format = kHeaderCell;
        if (!column.titleIsGiven) {
            c_.setLabelLanguage(column.header);
        }
        cell.content.emplace_back().content =
            Context::paragraph(column.title, type, column.header, column.source);
    }
}

void MatrixWriter::setCellFormats() {
    CellFormat plain;
    plain.padLeft = plain.padRight = look_.paddingSides;
    plain.padTop = look_.paddingTop;
    plain.padBottom = look_.paddingBottom;
    table_.cellFormats.assign(kCellFormats, plain);
    table_.cellFormats[kHeaderCell].fill = look_.header.fill;
    table_.cellFormats[kThemeCell].fill = look_.theme.fill;
    table_.cellFormats[kPriorityCell].fill = look_.priority.fill;
}

void MatrixWriter::checkColumns() {
    Length width;
    for (const ColumnWidth column : table_.columns) {
        width += column.length(); // of what is no length layout tells, which knows it
    }
    const Length room = c_.out.run().body.width;
    if (width > room) {
        tellTooWide(width, room);
    }
    if (changes_ && !changes_->comparison.changes().empty() && !hasNumbers_ && !hasColumn(Key::Goal)) {
        diagnostics_.warning("SID-C010",
                             "changes are not marked: neither 'number' nor 'goal' is among the columns",
                             columns_.front().source, "columns");
    }
    warnOfPriority();
}

void MatrixWriter::warnOfPriority() {
    if (hasPrioritisedGoal(matrix_) && !showsPriority_) {
        diagnostics_.warning(
            "SID-C006", "prioritised goals are not marked: neither 'number' nor 'goal' is among the columns",
            columns_.front().source, "columns");
    }
}

/// Names the column that ends past the page, and by how much it does.
void MatrixWriter::tellTooWide(Length width, Length room) {
    std::vector<std::string> widths;
    Length end;
    const ColumnPlan* first = nullptr;
    for (const ColumnPlan& column : columns_) {
        end += column.width.length();
        if (first == nullptr && end > room) {
            first = &column;
        }
        widths.push_back(fmt::format("'{}' {}", column.title, points(column.width.length())));
    }
    diagnostics_.error(
        "SID-C004",
        fmt::format("the columns are {} pt wide together, expected at most {} pt, which the page "
                    "has: {} pt too much, from column {} '{}' on",
                    (width.milli() + 999) / 1000, room.milli() / 1000, ((width - room).milli() + 999) / 1000,
                    first->index + 1, first->title),
        first->source, "columns", {fmt::format("widths: {}", fmt::join(widths, ", "))});
}

// ---- rows

std::size_t MatrixWriter::rowsOf(const Goal& goal) const {
    return hasInitiatives_ ? std::max<std::size_t>(1, goal.initiatives.size()) : 1;
}

std::size_t MatrixWriter::rowsOf(const Theme& theme) const {
    std::size_t rows = 0;
    for (const Goal& goal : theme.goals) {
        rows += rowsOf(goal);
    }
    return std::max<std::size_t>(1, rows);
}

/// How many rows a theme begins with: to the first one of the last goal that is to stand there.
std::uint16_t MatrixWriter::startRows(const Theme& theme) const {
    const std::size_t goals = std::min(theme.goals.size(), static_cast<std::size_t>(look_.themeGoals));
    std::size_t rows = goals > 0 ? 1 : 0;
    for (std::size_t i = 0; i + 1 < goals; ++i) {
        rows += rowsOf(theme.goals[i]);
    }
    return static_cast<std::uint16_t>(rows); // addTheme() has seen to the limit
}

/// How many of a goal's rows go to the next page as one: all or none.
std::uint16_t MatrixWriter::keptRows(const TableCell& cell) const {
    const bool kept = cell.rowSpan > 1 && static_cast<std::int64_t>(cell.rowSpan) <= look_.keepRows;
    return static_cast<std::uint16_t>(kept ? cell.rowSpan : 0);
}

void MatrixWriter::addTheme(const Theme& theme) {
    constexpr std::size_t kMostRows = std::numeric_limits<decltype(StructNode::rowSpan)>::max();
    if (rowsOf(theme) > kMostRows) {
        diagnostics_.error(
            "SID-C005", fmt::format("the theme has {} rows, expected at most {}", rowsOf(theme), kMostRows),
            theme.source);
        return;
    }
    themeHeader_ = goalHeader_ = NodeId::None;
    RowOf of;
    of.theme = &theme;
    of.startsTheme = true;
    if (theme.goals.empty()) {
        addRow(of);
    }
    for (const Goal& goal : theme.goals) {
        of.goal = &goal;
        of.startsGoal = true;
        goalHeader_ = NodeId::None;
        for (std::size_t i = 0; i < rowsOf(goal); ++i) {
            of.initiative = i < goal.initiatives.size() ? &goal.initiatives[i] : nullptr;
            addRow(of);
            of.startsTheme = of.startsGoal = false;
        }
    }
}

void MatrixWriter::addRow(const RowOf& of) {
    StructTree& tree = c_.out.tree;
    const NodeId node = tree.add(body_, Role::TR);
    TableRow& row = table_.rows.emplace_back();
    row.cells.reserve(columns_.size());
    for (const ColumnPlan& column : columns_) {
        if (coveredFromAbove(column.level, of)) {
            continue;
        }
        const bool numbered = column.key == Key::Number && of.goal != nullptr &&
                              (!of.goal->number.empty() || of.goal->prioritised);
        const bool header = column.key == Key::Theme || numbered;
        TableCell& cell = row.cells.emplace_back();
        cell.column = column.index;
        cell.node = tree.add(node, header ? Role::TH : Role::TD);
        tree.node(cell.node).scope = header ? Scope::Row : Scope::None;
        cell.format = kPlainCell;
        fill(cell, column.key, of);
    }
    if (of.startsGoal) {
        addBookmark(*of.goal, row);
    }
    setHeaders(row);
}

// ---- the legend

void MatrixWriter::addLegend() {
    if (!showsPriority_) {
        return;
    }
    std::string_view words = c_.labels[Label::PrioritisedLegend];
    SourcePos source = matrix_.header.source;
    bool wordsAreGiven = false;
    for (const LegendEntry& entry : matrix_.legend) {
        if (entry.mark == LegendEntry::Mark::Prioritised && !entry.text.empty()) {
            words = entry.text;
            source = entry.textSource.orElse(entry.source);
            wordsAreGiven = true;
        }
    }
    const Type type = c_.type(look_.legend.text);
    const NodeId node = c_.out.tree.add(NodeId::Root, Role::P);
    if (look_.head) { // what is named there ends here
        const TargetId end = c_.out.tree.reserveTarget();
        c_.out.tree.bindTarget(end, node);
        markPagesFrom(end, {});
    }
    const LeadingSign sign{goalSign_.sign, fmt::format("{}: ", c_.labels[Label::Prioritised])};
    Paragraph text = signedParagraph(c_, &sign, type, Context::paragraph(words, type, node, source), node);
    if (!wordsAreGiven) {
        c_.setLabelLanguage(text.runs.back().leaf);
    }
    if (look_.legendInFoot) {
        addFoot(c_.out.run(), type, fmt::format("{}{}", goalSign_.sign, words));
    }
    Block block;
    block.content = std::move(text);
    block.spaceBefore = look_.legend.spaceBefore;
    block.spaceAfter = look_.legend.spaceAfter;
    c_.out.run().blocks.push_back(std::move(block));
}

void composeMatrix(Context& context, const GoalMatrix& matrix, const std::optional<SelectedGoals>& selected,
                   const GoalMatrixStyle& look, const FollowUpRequest& request, Diagnostics& diagnostics) {
    MatrixWriter(context, matrix, selected ? &*selected : nullptr, look, diagnostics)
        .compose(withDay(request, matrix));
}

} // namespace sidetal
