#include "Compose/ChangeLines.h"

#include "Compose/FollowUpWords.h"
#include "Compose/MatrixSigns.h"
#include "FollowUp/Words.h"
#include "Labels/ChangeWords.h"
#include "Labels/OverviewWords.h"
#include "Support/Ascii.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <array>
#include <initializer_list>
#include <utility>

namespace sidetal {

namespace {

using Kind = GoalChange::Kind;

/// A word of the catalogue within a sentence.
std::string small(std::string_view word) {
    std::string out(word);
    out.front() = ascii::lower(out.front());
    return out;
}

class LineWriter {
  public:
    LineWriter(const Labels& labels, const GoalChange& change)
        : labels_(labels)
        , change_(change) {}

    std::vector<ChangeLine> write() {
        if (change_.kind == Kind::New) {
            add(Kind::New, ChangeWord::NewGoal, nothing(), statusOf(*change_.now.goal));
        } else if (change_.kind == Kind::Gone) {
            add(Kind::Gone, ChangeWord::GoneGoal, statusOf(*change_.before.goal), nothing());
        } else {
            addGoal(*change_.before.goal, *change_.now.goal);
            for (const IndicatorChange& each : change_.figures) {
                addIndicator(each);
            }
            for (const InitiativeChange& each : change_.initiatives) {
                addInitiative(each);
            }
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string_view word(ChangeWord word) const { return changeWord(labels_, word); }
    [[nodiscard]] std::string_view word(MatrixWord word) const { return matrixWord(labels_, word); }

    // ---- values

    [[nodiscard]] ChangeValue nothing() const { return {std::string(word(ChangeWord::Nothing)), true}; }
    /// What may say nothing.
    [[nodiscard]] ChangeValue given(std::string words, SourcePos source) const {
        ChangeValue out{std::move(words)};
        out.source = source;
        return out.words.empty() ? nothing() : out;
    }
    [[nodiscard]] ChangeValue ofCatalogue(std::string_view words) const { return {std::string(words), true}; }
    template <class T>
    [[nodiscard]] ChangeValue statusOf(const T& thing) const {
        const GoalStatus status = thing.status;
        ChangeValue out =
            ofCatalogue(status == GoalStatus::Unspecified ? overviewWord(labels_, OverviewWord::WithoutStatus)
                                                          : statusWord(labels_, status));
        out.status = status;
        out.source = thing.source;
        return out;
    }
    [[nodiscard]] ChangeValue trendOf(Trend trend) const {
        return ofCatalogue(trend == Trend::Unspecified ? word(ChangeWord::WithoutTrend)
                                                       : trendWord(labels_, trend));
    }
    [[nodiscard]] ChangeValue priorityOf(const Goal& goal) const {
        return ofCatalogue(goal.prioritised ? labels_[Label::Prioritised] : word(ChangeWord::NotPrioritised));
    }
    [[nodiscard]] ChangeValue deadlineOf(const Initiative& initiative) const {
        return given(initiative.deadline ? labels_.shortDate(*initiative.deadline) : std::string(),
                     initiative.source);
    }
    [[nodiscard]] ChangeValue textOf(const RichText& text, SourcePos source) const {
        return given(wordsOf(text), text.source.orElse(source));
    }

    /// The figures without the indicator's name, which stands beside them.
    [[nodiscard]] ChangeValue figuresOf(const Indicator* indicator) const {
        if (indicator == nullptr) {
            return nothing();
        }
        Indicator nameless = *indicator;
        nameless.name.clear();
        const std::array parts{indicatorWords(labels_, nameless), indicatorNotes(labels_, nameless)};
        return given(joined(parts, ", "), indicator->position);
    }
    [[nodiscard]] ChangeValue seriesOf(const Indicator& indicator) const {
        return given(indicator.series.empty() ? std::string() : seriesWords(labels_, indicator),
                     indicator.position);
    }

    [[nodiscard]] static std::string nameOf(const Initiative& initiative) {
        return initiative.title.empty() ? beginningOf(initiative.description) : initiative.title;
    }

    // ---- lines

    void add(Kind kind, std::vector<LinePart> what, ChangeValue before, ChangeValue now) {
        out_.push_back({kind, std::move(what), std::move(before), std::move(now)});
    }
    void add(Kind kind, ChangeWord what, ChangeValue before, ChangeValue now) {
        add(kind, {{std::string(word(what)), true}}, std::move(before), std::move(now));
    }
    void addIf(bool differs, std::string_view what, ChangeValue before, ChangeValue now) {
        if (differs) {
            add(Kind::Changed, {{std::string(what), true}}, std::move(before), std::move(now));
        }
    }

    void addGoal(const Goal& before, const Goal& now) {
        addIf(change_.status, word(MatrixWord::Status), statusOf(before), statusOf(now));
        addIf(change_.trend, word(MatrixWord::Trend), trendOf(before.trend), trendOf(now.trend));
        addIf(change_.priority, word(ChangeWord::Priority), priorityOf(before), priorityOf(now));
        addIf(change_.number, word(ChangeWord::Number),
              given(before.number, before.numberSource.orElse(before.source)),
              given(now.number, now.numberSource.orElse(now.source)));
        addIf(change_.theme, labels_[Label::Theme],
              given(change_.before.theme->title, change_.before.theme->titleSource),
              given(change_.now.theme->title, change_.now.theme->titleSource));
        addIf(change_.wording, word(ChangeWord::Wording), textOf(before.text, before.source),
              textOf(now.text, now.source));
    }

    void addIndicator(const IndicatorChange& change) {
        ChangeValue before = figuresOf(change.before);
        ChangeValue now = figuresOf(change.now);
        const std::string& name = change.now != nullptr ? change.now->name : change.before->name;
        std::vector<LinePart> what{
            {name.empty() ? std::string(word(MatrixWord::Indicator)) : name, name.empty()}};
        Kind kind = Kind::Changed;
        if (change.before == nullptr || change.now == nullptr) {
            kind = change.before == nullptr ? Kind::New : Kind::Gone;
            const ChangeWord words = kind == Kind::New ? ChangeWord::NewIndicator : ChangeWord::GoneIndicator;
            what.front() = {std::string(word(words)), true};
            if (!name.empty()) {
                what.front().text += ": ";
                what.push_back({name});
            }
        } else if (before.words == now.words) { // they differ in their series
            before = seriesOf(*change.before);
            now = seriesOf(*change.now);
        }
        add(kind, std::move(what), std::move(before), std::move(now));
    }

    void addInitiative(const InitiativeChange& change) {
        if (change.before == nullptr) {
            add(Kind::New, ChangeWord::NewInitiative, nothing(),
                given(nameOf(*change.now), change.now->source));
            return;
        }
        if (change.now == nullptr) {
            add(Kind::Gone, ChangeWord::GoneInitiative, given(nameOf(*change.before), change.before->source),
                nothing());
            return;
        }
        const Initiative& before = *change.before;
        const Initiative& now = *change.now;
        const auto addOf = [&](bool differs, std::string_view what, ChangeValue was, ChangeValue is) {
            if (differs) {
                add(Kind::Changed, {{nameOf(now)}, {": " + small(what), true}}, std::move(was),
                    std::move(is));
            }
        };
        addOf(change.status, word(MatrixWord::Status), statusOf(before), statusOf(now));
        addOf(change.deadline, word(ChangeWord::Deadline), deadlineOf(before), deadlineOf(now));
        addOf(change.owner, word(MatrixWord::Owner), given(before.owner, before.source),
              given(now.owner, now.source));
        addOf(change.wording, word(ChangeWord::Wording), wordingOf(before), wordingOf(now));
        addOf(change.followUp, word(MatrixWord::FollowUp), textOf(before.followUp, before.source),
              textOf(now.followUp, now.source));
    }

    /// The description and the partners of an initiative.
    [[nodiscard]] ChangeValue wordingOf(const Initiative& initiative) const {
        const std::array parts{wordsOf(initiative.description), wordsOf(initiative.partners)};
        return given(joined(parts, " · "), initiative.source);
    }

    const Labels& labels_;
    const GoalChange& change_;
    std::vector<ChangeLine> out_;
};

/// "Ændret: status, tal og ordlyd": of what differs.
std::string changedWords(const Labels& labels,
                         std::initializer_list<std::pair<bool, std::string_view>> fields) {
    std::vector<std::string> what;
    for (const auto& [differs, word] : fields) {
        if (differs) {
            what.push_back(small(word));
        }
    }
    return fmt::format(fmt::runtime(changeWord(labels, ChangeWord::Mark)),
                       fmt::arg("what", listed(labels, std::move(what))));
}

} // namespace

std::vector<ChangeLine> linesOf(const Labels& labels, const GoalChange& change) {
    return LineWriter(labels, change).write();
}

std::string markOf(const Labels& labels, const GoalChange& change) {
    if (change.kind == Kind::New) {
        return std::string(changeWord(labels, ChangeWord::NewGoal));
    }
    return changedWords(labels, {{change.status, matrixWord(labels, MatrixWord::Status)},
                                 {change.trend, matrixWord(labels, MatrixWord::Trend)},
                                 {change.priority, changeWord(labels, ChangeWord::Priority)},
                                 {change.number, changeWord(labels, ChangeWord::Number)},
                                 {change.theme, labels[Label::Theme]},
                                 {change.wording, changeWord(labels, ChangeWord::Wording)},
                                 {!change.figures.empty(), changeWord(labels, ChangeWord::Figures)},
                                 {!change.initiatives.empty(), changeWord(labels, ChangeWord::Initiatives)}});
}

std::string markOf(const Labels& labels, const InitiativeChange& change) {
    if (change.before == nullptr) {
        return std::string(changeWord(labels, ChangeWord::NewInitiative));
    }
    return changedWords(labels, {{change.status, matrixWord(labels, MatrixWord::Status)},
                                 {change.deadline, changeWord(labels, ChangeWord::Deadline)},
                                 {change.owner, matrixWord(labels, MatrixWord::Owner)},
                                 {change.wording, changeWord(labels, ChangeWord::Wording)},
                                 {change.followUp, matrixWord(labels, MatrixWord::FollowUp)}});
}

std::string movesOf(const Labels& labels, const Comparison& comparison) {
    std::array<std::array<std::uint32_t, kStatusCount>, kStatusCount> moves{};
    for (const GoalChange& change : comparison.changes()) {
        if (change.kind == Kind::Changed && change.status) {
            ++moves[static_cast<std::size_t>(change.before.goal->status)]
                   [static_cast<std::size_t>(change.now.goal->status)];
        }
    }
    const auto name = [&](GoalStatus status) {
        return small(status == GoalStatus::Unspecified ? overviewWord(labels, OverviewWord::WithoutStatus)
                                                       : statusWord(labels, status));
    };
    std::vector<std::string> parts;
    for (const GoalStatus before : kStatusOrder) {
        for (const GoalStatus now : kStatusOrder) {
            const std::uint32_t count =
                moves[static_cast<std::size_t>(before)][static_cast<std::size_t>(now)];
            if (count > 0) {
                parts.push_back(fmt::format(fmt::runtime(changeWord(labels, ChangeWord::Move)),
                                            fmt::arg("count", count), fmt::arg("before", name(before)),
                                            fmt::arg("now", name(now))));
            }
        }
    }
    return listed(labels, std::move(parts));
}

} // namespace sidetal
