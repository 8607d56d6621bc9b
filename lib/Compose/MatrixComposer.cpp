#include "Compose/MatrixComposer.h"

#include "Compose/MatrixColumns.h"
#include "Compose/TextBlocks.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace sidetal {

namespace {

using Key = MatrixColumn::Key;

/// The cell formats of the table.
enum : std::uint16_t { kHeaderCell, kPlainCell, kThemeCell, kPriorityCell, kCellFormats };

constexpr const char* kHairSpace = "\u200A"; // so that the sign and "10.1" share a line; may break

/// What the cells of a row belong to. The first row of a theme has its cell, the first row of a goal the
/// goal's.
struct RowOf {
    const Theme* theme = nullptr;
    const Goal* goal = nullptr;             ///< null: a theme without goals
    const Initiative* initiative = nullptr; ///< null: a goal without initiatives
    bool startsTheme = false;
    bool startsGoal = false;
};

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

bool coveredFromAbove(Key key, const RowOf& of) {
    const bool ofGoal = key == Key::Number || key == Key::Goal;
    return (key == Key::Theme && !of.startsTheme) || (ofGoal && of.goal != nullptr && !of.startsGoal);
}

/// The words of a text's first paragraph, which may stand in a list.
std::string firstWords(const RichText& text) {
    std::string out;
    if (text.blocks.empty()) {
        return out;
    }
    if (const auto* list = std::get_if<TextList>(&text.blocks.front())) {
        return list->items.empty() ? out : firstWords(list->items.front());
    }
    if (const auto* paragraph = std::get_if<TextParagraph>(&text.blocks.front())) {
        for (const TextSpan& span : paragraph->spans) {
            out += span.text;
        }
    }
    return out;
}

class MatrixComposer {
  public:
    MatrixComposer(Context& context, const GoalMatrix& matrix, const GoalMatrixStyle& look,
                   Diagnostics& diagnostics)
        : c_(context)
        , matrix_(matrix)
        , look_(look)
        , diagnostics_(diagnostics)
        , columns_(matrixColumns(matrix, look, context)) {
        themeTitle_ = c_.type(look.theme.text);
        number_ = c_.type(look.number, Align::Right);
        initiativeTitle_ = c_.type(look.initiativeTitle);
        vision_ = {c_.type(look.vision), &look.list, look.paragraphGap};
        goal_ = {c_.type(look.goal), &look.list, look.paragraphGap};
        description_ = {c_.type(look.initiativeText), &look.list, look.paragraphGap};
        partners_ = {c_.type(look.partners), &look.list, look.paragraphGap};
        const std::string words = fmt::format("{} ", c_.labels[Label::Prioritised]);
        numberSign_ = {c_.out.keep(look.priority.sign + kHairSpace), words};
        goalSign_ = {c_.out.keep(look.priority.sign + " "), words};
        if (look.fillWidth) {
            fillWidth(columns_, context.out.run().body.width);
        }
        hasNumbers_ = hasColumn(Key::Number);
        hasInitiatives_ = hasColumn(Key::Initiatives) || hasColumn(Key::Partners);
        showsPriority_ = hasPrioritisedGoal(matrix) && (hasNumbers_ || hasColumn(Key::Goal));
    }

    void compose() {
        addTitle();
        if (!matrix_.themes
                 .empty()) { // else there is nothing to head: THead wants a TBody (ISO 14289-1, 7.2)
            addTable();
        }
        addLegend();
    }

  private:
    [[nodiscard]] std::size_t rowsOf(const Goal& goal) const;
    [[nodiscard]] std::size_t rowsOf(const Theme& theme) const;
    [[nodiscard]] std::uint16_t keptRows(const TableCell& cell) const;
    [[nodiscard]] std::uint16_t startRows(const Theme& theme) const;
    [[nodiscard]] bool hasColumn(Key key) const {
        return std::any_of(columns_.begin(), columns_.end(),
                           [key](const ColumnPlan& column) { return column.key == key; });
    }

