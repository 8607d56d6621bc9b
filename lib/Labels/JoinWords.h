#pragma once

#include "Labels/Labels.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sidetal {

/// The words of files that are joined of many documents: patterns with named places, and what such a file is
/// called.
enum class JoinWord : std::uint8_t {
    NumberOf,     ///< Dokument {number} af {all}: on separator sheets
    Number,       ///< Dokument {number}
    For,          ///< Til: {name}
    Agendas,      ///< Dagsordener
    GoalMatrices, ///< Målmatricer
    Minutes,      ///< Referater
    Documents,    ///< Dokumenter: of several kinds
    Part          ///< {title}, del {part}
};

/// How many there are.
inline constexpr std::size_t kJoinWordCount = static_cast<std::size_t>(JoinWord::Part) + 1;

/// The words or pattern in the catalogue's language; lives as long as the program.
[[nodiscard]] std::string_view joinWord(const Labels& labels, JoinWord word);

} // namespace sidetal
