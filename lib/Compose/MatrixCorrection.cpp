#include "Compose/MatrixCorrection.h"

#include "Compose/CorrectionBlocks.h"
#include "Compose/FollowUpWords.h"
#include "Compose/LabelledLine.h"
#include "Compose/MatrixOverview.h"
#include "Labels/ChangeWords.h"
#include "Labels/FieldWords.h"
#include "Labels/PaperWords.h"
#include "Model/Fields/GoalMatrixFields.h"

#include <fmt/format.h>

#include <utility>

namespace sidetal {

namespace {

using Of = MatrixChange::Of;

class ChangeWriter {
  public:
    ChangeWriter(const Labels& labels, const MatrixChange& change)
        : labels_(labels)
        , change_(change) {}

    /// "Mål 1.2, Flere cykler: ændret: status (fra »I gang« til »Nået«), ordlyd"
    [[nodiscard]] std::string text() const {
        std::vector<std::string> fields;
        for (const FieldChange& field : change_.fields) {
            fields.push_back(fieldText(labels_, matrixFieldWord(labels_, field.field),
                                       words(field.field, field.before), words(field.field, field.after)));
        }
        return changeText(labels_, change_.kind, what(), fields);
    }

  private:
    [[nodiscard]] std::string filled(ChangeWord word) const {
        std::string_view title = change_.title;
        if (title.ends_with('.') && change_.of == Of::Goal) { // a sentence within another
            title.remove_suffix(1);
        }
        return fmt::format(fmt::runtime(changeWord(labels_, word)), fmt::arg("number", change_.number),
                           fmt::arg("title", title));
    }

    [[nodiscard]] std::string what() const {
        const bool numbered = !change_.number.empty();
        switch (change_.of) {
        case Of::Theme:
            return filled(ChangeWord::ThemeCalled);
        case Of::Goal: {
            const bool titled = !change_.title.empty();
            return filled(!numbered ? ChangeWord::GoalCalled
                          : titled  ? ChangeWord::GoalNumberedAndCalled
                                    : ChangeWord::GoalNumbered);
        }
        case Of::Initiative:
            return filled(numbered ? ChangeWord::InitiativeOfGoal : ChangeWord::InitiativeCalled);
        case Of::Matrix:
            break;
        }
        return std::string(changeWord(labels_, ChangeWord::MatrixItself));
    }

    /// What a value is printed as; one that no key stands for as it is.
    [[nodiscard]] std::string words(std::string_view field, const std::string& value) const {
        std::string_view word;
        if (field == "status" && change_.of != Of::Matrix) {
            if (const auto status = valueNamed<GoalStatus>(value)) {
                word = statusWord(labels_, *status);
            }
        } else if (field == "trend") {
            if (const auto trend = valueNamed<Trend>(value)) {
                word = trendWord(labels_, *trend);
            }
        } else if (field == "deadline") {
            if (const auto day = parseDate(value)) {
                return labels_.shortDate(*day);
            }
        }
        return word.empty() ? value : std::string(word);
    }

    template <class E>
    [[nodiscard]] static std::optional<E> valueNamed(std::string_view name) {
        for (const auto& row : model::Words<E>::values) {
            if (row.name == name) {
                return row.value;
            }
        }
        return std::nullopt;
    }

    const Labels& labels_;
    const MatrixChange& change_;
};

} // namespace

void addMatrixCorrection(Context& context, const GoalMatrix& matrix, const GoalMatrixStyle& look) {
    const MatrixCorrection& correction = *matrix.corrects;
    const Labels& labels = context.labels;
    const SourcePos source = correction.source.orElse(matrix.header.source);
    const bool differs = !correction.changes.empty();
    addPartHeading(context, look, {{std::string(paperWord(labels, PaperWord::Corrected)), true}}, source);
    const Type type = context.type(look.sentence.text);
    Block& line = context.out.run().blocks.emplace_back();
    const NodeId node = context.out.tree.add(NodeId::Root, Role::P);
    line.content = labelledParagraph(
        context,
        {{replacesText(labels, correction.version, correction.date, matrix.header.date, differs), true}},
        type, node, source);
    line.spaceBefore = look.sentence.spaceBefore;
    line.spaceAfter = look.sentence.spaceAfter;
    line.keepWithNext = differs;
    if (!differs) {
        return;
    }
    std::vector<CorrectionLine> lines;
    for (const MatrixChange& change : correction.changes) {
        lines.push_back({ChangeWriter(labels, change).text(), change.source.orElse(source)});
    }
    addCorrectionList(context, lines, {type, &look.list, look.sentence.spaceAfter});
}

} // namespace sidetal
