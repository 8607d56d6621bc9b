#include "Labels/ChangeWords.h"

#include "Labels/Catalogue.h"

namespace sidetal {

namespace {

constexpr Catalogue<ChangeWord, kChangeWordCount> kDanishChanges{{
    {ChangeWord::Since, "Ændringer siden {period}"},
    {ChangeWord::SinceLast, "Ændringer siden sidst"},
    {ChangeWord::Summary, "Siden {period}: {parts}."},
    {ChangeWord::SummarySinceLast, "Siden sidst: {parts}."},
    {ChangeWord::Unchanged, "Ingen ændringer siden {period}."},
    {ChangeWord::UnchangedLast, "Ingen ændringer siden sidst."},
    {ChangeWord::NewGoals, "{count} nye mål"},
    {ChangeWord::OneNewGoal, "{count} nyt mål"},
    {ChangeWord::GoneGoals, "{count} udgåede mål"},
    {ChangeWord::OneGoneGoal, "{count} udgået mål"},
    {ChangeWord::ChangedGoals, "{count} ændrede mål"},
    {ChangeWord::OneChangedGoal, "{count} ændret mål"},
    {ChangeWord::Moves, "Status: {parts}."},
    {ChangeWord::Move, "{count} fra {before} til {now}"},
    {ChangeWord::All, "Alle ændringer: side "},
    {ChangeWord::What, "Ændring"},
    {ChangeWord::Before, "Før"},
    {ChangeWord::Now, "Nu"},
    {ChangeWord::NewGoal, "Nyt mål"},
    {ChangeWord::GoneGoal, "Udgået mål"},
    {ChangeWord::Mark, "Ændret: {what}"},
    {ChangeWord::Figures, "Tal"},
    {ChangeWord::Wording, "Ordlyd"},
    {ChangeWord::Priority, "Prioritering"},
    {ChangeWord::Number, "Nummer"},
    {ChangeWord::Initiatives, "Indsatser"},
    {ChangeWord::Deadline, "Frist"},
    {ChangeWord::NewIndicator, "Ny indikator"},
    {ChangeWord::GoneIndicator, "Udgået indikator"},
    {ChangeWord::NewInitiative, "Ny indsats"},
    {ChangeWord::GoneInitiative, "Udgået indsats"},
    {ChangeWord::NotPrioritised, "Ikke prioriteret"},
    {ChangeWord::WithoutTrend, "Uden udvikling"},
    {ChangeWord::MatrixItself, "Målmatrixen"},
    {ChangeWord::ThemeCalled, "Tema {title}"},
    {ChangeWord::GoalNumbered, "Mål {number}"},
    {ChangeWord::GoalNumberedAndCalled, "Mål {number}, {title}"},
    {ChangeWord::GoalCalled, "Mål uden nummer, {title}"},
    {ChangeWord::InitiativeOfGoal, "Mål {number}, indsatsen {title}"},
    {ChangeWord::InitiativeCalled, "Indsatsen {title}"},
    {ChangeWord::Nothing, "–"},
}};

constexpr Catalogue<ChangeWord, kChangeWordCount> kEnglishChanges{{
    {ChangeWord::Since, "Changes since {period}"},
    {ChangeWord::SinceLast, "Changes since last time"},
    {ChangeWord::Summary, "Since {period}: {parts}."},
    {ChangeWord::SummarySinceLast, "Since last time: {parts}."},
    {ChangeWord::Unchanged, "No changes since {period}."},
    {ChangeWord::UnchangedLast, "No changes since last time."},
    {ChangeWord::NewGoals, "{count} new goals"},
    {ChangeWord::OneNewGoal, "{count} new goal"},
    {ChangeWord::GoneGoals, "{count} goals gone"},
    {ChangeWord::OneGoneGoal, "{count} goal gone"},
    {ChangeWord::ChangedGoals, "{count} changed goals"},
    {ChangeWord::OneChangedGoal, "{count} changed goal"},
    {ChangeWord::Moves, "Status: {parts}."},
    {ChangeWord::Move, "{count} from {before} to {now}"},
    {ChangeWord::All, "All changes: page "},
    {ChangeWord::What, "Change"},
    {ChangeWord::Before, "Before"},
    {ChangeWord::Now, "Now"},
    {ChangeWord::NewGoal, "New goal"},
    {ChangeWord::GoneGoal, "Goal gone"},
    {ChangeWord::Mark, "Changed: {what}"},
    {ChangeWord::Figures, "Figures"},
    {ChangeWord::Wording, "Wording"},
    {ChangeWord::Priority, "Priority"},
    {ChangeWord::Number, "Number"},
    {ChangeWord::Initiatives, "Initiatives"},
    {ChangeWord::Deadline, "Deadline"},
    {ChangeWord::NewIndicator, "New indicator"},
    {ChangeWord::GoneIndicator, "Indicator gone"},
    {ChangeWord::NewInitiative, "New initiative"},
    {ChangeWord::GoneInitiative, "Initiative gone"},
    {ChangeWord::NotPrioritised, "Not prioritised"},
    {ChangeWord::WithoutTrend, "Without trend"},
    {ChangeWord::MatrixItself, "The goal matrix"},
    {ChangeWord::ThemeCalled, "Theme {title}"},
    {ChangeWord::GoalNumbered, "Goal {number}"},
    {ChangeWord::GoalNumberedAndCalled, "Goal {number}, {title}"},
    {ChangeWord::GoalCalled, "Goal without number, {title}"},
    {ChangeWord::InitiativeOfGoal, "Goal {number}, initiative {title}"},
    {ChangeWord::InitiativeCalled, "Initiative {title}"},
    {ChangeWord::Nothing, "–"},
}};

static_assert(isComplete(kDanishChanges) && isComplete(kEnglishChanges));

} // namespace

std::string_view changeWord(const Labels& labels, ChangeWord word) {
    const auto& words = labels.language() == "en" ? kEnglishChanges : kDanishChanges;
    return words[static_cast<std::size_t>(word)].second;
}

} // namespace sidetal
