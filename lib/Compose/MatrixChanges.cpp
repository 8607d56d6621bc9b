#include "Compose/MatrixChanges.h"

#include "Compose/ChangeLines.h"
#include "Compose/FollowUpWords.h"
#include "Compose/MatrixOverview.h"
#include "Compose/MatrixSigns.h"
#include "Compose/PlainTable.h"
#include "Compose/TextBlocks.h"
#include "FollowUp/Words.h"
#include "Labels/ChangeWords.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace sidetal {

namespace {

using Kind = GoalChange::Kind;

/// A goal's cells begin anew after so many lines: a cell spans no more rows than a number of 16 bits holds.
constexpr std::size_t kMostSpannedLines = 1'000;

/// Keeps room for a page's number.
constexpr std::string_view kPageRoom = "000";

/// Words that name the last period, or those of the second pattern where it has no name; the name is the
/// document's.
std::vector<LinePart> sinceParts(const Labels& labels, ChangeWord named, ChangeWord nameless,
                                 const std::string& period, const std::string& parts = {}) {
    const auto given = fmt::arg("parts", parts);
    if (period.empty()) {
        return {{fmt::format(fmt::runtime(changeWord(labels, nameless)), given), true}};
    }
    const std::string words = fmt::format(fmt::runtime(changeWord(labels, named)), given,
                                          fmt::arg("period", "\x1f")); // stands in no text
    const std::size_t at = words.find('\x1f');
    std::vector<LinePart> out{{words.substr(0, at), true}, {period}};
    if (at + 1 < words.size()) {
        out.push_back({words.substr(at + 1), true});
    }
    return out;
}

/// The columns of the list, each as much wider as the page is than A4 landscape between narrow margins.
std::vector<PlainColumn> listColumns(const Labels& labels, Length room) {
    constexpr Length kLandscape = Length::points(786);
    std::vector<PlainColumn> out{{labels[Label::Number], Length::points(44)},
                                 {labels[Label::Goal], Length()},
                                 {changeWord(labels, ChangeWord::What), Length::points(150)},
                                 {changeWord(labels, ChangeWord::Before), Length::points(190)},
                                 {changeWord(labels, ChangeWord::Now), Length::points(190)}};
    for (PlainColumn& column : out) {
        column.width = room > kLandscape ? column.width * room.milli() / kLandscape.milli() : column.width;
    }
    return fitColumns(std::move(out), room);
}

class ListWriter {
  public:
    ListWriter(Context& context, const GoalMatrixStyle& look, const MatrixChanges& changes,
               MatrixLinks& links, SourcePos source)
        : c_(context)
        , look_(look)
        , changes_(changes)
        , links_(links)
        , table_(context, look, listColumns(context.labels, context.out.run().body.width), source) {}

    void write() {
        for (const GoalChange& change : changes_.comparison.changes()) {
            const std::vector<ChangeLine> lines = linesOf(c_.labels, change);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (i % kMostSpannedLines == 0) {
                    table_.beginRow();
                    addGoal(change, std::min(kMostSpannedLines, lines.size() - i));
                } else {
                    table_.beginRow(2);
                }
                addLine(lines[i]);
            }
        }
        c_.out.run().blocks.push_back(table_.take());
    }

  private:
    void addGoal(const GoalChange& change, std::size_t rows) {
        const bool gone = change.kind == Kind::Gone;
        const Goal& goal = gone ? *change.before.goal : *change.now.goal;
        const SourcePos source = goal.numberSource.orElse(goal.source);
        table_.addLink(goal.number, gone ? TargetId::None : links_.of(goal), OverviewWord::LeadsToGoal,
                       gone ? changes_.ofLast(source) : source, rows);
        TableCell& words = table_.addCell(false, rows);
        if (gone) { // its markup is of another document
            words.content.emplace_back().content = Context::paragraph(
                c_.out.keep(wordsOf(goal.text)), table_.type(), words.node, changes_.ofLast(goal.source));
        } else {
            fillCell(c_, words, goal.text, {table_.type(), &look_.list, look_.paragraphGap});
        }
    }

    void addLine(const ChangeLine& line) {
        TableCell& what = table_.addCell();
        const Type type = table_.type();
        what.content.push_back(
            signedWords(changeSign(line.kind, c_.sizeOf(type)),
                        labelledParagraph(c_, line.what, type, what.node, line.now.source)));
        addValue(line.before, changes_.ofLast(line.before.source));
        addValue(line.now, line.now.source);
    }

    void addValue(const ChangeValue& value, SourcePos source) {
        TableCell& cell = table_.addCell();
        if (value.ofCatalogue) {
            c_.setLabelLanguage(cell.node);
        }
        const Type type = table_.type();
        cell.content.push_back(
            signedWords(statusSign(value.status, c_.sizeOf(type)),
                        Context::paragraph(c_.out.keep(value.words), type, cell.node, source)));
    }

    Context& c_;
    const GoalMatrixStyle& look_;
    const MatrixChanges& changes_;
    MatrixLinks& links_;
    PlainTable table_;
};

/// "1 nyt mål, 1 udgået mål og 3 ændrede mål"
std::string countsOf(const Labels& labels, const Comparison& comparison) {
    struct Row {
        Kind kind;
        ChangeWord one;
        ChangeWord several;
    };
    constexpr std::array kRows = {Row{Kind::New, ChangeWord::OneNewGoal, ChangeWord::NewGoals},
                                  Row{Kind::Gone, ChangeWord::OneGoneGoal, ChangeWord::GoneGoals},
                                  Row{Kind::Changed, ChangeWord::OneChangedGoal, ChangeWord::ChangedGoals}};
    std::vector<std::string> parts;
    for (const Row& row : kRows) {
        if (const std::uint32_t count = comparison.count(row.kind); count > 0) {
            parts.push_back(fmt::format(fmt::runtime(changeWord(labels, count == 1 ? row.one : row.several)),
                                        fmt::arg("count", count)));
        }
    }
    return listed(labels, std::move(parts));
}

