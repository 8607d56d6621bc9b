#pragma once

#include "Labels/Labels.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sidetal {

/// What a goal matrix says of the selection that it shows: sentences, and their beginnings before names.
enum class SelectionWord : std::uint8_t {
    Committee,   ///< "Udvalg: ", before names, as the next ones
    Theme,       ///< "Tema: "
    Status,      ///< "Status: "
    Owner,       ///< "Ansvarlig: "
    Prioritised, ///< Kun prioriterede mål.
    Before,      ///< Frist før {date}.
    ByNumber,    ///< Sorteret efter nummer.
    ByStatus,    ///< Sorteret efter status.
    ByDeadline,  ///< Sorteret efter frist.
    Goals,       ///< Viste mål: {shown} af {all} ({left} udeladt).
    Initiatives, ///< Viste indsatser: {shown} af {all} ({left} udeladt).
    None         ///< Ingen mål at vise: alle {all} er udeladt.
};

/// How many there are.
inline constexpr std::size_t kSelectionWordCount = static_cast<std::size_t>(SelectionWord::None) + 1;

/// The words or pattern in the catalogue's language; lives as long as the program.
[[nodiscard]] std::string_view selectionWord(const Labels& labels, SelectionWord word);

} // namespace sidetal
