#pragma once

#include "Labels/Labels.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sidetal {

/// The words of what differs between two periods of a goal matrix.
enum class ChangeWord : std::uint8_t {
    Since,                 ///< Ændringer siden {period}: a heading
    SinceLast,             ///< Ændringer siden sidst: where the last period has no name
    Summary,               ///< Siden {period}: {parts}.
    SummarySinceLast,      ///< Siden sidst: {parts}.
    Unchanged,             ///< Ingen ændringer siden {period}.
    UnchangedLast,         ///< Ingen ændringer siden sidst.
    NewGoals,              ///< {count} nye mål
    OneNewGoal,            ///< {count} nyt mål
    GoneGoals,             ///< {count} udgåede mål
    OneGoneGoal,           ///< {count} udgået mål
    ChangedGoals,          ///< {count} ændrede mål
    OneChangedGoal,        ///< {count} ændret mål
    Moves,                 ///< Status: {parts}.
    Move,                  ///< {count} fra {before} til {now}
    All,                   ///< "Alle ændringer: side ", before a page number
    What,                  ///< Ændring: a column's title, as the next ones
    Before,                ///< Før
    Now,                   ///< Nu
    NewGoal,               ///< Nyt mål
    GoneGoal,              ///< Udgået mål
    Mark,                  ///< Ændret: {what}
    Figures,               ///< Tal: what differs, as the next ones
    Wording,               ///< Ordlyd
    Priority,              ///< Prioritering
    Number,                ///< Nummer
    Initiatives,           ///< Indsatser
    Deadline,              ///< Frist
    NewIndicator,          ///< Ny indikator
    GoneIndicator,         ///< Udgået indikator
    NewInitiative,         ///< Ny indsats
    GoneInitiative,        ///< Udgået indsats
    NotPrioritised,        ///< Ikke prioriteret
    WithoutTrend,          ///< Uden udvikling
    MatrixItself,          ///< Målmatrixen: what a correction is of, as the next ones
    ThemeCalled,           ///< Tema {title}
    GoalNumbered,          ///< Mål {number}
    GoalNumberedAndCalled, ///< Mål {number}, {title}
    GoalCalled,            ///< Mål uden nummer, {title}
    InitiativeOfGoal,      ///< Mål {number}, indsatsen {title}
    InitiativeCalled,      ///< Indsatsen {title}
    Nothing,               ///< –
};

/// How many words there are.
inline constexpr std::size_t kChangeWordCount = static_cast<std::size_t>(ChangeWord::Nothing) + 1;

/// The word or pattern in the catalogue's language; lives as long as the program.
[[nodiscard]] std::string_view changeWord(const Labels& labels, ChangeWord word);

} // namespace sidetal
