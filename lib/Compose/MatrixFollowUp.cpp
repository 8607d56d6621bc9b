#include "Compose/Decimal.h"
#include "Compose/MatrixWriter.h"
#include "Support/Texts.h"

#include <array>
#include <optional>

namespace sidetal {

namespace {

/// "89 %"
std::string withUnit(std::string_view figure, std::string_view unit) {
    return unit.empty() ? std::string(figure) : fmt::format("{}\u00a0{}", figure, unit);
}

MatrixWord wordOf(GoalStatus status) {
    return static_cast<MatrixWord>(static_cast<int>(MatrixWord::Reached) + static_cast<int>(status) - 1);
}

MatrixWord wordOf(Trend trend) {
    return static_cast<MatrixWord>(static_cast<int>(MatrixWord::Better) + static_cast<int>(trend) - 1);
}

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

/// A sign and its word, which stands right of it; the word alone where there is no sign.
void MatrixWriter::addSigned(std::vector<Block>& out, std::optional<Figure> sign, std::string_view words,
                             NodeId leaf, SourcePos source) {
    Paragraph text = Context::paragraph(words, goal_.type, leaf, source);
    if (!sign) {
        out.emplace_back().content = std::move(text);
        return;
    }
    const Length gap = sign->width * 4 / 9;
    ListItem item;
    item.label = std::move(*sign);
    item.body.emplace_back().content = std::move(text);
    List list;
    list.items.push_back(std::move(item));
    list.labelGap = gap;
    out.emplace_back().content = std::move(list);
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
        addSigned(cell.content, statusSign(goal.status, size), word(wordOf(goal.status)), cell.node,
                  goal.source);
    } else if (key == Key::Trend && goal.trend != Trend::Unspecified) {
        c_.setLabelLanguage(cell.node);
        addSigned(cell.content, trendSign(goal.trend, size), word(wordOf(goal.trend)), cell.node,
                  goal.source);
    } else if (key == Key::Indicator) {
        for (const Indicator& indicator : goal.indicators) {
            addIndicator(cell, indicator);
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

/// An initiative's title, its text, and how far it is.
void MatrixWriter::fillWithStatus(TableCell& cell, const Initiative& initiative) {
    StructTree& tree = c_.out.tree;
    const SourcePos source = initiative.titleSource.orElse(initiative.source);
    if (!initiative.title.empty()) {
        cell.content.emplace_back().content =
            Context::paragraph(initiative.title, initiativeTitle_, tree.add(cell.node, Role::P), source);
    }
    addText(c_, initiative.description, cell.node, description_, cell.content);
    const NodeId leaf = tree.add(cell.node, Role::P);
    c_.setLabelLanguage(leaf);
    const Length size = c_.sizeOf(goal_.type);
    addSigned(cell.content, statusSign(initiative.status, size), word(wordOf(initiative.status)), leaf,
              initiative.source);
    cell.content.back().spaceBefore = look_.paragraphGap;
}

/// "mindst 85 %": the target with which way is the better one.
std::string MatrixWriter::bounded(const std::string& target, Indicator::Better better) const {
    const auto with = [&](MatrixWord bound) { return fmt::format("{} {}", word(bound), target); };
    return better == Indicator::Better::Higher  ? with(MatrixWord::AtLeast)
           : better == Indicator::Better::Lower ? with(MatrixWord::AtMost)
                                                : target;
}

/// "Fysisk aktive: 89 % (mål 85 %)", when and by whom it was measured, a bar and a line over the years.
void MatrixWriter::addIndicator(TableCell& cell, const Indicator& indicator) {
    StructTree& tree = c_.out.tree;
    const SourcePos source = indicator.position;
    const std::string actual = withUnit(indicator.actual, indicator.unit);
    const std::string target = withUnit(indicator.target, indicator.unit);
    std::string words = indicator.name;
    words += words.empty() ? "" : ": ";
    if (!indicator.target.empty()) {
        const MatrixWord pattern = indicator.actual.empty() ? MatrixWord::TargetOnly : MatrixWord::WithTarget;
        const std::string bound = bounded(target, indicator.better);
        words +=
            fmt::format(fmt::runtime(word(pattern)), fmt::arg("actual", actual), fmt::arg("target", bound));
    } else {
        words += indicator.actual.empty() ? std::string(word(MatrixWord::NotAssessed)) : actual;
    }
    const auto addLine = [&](std::string text) {
        Block& block = cell.content.emplace_back();
        block.content = Context::paragraph(c_.out.keep(std::move(text)), goal_.type,
                                           tree.add(cell.node, Role::P), source);
    };
    const Length gap = cell.content.empty() ? Length() : look_.paragraphGap;
    addLine(std::move(words));
    cell.content.back().spaceBefore = gap;
    std::array<std::string, 3> parts;
    if (!indicator.baseline.empty()) {
        const std::string baseline = withUnit(indicator.baseline, indicator.unit);
        parts[0] = fmt::format(fmt::runtime(word(MatrixWord::Baseline)), fmt::arg("baseline", baseline));
    }
    if (indicator.date) {
        const std::string date = c_.labels.shortDate(*indicator.date);
        parts[1] = fmt::format(fmt::runtime(word(MatrixWord::Measured)), fmt::arg("date", date));
    }
    parts[2] = indicator.source;
    std::string notes = joined(parts, ", ");
    if (!notes.empty()) {
        addLine(std::move(notes));
    }
    addIndicatorFigures(cell, indicator);
}

void MatrixWriter::addIndicatorFigures(TableCell& cell, const Indicator& indicator) {
    const std::optional<std::int64_t> actual = decimalOf(indicator.actual);
    const std::optional<std::int64_t> target = decimalOf(indicator.target);
    const Length gap = Length::points(2);
    const Length room = columns_[cell.column].width.length() - look_.paddingSides * 2;
    const Length width = room > Length() ? std::min(room, Length::points(110)) : Length::points(110);
    if (actual && *actual >= 0 && target && *target >= 0) {
        const std::int64_t whole = indicator.unit == "%" ? 100'000'000 : 0;
        Block& block = cell.content.emplace_back();
        block.content = indicatorBar(*actual, *target, whole, width);
        block.spaceBefore = gap;
    }
    const std::vector<std::int64_t> figures = figuresOf(indicator);
    if (figures.empty()) {
        return;
    }
    const NodeId node = c_.out.tree.add(cell.node, Role::Figure);
    c_.out.tree.setAlt(node, seriesInWords(indicator), indicator.position);
    c_.setLabelLanguage(node);
    Block& block = cell.content.emplace_back();
    block.content = sparkline(figures, target, node);
    block.spaceBefore = gap;
}

/// "Udvikling 2018–2024: 76, 78, 81 %; mål 85 %"
std::string MatrixWriter::seriesInWords(const Indicator& indicator) const {
    std::string values;
    for (const auto& [date, figure] : indicator.series) {
        values += values.empty() ? "" : ", ";
        values += figure;
    }
    values = withUnit(values, indicator.unit);
    std::string out = fmt::format(
        fmt::runtime(word(MatrixWord::Series)), fmt::arg("from", indicator.series.front().first.year),
        fmt::arg("to", indicator.series.back().first.year), fmt::arg("values", values));
    if (!indicator.target.empty()) {
        const std::string target = withUnit(indicator.target, indicator.unit);
        out += fmt::format(fmt::runtime(word(MatrixWord::SeriesTarget)), fmt::arg("target", target));
    }
    return out;
}

} // namespace sidetal
