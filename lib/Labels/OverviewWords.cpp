#include "Labels/OverviewWords.h"

#include "Labels/Catalogue.h"

namespace sidetal {

namespace {

constexpr Catalogue<OverviewWord, kOverviewWordCount> kDanishOverview{{
    {OverviewWord::CountedGoals, "Af {count} mål er {parts}."},
    {OverviewWord::CountedGoal, "Af {count} mål er {parts}."},
    {OverviewWord::CountedPrioritised, "Af {count} prioriterede mål er {parts}."},
    {OverviewWord::CountedPrioritisedOne, "Af {count} prioriteret mål er {parts}."},
    {OverviewWord::CountOf, "{count} {status}"},
    {OverviewWord::WithoutStatus, "Uden status"},
    {OverviewWord::And, "{first} og {last}"},
    {OverviewWord::PrioritisedGoals, "Prioriterede mål"},
    {OverviewWord::ByTheme, "Status efter tema"},
    {OverviewWord::Goals, "Mål"},
    {OverviewWord::Share, "Fordeling"},
    {OverviewWord::Initiative, "Indsats"},
    {OverviewWord::InAll, "I alt"},
    {OverviewWord::ShareOf, "{title}: {parts}"},
    {OverviewWord::Deadlines, "Overskredne frister pr. {date}"},
    {OverviewWord::NoDeadlines, "Ingen frister er overskredet."},
    {OverviewWord::Overview, "Overblik"},
    {OverviewWord::Matrix, "Mål og indsatser"},
    {OverviewWord::LeadsTo, "{words}, side {page}"},
    {OverviewWord::LeadsToGoal, "Mål {words}, side {page}"},
}};

constexpr Catalogue<OverviewWord, kOverviewWordCount> kEnglishOverview{{
    {OverviewWord::CountedGoals, "{count} goals: {parts}."},
    {OverviewWord::CountedGoal, "{count} goal: {parts}."},
    {OverviewWord::CountedPrioritised, "{count} prioritised goals: {parts}."},
    {OverviewWord::CountedPrioritisedOne, "{count} prioritised goal: {parts}."},
    {OverviewWord::CountOf, "{count} {status}"},
    {OverviewWord::WithoutStatus, "Without status"},
    {OverviewWord::And, "{first} and {last}"},
    {OverviewWord::PrioritisedGoals, "Prioritised goals"},
    {OverviewWord::ByTheme, "Status by theme"},
    {OverviewWord::Goals, "Goals"},
    {OverviewWord::Share, "Distribution"},
    {OverviewWord::Initiative, "Initiative"},
    {OverviewWord::InAll, "In all"},
    {OverviewWord::ShareOf, "{title}: {parts}"},
    {OverviewWord::Deadlines, "Deadlines passed by {date}"},
    {OverviewWord::NoDeadlines, "No deadlines have passed."},
    {OverviewWord::Overview, "Overview"},
    {OverviewWord::Matrix, "Goals and initiatives"},
    {OverviewWord::LeadsTo, "{words}, page {page}"},
    {OverviewWord::LeadsToGoal, "Goal {words}, page {page}"},
}};

static_assert(isComplete(kDanishOverview) && isComplete(kEnglishOverview));

} // namespace

std::string_view overviewWord(const Labels& labels, OverviewWord word) {
    const auto& words = labels.language() == "en" ? kEnglishOverview : kDanishOverview;
    return words[static_cast<std::size_t>(word)].second;
}

} // namespace sidetal
