#include "Compose/Decimal.h"
#include "Compose/FollowUpWords.h"
#include "Compose/MatrixWriter.h"
#include "Support/Texts.h"

#include <optional>

namespace sidetal {

namespace {

/// The figures of a series, where all are figures and there are two at least.
std::vector<std::int64_t> figuresOf(const Indicator& indicator) {
    std::vector<std::int64_t> out;
    for (const auto& [date, figure] : indicator.series) {
        const auto value = decimalOf(figure);
        if (!value) {
            return {};
        }
        out.push_back(*value);
    }
    return out.size() < 2 ? std::vector<std::int64_t>() : out;
}

} // namespace

void MatrixWriter::addSigned(std::vector<Block>& out, std::optional<Figure> sign, std::string_view words,
                             NodeId leaf, SourcePos source) {
    out.push_back(signedWords(std::move(sign), Context::paragraph(words, goal_.type, leaf, source)));
}

/// A cell of words of the document, or of the catalogue.
void MatrixWriter::fillWord(TableCell& cell, std::string_view words, SourcePos source, bool ofCatalogue) {
    if (words.empty()) {
        return;
    }
    if (ofCatalogue) {
        c_.setLabelLanguage(cell.node);
    }
    cell.content.emplace_back().content = Context::paragraph(words, goal_.type, cell.node, source);
}

void MatrixWriter::fillOfGoal(TableCell& cell, Key key, const Goal& goal) {
    spanRows(cell, rowsOf(goal));
    const Length size = c_.sizeOf(goal_.type);
    if (key == Key::Status && goal.status != GoalStatus::Unspecified) {
        c_.setLabelLanguage(cell.node);
        addSigned(cell.content, statusSign(goal.status, size), statusWord(c_.labels, goal.status), cell.node,
                  goal.source);
    } else if (key == Key::Trend && goal.trend != Trend::Unspecified) {
        c_.setLabelLanguage(cell.node);
        addSigned(cell.content, trendSign(goal.trend, size), trendWord(c_.labels, goal.trend), cell.node,
                  goal.source);
    } else if (key == Key::Committees) {
        fillWord(cell, c_.out.keep(joined(goal.committees, ", ")), goal.source, false);
    } else if (key == Key::Indicator) {
        const Length room = columns_[cell.column].width.length() - look_.paddingSides * 2;
        for (const Indicator& indicator : goal.indicators) {
            addIndicator(cell.content, cell.node, room, indicator);
        }
    }
    if (!cell.content.empty()) {
        cell.continuation = continuationOf({}, goal_.type, goal.source);
    }
}

void MatrixWriter::fillOfInitiative(TableCell& cell, Key key, const Initiative& initiative) {
    if (key == Key::Owner) {
        fillWord(cell, initiative.owner, initiative.source, false);
    } else if (key == Key::Deadline && initiative.deadline) {
        fillWord(cell, c_.out.keep(c_.labels.shortDate(*initiative.deadline)), initiative.source, false);
    } else if (key == Key::FollowUp) {
        fillCell(c_, cell, initiative.followUp, description_);
    }
}

/// An initiative's title, its text, and how far it is, where that is told.
void MatrixWriter::fillWithStatus(TableCell& cell, const Initiative& initiative) {
    StructTree& tree = c_.out.tree;
    const SourcePos source = initiative.titleSource.orElse(initiative.source);
    if (!initiative.title.empty()) {
        cell.content.emplace_back().content =
            Context::paragraph(initiative.title, initiativeTitle_, tree.add(cell.node, Role::P), source);
    }
    addText(c_, initiative.description, cell.node, description_, cell.content);
    if (!hasStatus_ || initiative.status == GoalStatus::Unspecified) {
        return;
    }
    const NodeId leaf = tree.add(cell.node, Role::P);
    c_.setLabelLanguage(leaf);
    const Length size = c_.sizeOf(goal_.type);
    addSigned(cell.content, statusSign(initiative.status, size), statusWord(c_.labels, initiative.status),
              leaf, initiative.source);
    cell.content.back().spaceBefore = look_.paragraphGap;
}

/// "Fysisk aktive: 89 % (mål 85 %)", when and by whom it was measured, a bar and a line over the years.
void MatrixWriter::addIndicator(std::vector<Block>& out, NodeId parent, Length room,
                                const Indicator& indicator) {
    StructTree& tree = c_.out.tree;
    const SourcePos source = indicator.position;
    const auto addLine = [&](std::string text) {
        Block& block = out.emplace_back();
        block.content =
            Context::paragraph(c_.out.keep(std::move(text)), goal_.type, tree.add(parent, Role::P), source);
    };
    const Length gap = out.empty() ? Length() : look_.paragraphGap;
    addLine(indicatorWords(c_.labels, indicator));
    out.back().spaceBefore = gap;
    std::string notes = indicatorNotes(c_.labels, indicator);
    if (!notes.empty()) {
        addLine(std::move(notes));
    }
    addIndicatorFigures(out, parent, room, indicator);
}

/// `room` is how wide they may be; 0: as wide as they are.
void MatrixWriter::addIndicatorFigures(std::vector<Block>& out, NodeId parent, Length room,
                                       const Indicator& indicator) {
    const std::optional<std::int64_t> actual = decimalOf(indicator.actual);
    const std::optional<std::int64_t> target = decimalOf(indicator.target);
    const Length gap = Length::points(2);
    const Length width = room > Length() ? std::min(room, Length::points(110)) : Length::points(110);
    if (actual && *actual >= 0 && target && *target >= 0) {
        const std::int64_t whole = indicator.unit == "%" ? 100'000'000 : 0;
        Block& block = out.emplace_back();
        block.content = indicatorBar(*actual, *target, whole, width);
        block.spaceBefore = gap;
    }
    const std::vector<std::int64_t> figures = figuresOf(indicator);
    if (figures.empty()) {
        return;
    }
    const NodeId node = c_.out.tree.add(parent, Role::Figure);
    c_.out.tree.setAlt(node, seriesWords(c_.labels, indicator), indicator.position);
    c_.setLabelLanguage(node);
    Block& block = out.emplace_back();
    block.content = sparkline(figures, target, node);
    block.spaceBefore = gap;
}

} // namespace sidetal
