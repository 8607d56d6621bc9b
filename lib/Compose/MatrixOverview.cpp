#include "Compose/MatrixOverview.h"

#include "Compose/FollowUpWords.h"
#include "Compose/MatrixSigns.h"
#include "Compose/PlainTable.h"
#include "Compose/TextBlocks.h"
#include "FollowUp/Counts.h"
#include "FollowUp/Words.h"
#include "Labels/OverviewWords.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace sidetal {

namespace {

using Word = OverviewWord;

/// No wider, however much room there is: numbers are to stand near to what they count.
constexpr Length kWidestTheme = Length::points(280);
/// A bar that would leave the themes less is left out.
constexpr Length kLeastTheme = Length::points(90);

class OverviewWriter {
  public:
    OverviewWriter(Context& context, const GoalMatrix& matrix, const GoalMatrixStyle& look,
                   const OverviewRequest& request)
        : c_(context)
        , matrix_(matrix)
        , look_(look)
        , style_(*look.overview)
        , request_(request)
        , links_(request.links)
        , counts_(countsOf(matrix, request.repeat))
        , source_(matrix.header.source)
        , room_(context.out.run().body.width) {}

    void write() {
        addSentence(counts_.goals, Word::CountedGoals, Word::CountedGoal);
        if (counts_.prioritised.total() > 0) {
            addSentence(counts_.prioritised, Word::CountedPrioritised, Word::CountedPrioritisedOne);
        }
        if (request_.changes != nullptr) {
            addChangeSummary(c_, look_, *request_.changes, source_);
        }
        if (counts_.prioritised.total() > 0) {
            addPrioritised();
        }
        addThemes();
        if (request_.day) {
            addDeadlines(*request_.day);
        }
    }

  private:
    [[nodiscard]] std::string_view word(Word word) const { return overviewWord(c_.labels, word); }

    /// "Af 22 mål er 8 nået, 9 delvist nået og 5 ikke nået.", the counts in bold.
    void addSentence(const StatusCounts& goals, Word several, Word one) {
        const std::uint32_t total = goals.total();
        const std::string words = fmt::format(fmt::runtime(word(total == 1 ? one : several)),
                                              fmt::arg("count", total), fmt::arg("parts", "{parts}"));
        const std::size_t at = words.find("{parts}");
        const Type type = c_.type(look_.sentence.text);
        Type strong = type;
        strong.emphasis.bold = true;
        const NodeId node = c_.out.tree.add(NodeId::Root, Role::P);
        c_.setLabelLanguage(node);
        Block block;
        Paragraph text = Context::paragraph(c_.out.keep(words.substr(0, at)), type, node, source_);
        text.runs.push_back(Context::run(c_.out.keep(countWords(c_.labels, goals)), strong, node));
        text.runs.push_back(
            Context::run(c_.out.keep(words.substr(at + std::string_view("{parts}").size())), type, node));
        block.content = std::move(text);
        block.spaceBefore = look_.sentence.spaceBefore;
        block.spaceAfter = look_.sentence.spaceAfter;
        c_.out.run().blocks.push_back(std::move(block));
    }

    void addHeading(std::string words) { addPartHeading(c_, look_, {{std::move(words), true}}, source_); }

    [[nodiscard]] std::string_view status() const { return matrixWord(c_.labels, MatrixWord::Status); }

    void addStatus(PlainTable& table, GoalStatus status, SourcePos source) {
        TableCell& cell = table.addCell();
        if (status != GoalStatus::Unspecified) {
            c_.setLabelLanguage(cell.node);
            const Type type = table.type();
            cell.content.push_back(
                signedWords(statusSign(status, c_.sizeOf(type)),
                            Context::paragraph(statusWord(c_.labels, status), type, cell.node, source)));
        }
    }

    // ---- prioritised goals

