#pragma once

#include "sidetal/Support/DocumentKind.h"

#include <array>

namespace sidetal {

/// What a kind of documents is called, and what dresses it.
struct KindRow {
    DocumentKind kind;
    std::string_view word;        ///< in JSON, on the command line and of the schema
    std::string_view xmlRoot;     ///< the outermost element's name
    std::string_view description; ///< of the schema: the Danish term
    DocumentKind style; ///< the kind whose style sheets dress it; the built-in one has that kind's name
};

/// All kinds, each in its place. What reads, writes and composes a kind chooses by `switch` or `std::visit`,
/// so that a kind that is added here does not compile before each of them knows it.
inline constexpr std::array kKinds = {
    KindRow{DocumentKind::Agenda, "agenda", "agenda", "Dagsorden: an agenda.", DocumentKind::Agenda},
    KindRow{DocumentKind::GoalMatrix, "goal-matrix", "goalMatrix",
            "Målmatrix: themes, their goals, and the initiatives that support them.",
            DocumentKind::GoalMatrix},
    KindRow{DocumentKind::Minutes, "minutes", "minutes", "Referat: the minutes of a meeting.",
            DocumentKind::Agenda},
};

[[nodiscard]] constexpr const KindRow& rowOf(DocumentKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}

static_assert([] {
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        if (static_cast<std::size_t>(kKinds[i].kind) != i) {
            return false;
        }
    }
    return true;
}());

/// One column of the table.
template <class Member>
[[nodiscard]] constexpr auto kindColumn(Member KindRow::*member) {
    std::array<Member, kKinds.size()> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = kKinds[i].*member;
    }
    return out;
}

} // namespace sidetal
