#pragma once

#include "sidetal/Export.h"
#include "sidetal/Model/GoalMatrix.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// Which goals of a matrix a document shows, in which order and under what (docs/goal-matrix.md, "Showing a
/// part"). All conditions hold together; of the names of one condition any does. Names are those that the
/// matrix has, in capital or small letters.
struct GoalSelection {
    /// A name, and where it stood.
    struct Name {
        std::string text;
        SourcePos source{};
    };
    /// In which order goals stand under their theme or committee. What has nothing to go by comes last.
    enum class Sort : std::uint8_t {
        Written,  ///< as the matrix has them
        Number,   ///< 1.2 before 1.10; themes go by their first number
        Status,   ///< what needs a hand first: not reached, partly, on track, reached, not assessed
        Deadline, ///< the earliest of a goal's initiatives; those go by theirs
    };
    /// What the goals stand under.
    enum class Group : std::uint8_t {
        Theme,
        Committee ///< and theme; a goal of several stands under each
    };

    std::vector<Name> committees; ///< a goal that names none is of the matrix's own committee
    std::vector<Name> themes;     ///< by their titles
    std::vector<GoalStatus> statuses;
    bool prioritised = false; ///< those alone
    std::vector<Name> owners; ///< of initiatives: others are left out, and goals that then have none
    std::optional<Date> deadlineBefore; ///< of initiatives, as owners
    Sort sort = Sort::Written;
    Group group = Group::Theme;
    std::string file{}; ///< that the places are in, as messages name it; empty: there are none

    /// Whether some goals may be left out.
    [[nodiscard]] bool hasConditions() const {
        return !committees.empty() || !themes.empty() || !statuses.empty() || prioritised ||
               !owners.empty() || deadlineBefore.has_value();
    }
    /// Whether it makes anything of a matrix.
    [[nodiscard]] bool isEmpty() const {
        return !hasConditions() && sort == Sort::Written && group == Group::Theme;
    }
};

/// What a document shows of a matrix by a selection.
struct SelectedGoals {
    GoalSelection by; ///< names as the matrix spells them
    std::size_t goals = 0;
    std::size_t ofGoals = 0; ///< those of the whole matrix
    std::size_t initiatives = 0;
    std::size_t ofInitiatives = 0;
};

} // namespace sidetal