    void addPrioritised() {
        addHeading(std::string(word(Word::PrioritisedGoals)));
        PlainTable table(c_, look_,
                         fitColumns({{c_.labels[Label::Number], Length::points(44)},
                                     {c_.labels[Label::Goal], Length()},
                                     {c_.labels[Label::Theme], std::min(Length::points(160), room_ / 4)},
                                     {status(), Length::points(96)}},
                                    room_),
                         source_);
        GoalsOnce once(request_.repeat);
        for (const Theme& theme : matrix_.themes) {
            for (const Goal& goal : theme.goals) {
                if (goal.prioritised && once.isFirst(goal)) {
                    table.beginRow();
                    table.addLink(goal.number, links_.of(goal), Word::LeadsToGoal,
                                  goal.numberSource.orElse(goal.source));
                    TableCell& words = table.addCell();
                    fillCell(c_, words, goal.text, {table.type(), &look_.list, look_.paragraphGap});
                    table.addWords(theme.title, theme.titleSource.orElse(theme.source));
                    addStatus(table, goal.status, goal.source);
                }
            }
        }
        c_.out.run().blocks.push_back(table.take());
    }

    // ---- themes

    /// How many have a status, behind its sign.
    void addCount(PlainTable& table, GoalStatus status, std::uint32_t count) {
        TableCell& cell = table.addCell();
        const Type type = table.type();
        cell.content.push_back(
            signedWords(count > 0 ? statusSign(status, c_.sizeOf(type)) : std::nullopt,
                        Context::paragraph(c_.out.keep(std::to_string(count)), type, cell.node, source_)));
    }

    void addCounts(PlainTable& table, std::string_view title, const StatusCounts& goals, bool bars) {
        table.addWords(std::to_string(goals.total()), source_);
        for (const GoalStatus status : kStatusOrder) {
            if (status != GoalStatus::Unspecified || counts_.goals[status] > 0) {
                addCount(table, status, goals[status]);
            }
        }
        if (!bars) {
            return;
        }
        TableCell& cell = table.addCell();
        if (goals.total() > 0) {
            const NodeId node = c_.out.tree.add(cell.node, Role::Figure);
            const std::string parts = countWords(c_.labels, goals);
            const std::string plain = outlineText(title);
            c_.out.tree.setAlt(node,
                               fmt::format(fmt::runtime(word(Word::ShareOf)), fmt::arg("title", plain),
                                           fmt::arg("parts", parts)),
                               source_);
            c_.setLabelLanguage(node);
            cell.content.emplace_back().content = statusBar(goals, std::min(style_.barWidth, barRoom_), node);
        }
    }

    void addThemes() {
        addHeading(std::string(word(Word::ByTheme)));
        std::vector<PlainColumn> columns{{c_.labels[Label::Theme], Length()},
                                         {word(Word::Goals), Length::points(50), Align::Right}};
        for (const GoalStatus status : kStatusOrder) {
            const bool none = status == GoalStatus::Unspecified;
            if (!none || counts_.goals[status] > 0) {
                columns.push_back({none ? word(Word::WithoutStatus) : statusWord(c_.labels, status),
                                   style_.countWidth, Align::Right});
            }
        }
        Length fixed = style_.barWidth + look_.paddingSides * 2;
        for (const PlainColumn& column : columns) {
            fixed += column.width;
        }
        const bool bars = room_ - fixed >= kLeastTheme;
        if (bars) {
            columns.push_back({word(Word::Share), style_.barWidth + look_.paddingSides * 2});
        }
        columns = fitColumns(std::move(columns), room_);
        columns.front().width = std::min(columns.front().width, kWidestTheme);
        barRoom_ = columns.back().width - look_.paddingSides * 2;
        PlainTable table(c_, look_, columns, source_);
        for (const ThemeCounts& each : counts_.themes) {
            table.beginRow();
            table.addLink(each.theme->title, links_.of(*each.theme), Word::LeadsTo,
                          each.theme->titleSource.orElse(each.theme->source));
            addCounts(table, each.theme->title, each.goals, bars);
        }
        if (counts_.themes.size() > 1) {
            table.beginFoot();
            table.addWords(std::string(word(Word::InAll)), source_, true, true);
            addCounts(table, word(Word::InAll), counts_.goals, bars);
        }
        c_.out.run().blocks.push_back(table.take());
    }

