#include "Compose/MatrixWriter.h"

#include "Support/Utf8.h"

#include <limits>

namespace sidetal {

namespace {

/// The words of a text's first paragraph, which may stand in a list.
std::string firstWords(const RichText& text) {
    if (text.blocks.empty()) {
        return {};
    }
    if (const auto* list = std::get_if<TextList>(&text.blocks.front())) {
        return list->items.empty() ? std::string() : firstWords(list->items.front());
    }
    const auto* paragraph = std::get_if<TextParagraph>(&text.blocks.front());
    return paragraph == nullptr ? std::string() : plainWords(paragraph->spans);
}

/// The first words of a title, as many as a list of bookmarks is looked through with: cut between words.
std::string bookmarkText(const std::string& title) {
    constexpr std::size_t kLongest = 60; // characters
    constexpr std::string_view kCut = "…";
    std::string out = utf8::shortened(title, kLongest);
    if (!out.ends_with(kCut) || title.ends_with(kCut)) {
        return out;
    }
    const std::size_t blank = out.rfind(' ');
    if (blank != std::string::npos && blank > out.size() / 2) {
        out.resize(blank);
        out += " …";
    }
    return out;
}

} // namespace

void MatrixWriter::fill(TableCell& cell, Key key, const RowOf& of) {
    if (key == Key::Theme) {
        fillThemeCell(cell, *of.theme);
    } else if (key == Key::Number && of.goal != nullptr) {
        fillNumberCell(cell, *of.goal);
    } else if (key == Key::Goal && of.goal != nullptr) {
        fillGoalCell(cell, *of.goal);
    } else if (key == Key::Initiatives && of.initiative != nullptr) {
        fillInitiativeCell(cell, *of.goal, *of.initiative);
    } else if (key == Key::Partners && of.initiative != nullptr) {
        fillCell(c_, cell, of.initiative->partners, partners_);
    } else if (columns_[cell.column].level == ColumnLevel::Goal && of.goal != nullptr) {
        fillOfGoal(cell, key, *of.goal);
    } else if (of.initiative != nullptr) {
        fillOfInitiative(cell, key, *of.initiative);
    }
}

void MatrixWriter::fillThemeCell(TableCell& cell, const Theme& theme) {
    themeHeader_ = cell.node;
    cell.format = kThemeCell;
    spanRows(cell, rowsOf(theme));
    cell.keptRows = startRows(theme);
    cell.wholeLines = static_cast<std::uint8_t>(look_.themeLines);
    const SourcePos source = theme.titleSource.orElse(theme.source);
    addBookmark(theme.title, themeLevel_, cell.node, source);
    if (isLinked_) {
        links_.bind(theme, cell.node);
    }
    fillCell(c_, cell, theme.title, themeTitle_, source, theme.vision, vision_);
    cell.continuation = continuationOf(theme.title, themeTitle_, source);
}

void MatrixWriter::fillNumberCell(TableCell& cell, const Goal& goal) {
    if (c_.out.tree.node(cell.node).role == Role::TH) {
        goalHeader_ = cell.node;
    }
    spanRows(cell, rowsOf(goal));
    cell.keptRows = keptRows(cell);
    cell.format = goal.prioritised ? kPriorityCell : kPlainCell;
    const SourcePos source = goal.numberSource.orElse(goal.source);
    // The mark of what changed stands in the goal's cell, where there is one.
    const GoalChange* change = changes_ && !hasColumn(Key::Goal) ? changes_->comparison.find(goal) : nullptr;
    if (!goal.number.empty() || goal.prioritised) {
        const NodeId leaf = change != nullptr ? c_.out.tree.add(cell.node, Role::P) : cell.node;
        Paragraph text = signedParagraph(c_, goal.prioritised ? &numberSign_ : nullptr, number_,
                                         Context::paragraph(goal.number, number_, leaf, source), leaf);
        Paragraph again = text;
        for (Run& run : again.runs) {
            run.leaf = NodeId::None;
        }
        cell.continuation = std::move(again);
        cell.content.emplace_back().content = std::move(text);
    }
    if (change != nullptr) {
        addChangeMark(c_, goal_.type, Length(), markOfGoal(c_.labels, *change, goal.source), cell.node,
                      cell.content);
    }
}

void MatrixWriter::fillGoalCell(TableCell& cell, const Goal& goal) {
    spanRows(cell, rowsOf(goal));
    cell.keptRows = hasNumbers_ ? 0 : keptRows(cell); // else the number's cell says so
    cell.format = goal.prioritised ? kPriorityCell : kPlainCell;
    TextLook look = goal_;
    look.sign = goal.prioritised && !hasNumbers_ ? &goalSign_ : nullptr;
    fillGoalText(cell, goal, look);
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

/// The goal's words, and under them the mark of what changed.
void MatrixWriter::fillGoalText(TableCell& cell, const Goal& goal, const TextLook& look) {
    const GoalChange* change = changes_ ? changes_->comparison.find(goal) : nullptr;
    if (change == nullptr) {
        fillCell(c_, cell, goal.text, look);
        return;
    }
    addText(c_, goal.text, cell.node, look, cell.content);
    addChangeMark(c_, goal_.type, cell.content.empty() ? Length() : look_.paragraphGap,
                  markOfGoal(c_.labels, *change, goal.source), cell.node, cell.content);
}

/// The mark of an initiative that differs from the last period.
std::optional<ChangeMark> MatrixWriter::markOf(const Goal& goal, const Initiative& initiative) {
    if (!changes_) {
        return std::nullopt;
    }
    if (markedGoal_ != &goal) {
        markedGoal_ = &goal;
        const GoalChange* change = changes_->comparison.find(goal);
        initiativeChanges_.clear();
        if (change != nullptr && !change->initiatives.empty()) {
            initiativeChanges_ = changesByInitiative(*change, goal);
        }
    }
    const auto index = static_cast<std::size_t>(&initiative - goal.initiatives.data());
    const InitiativeChange* change = index < initiativeChanges_.size() ? initiativeChanges_[index] : nullptr;
    return change != nullptr ? std::optional(markOfInitiative(c_.labels, *change, initiative.source))
                             : std::nullopt;
}

void MatrixWriter::fillInitiativeCell(TableCell& cell, const Goal& goal, const Initiative& initiative) {
    const SourcePos source = initiative.titleSource.orElse(initiative.source);
    std::optional<ChangeMark> mark = markOf(goal, initiative);
    if ((hasStatus_ && initiative.status != GoalStatus::Unspecified) || mark) {
        fillWithStatus(cell, initiative);
        if (mark) {
            const Length gap = cell.content.empty() ? Length() : look_.paragraphGap;
            addChangeMark(c_, goal_.type, gap, std::move(*mark), cell.node, cell.content);
        }
    } else {
        fillCell(c_, cell, initiative.title, initiativeTitle_, source, initiative.description, description_);
    }
    if (!cell.content.empty()) {
        const bool titled = !initiative.title.empty();
        cell.continuation =
            continuationOf(initiative.title, titled ? initiativeTitle_ : description_.type, source);
    }
}

/// Leads to the goal's first cell.
void MatrixWriter::addBookmark(const Goal& goal, const TableRow& row) {
    const auto cell = std::ranges::find_if(row.cells, [&](const TableCell& each) {
        const Key key = columns_[each.column].key;
        return key == Key::Number || key == Key::Goal;
    });
    if (cell != row.cells.end()) {
        const std::string words = firstWords(goal.text);
        addBookmark(goal.number + (goal.number.empty() || words.empty() ? "" : " ") + words, themeLevel_ + 1,
                    cell->node, goal.numberSource.orElse(goal.source));
        if (isLinked_) {
            links_.bind(goal, cell->node);
        }
    }
}

void MatrixWriter::addBookmark(std::string_view title, int level, NodeId node, SourcePos source) {
    std::string words = bookmarkText(outlineText(title));
    if (words.empty()) {
        return;
    }
    const TargetId target = c_.out.tree.reserveTarget();
    c_.out.tree.bindTarget(target, node);
    c_.out.bookmarks.push_back({std::move(words), level, target, source});
}

/// "Sundhed (fortsat)": page furniture.
Paragraph MatrixWriter::continuationOf(std::string_view title, const Type& type, SourcePos source) {
    const std::string_view label = c_.labels[Label::Continued];
    return Context::paragraph(title.empty() ? label : c_.out.keep(fmt::format("{} {}", title, label)), type,
                              NodeId::None, source);
}

void MatrixWriter::spanRows(TableCell& cell, std::size_t rows) {
    cell.rowSpan = static_cast<std::uint32_t>(rows);
    c_.out.tree.node(cell.node).rowSpan =
        static_cast<std::uint16_t>(rows); // addTheme() has seen to the limit
}

/// A cell names its column and its goal's number, which names the theme: readers say all words of a header
/// again in each row, and those of a theme are many. Where there is no number, the theme stands for it.
void MatrixWriter::setHeaders(const TableRow& row) {
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

} // namespace sidetal