void addSentence(Context& context, const GoalMatrixStyle& look, const std::vector<LinePart>& words,
                 SourcePos source) {
    const NodeId node = context.out.tree.add(NodeId::Root, Role::P);
    Block block;
    block.content = labelledParagraph(context, words, context.type(look.sentence.text), node, source);
    block.spaceBefore = look.sentence.spaceBefore;
    block.spaceAfter = look.sentence.spaceAfter;
    context.out.run().blocks.push_back(std::move(block));
}

std::string plainParts(const std::vector<LinePart>& parts) {
    std::string out;
    for (const LinePart& part : parts) {
        out += part.text;
    }
    return out;
}

std::vector<LinePart> listHeading(const Labels& labels, const MatrixChanges& changes) {
    return sinceParts(labels, ChangeWord::Since, ChangeWord::SinceLast, changes.period);
}

} // namespace

MatrixChanges matrixChanges(const FollowUpRequest& request, const Labels& labels) {
    return {*request.comparison, periodWords(labels, request.before->period), request.beforeSources};
}

void addChangeSummary(Context& context, const GoalMatrixStyle& look, MatrixChanges& changes,
                      SourcePos source) {
    const Labels& labels = context.labels;
    if (changes.comparison.changes().empty()) {
        addSentence(context, look,
                    sinceParts(labels, ChangeWord::Unchanged, ChangeWord::UnchangedLast, changes.period),
                    source);
        return;
    }
    std::vector<LinePart> words = sinceParts(labels, ChangeWord::Summary, ChangeWord::SummarySinceLast,
                                             changes.period, countsOf(labels, changes.comparison));
    if (const std::string moves = movesOf(labels, changes.comparison); !moves.empty()) {
        words.push_back(
            {" " + fmt::format(fmt::runtime(changeWord(labels, ChangeWord::Moves)), fmt::arg("parts", moves)),
             true});
    }
    addSentence(context, look, words, source);
    StructTree& tree = context.out.tree;
    changes.list = tree.reserveTarget();
    const NodeId link = tree.add(tree.add(NodeId::Root, Role::P), Role::Link);
    const std::string heading = outlineText(plainParts(listHeading(labels, changes)));
    tree.setLink(link, Link{changes.list,
                            {},
                            fmt::format(fmt::runtime(overviewWord(labels, OverviewWord::LeadsTo)),
                                        fmt::arg("words", heading), fmt::arg("page", "{page}")),
                            source,
                            true});
    context.setLabelLanguage(link);
    const Type type = context.type(look.sentence.text);
    Paragraph text = Context::paragraph(changeWord(labels, ChangeWord::All), type, link, source);
    text.runs.push_back(Context::run(kPageRoom, type, link));
    text.runs.back().pageOf = changes.list;
    Block block;
    block.content = std::move(text);
    block.spaceAfter = look.sentence.spaceAfter;
    context.out.run().blocks.push_back(std::move(block));
}

void addChangeList(Context& context, const GoalMatrixStyle& look, const MatrixChanges& changes,
                   MatrixLinks& links, SourcePos source) {
    addPartHeading(context, look, listHeading(context.labels, changes), source, changes.list);
    ListWriter(context, look, changes, links, source).write();
}

ChangeMark markOfGoal(const Labels& labels, const GoalChange& change, SourcePos source) {
    return {change.kind, markOf(labels, change), source};
}

std::vector<const InitiativeChange*> changesByInitiative(const GoalChange& change, const Goal& goal) {
    std::unordered_map<const Initiative*, const InitiativeChange*> known;
    std::map<std::tuple<std::string_view, std::uint32_t, std::uint32_t>, const InitiativeChange*> alike;
    for (const InitiativeChange& each : change.initiatives) {
        if (each.now != nullptr) {
            known.emplace(each.now, &each);
            alike.emplace(
                std::tuple(std::string_view(each.now->title), each.now->source.line, each.now->source.column),
                &each);
        }
    }
    const auto isKnown = [&](const Initiative& each) { return known.contains(&each); };
    const bool isCopy = std::ranges::none_of(goal.initiatives, isKnown); // of the goal that was compared
    std::vector<const InitiativeChange*> out;
    for (const Initiative& each : goal.initiatives) {
        const auto own = known.find(&each);
        const auto same =
            isCopy ? alike.find({each.title, each.source.line, each.source.column}) : alike.end();
        out.push_back(own != known.end() ? own->second : same != alike.end() ? same->second : nullptr);
    }
    return out;
}

ChangeMark markOfInitiative(const Labels& labels, const InitiativeChange& change, SourcePos source) {
    return {change.before == nullptr ? Kind::New : Kind::Changed, markOf(labels, change), source};
}

void addChangeMark(Context& context, const Type& type, Length gap, ChangeMark mark, NodeId parent,
                   std::vector<Block>& out) {
    const NodeId leaf = context.out.tree.add(parent, Role::P);
    context.setLabelLanguage(leaf);
    out.push_back(
        signedWords(changeSign(mark.kind, context.sizeOf(type)),
                    Context::paragraph(context.out.keep(std::move(mark.words)), type, leaf, mark.source)));
    out.back().spaceBefore = gap;
}

} // namespace sidetal