    // ---- deadlines

    [[nodiscard]] bool hasDeadlines() const {
        return std::ranges::any_of(matrix_.themes, [](const Theme& theme) {
            return std::ranges::any_of(theme.goals, [](const Goal& goal) {
                return std::ranges::any_of(goal.initiatives,
                                           [](const Initiative& each) { return each.deadline.has_value(); });
            });
        });
    }

    void addDeadlines(Date day) {
        if (!hasDeadlines()) {
            return;
        }
        const std::string date = c_.labels.longDate(day);
        addHeading(fmt::format(fmt::runtime(word(Word::Deadlines)), fmt::arg("date", date)));
        const std::vector<PassedDeadline> passed = passedDeadlines(matrix_, day, request_.repeat);
        if (passed.empty()) {
            const NodeId node = c_.out.tree.add(NodeId::Root, Role::P);
            c_.setLabelLanguage(node);
            c_.out.run().blocks.emplace_back().content =
                Context::paragraph(word(Word::NoDeadlines), c_.type(look_.goal), node, source_);
            return;
        }
        PlainTable table(c_, look_,
                         fitColumns({{c_.labels[Label::Number], Length::points(44)},
                                     {word(Word::Initiative), Length()},
                                     {matrixWord(c_.labels, MatrixWord::Owner), Length::points(160)},
                                     {matrixWord(c_.labels, MatrixWord::Deadline), Length::points(70)},
                                     {status(), Length::points(96)}},
                                    room_),
                         source_);
        for (const auto& [goal, initiative] : passed) {
            const SourcePos source = initiative->titleSource.orElse(initiative->source);
            table.beginRow();
            table.addLink(goal->number, links_.of(*goal), Word::LeadsToGoal,
                          goal->numberSource.orElse(goal->source));
            table.addWords(initiative->title.empty() ? wordsOf(initiative->description) : initiative->title,
                           source);
            table.addWords(initiative->owner, source);
            table.addWords(c_.labels.shortDate(*initiative->deadline), source);
            addStatus(table, initiative->status, source);
        }
        c_.out.run().blocks.push_back(table.take());
    }

    Context& c_;
    const GoalMatrix& matrix_;
    const GoalMatrixStyle& look_;
    const OverviewStyle& style_;
    const OverviewRequest& request_;
    MatrixLinks& links_;
    MatrixCounts counts_;
    SourcePos source_;
    Length room_;
    Length barRoom_;
};

} // namespace

void addOverview(Context& context, const GoalMatrix& matrix, const GoalMatrixStyle& look,
                 const OverviewRequest& request) {
    OverviewWriter(context, matrix, look, request).write();
}

void addPartHeading(Context& context, const GoalMatrixStyle& look, const std::vector<LinePart>& words,
                    SourcePos source, TargetId target) {
    std::string outline;
    for (const LinePart& part : words) {
        outline += part.text;
    }
    const NodeId node = context.out.tree.add(NodeId::Root, Role::H2);
    if (target != TargetId::None) {
        context.out.tree.bindTarget(target, node);
    }
    Block block;
    block.content = Heading{labelledParagraph(context, words, context.type(look.heading.text), node, source),
                            2, outlineText(outline)};
    block.spaceBefore = look.heading.spaceBefore;
    block.spaceAfter = look.heading.spaceAfter;
    context.out.run().blocks.push_back(std::move(block));
}

void beginMatrixRun(Context& context, std::vector<RunningLine> running) {
    PageRun next;
    next.page = context.out.run().page;
    next.body = context.out.run().body;
    next.watermark = context.out.run().watermark;
    next.running = std::move(running);
    for (RunningLine& line : next.running) {
        line.fromSecond = false; // it is not the document's first page
    }
    context.out.runs.push_back(std::move(next));
}

} // namespace sidetal