    void addTitle();
    void addTable();
    void addHeader();
    void setCellFormats();
    void checkColumns();

    void addTheme(const Theme& theme);
    void addRow(const RowOf& of);
    void fill(TableCell& cell, Key key, const RowOf& of);
    void fillThemeCell(TableCell& cell, const Theme& theme);
    void fillNumberCell(TableCell& cell, const Goal& goal);
    void fillGoalCell(TableCell& cell, const Goal& goal);
    void fillInitiativeCell(TableCell& cell, const Initiative& initiative);
    void spanRows(TableCell& cell, std::size_t rows);
    void addBookmark(const Goal& goal, const TableRow& row);
    void addBookmark(std::string_view title, int level, NodeId node, SourcePos source);
    [[nodiscard]] Paragraph continuationOf(std::string_view title, const Type& type, SourcePos source);
    void setHeaders(const TableRow& row);

    void addLegend();

    Context& c_;
    const GoalMatrix& matrix_;
    const GoalMatrixStyle& look_;
    Diagnostics& diagnostics_;
    std::vector<ColumnPlan> columns_;
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
    bool hasInitiatives_ = false; ///< there is a column that has a cell for each
    bool showsPriority_ = false;

    Table table_;
    NodeId body_ = NodeId::None;
    NodeId themeHeader_ = NodeId::None; ///< of the theme that is being composed
    NodeId goalHeader_ = NodeId::None;  ///< number cell of the goal that is being composed
    std::vector<NodeId> headers_;       ///< of one cell; kept to spare allocations
};

void MatrixComposer::addTitle() {
    const std::string committee = matrix_.committee ? matrix_.committee->name : std::string();
    const std::string period = matrix_.period ? matrix_.period->label : std::string();
    c_.addTitle(matrix_.header, Label::GoalMatrix, look_.title, {}, {committee, period});
    c_.describe(
        {matrix_.header.title.empty() ? std::string(c_.labels[Label::GoalMatrix]) : matrix_.header.title,
         committee, period});
}

// ---- the table

void MatrixComposer::addTable() {
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

void MatrixComposer::addHeader() {
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

void MatrixComposer::setCellFormats() {
    CellFormat plain;
    plain.padLeft = plain.padRight = look_.paddingSides;
    plain.padTop = look_.paddingTop;
    plain.padBottom = look_.paddingBottom;
    table_.cellFormats.assign(kCellFormats, plain);
    table_.cellFormats[kHeaderCell].fill = look_.header.fill;
    table_.cellFormats[kThemeCell].fill = look_.theme.fill;
    table_.cellFormats[kPriorityCell].fill = look_.priority.fill;
}

void MatrixComposer::checkColumns() {
    Length width;
    for (const ColumnWidth column : table_.columns) {
        width += column.length(); // of what is no length layout tells, which knows it
    }
    const Length room = c_.out.run().body.width;
    if (width > room) {
        diagnostics_.error(
            "SID-C004",
            fmt::format("the columns are {} pt wide together, expected at most {} pt, which the page has",
                        (width.milli() + 999) / 1000, room.milli() / 1000),
            columns_.front().source, "columns");
    }
    if (hasPrioritisedGoal(matrix_) && !showsPriority_) {
        diagnostics_.warning(
            "SID-C006", "prioritised goals are not marked: neither 'number' nor 'goal' is among the columns",
            columns_.front().source, "columns");
    }
}

// ---- rows

std::size_t MatrixComposer::rowsOf(const Goal& goal) const {
    return hasInitiatives_ ? std::max<std::size_t>(1, goal.initiatives.size()) : 1;
}

std::size_t MatrixComposer::rowsOf(const Theme& theme) const {
    std::size_t rows = 0;
    for (const Goal& goal : theme.goals) {
        rows += rowsOf(goal);
    }
    return std::max<std::size_t>(1, rows);
}

/// How many rows a theme begins with: to the first one of the last goal that is to stand there.
std::uint16_t MatrixComposer::startRows(const Theme& theme) const {
    const std::size_t goals = std::min(theme.goals.size(), static_cast<std::size_t>(look_.themeGoals));
    std::size_t rows = goals > 0 ? 1 : 0;
    for (std::size_t i = 0; i + 1 < goals; ++i) {
        rows += rowsOf(theme.goals[i]);
    }
    return static_cast<std::uint16_t>(rows); // addTheme() has seen to the limit
}

/// How many of a goal's rows go to the next page as one: all or none.
std::uint16_t MatrixComposer::keptRows(const TableCell& cell) const {
    const bool kept = cell.rowSpan > 1 && static_cast<std::int64_t>(cell.rowSpan) <= look_.keepRows;
    return static_cast<std::uint16_t>(kept ? cell.rowSpan : 0);
}

void MatrixComposer::addTheme(const Theme& theme) {
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

void MatrixComposer::addRow(const RowOf& of) {
    StructTree& tree = c_.out.tree;
    const NodeId node = tree.add(body_, Role::TR);
    TableRow& row = table_.rows.emplace_back();
    row.cells.reserve(columns_.size());
    for (const ColumnPlan& column : columns_) {
        if (coveredFromAbove(column.key, of)) {
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

void MatrixComposer::fill(TableCell& cell, Key key, const RowOf& of) {
    if (key == Key::Theme) {
        fillThemeCell(cell, *of.theme);
    } else if (key == Key::Number && of.goal != nullptr) {
        fillNumberCell(cell, *of.goal);
    } else if (key == Key::Goal && of.goal != nullptr) {
        fillGoalCell(cell, *of.goal);
    } else if (key == Key::Initiatives && of.initiative != nullptr) {
        fillInitiativeCell(cell, *of.initiative);
    } else if (key == Key::Partners && of.initiative != nullptr) {
        fillCell(c_, cell, of.initiative->partners, partners_);
    }
}

void MatrixComposer::fillThemeCell(TableCell& cell, const Theme& theme) {
    themeHeader_ = cell.node;
    cell.format = kThemeCell;
    spanRows(cell, rowsOf(theme));
    cell.keptRows = startRows(theme);
    cell.wholeLines = static_cast<std::uint8_t>(look_.themeLines);
    const SourcePos source = theme.titleSource.orElse(theme.source);
    addBookmark(theme.title, 2, cell.node, source);
    fillCell(c_, cell, theme.title, themeTitle_, source, theme.vision, vision_);
    cell.continuation = continuationOf(theme.title, themeTitle_, source);
}

void MatrixComposer::fillNumberCell(TableCell& cell, const Goal& goal) {
    if (c_.out.tree.node(cell.node).role == Role::TH) {
        goalHeader_ = cell.node;
    }
    spanRows(cell, rowsOf(goal));
    cell.keptRows = keptRows(cell);
    cell.format = goal.prioritised ? kPriorityCell : kPlainCell;
    const SourcePos source = goal.numberSource.orElse(goal.source);
    Paragraph text = signedParagraph(c_, goal.prioritised ? &numberSign_ : nullptr, number_,
                                     Context::paragraph(goal.number, number_, cell.node, source), cell.node);
    if (text.runs.empty()) {
        return;
    }
    Paragraph again = text;
    for (Run& run : again.runs) {
        run.leaf = NodeId::None;
    }
    cell.continuation = std::move(again);
    cell.content.emplace_back().content = std::move(text);
}

void MatrixComposer::fillGoalCell(TableCell& cell, const Goal& goal) {
    spanRows(cell, rowsOf(goal));
    cell.keptRows = hasNumbers_ ? 0 : keptRows(cell); // else the number's cell says so
    cell.format = goal.prioritised ? kPriorityCell : kPlainCell;
    TextLook look = goal_;
    look.sign = goal.prioritised && !hasNumbers_ ? &goalSign_ : nullptr;
    fillCell(c_, cell, goal.text, look);
    if (!cell.content.empty()) {
        cell.continuation = continuationOf({}, goal_.type, goal.source);
        if (const std::string words = look_.repeatGoal > 0 ? plainWords(goal.text) : std::string();
            !words.empty()) {
            std::vector<Run>& runs = cell.continuation->runs;
            runs.front().text = c_.out.keep(fmt::format(" {}", runs.front().text));
            runs.insert(runs.begin(), Context::run(c_.out.keep(words), goal_.type, NodeId::None));
        }
    }
}

void MatrixComposer::fillInitiativeCell(TableCell& cell, const Initiative& initiative) {
    const SourcePos source = initiative.titleSource.orElse(initiative.source);
    fillCell(c_, cell, initiative.title, initiativeTitle_, source, initiative.description, description_);
    if (!cell.content.empty()) {
        const bool titled = !initiative.title.empty();
        cell.continuation =
            continuationOf(initiative.title, titled ? initiativeTitle_ : description_.type, source);
    }
}

/// Leads to the goal's first cell.
void MatrixComposer::addBookmark(const Goal& goal, const TableRow& row) {
    const auto cell = std::ranges::find_if(row.cells, [&](const TableCell& each) {
        const Key key = columns_[each.column].key;
        return key == Key::Number || key == Key::Goal;
    });
    if (cell != row.cells.end()) {
        const std::string words = firstWords(goal.text);
        addBookmark(goal.number + (goal.number.empty() || words.empty() ? "" : " ") + words, 3, cell->node,
                    goal.numberSource.orElse(goal.source));
    }
}

void MatrixComposer::addBookmark(std::string_view title, int level, NodeId node, SourcePos source) {
    constexpr std::size_t kLongest = 100; // more is hard to look through
    std::string words = utf8::shortened(outlineText(title), kLongest);
    if (words.empty()) {
        return;
    }
    const TargetId target = c_.out.tree.reserveTarget();
    c_.out.tree.bindTarget(target, node);
    c_.out.bookmarks.push_back({std::move(words), level, target, source});
}

/// "Sundhed (fortsat)": page furniture.
Paragraph MatrixComposer::continuationOf(std::string_view title, const Type& type, SourcePos source) {
    const std::string_view label = c_.labels[Label::Continued];
    return Context::paragraph(title.empty() ? label : c_.out.keep(fmt::format("{} {}", title, label)), type,
                              NodeId::None, source);
}

void MatrixComposer::spanRows(TableCell& cell, std::size_t rows) {
    cell.rowSpan = static_cast<std::uint32_t>(rows);
    c_.out.tree.node(cell.node).rowSpan =
        static_cast<std::uint16_t>(rows); // addTheme() has seen to the limit
}

/// A cell names its column and its goal's number, which names the theme: readers say all words of a header
/// again in each row, and those of a theme are many. Where there is no number, the theme stands for it.
void MatrixComposer::setHeaders(const TableRow& row) {
    for (const TableCell& cell : row.cells) {
        const Key key = columns_[cell.column].key;
        headers_.assign(1, columns_[cell.column].header);
        const NodeId above = key == Key::Number || goalHeader_ == NodeId::None ? themeHeader_ : goalHeader_;
        if (key != Key::Theme && above != NodeId::None) {
            headers_.push_back(above);
        }
        c_.out.tree.setHeaders(cell.node, headers_);
    }
}

// ---- the legend

void MatrixComposer::addLegend() {
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

} // namespace

void composeMatrix(Context& context, const GoalMatrix& matrix, const GoalMatrixStyle& look,
                   Diagnostics& diagnostics) {
    MatrixComposer(context, matrix, look, diagnostics).compose();
}

} // namespace sidetal
