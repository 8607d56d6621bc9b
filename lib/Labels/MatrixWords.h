#pragma once

#include "Labels/Labels.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sidetal {

/// The words that goal matrices print of their own in the columns of a follow-up.
enum class MatrixWord : std::uint8_t {
    Status,            ///< Status: a column's title, as the next ones
    Trend,             ///< Udvikling
    Indicator,         ///< Indikator
    Owner,             ///< Ansvarlig
    Deadline,          ///< Frist
    FollowUp,          ///< Opfølgning
    Committees,        ///< Udvalg
    CommitteeAndTheme, ///< Udvalg og tema: of themes that stand under committees
    Reached,           ///< nået; in the order of GoalStatus
    OnTrack,           ///< i gang
    Partly,            ///< delvist nået
    NotReached,        ///< ikke nået
    NotAssessed,       ///< ikke opgjort
    Better,            ///< bedre; in the order of Trend
    Unchanged,         ///< uændret
    Worse,             ///< dårligere
    WithTarget,        ///< {actual} (mål {target})
    TargetOnly,        ///< ikke opgjort (mål {target})
    AtLeast,           ///< mindst, before a target
    AtMost,            ///< højst
    Baseline,          ///< udgangspunkt {baseline}
    Measured,          ///< opgjort {date}
    Series,            ///< Udvikling {from}–{to}: {values}
    SeriesTarget,      ///< ; mål {target}
    NoInitiatives      ///< Ingen indsatser
};

/// How many words there are.
inline constexpr std::size_t kMatrixWordCount = static_cast<std::size_t>(MatrixWord::NoInitiatives) + 1;

/// The word or pattern in the catalogue's language; lives as long as the program.
[[nodiscard]] std::string_view matrixWord(const Labels& labels, MatrixWord word);

} // namespace sidetal
