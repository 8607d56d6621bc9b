#include "Compose/FollowUpWords.h"
#include "Compose/MatrixWriter.h"
#include "Support/Texts.h"

#include <optional>

namespace sidetal {

namespace {

/// The text's first paragraph as words for a heading; empty where it begins otherwise.
std::string firstParagraph(const RichText& text) {
    const auto* first = text.blocks.empty() ? nullptr : std::get_if<TextParagraph>(&text.blocks.front());
    return first != nullptr ? plainWords(first->spans) : std::string();
}

} // namespace

/// Themes and goals as headings, and under them as lines what would stand in cells.
void MatrixWriter::addTexts() {
    for (const Theme& theme : matrix_.themes) {
        addThemeText(theme);
    }
}

void MatrixWriter::addHeading(Paragraph text, int level, std::string_view outline,
                              const ParagraphStyle& look) {
    Block block;
    block.content = Heading{std::move(text), level, outlineText(outline)};
    block.spaceBefore = look.spaceBefore;
    block.spaceAfter = look.spaceAfter;
    c_.out.run().blocks.push_back(std::move(block));
}

void MatrixWriter::addThemeText(const Theme& theme) {
    const bool named = hasColumn(Key::Theme);
    if (named) {
        const Type type = c_.type(look_.headings->theme.text);
        const NodeId node = c_.out.tree.add(NodeId::Root, Context::headingRole(themeLevel_));
        links_.bind(theme, node);
        addHeading(Context::paragraph(theme.title, type, node, theme.titleSource.orElse(theme.source)),
                   themeLevel_, theme.title, look_.headings->theme);
        std::vector<Block>& blocks = c_.out.run().blocks;
        const std::size_t heading = blocks.size();
        addText(c_, theme.vision, NodeId::Root, vision_, blocks);
        if (blocks.size() > heading && !theme.goals.empty()) {
            blocks.back().keepWithNext = true; // no theme stands at a foot without a goal
        }
    }
    for (const Goal& goal : theme.goals) {
        addGoalText(goal, named ? themeLevel_ + 1 : themeLevel_);
    }
}

void MatrixWriter::addGoalText(const Goal& goal, int level) {
    const std::string words = hasColumn(Key::Goal) ? firstParagraph(goal.text) : std::string();
    std::string title = hasNumbers_ ? goal.number : std::string();
    title += title.empty() || words.empty() ? "" : " ";
    title += words;
    const bool titled = !title.empty();
    if (!titled) { // every goal has a heading, for what leads there
        title = plainWords(goal.text);
    }
    const Type type = c_.type(look_.headings->goal.text);
    const NodeId node = c_.out.tree.add(NodeId::Root, Context::headingRole(level));
    links_.bind(goal, node);
    const std::string_view kept = c_.out.keep(title);
    const SourcePos source = goal.numberSource.orElse(goal.source);
    addHeading(signedParagraph(c_, goal.prioritised ? &goalSign_ : nullptr, type,
                               Context::paragraph(kept, type, node, source), node),
               level, goal.prioritised ? goalSign_.words + title : title, look_.headings->goal);
    std::vector<Block>& blocks = c_.out.run().blocks;
    if (titled && hasColumn(Key::Goal)) {
        TextLook under = goal_;
        under.from = words.empty() ? 0 : 1;
        addText(c_, goal.text, NodeId::Root, under, blocks); // the runs refer to the model's text
    }
    if (const GoalChange* change = changes_ ? changes_->comparison.find(goal) : nullptr) {
        addChangeMark(c_, goal_.type, Length(), markOfGoal(c_.labels, *change, goal.source), NodeId::Root,
                      blocks);
    }
    addGoalLines(goal);
    for (const Initiative& initiative : goal.initiatives) {
        addInitiativeText(goal, initiative);
    }
    if (goal.initiatives.empty() && hasInitiatives_) {
        const NodeId none = c_.out.tree.add(NodeId::Root, Role::P);
        c_.setLabelLanguage(none);
        Block& block = blocks.emplace_back();
        block.content = Context::paragraph(matrixWord(c_.labels, MatrixWord::NoInitiatives), goal_.type, none,
                                           goal.source);
        block.spaceBefore = look_.paragraphGap;
    }
}

/// "Status: Nået", with a sign where there is one: the title of the column, and what would stand in it.
void MatrixWriter::addLine(Key key, std::vector<LinePart> value, SourcePos source,
                           std::optional<Figure> sign) {
    const auto column = std::ranges::find(columns_, key, &ColumnPlan::key);
    if (column == columns_.end() || value.empty() || value.front().text.empty()) {
        return;
    }
    const bool asks = column->title.ends_with('?') || column->title.ends_with(':');
    value.insert(value.begin(), {std::string(column->title) + (asks ? " " : ": "), !column->titleIsGiven});
    const NodeId node = c_.out.tree.add(NodeId::Root, Role::P);
    Paragraph text = labelledParagraph(c_, value, goal_.type, node, source);
    c_.out.run().blocks.push_back(signedWords(std::move(sign), std::move(text)));
}

void MatrixWriter::addGoalLines(const Goal& goal) {
    const Length size = c_.sizeOf(goal_.type);
    addLine(Key::Status, {{std::string(statusWord(c_.labels, goal.status)), true}}, goal.source,
            statusSign(goal.status, size));
    addLine(Key::Trend, {{std::string(trendWord(c_.labels, goal.trend)), true}}, goal.source,
            trendSign(goal.trend, size));
    addLine(Key::Committees, {{joined(goal.committees, ", "), false}}, goal.source);
    if (hasColumn(Key::Indicator)) {
        for (const Indicator& indicator : goal.indicators) {
            addIndicator(c_.out.run().blocks, NodeId::Root, {}, indicator);
        }
    }
}

void MatrixWriter::addInitiativeText(const Goal& goal, const Initiative& initiative) {
    StructTree& tree = c_.out.tree;
    std::vector<Block>& blocks = c_.out.run().blocks;
    const SourcePos source = initiative.titleSource.orElse(initiative.source);
    const std::size_t first = blocks.size();
    if (hasColumn(Key::Initiatives)) {
        if (!initiative.title.empty()) {
            Block& title = blocks.emplace_back();
            title.content = Context::paragraph(initiative.title, initiativeTitle_,
                                               tree.add(NodeId::Root, Role::P), source);
            title.keepWithNext = true;
        }
        addText(c_, initiative.description, NodeId::Root, description_, blocks);
    }
    if (std::optional<ChangeMark> mark = markOf(goal, initiative)) {
        addChangeMark(c_, goal_.type, Length(), std::move(*mark), NodeId::Root, blocks);
    }
    if (hasColumn(Key::Partners)) {
        addLine(Key::Partners, {{plainWords(initiative.partners), false}}, initiative.source);
    }
    addLine(Key::Status, {{std::string(statusWord(c_.labels, initiative.status)), true}}, initiative.source,
            statusSign(initiative.status, c_.sizeOf(goal_.type)));
    addLine(Key::Owner, {{initiative.owner, false}}, initiative.source);
    if (initiative.deadline) {
        addLine(Key::Deadline, {{c_.labels.longDate(*initiative.deadline), true}}, initiative.source);
    }
    if (hasColumn(Key::FollowUp)) {
        addLine(Key::FollowUp, {{plainWords(initiative.followUp), false}}, initiative.source);
    }
    if (blocks.size() > first) {
        blocks[first].spaceBefore = look_.paragraphGap * 2;
        blocks.back().keepWithNext = false;
    }
}

} // namespace sidetal
