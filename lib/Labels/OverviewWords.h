#pragma once

#include "Labels/Labels.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sidetal {

/// The words of a goal matrix's overview.
enum class OverviewWord : std::uint8_t {
    CountedGoals,          ///< Af {count} mål er {parts}.
    CountedGoal,           ///< the same of one
    CountedPrioritised,    ///< Af {count} prioriterede mål er {parts}.
    CountedPrioritisedOne, ///< the same of one
    CountOf,               ///< {count} {status}
    WithoutStatus,         ///< Uden status
    And,                   ///< {first} og {last}
    PrioritisedGoals,      ///< Prioriterede mål: a heading
    ByTheme,               ///< Status efter tema: a heading
    Goals,                 ///< Mål: a column's title, as the next ones
    Share,                 ///< Fordeling
    Initiative,            ///< Indsats
    InAll,                 ///< I alt: a row's title
    ShareOf,               ///< {title}: {parts}
    Deadlines,             ///< Overskredne frister pr. {date}: a heading
    NoDeadlines,           ///< Ingen frister er overskredet.
    Overview,              ///< Overblik: the heading over the counts, where something stands before them
    Matrix,                ///< Mål og indsatser: the heading over the matrix
    LeadsTo,               ///< {words}, side {page}
    LeadsToGoal,           ///< Mål {words}, side {page}
};

/// How many words there are.
inline constexpr std::size_t kOverviewWordCount = static_cast<std::size_t>(OverviewWord::LeadsToGoal) + 1;

/// The word or pattern in the catalogue's language; lives as long as the program.
[[nodiscard]] std::string_view overviewWord(const Labels& labels, OverviewWord word);

} // namespace sidetal
